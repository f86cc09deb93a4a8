import type { LexiconRow } from './lexicon-entry';

/** Conjunctions, prepositions and adverbs that tie an event to its reason. */
export const causalConnectives: readonly LexiconRow[] = [
  {
    cues: ['because of?', 'becuase of?', 'beacuse of?', 'becasue of?'],
    splits: 'explanation',
    flags: [
      'The pods restarted {because} the memory limit was 256 MiB.',
      '{Because of} the freeze, nobody merged the revert.',
      'It did not stop {because of} traffic.',
    ],
    passes: ['Bo wrote "it broke because of me" in the channel.', 'The flag `--because` was set at 14:05.'],
  },
  {
    cues: [
      'due to',
      'due primarily|mainly|mostly|largely|partly|solely|entirely|probably|likely|apparently|also|again to',
      'due in part to',
      'due in large|great|no|some small? part|measure to',
    ],
    guards: ['scheduled'],
    splits: 'explanation',
    flags: [
      'Requests failed {due to} an empty connection pool.',
      '{Due to} a full disk the writer stopped.',
      'The lag grew {due in part to} the nightly export.',
    ],
    passes: [
      'The certificate is due to expire at 16:00 UTC.',
      'The review is due 2026-12-01.',
      'The due date moved to Friday.',
    ],
  },
  {
    cues: [
      'owing to',
      'courtesy of',
      'for lack of',
      'on account of',
      'by virtue of',
      'in consequence of',
      'in light|view of',
      'for want of',
    ],
    splits: 'explanation',
    flags: [
      'The queue stalled {owing to} a lock on the table.',
      '{In light of} the error rate the release was halted.',
    ],
    passes: ['The account of the on-call was recorded.', 'The light on the rack was green.'],
  },
  {
    cues: ['thanks to'],
    guards: ['gratitude'],
    splits: 'explanation',
    flags: [
      'The site stayed up {thanks to} the second region.',
      '{Thanks to} the canary, 2 % of traffic was affected.',
    ],
    passes: ['Many thanks to alice.', 'Thanks to bo and carol for the graphs.'],
  },
  {
    cues: ['as a|the direct? result of', 'as a direct? consequence of'],
    guards: ['result of a run'],
    splits: 'explanation',
    flags: [
      '12 orders were lost {as a result of} the restart at noon.',
      'Pages fired {as a consequence of} the new limit.',
    ],
    passes: ['The value 17 came back as the result of the query.', 'The results of the load test are in the thread.'],
  },
  {
    cues: [
      'as a direct? result',
      'as a direct? consequence',
      'in consequence',
      'consequently',
      '^ accordingly',
      '^ as such',
    ],
    splits: 'adverb',
    flags: [
      '{As a result}, checkout was unavailable for 9 minutes.',
      'The index was gone and {consequently} reads were slow.',
    ],
    passes: ['The result was posted at 14:20.', 'Alice shared a result from the staging cluster.'],
  },
  {
    cues: ['therefore', 'thereby', 'thus', 'hence', 'ergo'],
    guards: ['other adverb'],
    splits: 'adverb',
    flags: [
      'The leader was gone, {therefore} writes were refused.',
      '{Hence} the alert stayed silent.',
      'The cache was cold; {thus} every read went to the database.',
    ],
    passes: ['Thus far 12 hosts were drained.', 'A second check ran two days hence.'],
  },
  {
    cues: ['for this|that|these|which|those|similar reason|reasons', 'for the same reason|reasons', 'hence why'],
    splits: 'adverb',
    flags: ['{For this reason} the rollout was paused.', 'The key was gone and {for that reason} logins failed.'],
    passes: ['For each reason code there is one row.', 'The reason code was 17.'],
  },
  {
    cues: ['given that|how', 'seeing as', 'on the grounds that', '^ given the|this|these|that|our|its|how …… ,'],
    splits: 'explanation',
    flags: ['{Given that} no node answered, the job was stopped.', '{Given the} load, bo paused the export.'],
    passes: ['At any given time three workers run.', 'Carol was given access at 15:10.'],
  },
  {
    cues: [
      '^ since … [<state>|<past>]',
      ', since … [<state>|<past>|seem*|appear*]',
      ', since !<det>',
      '^ since [it|they|there|this|that|he|she|nobody|everyone|everything|nothing|no] …… ,',
      '^ since [we|you] [<ed>|had|only|also|already|did|use|run|have] …… , … [is|are|does|do|can|cannot|will|has|have] !been',
      'since [we|they|it|you|he|she|there|nobody|users] [<state>|seem*|appear*|<present>]',
      'since [<det>] … [<state>|<present>]',
    ],
    guards: ['point in time'],
    splits: 'explanation',
    flags: [
      '{Since} the token was expired, every call returned 401.',
      'The job was skipped, {since} no worker was free.',
      'Nobody was paged {since} it was a test cluster.',
    ],
    passes: [
      'Errors have risen since the new image was rolled out.',
      'No order was taken since 14:05.',
      'The account has since been removed.',
      'CPU was at 100 % since the start of the export.',
    ],
  },
  {
    cues: [
      '^ as !of|a|an|part|per|with|for|soon|long|well|far|to|such|in|<ing>|<ed>|is|was|are|were|usual|always|if|though … [<state>] !<ing> …… ,',
      ', as !of|a|an|part|per|with|for|soon|long|well|far|to|such|in|<ing>|<ed>|<state>|usual|always|if|though … [<state>] !<ing>',
      'as [it|they|we|there] [<state>|will|would] !<ing>',
      'as [the|our|its|their] … [could|had|did] [not]',
    ],
    guards: ['other as'],
    isWeak: true,
    splits: 'explanation',
    flags: [
      '{As} the primary was read-only, writes queued up.',
      'The revert was merged by hand, {as} the pipeline was down.',
      'The build was stopped {as} it had no runner.',
    ],
    passes: [
      'As of 14:05, 3 of 8 nodes answer.',
      'As the rollout was progressing, latency rose to 2 s.',
      'The scale-up ran as expected.',
      'It is offered as a service in two regions.',
      'The state was the same as it was before.',
    ],
  },
  {
    cues: [', so !please|to|<imperative>'],
    guards: ['other so', 'instruction', 'possibility'],
    isWeak: true,
    splits: 'result',
    flags: ['The disk was full, {so} the writer stopped.', 'No node answered, {so} requests time out.'],
    passes: [
      'Bo raised the limit, so that logins work.',
      'Move the runners to another pool, so they are not evicted.',
      'A copy was made, so the team can read it.',
    ],
  },
  {
    cues: [
      'so [<pron>|<det>|<capital>] … [<past>|<state>]',
      '^ so [<pron>|<det>]',
      'and so [<pron>|<det>|<be>|<modal>]',
    ],
    guards: ['other so', 'purpose', 'instruction'],
    isWeak: true,
    splits: 'result',
    flags: [
      'No replica was in sync {so} the failover was refused.',
      '{So} the requests went to the old region.',
      'The index was stale {and so} it was rebuilt.',
    ],
    passes: [
      'So far 40 % of the fleet was restarted.',
      'It took an hour or so.',
      'Drain the node so that it can be replaced.',
      'Move the runners so they are not evicted.',
      'The export was paused so the team can read the table.',
    ],
  },
  {
    cues: [
      'such that [<pron>|<det>|<part>|<mask>|no|<capital>]',
      'such that … [<past>|<state>]',
      'to the point that|where|of',
      'to such an extent|degree that',
      'so high|low|large|slow|many|much|full|long|big|small|fast|busy|heavy|often|loaded|frequent … that',
      'so much so',
      '[high|low|large|slow|long|big|small|fast|full|busy|old|late] enough that',
      'with the result|effect|consequence that',
    ],
    unless: {
      before: [
        'set|configured|written|changed|built|designed|arranged|make|made|configure|change|set|write',
        '<imperative> ……',
      ],
    },
    flags: [
      'The load rose {such that} the probes failed.',
      'The lag grew {to the point that} reads were refused.',
      'The queue was {so full that} the writer stopped.',
    ],
    passes: ['The job is written such that it can be run twice.', 'The rate was high enough for the alert.'],
  },
  {
    cues: ['[which|this|and|that|it|they|these] in turn', ', in turn', '^ in turn'],
    unless: { after: ['at <num>'] },
    flags: ['The lock was held, which {in turn} stopped the queue.', 'It {in turn} held 40 connections.'],
    passes: ['The nodes were drained in turn.', 'It is the turn of bo.'],
  },
  {
    cues: [
      '^ since … [now|<present>] …… ,',
      ', since [<pron>|<det>|<part>] … [<present>]',
      '^ as … [not|no|unable|without|gone|unavailable|missing|only|still|too] …… ,',
      '^ as not|no|nobody|neither|there',
      'now that [<pron>|<det>|<part>]',
      'inasmuch|insofar as',
      'what with',
    ],
    guards: ['point in time', 'other as'],
    isWeak: true,
    splits: 'explanation',
    flags: [
      '{Since} deploys now notify the proxy, each one is retried.',
      '{As} the standby was not in sync, bo waited.',
      'No alert fired, {since} the rule reads the old name.',
    ],
    passes: ['Since 14:05 the rule reads the old name.', 'As expected, nothing was lost.'],
  },
  {
    cues: [
      'as [<det>|<pron>] … [had|was|were|is|are|did|does|do] !<ing>|asked|told|supposed|before',
      '^ with [<det>|no|only] … [gone|down|unavailable|offline|full|missing|exhausted|disabled|muted] ,',
      '^ without [<det>|<ed>] … , [<det>|<pron>|<part>]',
    ],
    guards: ['other as'],
    unless: {
      before: [
        '<ing>|just|even|right|only',
        'described|defined|documented|configured|marked|listed|shown|written|reported',
      ],
    },
    isWeak: true,
    splits: 'explanation',
    flags: [
      'The deploy stopped {as} the table had a second owner.',
      '{With} the primary gone, writes were refused.',
      '{Without} an index, the query read each row.',
    ],
    passes: [
      'The state is the same as it was before.',
      'Carol posted the graph just as the page was closed.',
      'The job runs as the user was told.',
    ],
  },
  {
    cues: [
      ', as [he|she|they|we|i|nobody|everyone|there] <adverb>? [<present>|<past>|<state>] !<ing>',
      ', as [the|our|its|their|this|these|that] … [<present>|<past>] !<ing>',
    ],
    guards: ['other as'],
    unless: { after: ['we|they|i|he|she know|reported|noted|mentioned|said|described|discussed|explained|expected'] },
    isWeak: true,
    splits: 'explanation',
    flags: ['The row was dropped, {as} he says it is empty.', 'Nobody was paged, {as} the rule reads the old name.'],
    passes: ['The rate was 3 %, as we reported at 14:20.', 'The job ran, as expected.'],
  },
];
