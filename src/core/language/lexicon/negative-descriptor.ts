import type { LexiconRow } from './lexicon-entry';

const practices =
  'monitoring|alerting|alerts|testing|tests|test|documentation|docs|communication|understanding|knowledge|awareness|training|process|' +
  'processes|procedure|procedures|planning|preparation|coordination|oversight|review|reviews|visibility|observability|logging|' +
  'coverage|handling|validation|safeguards|guardrails|controls|tooling|design|practice|practices|hygiene|management|decision|' +
  'decisions|choice|judgement|judgment|quality|implementation|configuration|setup|care|attention|ownership|handover|handoff|' +
  'runbook|runbooks|guidance|staffing|maintenance|verification|experience|expertise|onboarding|culture|discipline|assumption|assumptions|' +
  'instrumentation|isolation|security|protection|checks|defaults|architecture|code|analysis|investigation|response|escalation|rollout|' +
  'naming|estimates|estimation|resilience|redundancy|change|risk|detection|metrics|diligence|messaging|error';

/** What stands between a judgement and the practice that is judged. */
const ofWhat =
  'system|network|database|platform|infrastructure|application|service|server|capacity|security|safety|operational|technical|' +
  'functional|performance|stress|backup|recovery|failover|rollback|upgrade|migration|deployment|production|vendor|customer|user|' +
  'data|cross|early|initial|project|programme|program|software|engineering|business|general|overall|end|pre|post|<qualifier>';

