import type { LexiconRow } from './lexicon-entry';

/** What people are said to have put off, taken on trust, pressed for or looked at instead. */
export const blameChoices: readonly LexiconRow[] = [
  {
    cues: [
      'on? <people>|<titled> <lightly>? merged|deployed|pushed|approved|shipped|released|continued|proceeded … even though|anyway|regardless|nonetheless',
      'on? <people> <lightly>? went ahead … even though|anyway|regardless|nonetheless',
      'left|kept in the dark',
      'left|kept|leaving out of the loop',
      'management|leadership|product|sales|marketing|executives <lightly>? pushed|pressed|pressured|insisted for|to|on',
      'on? <people> <lightly>? had|have <lightly>? known about|for',
      'no action|actions|steps|measures <be> <lightly>? taken',
      'on? <people> … focused|focussed|concentrated|fixated … instead|rather',
      '<people> … looking|looked|searching|searched|digging|debugging in|at the wrong',
      'on? <people> <lightly>? put … off $',
      'on? <people> <lightly>? put off <det>|<possessive>',
      '[<people>] <lightly>? kept|keep postponing|delaying|deferring|ignoring|missing|skipping|forgetting|neglecting',
      'been meaning to',
      'took|taking … word for it|this|that|granted',
      'relied|rely|relies|relying|depended|depends|depend|hinged on|upon <det>|very? single|same|one|few person|people|engineer|engineers|individual|individuals|developer|expert',
      'relied|rely|relies|relying|depended|depends|depend|hinged on|upon a handful of people|engineers|individuals',
    ],
    isWeak: true,
    unless: { before: ['if|whether|when|unless'], after: ['by <det> <machine>'] },
    flags: [
      '{Bo merged the change even though} the tests were red.',
      'Support was {left in the dark}.',
      '{We had known about} the limit since March.',
      'For two weeks {no action was taken}.',
      '{We were looking at the wrong} graph.',
      'The team {kept postponing} the upgrade.',
      'Backups {relied on a single engineer}.',
    ],
    passes: [
      'The rule was left in the file.',
      'Carol merged the fix at 14:05.',
      'The proxy kept missing packets.',
      'The client relied on a single host.',
    ],
  },
];
