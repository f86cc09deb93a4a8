import type { LexiconRow } from './lexicon-entry';

/** Words that make the whole of what may be a part. */
export const overstatedScope: readonly LexiconRow[] = [
  {
    cues: [
      'outage|outages',
      'blackout|meltdown',
      '<be>|went|go|goes|going|gone|stayed|remained <adverb>|completely|entirely|fully|totally? down !to|from|by|for|the|<num>',
      'total|complete|full|widespread|global|entire outage|loss|failure|unavailability|breakdown|downtime',
      'completely|entirely|totally|fully|wholly unavailable|unusable|broken|inaccessible|unreachable|offline|unresponsive|dead|down',
    ],
    unless: { before: ['partial', 'scale*|shut*|slow*|drill*|tear*|count*|power* …', 'no'] },
    flags: ['The {outage} began at 14:02.', 'Checkout {was down} in one region.', 'The API was {completely unusable}.'],
    passes: [
      'The pods were scaled down to 2.',
      'A partial outage was told on the status page.',
      'Load went down to 40 per second.',
    ],
  },
  {
    cues: [
      'everyone|everybody|everything|nobody|noone',
      'no one',
      'all|every|any|each of? our|the? users|user|customers|customer|clients|client|traffic|requests|orders|services|tenants|regions|sites|systems',
      'nothing worked|works|was|is working|reachable|available',
      'the whole|entire site|service|system|cluster|platform|company|fleet|product|application|app|infrastructure|team|region|internet|world',
      'whole site|service|system|cluster|platform|fleet|company',
      'none of the|our users|customers|services|pods|nodes|requests',
    ],
    unless: { before: ['not|nearly|almost|for'], after: ['<num>', 'in|of|on|from|with|to|that|who'] },
    flags: [
      '{Everyone} was logged out.',
      '{All users} saw the page.',
      '{The whole site} answered with 503.',
      '{Nobody} could log in.',
    ],
    passes: [
      'Not everyone was logged out.',
      'All users in eu-west-1 saw the page.',
      'All customers of tenant 7 saw the page.',
    ],
  },
];
