import type { LexiconRow } from './lexicon-entry';

/** A past that did not take place. */
export const counterfactual: readonly LexiconRow[] = [
  {
    cues: [
      'should|ought <adverb>|really|probably|ideally|definitely|certainly|clearly|perhaps? <adverb>|originally|really|also? not? to? have [<participle>]',
      'should|ought <adverb>|really|probably|ideally|definitely|certainly|clearly|perhaps? not? to? have [<adverb>|also|at|long|just|perhaps|probably|originally] [<participle>]',
      'should of [<participle>]',
    ],
    flags: [
      'The canary {should have} stopped the deploy.',
      'The key {should not have} been in the image.',
      'The alert {ought to have} paged at 14:05.',
      'A test {should’ve} caught it.',
    ],
    passes: [
      'Each service should have an owner.',
      'A pod should have at least two replicas.',
      'A loop of this kind should have alerting.',
    ],
  },
  {
    cues: [
      'could|might <adverb>|easily|also|potentially|probably|perhaps|possibly|well|at|possibly? not? have !caused|triggered|<num>',
    ],
    unless: {
      before: [
        'how ……',
        'things that',
        'what|who <adverb>?',
        'which …',
        'not know|sure ……',
        'whether|if … it|they|this',
      ],
      after: ['been <adverb>? caused|triggered|due|related|introduced|the|a|an|lost|missed|affected', 'a|an|the'],
    },
    flags: [
      'The lag {could have} been seen at 13:50.',
      'It {could easily have} reached the second region.',
      'We {could have} rolled back earlier.',
    ],
    passes: [
      'Nothing could be restored before 15:10.',
      'The pods could reach the database again.',
      'This could have been caused by a clock that ran late.',
    ],
  },
  {
    cues: [
      'would <adverb>|also|probably|likely|still|normally|then|certainly|otherwise|ideally? <adverb>|also|probably|likely? not? have',
      "'d have [<ed>|been|had|gone|come|caught|seen|known|taken|made|found]",
    ],
    unless: { after: ['to|a|an|access'] },
    flags: [
      'A second replica {would have} kept reads alive.',
      'The fuzzer {would not have} found it.',
      'With the alert on we{’d have} known at 14:05.',
    ],
    passes: ['The job would restart every 40 s.', 'Clients would have to log in again.'],
  },
  {
    cues: ['would|could be|have|been prevented|avoided|caught|noticed|detected if|had|by', 'preventable', 'avoidable'],
    flags: ['The second restart {could be avoided if} the lease was longer.', 'The loss was {preventable}.'],
    passes: ['The limit prevents a second restart.', 'Carol avoided the old proxy.'],
  },
  {
    cues: [
      'if only !<num>|one|two',
      '^ had [<pron>|<det>|<human>|<titled>] … been|known|had|<ed>|seen|run|kept|taken',
      'had [<pron>|<det>|<human>] <adverb>? been|known|noticed|seen …… would|could|might',
    ],
    flags: ['{If only} the alert had been on.', '{Had the probe been} on, the region would leave the pool.'],
    passes: ['If only one node answers, the job waits.', 'The pods had been drained at 14:20.'],
  },
  {
    cues: [
      'was|were supposed|meant|expected to have? [have|catch|stop|prevent|detect|alert|page|check|notify|block|notice|be]',
      'was|were not|never supposed|meant|intended|designed to',
    ],
    isWeak: true,
    unless: { after: ['about|used|read'] },
    flags: ['The probe {was supposed to} catch this.', 'The key {was not supposed to} leave the vault.'],
    passes: ['The release was expected to take 40 min.', 'The value was meant in seconds.'],
  },
  {
    cues: [
      'could|might have [been] [a] [much|lot|far|even?] [worse|better|faster|earlier]',
      'needed to have',
      'may|might not? have helped|benefited|benefitted|prevented|avoided|sped|saved|shortened|reduced|made',
      'should|could|would not? had|of [<participle>]',
      'shorter|longer|later|earlier|more|less|slower|faster|worse than <pron>|<det>|necessary … should|could|ought have !<participle>',
      'could , and should , have',
      'it would|could have been',
      'would|could|might|should never have',
      'i|we|they|one? wish|wished|wishes that? <pron>|<det>|<possessive> … had|were',
    ],
    flags: [
      '{We wish the alert had} paged.',
      'The limit {should never have} been 5.',
      'The owner {needed to have} signed it.',
    ],
    passes: ['The job never ran on this node.', 'Two people needed to sign.'],
  },
];
