import type { LexiconRow } from './lexicon-entry';

/** Judgements of quality, ease and standing that look like plain words: how time went, what somebody felt, what a failure was of. */
export const evaluationQuality: readonly LexiconRow[] = [
  {
    cues: [
      'confusingly|understandably|bizarrely|inexplicably|infuriatingly|notoriously|predictably|shockingly|inexcusably|amusingly|rightly|rightfully',
      'time consuming',
      '[a] bit|little|tad|lot awkward|messy|confusing|slow|late|weird|odd|tricky|harder|worse|better|unclear|chaotic|painful|rough|embarrassing|optimistic|naive|rushed|hectic',
      '[<be>|feel|feels|felt|was] <lightly>? mortified|embarrassed|ashamed|humbled|horrified|baffled|stumped|puzzled|annoyed|frustrated|confident|uncomfortable',
      'user|developer|customer unfriendly',
      'nondescriptive|undescriptive|uninformative|unspecific',
      'scrambled|scrambling to',
      'perfect storm',
      'bound|doomed|destined to fail',
      'act|moment of <adverb>? laziness|desperation|carelessness|panic|madness',
      'not <be>? <lightly>? worth the|it|doing|keeping',
      'not yet? <lightly>? stable|mature|robust|solid|good enough',
      'in earnest',
      'no better|good alternative|alternatives|option|options|choice|way',
      'not <lightly>? <det>? obvious|easy|good|nice|clear way|ways',
      '[a|an|the|major|serious|significant|clear] governance|management|communication|leadership|organisational|organizational|planning|oversight|coordination|judgement|judgment failure|failures|breakdown|breakdowns',
    ],
    isWeak: true,
    unless: { before: ['to|be', 'not <degree>? <degree>?'], after: ['<num>'] },
    flags: [
      '{Confusingly} both hosts had one name.',
      'The copy was {time-consuming}.',
      'The page is a {bit awkward}.',
      'The tool is {not yet stable enough}.',
      'It was a {communication failure}.',
    ],
    passes: [
      'The disk was a bit slower than 40 MB/s on Monday.',
      'The storm passed at 14:00.',
      'The alternative route was set.',
    ],
  },
  {
    cues: [
      '[<be>|seems|seemed|feels|felt|looks] <degree>? risky|wasteful|excessive|unnecessary|sensible|reasonable|overkill|trivial|straightforward [$|to|for|and|but]',
      'straight forward',
      'a|an|the <degree>? reasonable|sensible|sane|pragmatic|expedient|questionable way|approach|choice|tradeoff|compromise|assumption|option|precaution',
      'most expedient|sensible|reasonable|pragmatic|elegant option|way|choice|fix|approach',
      'documentation|docs|runbook|instructions|manual <be> <lightly>? wrong|incorrect|outdated|misleading',
      '[it|this|that] <be> <degree>? difficult|hard|tricky|risky|unfortunate|disappointing|frustrating|concerning|embarrassing [since|because|as|and|but|$]',
      'make|makes|made|making it <degree>? hard|difficult|harder|challenging|impossible|easy|easier|tricky to',
      'more|less challenging|difficult|complicated|cumbersome|tedious|error to|than',
      '[feedback|response|coordination|communication|collaboration|sharing|support|handover] … <be> <lightly>|occasionally|sometimes|initially? slow|unstructured|chaotic|patchy|late',
      'response|reaction|resolution time|times <be>|was <lightly>? low|poor|bad|slow|great|good',
      'not <adverb>|necessarily|always? documented|tested|communicated|understood|maintained|covered|described that|very|so|particularly? well|clearly|thoroughly',
      'lasted|took|takes|taking a|too|very|quite|far|so long time? !as',
    ],
    isWeak: true,
    unless: { before: ['to|be', 'not'], after: ['for <num>', 'than <num>'] },
    flags: [
      'Keeping both is {risky} for the queue.',
      'The {docs are wrong} on that page.',
      'The outage {lasted a long time}.',
      'The flags are {not documented that well}.',
    ],
    passes: ['The response time was 40 ms.', 'The job took 4 min.', 'The flag is to be documented.'],
  },
];
