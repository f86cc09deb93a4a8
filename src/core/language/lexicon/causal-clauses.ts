import type { LexiconRow } from './lexicon-entry';

/** Clauses that hang on an event and tell what it brought about: `, causing …`, `, which broke …`, `This left …`. */
export const causalClauses: readonly LexiconRow[] = [
  {
    cues: [
      '[which] [<between>?] broke|means|exposed|prevented|prevents|forced|forces|blocked|delayed|slowed|brought|overloaded|overwhelmed|exhausted|masked|made|caused|meant',
      '[which] [<between>] allowed|allows|left|leaves|let|stopped',
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
      ', meaning|making|leaving|preventing|forcing|rendering|blocking|exposing|exhausting|starving|overloading|overwhelming|worsening|exacerbating|amplifying|crashing|corrupting|disrupting|delaying|slowing|degrading|interrupting|flooding|breaking|killing|hiding|masking|invalidating|saturating|stalling|complicating|compounding',
      ', affecting|impacting !<num>|about|approximately|roughly|around|only|nearly|over|up|all|every|both|some|most|many',
      ', adding to|extra|more|further',
      ', also adding to|extra|more|further',
    ],
    guards: ['other make', 'instruction'],
    flags: [
      'Retries doubled, {amplifying} the load.',
      'Two nodes were cordoned, {leaving} one for all traffic.',
      'The column was renamed, {meaning} old readers failed.',
    ],
    passes: ['The meaning of the field is in the schema.', 'Alice opened a bridge, joining bo and carol.'],
  },
  {
    cues: [
      '^ [this|that|these|it] [<between>] made|makes|meant|means|allowed|allows|prevented|prevents|forced|forces|left|leaves|broke|blocked|delayed|slowed|exposed|explains',
      '^ all this|that|these means|meant|made|left|led',
      '^ [this|that|these|it] made|makes|meant|means|allowed|allows|prevented|prevents|forced|forces|left|leaves|broke|breaks|blocked|delayed|slowed|exposed|explains|explained',
      ', [this|that|these|it] made|makes|meant|means|allowed|allows|prevented|prevents|forced|forces|left|leaves|broke|breaks|blocked|delayed|slowed|exposed|explains|explained',
      '[and|but|so] [this|that|these|it] made|makes|meant|means|allowed|allows|prevented|prevents|forced|forces|left|leaves|broke|breaks|blocked|delayed|slowed|exposed|explains|explained',
    ],
    guards: ['other make', 'asked'],
    flags: ['This {left} the cluster without a leader.', 'That {explains the} gap in the graph.'],
    passes: ['It made no sense to the reader.', 'The mean latency was 40 ms.'],
  },
  {
    cues: [
      '[this|that|which|it] led the|a|an|our|its|their|some|all|many|both|several … to',
      '[this|that|which] cut|hid|sent|filled|flooded|locked|starved|produced|generated|triggered|disabled|interrupted|disrupted|crashed|degraded [<det>|<part>|<pron>|off|all|<num>]',
      '[loop|retries|retry|failure|storm|bug|job] … produced|generated|created|opened [<num>|three|four|two|more|millions|thousands|hundreds|many]',
    ],
    guards: ['asked', 'alerted', 'started on purpose'],
    isWeak: true,
    flags: ['This {led the balancer to} mark each node as down.', 'The rule changed, which {cut} off the office.'],
    passes: ['This is the list of nodes.', 'That lead engineer is on leave.'],
  },
  {
    cues: [', triggering', ', [<between>] triggering', ', which|and then triggered|triggers'],
    guards: ['started on purpose', 'alerted', 'asked', 'avoided'],
    unless: { before: ['<human> ……', '^ <titled> <ed> ……'] },
    flags: [
      'The limit was halved, {triggering} a storm of retries.',
      'Memory ran out, immediately {triggering} evictions.',
    ],
    passes: ['Bo merged the fix, triggering a build.', 'The rate was 3 %, triggering an alert.'],
  },
  {
    cues: [
      ', allowing|enabling … [to]',
      ', allowing|enabling|limiting|restricting|requiring [<det>|<part>|<mask>|<capital>]',
    ],
    guards: ['other make', 'instruction', 'response'],
    flags: [
      'The proxy was bypassed, {allowing} clients to connect.',
      'The rule was dropped, {enabling} any tenant to write.',
    ],
    passes: [
      'A second job was made, allowing the team to read old rows.',
      'The role is for those allowing the import.',
    ],
  },
  {
    cues: [
      ', increasing|driving|reducing|pushing|doubling|tripling|grinding|bringing [the|our|up|down|latency|load|lag|pressure|memory|cpu|usage|traffic|all|it|things|response|capacity|available|throughput]',
    ],
    guards: ['asked', 'avoided', 'instruction'],
    unless: { before: ['<human> ……', '^ <titled> <ed> ……'] },
    isWeak: true,
    flags: ['Each request was sent twice, {driving} up the load.', 'Two nodes left, {reducing} the capacity to 40 %.'],
    passes: ['Bo scaled the pool out, increasing the limit to 40.', 'The increasing load was seen at 14:05.'],
  },
  {
    cues: [
      '^ [this|that] impacted|affected !<num>|every|all|both|users|customers|only',
      '^ [this|that|it] [<between>] slowed|froze|halted|crippled|flooded|starved|overwhelmed|overloaded|crashed|corrupted|locked|severed|tripped|drained|doubled|tripled|consumed|hid|masked|disabled|interrupted|disrupted|degraded|jammed|stalled',
      '^ [this|that|it] slowed|froze|halted|crippled|flooded|starved|overwhelmed|overloaded|crashed|corrupted|locked|severed|tripped|drained|doubled|tripled|consumed|hid|masked|disabled|interrupted|disrupted|degraded|jammed|stalled !at|by|again|when|after|<num>',
      'prompting [a|an|the|our|customers|users|clients|replacement|calls|reports|repeated|further|new|more|some|another]',
      '[deployment|deploy|release|change|merge|upgrade|migration|push|update|commit|failover|query|bug|error|failure|misconfiguration|flag|rollout] triggered|triggers !by|at|when|manually|on|after|again|automatically|from|in … [<trouble>]',
    ],
    guards: ['asked', 'avoided', 'act of a person', 'alerted'],
    unless: { after: ['<num>|only|about|around|nearly|roughly|approximately|over'] },
    isWeak: true,
    flags: [
      'This {slowed} the replica.',
      'That {froze} the export.',
      'An unrelated deployment {triggered} a second rollout.',
    ],
    passes: ['This affected 12 tenants.', 'The deployment triggered at 14:05.', 'Prompting for a password is off.'],
  },
  {
    cues: [
      'and this|that <between>? pushed|drove|sent|kept|doubled|halved|overloaded|overwhelmed|slowed|filled|starved|tripped|pulled|hid [<det>|<part>|latency|load|traffic|memory|cpu|usage|all|up|down|<pron>]',
      'what followed <be>',
    ],
    guards: ['asked', 'act of a person'],
    isWeak: true,
    flags: ['Traffic took the long way, {and this pushed} latency up.', '{What followed was} a storm of retries.'],
    passes: ['Bo sent the graph and pushed the fix.', 'The steps that followed are in the list.'],
  },
  {
    cues: [
      ', [<between>?] sending|dropping|throwing|turning|taking|putting|tipping|trapping|draining|consuming|filling|swamping|choking|clogging|hammering|crippling|halting|' +
        'stopping|stranding|evicting|disconnecting|wiping|erasing|overwriting|resetting|disabling|inflating|multiplying|duplicating|halving|truncating|losing|rejecting|' +
        'denying|leaking|revealing|disclosing|simplifying|easing|hampering|hindering|misrouting|shifting|shrinking|exceeding|obscuring|concealing|prolonging|extending|trebling|undoing|deadlocking|tying|eating|burning ' +
        '[<det>|<part>|<pron>|<mask>|all|more|new|further|too|up|off|out|down|every|traffic|load|latency|memory|capacity]',
      '^ [this|that] [<between>?] removed|added|raised|lowered|reduced|cut|created|produced|generated|triggered|invalidated|wiped|erased|reset|exceeded|multiplied|amplified|inflated|' +
        'extended|prolonged|limited|restricted|shifted|pushed|pulled|drove|tipped|sent|put|took|brought|kept|held|turned|filled|choked|caught|confused|misled [<det>|<part>|<pron>|<mask>|all|more|new|traffic|load|latency|memory|capacity|up|down]',
    ],
    guards: ['asked', 'avoided', 'instruction', 'alerted', 'other make'],
    unless: {
      before: [
        '<human> ……',
        '^ <titled> <ed> ……',
        'by …',
        '^ <ing> ……',
        '^ <ed> ……',
        'command|script|option|flag|button|tool ……',
      ],
      after: [
        '<det>|about|only? <num> ms|s|sec|secs|min|mins|h|second|seconds|minute|minutes|hour|hours|day|days',
        'place|effect|long|over',
        'into|to account',
      ],
    },
    isWeak: true,
    flags: [
      'The field was empty, {sending} the pods into a loop.',
      'Keys were evicted, {turning} each read into a miss.',
      'This {removed} capacity from the pool.',
    ],
    passes: [
      'Alice wrote to support, sending the graph.',
      'This took 40 min.',
      'The job runs at noon, using the replica.',
    ],
  },
  {
    cues: [
      '[which] <between>? exploded|crashed|killed|overran|flooded|swamped|took|knocked|locked|filled|drained <det>|<possessive>',
      '<be> what allowed|allows|caused|made|led|triggered|broke|brought|kept',
      'rendering … unavailable|unusable|inaccessible|unreachable|inoperable|useless|unresponsive',
      '[the|a|another] <lightly>|more|most? <lightly>|real|actual|obvious|likely|other|main? reason|explanation|culprit :',
      'identified|named|confirmed|singled|pinpointed|seen out? as <det>|<possessive>|likely|probable? <lightly>|likely|probable|main|primary|underlying|actual? cause|reason|trigger',
      '[<ing>] this|that|so allowed|allows|enabled|let|meant|caused|broke|prevented|made',
      '[vulnerability|vulnerabilities|flaw|bug|issue|weakness|hole|misconfiguration] <modal>|<adverb>? allow|allows|allowed|enable|enables|enabled|let|lets|permit|permits|permitted [<det>|attackers|users|anyone|clients|adversaries|<part>]',
      '[attempt|attempts|effort|efforts] to … resulted in',
      '[<part>|this|that|which|target|mode] simplified|eased|hampered|hindered|complicated|sped|accelerated|slowed <det>? diagnosis|recovery|investigation|debugging|response|mitigation|triage|rollback|detection|identification',
      'trigger* [<capital>|<adverb>?] [kills|evictions|restarts|failures|crashes|timeouts|errors|outages|failovers|throttling]',
      'such a|an … that [<pron>|<det>]',
      'could|did not handle|cope|withstand|sustain with? … traffic|load|volume|demand|requests|spike|influx|users',
      'was|is <possessive> fault',
      'so passes|fails|returns|breaks|stays|remains|ends|gets|became|stopped|never',
      '<be> <degree>|one? part|parts of the problem|issue|outage|incident|cause',
      'found|see|saw|showed|shows correlation|correlations between|with',
    ],
    guards: ['asked', 'looked for'],
    isWeak: true,
    flags: [
      'Then came the sale, which {flooded our} queue.',
      'The second label {is what allowed} the match.',
      'The old flag {was one part of the problem}.',
    ],
    passes: ['The part of the problem page was read.', 'The job never ends.', 'It took such a long time.'],
  },
];
