import type { LexiconRow } from './lexicon-entry';

/** Who is said to have noticed, reacted or done what was due too late, or hardly at all. */
export const blameLate: readonly LexiconRow[] = [
  {
    cues: [
      'only|just <num>|one|two|three|few|some|half|a few? of? the|our? <people>|person <lightly>? reacted|responded|noticed|knew|checked|read|acknowledged|answered|attended|understood|reviewed|followed|volunteered',
      'on? <people>|user|users <lightly>? did not <lightly>? think|bother|care|dare to|of',
      'took|takes|taking <det>|us|them|him|her|some|too? … before|until <people> <lightly>? noticed|realised|realized|spotted|understood|acted|reacted|responded|escalated|recognised|recognized',
      'not <lightly>? identified|caught|noticed|spotted|picked|found|detected|seen|considered up? … by <det>|<possessive>? <lightly>? <capital>|<ing>|service|release|product|development|application|change? <people>',
      'on? <people> <lightly>? <be> <lightly>? aware|informed|alerted|involved … only when|after|once',
      'on? <people> <lightly>? became|become aware|conscious … too|only|late',
      'because|since|as|given on? <people> <lightly>? did|had not <lightly>? deploy|deployed|merge|merged|update|updated|upgrade|upgraded|rotate|rotated|renew|renewed|' +
        'test|tested|check|checked|review|reviewed|document|documented|run|monitor|monitored|patch|patched|clean|cleaned|backup|automate|automated|plan|planned|configure|configured|set',
      'due|owing to <det>|<possessive> not <ing>|having',
      '<people> … without <adverb>|first|even|ever? flagging|checking|asking|telling|informing|consulting|verifying|testing|reviewing|notifying|announcing|coordinating|reading|thinking|considering|warning',
      'without <adverb>? doing|having <lightly>? much|enough|any investigation|research|testing|thought|preparation',
    ],
    isWeak: true,
    unless: { before: ['if|whether|when', 'customers|clients'], after: ['for <num>'] },
    flags: [
      '{Only one team reacted} to the notice.',
      'The {developer did not think to} look at the second page.',
      'It {took 20 min before we noticed} the gap.',
      'The fault was {not caught in testing by the service team}.',
      'The two drifted apart {because we did not deploy} each merge.',
    ],
    passes: [
      'Only one pod responded to the probe.',
      'It took 20 min before the probe noticed the gap.',
      'The fault was not caught by the tests.',
      'The pod was restarted because it did not answer.',
    ],
  },
];
