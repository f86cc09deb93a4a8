import type { LexiconRow } from './lexicon-entry';

/** Nouns that name a reason. Looking for a cause is work and may be reported; saying what it was is analysis. */
export const causalNouns: readonly LexiconRow[] = [
  {
    cues: [
      'root cause|causes [<be>]',
      'root cause|causes of|for|behind … [<be>]',
      'root cause|causes :',
      'ultimate|underlying|main|primary|real|actual|direct|proximate cause|causes [<be>]',
      'ultimate|underlying|main|primary|real|actual|direct|proximate cause|causes of|for|behind … [<be>]',
      'cause|causes [<be>]',
      'cause|causes of|for|behind … [<be>]',
      '^ cause :',
      '[<be>] the|a root? cause',
      '[as] the|a root cause',
      '[as] root cause',
    ],
    guards: ['told without content', 'looked for'],
    flags: [
      'The {root cause} was a missing index.',
      '{Root cause}: pool size of 5.',
      'The {underlying cause of} the lag is a full disk.',
      'The {cause} was the new limit.',
      'The proxy was {the cause}.',
      'At 15:02 a full disk was identified as {the root cause}.',
    ],
    passes: [
      'Alice began to look for the root cause.',
      'At 15:02 the cause was not yet known.',
      'The root cause of the alert was still under investigation.',
      'The restart did not fix the root cause.',
      'Root cause: see the postmortem.',
    ],
  },
  {
    cues: [
      '[<det>|<num>|<be>|as|other|main|biggest|of] contributing|contributory factor|factors',
      '^ contributing factor|factors [<be>|include|included]',
      '^ contributing factor|factors :',
      'contributed to',
      'contributes|contributing|contribute to',
      'a|an|key|major|big factor in',
    ],
    guards: ['helping a project'],
    flags: ['A {contributing factor} is the short timeout.', 'The export {contributed to} the load.'],
    passes: ['Carol contributes to the docs.', 'The load factor was 0.8.', 'Contributing factors'],
  },
  {
    cues: [
      '[<be>|as] a|the|our culprit|culprits',
      '^ culprit|culprits :',
      '<be> to blame',
      '<be> at fault',
      'blame* … on',
    ],
    guards: ['asked'],
    flags: ['The proxy was named as {the culprit}.', 'The new driver {was to blame}.'],
    passes: ['There were no obvious culprits in the logs.', 'A fault was injected in the test at 09:00.'],
  },
  {
    cues: [
      'reason|reasons [<be>]',
      'reason|reasons for|why|that … [<be>]',
      '^ reason|reasons :',
      '[<be>] the|a|one reason',
      'reason being',
      "[this|that|which] is|was|'s why",
    ],
    guards: ['told without content', 'looked for'],
    flags: [
      'The {reason} was a wrong label.',
      'The {reason for} the delay is the queue.',
      'That is {the reason} the job stopped.',
    ],
    passes: ['The reason is not known yet.', 'Bo asked for the reason of the page.', 'A reasonable limit is 200.'],
  },
  {
    cues: [
      'the real|actual|underlying|root|core|main problem|issue|error|bug|fault|mistake was',
      'the real|actual|underlying|root|core|main? problem|issue|error|bug|fault|mistake <be> that',
    ],
    guards: ['told without content'],
    flags: ['{The actual problem was} an expired key.', '{The issue was that} two jobs shared one lock.'],
    passes: ['The problem was reported at 14:03.', 'The main issue is tracked in PAY-112.'],
  },
  {
    cues: [
      '[<be>] a|the direct? result of',
      '[<be>] a|an|the? symptom|symptoms|consequence|consequences|byproduct of',
      'side effect of',
    ],
    guards: ['result of a run'],
    flags: ['The gap is {a result of} the restart.', 'The timeouts were {a symptom of} the full pool.'],
    passes: ['This row is the result of the last query.', 'The symptom was seen in two regions.'],
  },
  {
    cues: [
      'trigger [<be>]',
      'trigger of|for|behind … [<be>]',
      '^ trigger :',
      'the net|end result|effect <be>',
      'the result|effect|consequence|upshot <be> that',
    ],
    guards: ['told without content', 'looked for'],
    flags: ['The {trigger} was a config push.', '{The result was that} no order was taken.'],
    passes: ['The trigger is not known yet.', 'The result was posted at 14:20.', 'A trigger on the table was dropped.'],
  },
];
