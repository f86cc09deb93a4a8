import type { LexiconRow } from './lexicon-entry';

/** Judgements of how people worked and felt, and of how bad or good something was to them. */
export const evaluationConduct: readonly LexiconRow[] = [
  {
    cues: [
      'significantly|severely|heavily|badly|greatly|massively|seriously impacted|affected|disrupted|inconvenienced|degraded|hampered|hindered|harmed',
      '[a|an|the|this|our] significant|massive|huge|enormous|catastrophic|devastating outage|disruption|inconvenience|degradation|failure|setback|blow|challenge|challenges|improvement|improvements|learning|milestone',
      'improved|improves|improve|worsened|helped|hurt … significantly|substantially|dramatically|greatly|tremendously|immensely',
      'significantly|substantially|dramatically|greatly|tremendously|immensely improved|worsened|helped|hurt|simplified|complicated',
      'not <adverb>|even|really? properly|adequately|sufficiently|thoroughly|fully communicate|communicated|document|documented|test|tested|review|reviewed|plan|planned|consider|considered|coordinate|coordinated|inform|informed|understand|understood|prepare|prepared|share|shared|assess|assessed|appreciate|take',
      '<be> <degree>? proactive|diligent|attentive|thorough|professional|transparent|cooperative|collaborative|resourceful in|about|with|and|during',
      '[<be>|<ed>|and] <adverb>? efficiently|effectively|proactively|competently|diligently|thoughtfully|skilfully|gracefully|admirably managed|handled|communicated|coordinated|organised|organized|resolved|executed|triaged',
      'communicate|communicated|communicating|respond|responded|manage|managed|handle|handled|collaborate|collaborated|coordinate|coordinated … effectively|efficiently|competently|diligently',
      '[<ed>] proactively|admirably|heroically|diligently $',
      'this|that|it|which was|is a|my|our|their <degree>? mistake !in',
      'my|our|their <degree>|next|first|second|third|biggest|big|only? mistake|mistakes !<num>',
      '<be> <adverb>|also? surprised|shocked|amazed|stunned|dismayed|saddened|disheartened|mortified|thrilled|delighted|proud|pleased|devastated|heartbroken|terrified|relieved|grateful|thankful',
      'i|we <adverb>? cringed|sweated|sighed',
      'a|the|much|far|even|somewhat simpler|smarter|cleaner|saner|nicer|wiser solution|option|approach|way|fix|design|choice',
      '<be> <adverb>? easily|readily|trivially identifiable|reversible|reproducible|reproduced|avoidable|fixed|found|spotted|detected',
      'clear|good|great|excellent|effective|strong|poor|open|transparent communication|communications|coordination|collaboration|teamwork|handoff !channel|channels|plan|path|if',
      '[which|that|this] <adverb>|really|also|certainly? helped|hurt|hindered|hampered $',
      'without <lightly>? proper|adequate|sufficient|appropriate|due validation|testing|review|reviews|monitoring|care|checks|safeguards|preparation|planning|notice|communication|consideration|documentation|approval|understanding|training|verification|oversight|isolation|diligence',
      'wrong|bad|good|right|poor|tough|hard call $',
      '<people> <be>? <lightly>? unfamiliar|inexperienced|untrained|unprepared',
      '<people> did nothing|everything wrong|right',
      'much|far|somewhat|lot cleaner|nicer|saner|smoother|easier|clearer',
      'best compromise|guess|bet|course',
      'timeliness|willingness|dedication|diligence|patience|professionalism|heroics|competence|incompetence|negligence|ingenuity',
    ],
    isWeak: true,
    unless: {
      before: ['to|be|must|should', '^ ensure ……', 'on|at a?', 'thank|thanks ……'],
      after: ['<num>', 'or|and not', 'basis'],
    },
    flags: [
      'Many tenants were {significantly impacted}.',
      'The owner was {not properly informed}.',
      'Support {was proactive in} writing to all tenants.',
      '{It was a mistake}.',
      'We {were surprised} by the second spike.',
      'There was {a simpler solution}.',
    ],
    passes: [
      'The job was efficiently scheduled on 4 nodes.',
      'The best effort queue holds 40 jobs at night.',
      'Proactively scaling the pool from 7 to 10 nodes.',
      'The owner was informed at 14:05.',
    ],
  },
];
