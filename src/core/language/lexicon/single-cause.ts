import type { LexiconRow } from './lexicon-entry';

/** One cause told as the only one. */
export const singleCauses: readonly LexiconRow[] = [
  {
    cues: [
      'the root cause <be>',
      'the root cause of|for|behind … <be>',
      '^ root cause <be>',
      '^ root cause :',
      'the one|only|sole|single|real|true|actual|ultimate|main cause|reason|culprit <be>',
      'the one|only|sole|single|real|true|actual|ultimate|main cause|reason|culprit for|of|behind|why … <be>',
      'sole|single|only cause|reason|culprit|factor',
      'was|is|were the root cause',
      'solely|exclusively|entirely|only|purely caused|due|triggered by|to',
      'caused|explained|triggered solely|exclusively|entirely|purely by',
      'would|could not have happened|occurred|failed if|without|had',
      'all|everything because of|due to',
    ],
    guards: ['told without content', 'looked for'],
    unless: {
      before: ['not|never|no|nor', '<inquiry>|see'],
      after: ['<be>? <lightly>? not|unknown|never', 'analysis|section'],
    },
    flags: [
      '{The root cause was} a full disk.',
      'The lock is the {sole reason} for the gap.',
      '{The only reason for the gap is} the lock.',
    ],
    passes: [
      'The root cause is not known yet.',
      'Alice looked for the root cause.',
      'The run was the only one that day.',
    ],
  },
];
