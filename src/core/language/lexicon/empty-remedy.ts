import type { LexiconRow } from './lexicon-entry';

const practice =
  'communication|communications|communicating|monitoring|alerting|alerts|documentation|docs|testing|process|processes|' +
  'procedure|procedures|visibility|observability|awareness|coordination|collaboration|training|onboarding|knowledge|understanding|' +
  'response|transparency|tooling|planning|quality|reliability|stability|resilience|resiliency|robustness|code|review|reviews|' +
  'coverage|handover|handovers|ownership|escalation|practices|culture|hygiene|security|runbooks|runbook|playbooks|workflow|' +
  'workflows|logging|detection|tests|safety|preparedness|readiness|guidelines|rules|policies|policy|discipline|maintenance|' +
  'rollout|deployment|incident|telemetry|instrumentation|feedback|support|performance|maturity|posture|confidence|management|change';

/** Remedies that nobody can see done. */
export const emptyRemedies: readonly LexiconRow[] = [
  {
    cues: [
      'be <adverb>? much|a|bit|lot|even|far? more|extra|very|especially|particularly|super|really careful|cautious|aware|vigilant|mindful|diligent|' +
        'attentive|thorough|disciplined|proactive|considerate|transparent|thoughtful|rigorous|conservative|responsive|conscious|alert|precise|organised|organized|deliberate',
      'be careful|vigilant|mindful|diligent|cautious|attentive|proactive|wary|aware',
      'pay|paying <lightly>? more|closer|close|extra|better|special|careful|greater|due? attention',
      'take|taking|exercise|exercising|use more|extra|greater|better|special|due|particular? care|caution',
      'keep|keeping a|an close|closer|sharp|better eye on',
      'watch|watching out for',
      'try|trying harder|better',
      'do|doing better',
      'think|thinking twice|harder|carefully|before',
      'do not forget',
      'remember|remembering to',
      'slow|slowing down and|when|before|during',
      'stay|remain|remaining vigilant|alert|aware|careful|mindful',
      'bear|keep|keeping <det>? … in mind',
      'raise|raising|increase|increasing|create|build|spread|promote|greater|more awareness',
      'must|should|can|will|does|do not|never <lightly>? happen|occur|recur|repeat again',
      'never happens|happen again',
      'raise|raising|increase|increasing|build … awareness',
      'double|triple check|checking',
      'must|should|will not|never happen|occur|repeat|happens again',
    ],
    unless: {
      before: ['did|was|were|had|that|which', '<machine>', 'no|not need|have to?'],
      after: ['to <mask>'],
    },
    flags: [
      'We need to {be more careful} with the flags.',
      '{Pay more attention} to the second graph.',
      'In future {double-check} the region.',
      '{Raise awareness} of the freeze.',
    ],
    passes: [
      'The job was more careful with its locks after 2.8.',
      'Add a check of the region to `deploy.sh`.',
      'The double is checked in `sum.test.ts`.',
      'Alice kept the second window open.',
    ],
  },
  {
    cues: [
      `improve|improving|enhance|enhancing|strengthen|strengthening|streamline|streamlining|mature|tighten|tightening|bolster|boost|increase|increasing <adverb>? ` +
        `<det>|<possessive>? general|internal|overall|existing|current|external|cross|team|on|call|system|service|our|customer|public? team|of|and? ${practice}`,
      `improve|improving|enhance|strengthen|increase <det>|<possessive>? <ed>|<ing>|code|test|alert|change|release|incident|error|risk ${practice}`,
      `better <lightly>? and? internal|cross|team|general|overall|automated|external|clear|clearer|on|code|test|error|incident|change|release|integration|unit? call|team? ${practice}`,
      `<imperative>|need|needs|want|require|have|for|with|get|do|doing|adding|perform|conduct|provide|hold|schedule <det>? more|clearer|stronger|stricter|tighter|greater|improved|proper|adequate|sufficient|robust|` +
        `thorough|extensive|comprehensive|consistent|good <qualifier>? ${practice}|training`,
      `^ more <lightly>? rigorous|careful|thorough|robust|systematic|regular|frequent|extensive|comprehensive|proactive <qualifier>? ${practice}|training`,
      `^ more|clearer|stronger|stricter|tighter|greater|improved|proper|adequate|sufficient|robust|thorough|extensive|comprehensive|rigorous|systematic|regular|frequent|effective|closer|formal <qualifier>? ${practice}|training`,
      'more|additional|further|better|proper|refresher|regular training|education|coaching|discipline|rigor|rigour|vigilance|care|diligence',
      'improvement|improvements to|in … communication|monitoring|alerting|documentation|process|processes|testing',
      '^ communicate|document|test|plan|monitor|coordinate|review|share|explain|announce|prepare|handle|manage … better|earlier|sooner $',
      'improve|improving how we|the|our|teams|people|engineers',
      'improve|improving the? way|ways',
      `improve|enhance|strengthen|reinforce|foster|promote|cultivate|streamline|bolster|solidify … communication|communications|monitoring|alerting|documentation|testing|processes|procedures|visibility|` +
        'observability|awareness|coordination|collaboration|training|onboarding|knowledge|understanding|transparency|tooling|planning|culture|practices|runbooks|discipline|hygiene|importance|habit|habits|ownership|mindset',
      'enforce|enforcing|apply|have|introduce|impose stricter|stronger|tighter|strict|better <lightly>? <qualifier>? reviews|review|rules|controls|processes|process|policies|checks|standards|discipline|procedures',
      'keep|keeping an eye out',
      'remain|stay|remaining|staying calm|collected|focused|focussed|humble|patient|curious',
      'familiarise|familiarize|refamiliarise|refamiliarize|acquaint|educate themselves|yourself|ourselves',
      'become|get|getting familiar|acquainted|comfortable|fluent|used with|to',
      '^ clear|transparent|open|timely|frequent|regular|early|proactive communication|communications|documentation|ownership|responsibilities|updates',
      '^ quickly|promptly|always|regularly|carefully|thoroughly|diligently|proactively|timely|consistently <task>|address|follow|communicate|check|think|ask|read|double|investigate|respond|react',
      'better not? to rush|panic|hurry',
      'not rush|panic|hurry',
      'need|needs|should|must|want|plan|going|have to? <between>? streamline|refine|rethink|revisit|rework|professionalise|harmonise|solidify|strengthen|improve <det>|<possessive> <ing>? <qualifier>? … process|processes|pipeline|pipelines|procedure|procedures|practices|approach|workflow|workflows|strategy|communication',
      '^ <priority>? <task>|investigate|explore|find|look options|ways|way|opportunities|possibilities for|to|of|into improve|improving|better|streamline|harden|make',
      'a|an better|improved|clearer|nicer|saner … process|approach|way|procedure|workflow|strategy|solution|culture',
      'sane|sensible|reasonable|appropriate|adequate|suitable|decent <ed>|repo|branch|code|pipeline|alert|access|default? <ed>|branch? policies|policy|triggers|defaults|limits|practices|processes|rules|controls|standards|guidelines|protection',
      'acquire|build|gain|develop|strengthen|deepen … knowledge|understanding|expertise|experience|skills|competence|confidence|familiarity',
      'keep|keeping|bring|maintain <det>|<possessive>? <lightly>? documentation|docs|runbook|runbooks|playbooks|wiki|diagrams|knowledge <lightly>? up to date|updated|current',
      'share|sharing|spread|spreading|transfer <det>? more? knowledge|learnings|lessons|information|context|experience|experiences',
      'invest|investing <lightly>? more|heavily|time? in|into',
      'focus|focusing|concentrate <lightly>? more? on <lightly>? quality|reliability|testing|stability|communication|improving|being|monitoring|resilience|security',
      'work|working on|towards <possessive>|improving|better',
      'continue|continuing to closely? monitor|improve|work|invest|look|watch|learn|strive|refine|evolve|iterate',
      'get|getting|be|being|become|becoming better|faster|quicker at|in|about|with',
      'provide|hold|schedule|organise|organize|arrange|conduct|offer|give|run <lightly>? <det>? <qualifier>? training|trainings|workshop|workshops',
      'be|get stricter|clearer|faster|quicker|smarter|better|tighter|tougher !than',
      'take|taking … more seriously',
      'should|must|will|need|needs|to|shall … more|extra carefully|thoroughly|rigorously|diligently|attentively|proactively|consistently|often|frequently|seriously|closely|quickly|clearly|effectively',
      '^ !we|i|they|he|she|the|it|alice|bo|carol … more carefully|thoroughly|rigorously|diligently|attentively|proactively|seriously|closely|quickly|clearly|effectively',
      'communicate|coordinate|collaborate|plan|test|monitor|document|prepare|respond|react|share|listen|educate <lightly>? better|more|faster|earlier|often|clearly|carefully|' +
        'thoroughly|properly|proactively|effectively|closely|openly|sooner|quickly',
      'better communicate|coordinate|collaborate|understand|educate|prepare|test|monitor|document|inform|plan|handle|align',
    ],
    unless: {
      before: [
        'not|did|was|were|had|<be>|has|have|would|could|could|help*|helped|and',
        'a|an|the|much|even|no|with|this|which|that|changes|effort|efforts to?',
      ],
      after: [
        'of <mask>',
        'by <num>',
        'from <num>',
        'to <num>',
        '<mask>',
        'time|times|latency|throughput|<num>',
        'policy|group|id|ids',
      ],
    },
    flags: [
      '{Improve monitoring} of the queue.',
      '{Better communication} with support.',
      'We {need more training} on the console.',
      '{Improve our documentation}.',
      'The teams should {communicate earlier}.',
    ],
    passes: [
      'Improve the latency of `/export` to 200 ms.',
      'Alert when the queue is older than 2 min for 5 min.',
      'Bo improved the query in 2.7.1.',
      'A better index cut the query to 40 ms.',
    ],
  },
  {
    cues: [
      'remind|reminding <det>|<possessive>? <people>|all|each|staff|users|reviewers|everyone|colleagues|devs',
      'remind|reminding … to|of|about',
      'retrain|retraining|coach|educate|educating|train <det>|<possessive>? <people>|all|new|<ing>|on|in',
      'retrain|retraining',
      'train|training the|our|all|new|every|more on? <people>? <people>|users|hires',
      '^ know|understand|learn|remember all|your|how|to|when|what|where|that|who',
      'make|making|ensure|ensuring sure? that? it|this|everything|they|<det> <lightly>? <be> <lightly>? <lightly>? documented|tested|communicated|reviewed|monitored|known|understood|maintained|ready|prepared',
      'make|making|ensure|ensuring sure? that? everyone|everybody|people|<det>|we|all <people>? <lightly>? know|knows|understand|understands|are|is|follow|follows|remember|remembers|read|reads|pay|communicate|check|checks|reads|aware',
      'ensure|ensuring|guarantee proper|adequate|sufficient|better|good|appropriate|correct|consistent|effective|clear !capacity|memory|space|disk|headroom|resources|nodes|replicas|quota|storage|bandwidth',
      'by ensuring|remembering|improving|being',
      'should|must|need|needs|have to? <lightly>? know|remember|understand how|to|that|the|which|when|what',
      'encourage|encouraging|urge|ask <det>|<possessive>? <people>|all|everyone|users to',
      'as much as possible',
      'follow|following|adhere|stick|adhering <adverb>? to? the|our|best|established|existing|standard|proper change|release|deployment|incident|review|management? management|review|response? practices|process|procedure|procedures|processes|guidelines|rules|runbook|checklist',
      'follow|following|adopt|adopting|adhere to? best practices|practice',
      'learn from this|our|these|the|past|it|mistakes',
      'everyone|everybody|all <people>? should|must|needs|need|has|have to? read|know|follow|understand|remember|be|take|check|learn',
      `^ review|revisit|rethink|reconsider|reevaluate <possessive> <lightly>? <ing>? <qualifier>? ${practice}`,
      'strive|strives|aim to|for',
    ],
    isWeak: true,
    unless: {
      before: ['did|was|were|had|which|not|as|has|is|are', '^ alice|bo|carol', '<past>', '<past> … to'],
      after: ['if|when <machine>'],
    },
    flags: [
      '{Remind the team of} the freeze.',
      '{Know how} to renew the key.',
      '{Make sure everyone reads} the page.',
      '{Retrain the support} desk.',
    ],
    passes: [
      'A test makes sure that the pool holds 16 connections.',
      'The job reminds the owner 14 days before the key expires.',
      'Alice and bo know the console.',
      'The train of retries ended at 14:20.',
    ],
  },
  {
    cues: [
      '[should|must|ensure|ensuring|will|sure|need|needs|have] … clearly|properly|adequately|sufficiently|thoroughly|better|regularly|well communicated|documented|defined|tested|understood|reviewed|maintained|monitored|planned|coordinated|explained|trained|prepared',
      '^ increased|additional|extra|further <ing>? <qualifier>|issue|log|system? monitoring|alerting|testing|documentation|training|communication|awareness|visibility|oversight|scrutiny|vigilance|observability|logging|coverage|review|reviews',
    ],
    unless: { before: ['should|could|would|must have been', 'not be?'], after: ['of <mask>', 'by <num>'] },
    flags: [
      'The limits must be {clearly documented}.',
      '{Increased monitoring} after each release.',
      'We need to ensure that restores are {regularly tested}.',
    ],
    passes: ['The change was clearly documented.', 'The key was regularly tested in March.'],
  },
];
