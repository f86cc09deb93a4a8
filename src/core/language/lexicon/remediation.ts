import type { LexiconRow } from './lexicon-entry';

/** Work that is still to be done, and rules for the team's own systems. */
export const remediation: readonly LexiconRow[] = [
  {
    cues: [
      '^ <priority>? <priority>? <task> !$ !<ed>|<be>|of|in|at|from|was|had|has|did|with|showed|shows|came|went',
      '^ <priority>? <task-noun> [<det>|all|<capital>|how|up|whether|if|more|better]',
      '^ <priority>? make sure|it|all|every|sure|possible',
      '^ <priority>? look into',
      '^ <priority>? find a|another|some|an way|ways|alternative',
      '^ <priority>? figure|work out',
      '^ <priority>? come up with',
      '^ <priority>? reach out to',
      '^ <priority>? get in touch',
      '^ <priority>? set up',
      '^ <priority>? be <degree>? careful|cautious',
      '^ <priority>? have [<det>|monitoring|alerts|alerting|more|better]',
      '^ <priority>? better [monitoring|alerting|alerts|documentation|logging|tests|testing|tooling|communication|process]',
      '^ <priority>? do not|never [<task>|run|deploy|merge|restart|push|apply|rely|let]',
    ],
    flags: [
      '{Add} an alert on the age of the queue.',
      '{Make sure} that the key has an owner.',
      '{Look into} a second region.',
      '{P1 Document} the failover.',
    ],
    passes: [
      'Restart of the proxy, 14:05.',
      'Update of the image finished at 14:05.',
      'Fix deployed at 14:20.',
      'Increase in 5xx responses at 14:02.',
    ],
  },
  {
    cues: [
      'should <adverb>|also|instead|definitely|ideally|really|always|probably? not? <adverb>|also|instead|always? be',
      'should <adverb>|also|instead|definitely|ideally|really|always|probably? not? [<task>|have|include|run|use|alert|page|fail|work|require|go|happen|live|stop|start]',
      'we|team|it|they|there|pods|jobs|service|services should',
      'shall <adverb>? be',
      'needs <adverb>|also|still? to',
      'we|team <adverb>|also|still? need to',
      'ought to !have|not',
    ],
    unless: {
      before: [
        'you|users|readers|everyone|anyone ……',
        'which|that|who|whether|if|what|how|seen|when|where …',
        'ideally these',
      ],
      after: ['have <participle>', 'seen as', 'noted', 'clear|obvious'],
    },
    flags: [
      'The limit {should be} 200.',
      'The smoke test {should} include the checkout route.',
      'The owner {needs to} rotate the key each year.',
      '{We should} page the second on-call too.',
    ],
    passes: [
      'The alert showed which pods should be in the pool.',
      'The canary should have stopped the deploy.',
      'There was no need for a second page.',
    ],
  },
  {
    cues: [
      'must <adverb>|always? not? be',
      'planning|plan|plans|intend|intends|intention to|on',
      '<be> planned|scheduled to|for',
    ],
    isWeak: true,
    unless: { before: ['you|users|readers ……', 'which|that|what|how|<human> …'] },
    flags: ['The limit {must be} above 40.', 'A second region {is planned for} January.'],
    passes: ['The plan of the move is in the wiki.', 'The limit may be 40.'],
  },
  {
    cues: [
      'we|i|team will',
      'we|team are|is going|planning|working|aiming|looking|hoping to|on|into|at',
      'we|team plan|intend|aim|hope|want|need|propose|recommend|suggest !<ed>',
      'we|team would like|want to',
      'we must|shall',
      'will <adverb>|also|now|then? be <ing>|added|created|updated|implemented|fixed|reviewed|discussed|introduced|removed|replaced|automated|scheduled|done|published',
      'will no longer|always|still|remain|continue',
    ],
    unless: { before: ['so that ……', 'if …', 'whether …'] },
    flags: [
      '{We will} add a second region.',
      'The key {will be replaced} in January.',
      '{We plan} to raise the limit.',
    ],
    passes: ['The job will print a row for each tenant.', 'The plan of the move is in the wiki.'],
  },
  {
    cues: [
      'it would be good|nice|useful|helpful|better|great|worth',
      'would be better to|if',
      "let 's|us",
      'to prevent|avoid this|these|such|similar|future|recurrence|another|a [repeat|recurrence|from|in|incidents|outages|happening|issues|problems|similar]',
      'to prevent|avoid a? recurrence|reoccurrence|repeat',
      'not happen again',
      'going|moving forward',
      'in the future',
      'follow up|ups? action|actions|item|items|work|task|tasks|ticket|tickets',
      'action|next|improvement item|items|step|steps :',
      'proper|permanent|long|real term? fix|solution <be> to',
      'lessons|lesson learned|learnt',
      'ticket|story|issue <be>? to [<task>]',
    ],
    isWeak: true,
    unless: { before: ['created|opened|filed …', 'what|no'] },
    flags: [
      '{It would be good} to have a second key.',
      'The limit was raised {to prevent a recurrence}.',
      '{Going forward} the owner signs each change.',
    ],
    passes: ['The future of the table is open.', 'Carol created a ticket to add the alert.'],
  },
];
