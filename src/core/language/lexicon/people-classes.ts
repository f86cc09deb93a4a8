import type { WordClasses } from '../phrase';

/** People and machines as the subjects of a sentence; a fault of the one is blame, of the other a fact. */
export const peopleClasses = {
  /** Names that our own examples use; any other is known by its capital where only people do what the verb says. */
  name: 'alice|bo|carol',
  /** Words that hardly ever name a machine; `operator` and `client` do. */
  person:
    'i|we|he|she|someone|somebody|people|everyone|everybody|team|teams|squad|crew|engineer|engineers|developer|' +
    'developers|dev|devs|programmer|admin|admins|administrator|administrators|responder|responders|' +
    'commander|author|authors|reviewer|reviewers|maintainer|maintainers|manager|managers|management|leadership|staff|' +
    'colleague|colleagues|coworker|coworkers|teammate|teammates|newcomer|employee|employees|contractor|contractors|person|member|members|intern|interns|' +
    'oncall|sre|sres|tester|testers|qa|architect|technician|technicians|analyst|contributor|contributors|dba|dbas|' +
    'department|organisation|organization|company|vendor|supplier|board|directors|director|executives|executive|ceo|cto|cio|ciso|chief|personnel|consultant|consultants|trader|traders|' +
    'officer|officers|dispatcher|dispatchers|specialist|specialists|expert|experts|trainee|trainees|supervisor|supervisors|electrician|' +
    'electricians|auditor|auditors|student|students|programmers|architects|contributors|committer|committers|vendors|contractors|<name>|himself|herself|themselves|ourselves',
  /** … and words that name people where only people do what the verb says. */
  people:
    '<person>|they|who|firm|bank|provider|carrier|registrar|agency|regulator|operator|operators|lead|leads|owner|owners|ops|devops|support|call|shift|infrastructure|platform',
  nobody: 'nobody|noone|none of us',
  possessive: 'my|our|his|her|their|whose|your',
  /** What may stand between a subject and its verb. */
  lightly:
    'also|then|initially|apparently|simply|just|had|have|has|still|first|again|clearly|completely|totally|entirely|' +
    'repeatedly|collectively|all|both|quickly|already|too|really|at|often|never|ever|actually|previously|seemingly|' +
    'evidently|obviously|unfortunately|sadly|later|probably|perhaps|maybe|likely|somewhat|admittedly|only|partly|very|so|particularly|especially|quite|' +
    'terribly|overly|independently|explicitly|manually|separately|formally|properly|ultimately|essentially|basically|frankly|honestly|effectively',
  /** What a person is meant to do with a risk, a change or an alert. */
  duty:
    'check|checked|checking|verify|verified|verifying|validate|validated|confirm|confirmed|test|tested|testing|review|' +
    'reviewed|notice|noticed|noticing|spot|spotted|realise|realize|realised|realized|recognise|recognize|recognised|' +
    'recognized|consider|considered|anticipate|anticipated|foresee|follow|followed|following|request|requested|ask|' +
    'asked|tell|told|inform|informed|communicate|communicated|coordinate|coordinated|escalate|escalated|notify|' +
    'notified|warn|warned|announce|announced|document|documented|read|look|looked|understand|' +
    'understood|appreciate|appreciated|account|respond|responded|react|reacted|act|acted|acknowledge|acknowledged|' +
    'plan|planned|prioritise|prioritize|prioritising|prioritizing|prioritised|prioritized|pay|paid|paying|watch|' +
    'watched|watching|listen|listened|care|cared|question|questioned|investigate|investigated|prepare|prepared|' +
    'remember|remembered|bother|bothered|catch|know|knew|grasp|heed|rehearse|rehearsed|raise|raised|' +
    'feel|felt|delegate|delegated|wait|waited|mention|mentioned|perform|performed|practise|practised|practice|practiced|rehearse|exercise|exercised|report|reported|explain|explained|' +
    'clarify|clarified|enforce|enforced|ensure|ensured|address|addressed|involve|involved|consult|consulted|share|shared|monitor|monitored',
  qualifier:
    'robust|thorough|extensive|comprehensive|consistent|automated|internal|external|team|integration|unit|load|regression|incident|' +
    'change|release|error|code|alert|cross|end|proactive|detailed|clear|reliable|technical|general|on|formal',
  /** Machines and their parts, as far as they are said to miss, fail or ignore. */
  machine:
    'pod|pods|node|nodes|job|jobs|test|tests|alert|alerts|alerting|monitor|monitors|monitoring|deploy|deployment|deployments|' +
    'service|services|server|servers|script|scripts|check|checks|build|builds|pipeline|pipelines|cluster|proxy|client|' +
    'clients|api|release|version|change|query|queries|request|requests|worker|workers|controller|scheduler|cache|' +
    'database|process|processes|tool|tools|bot|canary|fuzzer|linter|validator|container|containers|system|systems|' +
    'health|probe|probes|migration|update|upgrade|fix|patch|code|config|configuration|library|function|' +
    'parser|replica|primary|leader|queue|autoscaler|kubelet|agent|application|app|site|page|disk|host|hosts|machine|' +
    'machines|instance|instances|certificate|webhook|workflow|automation|ci|refactor|refactoring|commit',
} satisfies WordClasses;

/** Words that may open a sentence or stand for people, and are no names. */
export const namelessWords: ReadonlySet<string> = new Set(
  (
    `${peopleClasses.person}|${peopleClasses.people}|the|a|an|our|their|his|her|your|my|this|that|these|those|it|` +
    'whoever|nobody|noone|no|none|and|but|then|so|had|have|not|at|in|on|by|what|why|when|while|if|as|all|some|most|' +
    'after|before|since|one|two|apparently|also|later'
  ).split('|'),
);
