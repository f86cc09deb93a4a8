import type { LexiconRow } from './lexicon-entry';

/** Words that stand where a number could. */
export const vagueQuantity: readonly LexiconRow[] = [
  {
    cues: [
      'many|several|numerous|various|countless|multiple !of|thanks|times?|to',
      'some !of|time|point|one|kind|sort|thing|where|how|reason',
      'some|many|most|several|few of the|these|those|our|their|them',
      'a few|couple|handful|lot|bunch|number|variety|host|series',
      'lots|plenty|dozens|hundreds|thousands|tens|millions|loads|tons of',
      'a large|small|significant|considerable|high|low|huge|good|great|growing|certain|limited number|amount|part|portion|fraction|percentage|share|proportion|volume|majority|subset',
      'the|vast? majority of',
      'most [users|customers|clients|requests|pods|nodes|jobs|traffic|queries|services|tenants|orders|calls]',
      'few [users|customers|clients|requests|pods|nodes|jobs|queries|services|tenants|orders|minutes|hours]',
    ],
    guards: ['measured'],
    unless: { before: ['how|as|too|so|not|for|at', 'no'], after: ['<num>', 'days|weeks ago'] },
    flags: [
      '{Many} orders were late.',
      '{A few} pods restarted.',
      '{Dozens of} jobs were stuck.',
      '{Some} requests timed out.',
    ],
    passes: [
      'How many orders were late is in the table.',
      'Many orders were late (not measured).',
      'Something else was in the list.',
      'The lot number is 17.',
    ],
  },
  {
    cues: [
      'briefly|momentarily|occasionally|sporadically|periodically|frequently|sometimes|eventually|gradually',
      'for a|some|quite? short|long|little|brief? while|time|period',
      'a while|moment|bit',
      'from time to time',
      'now and then|again',
      'at times|some',
      'some time|point',
      'every so often',
      'shortly|soon|long after|afterwards|before|thereafter|later',
      'a few|couple of? minutes|hours|seconds|days',
      'approximately|roughly|around !<num>|the|and|it|to|this|each|midnight|noon|<capital>|<mask>|a|an|us|them',
    ],
    guards: ['measured'],
    unless: { after: ['<num>'] },
    flags: ['The site was {briefly} gone.', 'Reads timed out {for a while}.', '{Shortly after} the queue was empty.'],
    passes: ['The queue was empty 4 min after the restart.', 'The job runs each hour, around the clock.'],
  },
  {
    cues: [
      'a|the|large|huge|sudden|sharp|traffic|load|massive spike|surge|burst|flood|wave|influx|drop|dip|jump|increase|decrease|rise|uptick in|of [errors|traffic|requests|latency|load|cpu|memory|usage|connections|logins|timeouts|failures|responses|calls|queries|jobs|orders]',
      'elevated|increased|higher|reduced|degraded|decreased [error|errors|latency|latencies|rate|rates|load|traffic|usage|performance|response|cpu|memory|failure|failures|timeouts|number|levels]',
      'high|low|heavy|excessive [load|latency|traffic|usage|cpu|memory|error|errors|rate|volume]',
    ],
    guards: ['measured'],
    unless: { before: ['<num>'], after: ['…… <num>'] },
    flags: [
      '{A spike of} errors stood in the graph.',
      'The page showed {elevated} latency.',
      'The nodes were under {heavy} load.',
    ],
    passes: ['An increase in errors to 3 % stood in the graph.', 'The page showed elevated latency of 2 s.'],
  },
];