/** Words that judge what was there instead of saying what it was. */
export const negativeDescriptors: readonly LexiconRow[] = [
  {
    cues: [
      `insufficient|inadequate|poor|improper|sloppy|weak|deficient|substandard|subpar|shoddy|bad|flawed|careless|lax|immature|patchy <lightly>? <ing>? ${practices}`,
      `insufficient|inadequate|poor|improper|weak|deficient|flawed|lax <ed>|<capital>|<mask>|team|internal|integration|unit|load|error|incident|change|release|access|input|risk|staging|code|system|alert|release ${practices}`,
      `insufficiently|inadequately|poorly|improperly|badly|sloppily|hastily <ed>|written|set|thought|understood|built|done|chosen|known|tested|run|laid|kept`,
      `${practices} <lightly>? in? place? <be> <lightly>? <lightly>? insufficient|inadequate|poor|weak|deficient|incomplete|unclear|confusing|sparse|patchy`,
      `${practices} of|in|for|with|between|around|on|to|during|before|after|across|within|from|about … <be> <lightly>? <lightly>? insufficient|inadequate|poor|weak|deficient|incomplete|unclear|confusing|patchy|lacking`,
      'communication|coordination|handover|escalation with|between|to|of … <be> <lightly>? <lightly>? slow|unclear|late|delayed|missing',
      'communication|coordination|handover|escalation <be> <lightly>? <lightly>? slow|unclear|late|delayed|missing',
      'wrong|incorrect|false|faulty decision|assumption|assumptions|choice|conclusion|conclusions|judgement|judgment|diagnosis',
      'misguided|ill judged|terrible|horrible|awful|embarrassing|shameful|ridiculous|stupid|dumb|foolish|disorganised|disorganized|uncoordinated|clumsy|shambolic',
      `not enough|much <qualifier>? ${practices} !to`,
      'too few|little tests|people|reviewers|reviews|engineers|checks|alerts|safeguards|eyes|hands|testing|testers|time',
      'handled|managed|planned|communicated|documented|tested|executed|written|designed|organised|organized|chosen|coordinated <lightly>? badly|poorly',
      'not <lightly>? have|had <det>? adequate|sufficient|proper|appropriate|good',
      'not enough people|engineers|reviewers|staff|care|thought|eyes|effort|emphasis',
      `no clear|proper|adequate|sufficient|consistent|good|meaningful <qualifier>? ${practices}`,
      'overly|needlessly|unnecessarily|excessively complex|complicated|permissive|manual|optimistic|broad|aggressive|fragile|sensitive|long',
      'without <lightly>? proper|adequate|sufficient|appropriate|due validation|testing|review|reviews|monitoring|care|checks|safeguards|preparation|planning|notice|communication|consideration|documentation|approval|understanding|training|verification|oversight|diligence',
      'wrong|bad|poor call $',
      'wholly|entirely|totally|completely|woefully|grossly inadequate|insufficient|unacceptable',
      'poor|inadequate|sloppy|shoddy|substandard !man|performance|connectivity|network|connection|latency|signal|throughput|resolution|cache',
      'low|little|limited knowledge|awareness|experience|understanding|visibility|insight|expertise',
      'incomplete|outdated|stale documentation|docs|runbook|runbooks|instructions|playbook|playbooks|diagrams',
      'not been <lightly>? properly|adequately|sufficiently|thoroughly|well <ed>|known|understood|set',
      '[noise|alerts|alerting] … too high|noisy|many',
      'weak|poor|insufficient|inadequate|unclear signal|signals|agreement|agreements|ones|release|strategy|choice|work',
      'insufficient|inadequate <ing>|<ed>|testing|time|care|attention|research|insight|context|staff|support|headroom|warning|notice|separation|alignment|preparation|buffer|budget|load|input|error',
      '<lightly>? room for improvement',
      'false sense? of? safety|security|confidence',
      'highly|very|quite|really|extremely|rather|somewhat|confusingly misleading|unclear|confusing|vague|ambiguous|opaque|brittle|fragile',
      '[steps|step|instructions|docs|documentation|runbook|procedure|procedures|process|responsibilities|responsibility|ownership|roles|plan|policy|guidelines|criteria|message|messages|remediation|expectations|requirements] <be>? <lightly>? unclear|confusing|misleading|vague|ambiguous|outdated|undocumented|cryptic|unhelpful',
      'unclear|ambiguous|vague|confusing|misleading|outdated|undocumented|cryptic|unhelpful ownership|responsibilities|responsibility|roles|documentation|docs|instructions|procedure|procedures|process|processes|expectations|requirements|guidelines|runbook|runbooks|naming|communication|error|log|escalation|priorities|message|messages|steps',
      'not a|an|very|really|particularly? mature|great|ideal|best',
      'poor|bad|terrible|awful|lousy|questionable idea|decision|choice|job|practice|assumption|judgement|judgment|call|timing|communication',
    ],
    unless: {
      before: ['no|not|never|without|was|were !a|an? not', '<be> not', 'known'],
      after: [
        'channel|channels|parameter|value|option|<capital>|capacity|memory|space|disk|funds|balance|permission|permissions|privilege|privileges|quota|cpu|resources|storage|bandwidth|scope|scopes|rights|nodes|replicas|ip|ips|instance|power|gateway|request|hash|checksum|signature|sector|block|rows|certificate|magic|header|token|packet|credentials|password',
      ],
    },
    flags: [
      '{Insufficient monitoring} of the mirror.',
      '{Poor communication} between the two calls.',
      'The job was {poorly documented}.',
      'Running both at once was a {bad idea}.',
    ],
    passes: [
      'The call returned: bad gateway.',
      'The transfer was declined for insufficient funds.',
      'The disk has two bad sectors.',
      'The pod was in a bad state.',
      'The user has insufficient permissions on the bucket.',
    ],
  },
  {
    cues: [
      '<be>|seems|seemed|felt|looks|looked <lightly>? less than|far from ideal|optimal|perfect|great|satisfactory|stellar',
      'less than ideal|optimal|perfect|satisfactory|stellar',
      'far from ideal|perfect|optimal',
      '<be> <lightly>? <lightly>? not <lightly>? ideal|optimal|great|acceptable|satisfactory|advisable|wise|sensible|thorough|rigorous|satisfying',
      `[${practices}] … <be> <lightly>? <lightly>? not <lightly>? adequate|sufficient|sustainable|fit|mature|robust|helpful|useful|comprehensive|intuitive`,
      'not <lightly>? good|robust|mature|thorough|rigorous|careful|clear|fast|quick|strict|sophisticated|granular|responsive enough',
      '<be> <lightly>? suboptimal|inadvisable|unacceptable|unwise|lacking|deficient|inexcusable|embarrassing|woeful|abysmal|dismal|' +
        'disappointing|wanting|sloppy|shoddy|hasty|rushed|inadequate|lax|haphazard|chaotic|unprofessional|immature|neglected',
      'suboptimal|inadvisable|rushed|hasty|hastily|chaotic|haphazard',
      'ill advised|prepared|equipped|conceived|considered|suited',
      'half baked|hearted',
      '<be> <lightly>? not <lightly>? set|configured|documented|tested|maintained|handled|communicated|implemented|reviewed|planned|understood|trained|' +
        'prepared|defined|managed|secured|monitored|checked up? properly|correctly|adequately|sufficiently|well|thoroughly|enough',
      '<be> <lightly>? not|never <lightly>? properly|adequately|sufficiently|thoroughly|well|appropriately|rigorously <ed>|set|understood|built|written|known|thought',
      'need|needs|needed <lightly>? work|improvement|improving|attention|love|polish|tlc',
      'not <lightly>|necessarily? documented|tested|understood|maintained|communicated|reviewed|monitored|designed|planned|known|written|built that|very|so|all|particularly|terribly? well',
      'not|never <lightly>? <ed>|set closely|carefully|thoroughly|rigorously|widely|adequately|properly enough?',
      'not <lightly>? thought|planned through|out|ahead',
      'leaves|left much|something to? be? desired',
      'leaves|leave|left|leaving <det>? lot|much|plenty|everything to be desired',
      'too much|little|many noise|attention|focus|trust|reliance|testing|review|process|communication|documentation|monitoring|oversight|care|thought|discipline',
      'too noisy|chatty|vague|lax|loose|manual|complicated|fragile|brittle',
      'fell short',
      'critical|serious|significant|major|fundamental|glaring architectural|structural|design|security|systemic|operational|process? gap|gaps|weakness|weaknesses|shortcoming|shortcomings in|of',
      'diagnosis|detection|response|resolution|recovery|investigation|escalation|communication|rollback|triage|mitigation <lightly>? took|takes <lightly>? far|way|much? too long',
      '<be> <lightly>? not <lightly>? equipped|prepared for|to',
      'not properly|adequately|sufficiently|appropriately <ed>|set|understood|built|known',
      '<be> <lightly>? inappropriate|unsuitable|unfit|unsuited for',
      'not well tested|documented|understood|maintained|known|designed|covered|defined|monitored|communicated|thought',
      'unacceptable|inexcusable',
      'unstructured|uncoordinated|disorganised|disorganized|ad hoc',
      'unreasonably|unacceptably|needlessly|painfully <ed>|long|slow|high|late|complex|large',
      '[<det>|our] decision|choice|assumption|judgement|judgment|diagnosis|call of|to … <be> <lightly>? wrong|incorrect|bad|poor|flawed|mistaken',
      '<det>|our <lightly>? design|architecture|approach|process|plan|strategy|setup|procedure|model <be> <lightly>? flawed|broken|fragile|brittle|weak|immature|poor|inadequate|bad',
      'unreasonable|excessive long|detection|response|delay|time|complexity|effort',
    ],
    isWeak: true,
    unless: { before: ['if|whether|when …', 'not', 'no'], after: ['for|to <mask>', '<titled>'] },
    flags: [
      'A release on Friday evening is {less than ideal}.',
      'The renewal {was not set up properly}.',
      'There is {too much noise} in the alert channel.',
      'The handling of restarts {needs work}.',
      'The {diagnosis took too long}.',
      'The drill showed {serious gaps in} the plan.',
      'The default {was inappropriate for} a small node.',
      'Requests {not properly sized} for the pool.',
    ],
    passes: [
      'The rollback needs 4 min.',
      'The image is 40 MB smaller than before.',
      'The flag was not set on the second node.',
      'The rest of the work needs a second reviewer.',
    ],
  },
  {
    cues: [
      `lack|absence|shortage|dearth of <lightly>? dedicated|revision|diligence|discipline|attention|structure|standards|standardisation|standardization|governance|clear|deep|deeper|clear|good|proper|sufficient|adequate|any|shared|common|internal|technical|basic|real|formal|team? ` +
        'understanding|knowledge|awareness|communication|training|ownership|coordination|experience|familiarity|clarity|visibility|testing|' +
        'monitoring|alerting|documentation|process|processes|planning|oversight|review|reviews|leadership|expertise|foresight|preparation|' +
        'guidance|observability|rigor|rigour|confidence|insight|context|alignment|accountability|safeguards|guardrails|maintenance|preparedness|tests|skills|automation|validation',
      'lack|absence of … testing|monitoring|alerting|documentation|understanding|awareness|training|communication|visibility',
      '<people> <lightly>? lack visibility|insight|observability|monitoring|alerting|documentation|ownership|clarity',
      'lacks|lacked|lacking proper|sufficient|adequate|appropriate',
      'lacks|lacked|lacking <det>? <lightly>? proper|sufficient|adequate|clear|good|deep|any? understanding|knowledge|awareness|communication|training|' +
        'ownership|coordination|experience|clarity|visibility|testing|monitoring|alerting|documentation|planning|oversight|review|expertise',
      'no one else? in|on|at? the|our? team? <lightly>? else? knew|knows|understood|understands|owns|owned',
      'nobody <lightly>? knew|knows|understood|understands|owns|owned',
      'unfamiliar|unfamiliarity with',
      '<be> <lightly>? not <lightly>? familiar with',
    ],
    isWeak: true,
    unless: { before: ['no|not', 'if|you'] },
    flags: [
      '{Lack of training} on the new console.',
      'There was a {lack of shared understanding} of the limits.',
      'The second team {lacked visibility} into the queue.',
    ],
    passes: [
      'The lack of a priority class let the pods be evicted.',
      'The job stopped for lack of disk space.',
      'The absence of the header is logged.',
    ],
  },
  {
    cues: [
      `[${practices}] … <be>|seemed|proved|felt|feels|looks <lightly>? <degree>? flawed|cryptic|misleading|haphazard|woeful|unsatisfactory|subpar|lacklustre|clunky|brittle|fragile|convoluted|` +
        `cumbersome|unwieldy|opaque|unintuitive|sparse|patchy|spotty|confusing|vague|unhelpful|useless|hopeless|appalling|dreadful|abysmal|` +
        `sloppy|shoddy|terrible|awful|horrible|messy|chaotic|primitive|rudimentary|perfunctory|superficial|overcomplicated|antiquated`,
      `[${practices}] … <be> <lightly>? <degree>? error prone`,
      '<be> <lightly>? non existent|nonexistent',
      'woefully|hopelessly|embarrassingly|shockingly|inexcusably|appallingly|lamentably|frustratingly|disappointingly',
      `[${practices}|page|wiki|text] … <be> <lightly>? <degree>? hard|difficult|impossible to follow|understand|find|read|use|navigate|interpret`,
      `[${practices}|page|wiki|text] … <be> <lightly>? <degree>? easy to misread|miss|misinterpret|overlook|misunderstand|get`,
      `[${practices}] … <be> <lightly>? <degree>? out of date`,
      'slower|longer|later|worse|weaker|harder|slow than it|we|they|he needed|had|ought',
      'slower|longer|later|worse than necessary|acceptable|desirable|needed|required|ideal|desired',
      'an? afterthought',
      `insufficient|inadequate|poor|weak|bad|improper|lax|patchy|sloppy|substandard ${ofWhat} ${ofWhat}? ${practices}|warnings|limits|separation|support|staff|capability|capabilities|standards|discipline|engagement|remediation|mitigation|maintenance`,
      `lack|absence|shortage of ${ofWhat} ${ofWhat}? monitoring|alerting|testing|documentation|training|communication|visibility|observability|planning|oversight|validation|automation|ownership|coordination|redundancy`,
      'too aggressive|permissive|optimistic|strict|lax|coarse|conservative|generous|tight|loose|lenient|sensitive|noisy|rigid|ambitious|trusting for|to|$',
      'too aggressively|aggresively|conservatively|loosely|tightly|optimistically|hastily|broadly|narrowly|eagerly|trustingly',
      'not <adverb>? tuned|optimised|optimized|equipped|adequate|suitable for',
      'communication|knowledge|skill|skills|training|ownership|cultural|process|procedural|governance gap|gaps',
      'critical|major|fundamental|significant|serious|glaring|obvious|big|large monitoring|testing|process|alerting|coverage|documentation|observability? gap|gaps|hole|holes|weakness|weaknesses|deficiency|deficiencies|shortcomings|failing|failings',
      'tribal knowledge',
      '[<be>] <lightly>? too !many|much|little|late|soon|early|far|few|large|long|big|small|old|busy|short|high|low|<num>|deep|full|hot|recent|new|close',
      `[${practices}] … <be> <lightly>? insufficient|inadequate`,
      '<be> <lightly>? <lightly>? not <lightly>? realistic|meaningful|actionable|forthcoming|coherent|timely|appropriate',
      '[communication|structure|coordination|process|processes|command|escalation|handover|discipline] … broke|fell|breaks down|apart',
      'flying|flew blind',
      '<be> <lightly>? in the dark',
      'highlight*|expose*|reveal*|show*|uncover*|demonstrate* <det>? <adverb>|important|critical|several|some|two|many? gap|gaps|weakness|weaknesses|shortcoming|shortcomings|flaw|flaws in',
      'procedural|process|operational|organisational|organizational|management failure|failures|failing|failings',
      `untested|unproven|unrehearsed <qualifier>|${ofWhat}? ${practices}`,
      'it took <lightly>? far|way|much? too long to|for|before|until',
      'not <lightly>? clear to|about|enough',
      'rife',
      'knowledge … was|been|is|were lost',
      `[${practices}] … not been? <lightly>? kept|updated <adverb>? up|current|since|in|for|regularly`,
      'not <lightly>? been? kept up to date',
      'not? fit for purpose',
      `weak|poor|lax|bad|sloppy|loose|inconsistent|unclear <qualifier>|password|access|security|naming? policy|policies|standards|hygiene|controls|conventions|boundaries|abstraction|separation`,
    ],
    isWeak: true,
    unless: {
      before: [
        'not|no|never',
        'if|whether|when …',
        '^ this|it|that',
        'warning|header|field|value|hash|matrix <be>?',
        'memory|disk|space|permissions|permission|capacity|quota|funds|balance|resources|cpu|privileges|payload|request|response|file …',
      ],
    },
    flags: [
      'The runbook {is cryptic}.',
      'The escalation {was flawed}.',
      'The rollout {is error-prone}.',
      'The runbook {is hard to follow}.',
      'Recovery took {longer than it needed} to.',
      'The limit was {too aggressive for} the night.',
      'The review showed a {communication gap}.',
    ],
    passes: [
      'The index is sparsely filled.',
      'The runbook is easy to find and has three steps.',
      'The copy took longer than 40 min.',
      'The error was not misleading.',
    ],
  },
  {
    cues: [
      '<poor>',
      '<mess>',
      '<shortcoming>',
      'blind spot|spots',
      'alert|alarm|pager|notification fatigue',
      'next to nothing',
      'too infrequent|infrequently|rarely|seldom|shallow|thin|informal|reactive|siloed|manual|complicated|cumbersome|cryptic',
      'too many manual|steps|cooks|hands|moving|alerts|dashboards|tools|people|exceptions',
      'too easy|hard|difficult|complicated|complex to|for',
      'inconsistent naming|communication|communications|messaging|practices|documentation|process|processes|standards|approach|handling|information|instructions|ownership|conventions|terminology',
      'siloed|silos|overstretched|overworked',
      'stretched <lightly>? thin',
      'few <people>? understand|understands|understood|knew|know',
      'hardly|barely|scarcely anyone|anybody|any',
    ],
    isWeak: true,
    unless: {
      before: ['not|no|never|without|nothing|less|avoid', 'if|whether|when …', 'known'],
      after: ['man|type|types|value|values|operation|operations|matrix|monkey|mesh|recovery'],
    },
    flags: [
      'The handover was {muddled}.',
      'The cleanup job is a {mess}.',
      'The drill showed two {shortcomings}.',
      'The restore has {too many steps}.',
      'The channel suffers from {alert fatigue}.',
    ],
    passes: ['The field has a primitive type.', 'The message was sent at 14:05.', 'The lease has 40 s.'],
  },
];
