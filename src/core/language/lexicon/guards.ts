import type { Guard } from './guard';

/** What takes a cue back, in the phrase language of the lexicon. */
export const guards = {
  /** `what caused`, `to see whether this causes`. */
  asked: {
    before: [
      'what|who|whatever <aux>? <aux>?',
      'check*|see*|know*|test*|verify*|determine*|ask*|confirm*|investigate*|wonder* … if|whether …',
    ],
  },
  /** `without causing`, `to avoid causing`. */
  avoided: {
    before: [
      'without ever|also|further?',
      'avoid*|prevent*|stop* …',
      'rather than',
      'before it|this|they|that',
      'to mitigate|fix|resolve|address|handle|reduce|remedy|counter|undo|repair …',
      'not found|identified|determined|established|confirmed ……',
    ],
  },
  /** `what the reason was`, `no clear cause`. */
  'looked for': {
    before: [
      'what|whether|if …',
      'no|any|some|possible|potential|obvious|unknown',
      'no|any|some clear|obvious|known|single',
      'investigation|analysis|search|determination|identification|diagnosis of|for|into the|a|its?',
    ],
  },
  /** `the common causes`: a noun. */
  'causes as a noun': {
    before: [
      '<det>|<num>|root|underlying|possible|potential|common|known|likely|main|other|different|various|natural|of|and|or',
    ],
  },
  /** `alice took the node offline`: an act. */
  'act of a person': { before: ['<human>|they|<titled> <adverb>?', 'to|will|please'] },
  /** `prompting bo to look`: a response. */
  response: { after: ['<det>? <human>|<titled>|pager|responders'] },
  /** `which triggered an alert`: what alerts are for. */
  alerted: {
    after: [
      'a|an|our|high|low|several? alert|alerts|alarm|alarms|page|pages|pager|notification|notifications|incident',
    ],
  },
  /** `by all means`. */
  'means as a noun': {
    before: ['alert|alarm|icon|message|status|code|label|colour|color', 'by|the|a|no|any|all|as|other|which|what'],
  },
  /** `the root cause was not known`. */
  'told without content': {
    after: [
      ': see|read|tbd|unknown|pending|unclear|open|link|under|not|none|postmortem',
      '… <aux> <adverb>? <adverb>|very|fully|entirely|immediately|quite|that? <inquiry>|<told>|obvious|apparent|evident|understood|elusive',
    ],
  },
  /** `this should result in`. */
  norm: { before: ['should|must|ideally'] },
  /** `the following results in`. */
  'results of a search': {
    before: ['^', 'these|those|following|query|search|test|no|our|more|other|any|benchmark|lookup|<num>|of|the|with'],
    after: ['this|that|the|a? table|section|appendix|log|logs|channel|thread|document|dashboard|<num>'],
  },
  /** `as a result of the query`. */
  'result of a run': {
    after: [
      '<det>? <ed>|last|first|same? query|search|check|test|tests|run|call|command|scan|vote|lookup|build|job|poll|' +
        'survey|benchmark|request|<mask>',
    ],
  },
  /** `is due to start at noon`. */
  scheduled: {
    after: [
      'be|start|begin|expire|end|run|arrive|close|open|launch|ship|land|go|come|finish|complete|return|renew|happen|' +
        'take|become|get|leave|retire|join|switch|move|meet|rotate',
    ],
  },
  /** `the tech lead to page`. */
  'lead of a team': {
    before: [
      'tech|team|incident|the|our|project|engineering|group|shift|a|technical|response|new|platform|their|operations|ops|product|security|support|communications|sre|qa|delivery|people',
    ],
  },
  /** `the link leads to`, `the week leading to`. */
  'way or time': {
    before: [
      'link|links|url|button …',
      'link|links|url|button|redirect|googling|searching|clicking|path|route|menu|road which|that?',
      'week|weeks|day|days|hour|hours|minute|minutes|month|months|period|moments|events|steps',
    ],
    after: ['<det>? conclusion|belief|idea|suspicion|discovery|theory|hypothesis'],
  },
  /** Somebody or something set a machine going on purpose: an act, no explanation. */
  'started on purpose': {
    before: ['<machinery>|alert|alerts <aux>? <aux>? <adverb>?', 'manually'],
    after: [
      '<det>? manual|new|first|second|production|full|scheduled|fresh? <machinery>',
      '<det>? on-call|user|hand|cron|attacker|operator|engineer|schedule|scheduler|timer|merge|push|commit|request|' +
        'click|webhook|comment|pull|label|tag|responder|commander|bot|person',
      '<capital>|when|if|once|at|on|after|only',
    ],
  },
  /** `Move the pods so they are not evicted`. */
  instruction: {
    before: [
      '^ <imperative> ……',
      '<modal>|please|^ <imperative> ……',
      'need*|want*|plan*|have|has|going|how to <imperative> ……',
      'should|must ……',
    ],
  },
  /** `or so`, `so that`, `did so`. */
  'other so': {
    before: ['or|do*|not|even|more|ever|be*|say*|think*|if|why|to|required|every|quite'],
    after: ['that|far|on|as|much|many|long|called|few|often|be'],
  },
  /** `so they can see`. */
  purpose: { after: ['… can|may|might|will|should', '… could !not|have', '… do|does not'] },
  /** `so the team can read it`. */
  possibility: { after: ['… can|may|might !not'] },
  /** `could have prevented`. */
  unreal: { before: ['have|could|would|might'] },
  /** `was allowed to`, `did not allow`. */
  permitted: { before: ['<be>|not|been|get|got'] },
  /** `since 14:05`, `has since been`. */
  'point in time': {
    before: ["have*|ever|long|'s", 'have* …', 'first|highest|lowest|longest|largest|worst …'],
    after: [
      '<num> !of|percent',
      '<mask>|<date>|<ing>',
      '<det> <num>|<date>|start|beginning|end',
      '<det> previous <machinery>|day|week|month|night|incident|version|check|restart|one $',
    ],
  },
  /** `as soon as`, `the same as`. */
  'other as': {
    before: [
      'as|so many|much|few|long …',
      'soon|long|far|much|well|same|just|exactly|many|often|quickly|fast|early|late|such|known|used|act|<be>|twice|' +
        'times|insofar|regarded',
    ],
  },
  /** `many thanks to alice`. */
  gratitude: {
    before: ['many|our|big|special|huge|with|say|much'],
    after: ['…… for', 'everyone|all|everybody|<mask>'],
  },
  /** `some pods (not measured)`. */
  measured: { after: ['…… not measured|counted|recorded|known'] },
  /** `thus far`, `two days hence`. */
  'other adverb': { before: ['days|weeks|months|hours|minutes|years'], after: ['far'] },
  /** `contribute to the docs`. */
  'helping a project': {
    after: [
      '<det>? project|projects|docs|documentation|repository|repo|code|codebase|discussion|dialogue|community|' +
        'upstream|open|conversation|channel|thread|package|fund|cost|<capital>|<mask>',
    ],
  },
  /** `makes no sense`, `made it into production`, `made sure`. */
  'other make': {
    after: [
      'no|sure|sense|up|use|progress|contact|way|available',
      'it all|to|into|through|out|past|as',
      'a? phone? call|note|copy',
    ],
  },
} satisfies Readonly<Record<string, Guard>>;

export type GuardName = keyof typeof guards;
