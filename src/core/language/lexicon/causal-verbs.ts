import type { LexiconRow } from './lexicon-entry';

/** Verbs that say what brought something about. */
export const causalVerbs: readonly LexiconRow[] = [
  {
    cues: ['caused|causing|casued by?', '[<modal>|do*|to|not|also|then|and|or|that|which|helped] cause'],
    guards: ['asked', 'avoided'],
    flags: [
      'The change {caused} a restart of every pod.',
      'The outage was {caused by} a full disk.',
      'The index was dropped, {causing} full scans.',
      'A second deploy would {cause} another restart.',
    ],
    passes: [
      'Bo looked into what caused the spike.',
      'The node was drained without causing errors.',
      'Carol checked whether the export was causing the lag.',
      'Caused by: java.net.ConnectException: refused',
    ],
  },
  {
    cues: ['causes'],
    guards: ['causes as a noun', 'asked', 'avoided'],
    flags: ['A full disk {causes} missed heartbeats.', 'Every restart {causes} a burst of logins.'],
    passes: ['Root causes', 'The common causes are listed in the runbook.'],
  },
  {
    cues: ['resulted|resulting|result in', 'resulted|resulting from', 'culminate* in', 'end* up causing'],
    guards: ['avoided', 'norm', 'asked'],
    flags: ['The retry storm {resulted in} 3,100 timeouts.', 'Reads were slow, {resulting in} a backlog.'],
    passes: ['A test run should result in one row.', 'The result is in the thread.'],
  },
  {
    cues: ['results in|from'],
    guards: ['results of a search', 'norm', 'asked'],
    flags: ['A missing key {results in} a crash.', 'This {results in} duplicate rows.'],
    passes: ['The query returned no results in two regions.', 'The results from staging are in the sheet.'],
  },
  {
    cues: ['led to', 'lead|leads|leading to', 'led us|them|it to'],
    guards: ['lead of a team', 'way or time', 'avoided', 'asked'],
    flags: [
      'The new limit {led to} evictions on 12 nodes.',
      'Two leaders were elected, {leading to} conflicting writes.',
      'A slow disk {leads to} missed heartbeats.',
    ],
    passes: [
      'The incident lead to page is named in the runbook.',
      'The link leads to the dashboard.',
      'Traffic was flat in the week leading to the release.',
    ],
  },
  {
    cues: [
      'trigger* by',
      'triggered|triggers|triggering … [<trouble>]',
      'that|which|this|it triggered|triggers',
      ', triggering',
    ],
    guards: ['started on purpose', 'alerted', 'asked', 'avoided'],
    flags: [
      'The failover was {triggered by} a stale heartbeat.',
      'The config push {triggered} a restart of the proxies.',
      'Memory reached the limit, {triggering} evictions.',
    ],
    passes: [
      'The alert triggered at 14:06.',
      'The deployment was triggered by alice.',
      'The rollback was triggered by hand.',
      'The alert triggers when the rate is above 1 %.',
      'The rate was 3 %, which triggered an alert.',
    ],
  },
  {
    cues: [
      'stem* from',
      'trace* to',
      'arise|arises|arose|arisen|arising from',
      'originate* from',
      'attributable to',
      'attribute* to',
      'attribute* … to',
      'boil* down to',
      'come* down to',
      'trace* back to',
      'have* to do with',
      'driven|induced by',
      'provoke* by?',
    ],
    guards: ['asked'],
    flags: [
      'The gap {stems from} a clock that ran 40 s late.',
      'The errors were {attributed to} the proxy.',
      'The lag {had to do with} one large tenant.',
    ],
    passes: ['The stem of the file name is the id.', 'Traffic went down to 200 requests per second.'],
  },
  {
    cues: [
      'exacerbate* by?',
      'aggravate* by?',
      'worsen* by?',
      'compounded by',
      'gave|give|giving|gives rise to',
      'brought about|on by?',
      'bring* … to a|its standstill|halt|knees',
      'played a|some big|large|small? role|part in',
      'accounts|accounted for the',
      'responsible for [the|this|these|most|all|causing]',
    ],
    guards: ['asked'],
    flags: [
      'The retries {worsened} the load.',
      'A second deploy {brought the API to a halt}.',
      'The proxy was {responsible for} the 502 responses.',
    ],
    passes: ['The role of bo was commander.', 'The team is responsible for checkout.'],
  },
  {
    cues: [
      'makes|made|making … harder|trickier|difficult|impossible|easier|worse|slower|unusable|unavailable|hard|complicated|complex|confusing|unable|unresponsive|unreachable|inaccessible|stale|fail|crash|invalid|impractical',
    ],
    guards: ['asked', 'instruction', 'other make'],
    flags: ['The missing logs {made the search harder}.', 'A second deploy {made the rollback impossible}.'],
    passes: ['Make the dashboard easier to read.', 'The text was written in a hard hat area.'],
  },
  {
    cues: ['prevented|prevents|preventing … from', 'was|were|is preventing', 'prevented'],
    guards: ['asked', 'instruction', 'permitted', 'unreal', 'act of a person'],
    flags: ['The lock {prevented the job from} finishing.', 'A stale rule {was preventing} logins.'],
    passes: ['The goal is to prevent logins.', 'Prevention is not part of this report.'],
  },
  {
    cues: ['kept|keeping|stopped|stopping|blocked|blocking … from [<ing>]'],
    guards: ['asked', 'instruction', 'permitted', 'act of a person'],
    flags: ['A stale lock {kept the job from} starting.', 'The rule {stopped clients from} connecting.'],
    passes: [
      'Alice stopped the pods from her laptop.',
      'The address is blocked from calling the API.',
      'The import was blocked from 14:00 to 14:20.',
    ],
  },
  {
    cues: ['allowed|enabled|forced [<pron>|us|them|<det>|<mask>|<capital>] … [to]'],
    guards: ['asked', 'instruction', 'permitted', 'act of a person'],
    isWeak: true,
    flags: ['The open port {allowed} a client to connect.', 'The restart {forced} all sessions to log in again.'],
    passes: ['Pods were allowed the time to drain.', 'Bo allowed the job to finish.'],
  },
  {
    cues: [
      'precipitate* by?',
      'spark* by',
      'spurred by',
      'set off a chain|cascade|series|storm|wave',
      'chain|domino|ripple|cascading|knock reaction|effect|effects',
      'ensued',
    ],
    guards: ['asked'],
    flags: ['A restart loop {ensued}.', 'One slow node {set off a cascade}.'],
    passes: ['The shell prompted for a password.', 'The effect of the flag is described in the docs.'],
  },
  {
    cues: [
      'explained by',
      'explains|explained why',
      'rooted in',
      'root of [the|this|all]',
      '[<be>] behind [the|this|these|most]',
    ],
    guards: ['asked', 'looked for'],
    flags: ['The gap is {explained by} a clock that ran late.', 'A stale cache was {behind} the errors.'],
    passes: ['The standby is 40 s behind.', 'Alice explained the steps to bo.'],
  },
  {
    cues: [
      '[which] broke|meant|means|exposed|prevented|prevents|forced|forces|blocked|delayed|slowed|brought|overloaded|overwhelmed|exhausted|masked|made|caused',
      ', [which|and] makes|left|leaves|stopped|allowed|allows|hid|put|kept|let|lets',
    ],
    guards: ['other make'],
    flags: [
      'The pool was halved, which {exhausted} the connections.',
      'The key was rotated, which {broke} the importer.',
      'The lock was held, which {left} the queue idle.',
    ],
    passes: [
      'The pods, which were in eu-west-1, answered.',
      'The fix made it into 4.18.2, which made it to production.',
      'The role which allows such calls is listed in the table.',
    ],
  },
  {
    cues: [
      '[<agent>] … broke|overloaded|overwhelmed|exhausted|saturated|starved|delayed|slowed|blocked|prevented|forced|crashed|corrupted|flooded|disrupted|degraded|impacted [<det>|<pron>|<mask>]',
    ],
    guards: ['asked', 'avoided', 'permitted', 'unreal'],
    flags: ['The new image {broke} the importer.', 'Traffic from one tenant {overloaded} the proxy.'],
    passes: ['The outage impacted 12 % of the users.', 'The change was blocked at 14:05.'],
  },
  {
    cues: ['took|taking|brought|bringing|knocked|knocking … down|out|offline'],
    guards: ['act of a person', 'asked', 'avoided'],
    isWeak: true,
    flags: ['The config push {took checkout offline}.', 'One bad rule {brought down} the proxies.'],
    passes: ['Alice took node 7 offline.', 'We took down the banner.'],
  },
  {
    cues: [
      ', meaning|making|leaving|preventing|forcing|rendering|blocking|exposing|exhausting|starving|overloading|overwhelming|worsening|exacerbating|amplifying|crashing|corrupting',
      ', allowing|enabling … [to]',
    ],
    guards: ['other make', 'instruction'],
    flags: [
      'Retries doubled, {amplifying} the load.',
      'Two nodes were cordoned, {leaving} one for all traffic.',
      'The proxy was bypassed, {allowing} clients to connect.',
      'The column was renamed, {meaning} old readers failed.',
    ],
    passes: ['The meaning of the field is in the schema.', 'Alice opened a bridge, joining bo and carol.'],
  },
  {
    cues: [
      '^ [this|that|these|it] made|makes|meant|means|allowed|allows|prevented|prevents|forced|forces|left|leaves|broke|breaks|blocked|delayed|slowed|exposed|explains|explained',
      ', [this|that|these|it] made|makes|meant|means|allowed|allows|prevented|prevents|forced|forces|left|leaves|broke|breaks|blocked|delayed|slowed|exposed|explains|explained',
      '[and|but|so] [this|that|these|it] made|makes|meant|means|allowed|allows|prevented|prevents|forced|forces|left|leaves|broke|breaks|blocked|delayed|slowed|exposed|explains|explained',
    ],
    guards: ['other make', 'asked'],
    flags: ['This {left} the cluster without a leader.', 'That {explains} the gap in the graph.'],
    passes: ['It made no sense to the reader.', 'The mean latency was 40 ms.'],
  },
  {
    cues: ['means|meant that', 'means|meant [<pron>|<det>]'],
    guards: ['asked', 'means as a noun'],
    flags: ['An empty field {means that} no region is chosen.', 'The freeze {meant that} the revert waited.'],
    passes: ['The means of contact is the bridge.', 'The mean of that day was 40 ms.'],
  },
  {
    cues: ['prompted [<det>|<pron>|<mask>]', ', prompting', 'drove [a|an|up|down|the|most|all|more]'],
    guards: ['asked', 'response', 'act of a person'],
    flags: ['The new limit {prompted} a flood of retries.', 'A sale {drove} a threefold rise in traffic.'],
    passes: ['The graph was flat, prompting bo to look at the proxy.', 'Alice drove to the data centre.'],
  },
];
