import type { WordClasses } from '../phrase';
import { judgingWords } from './judging-words';
import { peopleClasses } from './people-classes';

/** Classes that phrases name as `<det>`; <num>, <mask>, <ed>, <ing>, <capital> and <titled> are known to the tokeniser. */
export const wordClasses: WordClasses = {
  ...peopleClasses,
  ...judgingWords,
  det: 'the|a|an|this|that|these|those|our|their|its|no|any|some|all|each|every|both|another|many|most|several|one|two',
  pron: 'it|we|they|he|she|i|you|there|this|that|these|those|nobody|nothing|everyone|everything|none|neither|users',
  be: "be*|'s",
  aux: "be*|have*|do*|can|could|may|might|must|should|will|would|'s|'d",
  modal: 'can|could|may|might|must|shall|should|will|would',
  /** Finite verbs of state: with them a clause tells a condition rather than an event. */
  state: "is|are|was|were|had|has|have|did|does|do|could|'s|need|needs|needed|lacked|lacks|require|requires|required",
  past:
    '<ed>|was|were|had|did|got|went|came|took|made|broke|fell|rose|ran|began|became|kept|lost|left|gave|grew|hit|' +
    'sent|held|stood|shut|knew|could',
  /** Verbs of what is so in general. */
  present:
    'takes|take|uses|use|runs|run|reads|read|shares|share|lives|live|holds|hold|stores|store|sends|send|supports|support|contains|' +
    'contain|depends|depend|relies|rely|expects|expect|notifies|notify|seems|seem|appears|appear|wants|want|knows|know|thinks|think|' +
    'cannot|can|will|would|keeps|keep|makes|make|gets|get|goes|go|comes|come|works|work|serves|serve|returns|return|handles|handle|' +
    'lies|lie|sits|sit|exists|exist|allows|allow|assumes|assume|checks|check|points|point|affects|affect|becomes|become|fails|fail|' +
    'happens|happen|includes|include|means|mean|says|say|states|believes|believe|starts|start|stops|stop|loses|lose|sees|see|finds|find|gives|give|leaves|leave|ends|end|' +
    'only|also|already|always|never',
  /** May stand between a subject and its verb. */
  between:
    'then|also|further|eventually|ultimately|subsequently|effectively|later|finally|quickly|inadvertently|accidentally|' +
    'unintentionally|unexpectedly|immediately|probably|likely|apparently|initially|again|now|often|temporarily|briefly|basically|' +
    'essentially|repeatedly|sometimes|still|just|directly|all|both|actually|usually|additionally|potentially|only|significantly',
  /** Verbs that open a wish or an instruction; those that are as often nouns (deploy, test, alert) are left out. */
  imperative:
    'add|move|fix|make|update|create|ensure|configure|set|try|check|establish|implement|use|allow|enable|improve|' +
    'document|remove|reduce|increase|write|avoid|keep|define|provide|consider|introduce|extend|automate|separate|get|' +
    'let|develop|adjust|revise|replace|install|teach|upgrade|migrate|build|harden|cap|limit|validate|verify|require|' +
    'prevent|put',
  inquiry:
    'identify*|investigate*|find*|determine*|search*|understand*|establish*|isolate*|diagnose*|analyse*|analyze*|' +
    'look*|figure*|explore*|uncover*|learn*|pinpoint*|seek*|ask*|discuss*|research*|debug|debugging|clarify*|' +
    'confirm*|know*',
  told:
    'known|unknown|unclear|clear|fixed|addressed|resolved|under|pending|tbd|described|explained|corrected|removed|' +
    'missing|open|validated|located|verified|eliminated|mitigated|provided|posted|updated|shared|published|listed|recorded|given|tracked|reported|needed',
  adverb:
    'not|never|still|yet|already|now|then|later|since|only|soon|quickly|finally|also|being|been|initially|eventually',
  date:
    'yesterday|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|midnight|noon|january|february|march|' +
    'april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|' +
    'dec|last|early|late|around|about|approximately|roughly|at|before|after|then|version|release|launch|inception|' +
    'mid|shortly',
  /** What machines are told to do; starting one of these is an act. */
  machinery:
    'deploy|deploys|deployment|deployments|build|builds|pipeline|pipelines|release|run|runs|workflow|job|jobs|page|' +
    'pages|review|scan|notification|notifications|backup|sync|reindex|drill|snapshot|rebuild|rollback|alarm|alarms',
  /** Things that a sentence makes the doer of harm. */
  agent:
    'change|changes|deploy|deployment|release|commit|migration|upgrade|update|patch|refactor|merge|bug|misconfiguration|' +
    'typo|regression|fault|rule|script|query|failover|rollout|rollback|fix|limit|leak|spike|load|traffic|flag|push|' +
    'loop|flood|partition|ttl|timeout|firewall|policy|permission|permissions|mismatch|surge|storm|bottleneck|deadlock|' +
    'race|reduction|coupling|combination|overload|undersizing|pressure|saturation|lack|absence|increase|exhaustion|contention|shortage|exception|crash|failure|error|errors|scraper|client|tenant|process|cron|logs|caching|cache|certificate|key|' +
    'token|dependency|library|driver|record|rain|lightning|storm|fire|message|payload|packet|packets|route|bot|crawler|mutex|disk|disks|maintenance|reboot|restart|recursion|backpressure|congestion|defect|flaw|' +
    'image|version|config|configuration|setting|rate|volume|gap|lock|retry|retries|job|jobs|import|export|backlog',
  human:
    'i|we|he|she|you|who|alice|bo|carol|call|oncall|vendor|provider|developer|admin|engineer|engineers|commander|team|teams|responder|responders|staff|operator',
  /** What is read to learn what happened. */
  evidence:
    'log|logs|metric|metrics|graph|graphs|trace|traces|dashboard|dashboards|data|evidence|symptom|symptoms|timing|' +
    'analysis|result|results|finding|findings|sign|signs|test|tests|report|reports|indication|indications|error|errors|' +
    'failure|failures|clue|clues|response|responses|number|numbers|investigation|timestamps|message|messages',
  /** Parts of a system and what they handle. */
  part:
    'pod|pods|node|nodes|service|services|request|requests|job|jobs|change|changes|alert|alerts|query|queries|' +
    'deploy|deployment|issue|issues|problem|problems|restart|row|rows|order|orders|message|messages|build|builds|' +
    'database|cluster|proxy|cache|queue|data|user|users|customer|customers|client|clients|package|packages|value|some',
  /** Follows `have`. */
  participle:
    '<ed>|been|had|gone|come|become|made|done|lost|got|gotten|run|broken|fallen|taken|hit|left|sent|seen|read|written|' +
    'caught|known|found|kept|held|set|put|shown|told|thought|brought|built|cut|shut|chosen|given|grown|led|let|paid|' +
    'spent|stood|understood|woken|driven|heard|risen|split|spread|stuck|begun|sought|bought|drawn|rolled|beaten|frozen|hidden|' +
    'forgotten|withdrawn|overridden|foreseen|proven|thrown|flown|blown|bound|dealt|fed|fought|laid|lent|met|overcome|rebuilt|reset|' +
    'sold|slept|slowed|spun|struck|swept|taught|undone|won|worn|fit|fallen|quit|meant|learnt|felt|spoken|redone|rerun|spotted',
  /** Verbs that open a task; words for what was done in the response (restart, drain, delete) are left out. */
  task:
    'add|create|implement|document|write|improve|update|modify|fix|automate|ensure|consider|investigate|introduce|' +
    'develop|establish|separate|allow|collect|replace|use|include|increase|limit|avoid|move|review|schedule|' +
    'keep|try|know|monitor|define|extend|harden|migrate|upgrade|provide|require|enable|refactor|standardise|' +
    'standardize|formalise|formalize|evaluate|explore|reduce|tune|teach|train|prevent|revisit|plan|subscribe|' +
    'disband|ask|loosen|tighten|identify|adopt|agree|align|assign|clarify|configure|consolidate|' +
    'decouple|deprecate|detect|educate|eliminate|encourage|enforce|expand|follow|install|' +
    'integrate|isolate|learn|make|measure|minimise|minimize|optimise|optimize|prioritise|prioritize|propose|protect|' +
    'publish|reevaluate|rearchitect|rework|rewrite|simplify|strengthen|understand|' +
    'validate|verify|setup|refine|remind|rethink|retire|shorten',
  /** Those that are as often nouns. */
  'task-noun': 'test|release|push|file|set|spike|share|track|stop|switch|put|build|design|audit|split|pin|expose',
  /** What stands before a task. */
  priority: 'high|medium|low|p0|p1|p2|p3|p4|must|optional|please|also|possibly|then|and|long|short|term|should',
  degree:
    'very|quite|pretty|fairly|rather|extremely|relatively|really|particularly|especially|unusually|abnormally|overly|' +
    'surprisingly|so|too|incredibly|highly|somewhat|notoriously|needlessly|unnecessarily|super|absolutely|exceptionally|remarkably',
  trouble:
    'outage|outages|incident|restart|restarts|crash|crashes|failure|failures|cascade|spike|spikes|storm|loop|error|' +
    'errors|timeout|timeouts|rollout|eviction|evictions|bug|leak|deadlock|failover|quarantine|problem|issue|alert|alerts',
};
