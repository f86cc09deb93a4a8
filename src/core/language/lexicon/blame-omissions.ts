import type { LexiconRow } from './lexicon-entry';

/**
 * What a person or a team did not do. Machines fail, miss and ignore as well: those verbs count behind a person only,
 * while forgetting or misjudging something is a person's doing whoever the sentence names.
 */
export const blameOmissions: readonly LexiconRow[] = [
  {
    cues: [
      'forgot|forgets',
      'forgetting|neglecting to',
      'have|has|had|having|not <lightly>? forgotten !password|passwords',
      'overlooked|neglected|misjudged|misunderstood|underestimated|disobeyed|botched|bungled|procrastinated|slacked',
      'misjudges|underestimates|forgetful|forgetfulness',
      'drop*|fumble* the ball',
      'screwed|messed up',
      'screwing|messing up',
      'fell asleep',
      'turn* a blind eye',
    ],
    unless: {
      before: [
        '<be> <lightly>? easily?',
        '<be> not',
        'scheduler|server|proxy|controller|cache|pod|node|daemon|broker <lightly>?',
        'been|role',
        'easy|easily|hard|possible|prone|often|be|get|gets|got|the|a|an|these|those|previously|any',
        '<titled> <be>',
        'not',
      ],
      after: ['password|passwords'],
    },
    flags: [
      'The author {forgot} to raise the limit.',
      'Alice {had forgotten} the second flag.',
      'Whoever merged it {overlooked} the second shard.',
      'The reviewer of the change {misjudged} the load.',
      'Support {neglected} to page anyone.',
      'We {underestimated} how long the copy takes.',
    ],
    passes: [
      'The shard was overlooked in the first scan.',
      'A link for forgotten passwords stands below the form.',
      'The step is easily overlooked.',
      'Nobody will remember a step that is easy to forget.',
    ],
  },
  {
    cues: [
      'on call|rotation|shift <lightly>? <lightly>? missed|skipped|ignored|dismissed|bypassed|disregarded|overlooked|misread|failed',
      'they <lightly>? ignored|skipped|missed|dismissed <det>|<num>|several|three|two|many? warning|warnings|alert|alerts|page|pages|step|steps|review|message|messages|sign|signs',
      '<people> <be> <lightly>? in a rush|hurry',
      'nobody|noone thought of|about',
      'no one thought of|about',
      '<person> <lightly>? <lightly>? failed|fails|fail|failing to <duty>?',
      'on? <people> <lightly>? failed|fails|failing to <duty>',
      '<person> on|in|of|from|for|at|responsible|<ing> … failed to',
      '<person> on|in|of|from|for|at|responsible|<ing>|who … skipped|ignored|missed|bypassed|omitted the|a|an|his|her|their|our|that',
      'ignored|missed|overlooked|skipped|dismissed|forgotten|neglected … by <det>? on? <people>? <people>',
      'failed|fails|failure to follow|communicate|consider|anticipate|escalate|appreciate|realise|realize|foresee|' +
        'coordinate|prioritise|prioritize|heed|document|adequately|properly !with|any',
      'failure to check|verify|test|review|plan|understand|inform|act|notice|monitor|adhere|comply',
      '<person>|they|who|<titled> <lightly>? misread|misinterpreted|disregarded|mishandled|panicked !with|at',
      '<possessive> failure|inability|unwillingness|refusal to',
      '<person>|they|who <lightly>? <lightly>? omitted|omits|refused|refuses|declined to',
      '<person>|who <lightly>? missed|misses|miss|skipped|skips|ignored|ignores|ignoring|dismissed|bypassed|violated|broke|' +
        'mishandled|disregarded',
      '[<titled>] missed|skipped|ignored|bypassed the? check|review|alert|alerts|step|steps|warning|warnings|runbook|' +
        'checklist|instructions|procedure|approval|page|signs|email|message|deadline|process|guideline|guidelines|rule',
    ],
    unless: {
      before: ['that|if|when|before|users|customers'],
      after: ['the? mark|call|train'],
    },
    flags: [
      'The {team failed to raise} the limit.',
      'The {engineers then failed to look} at the second graph.',
      '{Alice ignored} the warning of the tool.',
      'The {reviewers missed} the changed default.',
      'The outage lasted longer owing to a {failure to escalate}.',
      'The {developer skipped} the staging environment.',
    ],
    passes: [
      'The pod failed to start.',
      'The health check failed to reach the proxy.',
      'The client ignored the header.',
      'The parser misinterpreted the empty header.',
      'The alert missed its window.',
      'The team saw that the job failed to finish.',
    ],
  },
  {
    cues: [
      'on? <people> <lightly>? were|was|are|is <lightly>? not <adverb>? <lightly>? checking|verifying|validating|noticing|following|' +
        'prioritising|prioritizing|paying|watching|looking|listening|communicating|coordinating',
      'but|and|so did not <lightly>? properly|adequately|sufficiently|fully|clearly|thoroughly|carefully <duty>',
      'on? <people> did not <lightly>? properly|adequately|fully|sufficiently? take|factor|account|consider|think into|in|for|of|about',
      'on? <people> <lightly>? did|do|does|had|have|has <lightly>? not <adverb>? <lightly>? ' +
        'enough|properly|fully|explicitly|adequately|sufficiently|thoroughly|carefully|correctly|formally|regularly|routinely|always|' +
        'systematically|consistently|closely? <duty>',
      'on? <people> <lightly>? did|do|does|had|have not|never <lightly>? bother|bothered|care|cared|realise|' +
        'realize|realised|realized|consider|considered',
      'on? <people> <lightly>? never <duty>',
      '<person> of|in|on|at|from|for|who|<ing> … did|had|was|were not <lightly>? <duty>',
      '<people> … did nothing',
      '<people> did|do|does not have <det>? discipline|skill|skills|expertise|knowledge|experience|understanding|awareness|foresight',
      'did|had not intend|mean|intended|meant to',
      'did not bother',
      'on? <people> <lightly>? did not <lightly>? think|thought of|about|to',
      'on? <people> still had|have|has|did|do not|never <ed>|adopt|migrate|upgrade|follow|apply',
      '^ also|and|then failed to <duty>',
      'but failed to <duty> that',
      '<person> … was|were|<be> not sure|certain|confident|clear how|what|where|who|about',
      'on? <people> did|do not <lightly>? start|begin|get|look|act|respond|react|start … until|for',
      'should have known',
      'should have <lightly>? been more careful|cautious|attentive|diligent',
      'could not be bothered',
      '<people> <lightly>? never|not <lightly>? get|got|gotten|getting around|round to',
    ],
    unless: {
      before: ['if|unless'],
      after: ['any? yet|longer|anymore', 'why|what|how|whether|that? yet', 'whether|if|why'],
    },
    flags: [
      '{We did not check} the second region.',
      '{They did not explicitly request} a review.',
      'The {team had not tested} the restore.',
      'The {owners are not prioritising} the migration.',
      '{We never verified} the backup.',
    ],
    passes: [
      'The tests did not check the second region.',
      'We did not encounter the fault again.',
      'The endpoint was not tested on staging.',
      'The monitor never verified the certificate.',
    ],
  },
  {
    cues: [
      'nobody|noone else? <lightly>? <lightly>? <duty>|bothered',
      'nobody|noone <lightly>? notices|checks|looks|reads|reviews|realises|realizes|responds|reacts|saw|sees',
      'no one <lightly>? notices|checks|looks|reads|reviews|realises|realizes|responds|reacts|saw|sees',
      'nobody|noone on|in|at|from|with … <duty>',
      'nobody|noone <be> <lightly>? watching|monitoring|checking|looking|reviewing|responsible|aware|paying|available|awake|responding',
      'no one|engineer|responder|reviewer else? <lightly>? <lightly>? <duty>',
      'no one <be> <lightly>? watching|monitoring|checking|looking|reviewing|responsible|aware|paying|responding',
      'no one in|on|at|from the|our? team|squad|shift|call <lightly>? <duty>',
      'none|neither of us|them|the … <duty>',
      'nothing was|had <lightly>? done',
      'nobody|noone <lightly>? <be> <lightly>? familiar|trained|qualified|prepared|sure|clear',
      'nobody|noone|one in|on|at|from|with … <be> <lightly>? familiar|aware|trained|available|prepared|watching|monitoring|responsible',
      'nobody|noone|one took|takes|taking ownership|responsibility|charge|notice',
      'nobody|noone|one on|in|at|from|with … took|takes|taking|claimed|assumed ownership|responsibility|charge|notice',
      'went unnoticed by|to <people>',
    ],
    unless: { before: ['so|so that|that|ensures|mean|means|if', 'log|logs|trail|records'], after: ['if|until'] },
    flags: [
      '{Nobody noticed} the second alert.',
      '{Nobody was watching} the rollout.',
      '{No one had tested} the restore.',
      'For two hours {nothing was done}.',
    ],
    passes: [
      'No one had access to the console.',
      'Nobody was harmed.',
      'Nothing was lost.',
      'No alert was raised by the monitor.',
    ],
  },
  {
    cues: [
      'on? <people> <lightly>? did <adverb>? not <adverb>|even|also|immediately|initially|always|really|actually? !have|think|see|find|experience|encounter|observe|receive|need|lose|get|hit|want|use|own|face|suffer|detect|change|touch|' +
        'exist|execute|choose|run|succeed|return|reach|manage|hear|work|fix|help|exceed|reproduce|identify|require|feel|match|affect|result|contain|fail|happen|' +
        'stop|<adverb>|even|also|immediately|initially|always|really|actually',
      '<person> <lightly>? had <lightly>? not|never <lightly>? !seen|been|experienced|encountered|had|received|found|lost|observed|needed|changed|heard|used|run|noticed|reached <participle>',
      '[and|but] did <lightly>? not <lightly>? question|ask|tell|inform|consult|double|read|escalate|communicate|consider|realise|realize|think|bother|warn|announce|coordinate|inquire|mention|look|understand|raise',
      '[and|but] had|have <lightly>? never|not <lightly>? rehearsed|practised|practiced|asked|questioned|considered|thought|reviewed|tested|told|informed|read',
      'failed|fails|failing to organise|organize|manage|oversee|supervise|inform|tell|ask|consult|challenge|question|rehearse|train|learn|warn|disclose|grasp|seek|recognise|recognize|investigate|explain !with|any',
      'and|but never revisited|removed|cleaned|followed|checked|updated|reviewed|finished|completed|told|asked|tested|documented|rotated|renewed|fixed|raised',
      'had|did|have not <adverb>? tell|told|inform|informed|ask|asked|warn|warned|consult|consulted|alert|alerted us|them|anyone|anybody|each|our|support|engineering|ops|me|him|her|you',
      'shift|support|call|owner|owners|ops|devops|lead|leads <lightly>? failed|fails|failing to',
      'did <adverb>? not <adverb>? inform|tell|consult|anticipate|consider|realise|realize|coordinate|communicate|disclose|rehearse|appreciate|foresee|bother',
      'on? <people> …… and|but did|had|have not <adverb>? !have|see|find|experience|encounter|observe|receive|need|lose|get|seen|found|been|had|lost|changed|return|returned|work|help',
      'nobody|noone <be> <lightly>? <lightly>? in charge|control|command',
      '<people> <lightly>? followed <det> outdated|old|obsolete|wrong',
      'failed|fails|failing to take|give … account|care|steps|action|measures|consideration|attention|notice',
      'not give|pay|devote|allocate|dedicate|take <adverb>? sufficient|enough|adequate|due|proper|full <det>? consideration|attention|thought|time|priority|care|weight|notice|account',
    ],
    isWeak: true,
    unless: {
      before: ['if|whether|that|unless|because|what|why', 'users|customers', '<machine>'],
      after: ['any|anything|yet'],
    },
    flags: [
      'The {technician did not} copy the second file.',
      'The {provider sent a bulletin and did not} tell us.',
      'The {board had not asked} for the plan.',
      'Acme {failed to manage} the change.',
    ],
    passes: [
      'We did not see an error before 14:05.',
      'The on-call did not have the role.',
      'The probe did not copy the header.',
      'The team had not seen the page.',
    ],
  },
];
