import type { LexiconRow } from './lexicon-entry';

const checks =
  'tests|testing|monitoring|alerting|alerts|logging|automation|documentation|checks|validation|reviews|safeguards|guardrails|metrics|dashboards|training|visibility|redundancy';

/** Good intentions: what is to be thought of, avoided or made more of something, with nothing that says when it is done. */
export const emptyResolves: readonly LexiconRow[] = [
  {
    cues: [
      'can|could|should|may|might|must|need|needs to? <lightly>|certainly|definitely|still|surely|always|further? be improved|clearer|better|smoother|stricter|tighter',
      'can|could|should|may|might|must|need|needs to? be|become made? <lightly>? more <lightly>? visible|actionable|robust|resilient|reliable|transparent|accessible|discoverable|' +
        'obvious|explicit|proactive|consistent|streamlined|efficient|predictable|maintainable|understandable|prominent|stable|mature|structured|formal|rigorous',
      `have|having|need|needs|want|write|add|adding|introduce|implement|create|require|requires more|better|additional|extra|further … ${checks}`,
      'bring|get|keep|cut|drive|reduce|lower|decrease down? <det>? alert|alerts|alerting|pager|channel noise|fatigue|toil',
      '[should|must|need|needs] to? act on|upon it|them|this|that|these|warnings|alerts|risks|signals',
      'try|trying <lightly>? to? not to? do|repeat|rely|make',
      'test|tests|check|checks|monitor|review|reviews|audit|watch|rehearse|exercise … more aggressively|aggresively|often|thoroughly|carefully|regularly|closely|frequently|rigorously|strictly|diligently',
      'teach|teaching|educate|inform|sensitise|sensitize <det>|<possessive>|all|every|other? <people>|teams|staff|engineers|developers|users how|to|about|on|in',
      'enhance|enhancing|bolster|strengthen|strengthening|refine|refining <det>|<possessive>? … procedure|procedures|process|processes|practices|testing|monitoring|communication|policies|governance|oversight|planning|preparedness|readiness',
      'implement|implementing|establish|establishing|develop|developing <lightly>|new|better|more? processes|procedures|measures|practices|safeguards|protocols to|for|that|$',
      '^ diversify|professionalise|professionalize|mature|formalise|formalize|rationalise|rationalize|harmonise|harmonize|streamline|modernise|modernize|rethink|reimagine <possessive>|the',
      'taking <lightly>|all|immediate|further|several|necessary|additional? steps|measures to <lightly>? prevent|avoid|improve|ensure|reduce|strengthen|minimise|minimize',
      'follow|following up on <det>|<possessive>|all|open? action|actions|learnings|lessons|items|retro|postmortem|postmortems|findings',
    ],
    isWeak: true,
    unless: {
      before: ['did|was|were|had|has|have not?', 'not', 'a|the|no|which|that'],
      after: [
        'by <num>',
        'to <num>',
        'for <num>',
        'of <mask>',
        'than <num>',
        'the? branch|repository|repo|main|master|<num>',
      ],
    },
    flags: [
      'Our model {could certainly be improved}.',
      'The notices {can be made more visible}.',
      'We {need more end-to-end tests}.',
      '{Reduce alert noise} in the channel.',
      '{Diversify our} channels.',
      '{Follow up on action} items.',
      'We are {taking steps to prevent} a repeat.',
    ],
    passes: [
      'The alert was made visible on the board.',
      'Add a test that stops the release at 2 % errors.',
      'The job needs more memory.',
      'The team committed the change at 14:00.',
    ],
  },
  {
    cues: [
      '^ <priority>? reflect|deliberate on|about|upon|whether|if|how',
      '^ <priority>? consider|think|look how|whether|what|about|through|twice|again|hard',
      '[for|when|before|after] …… consider how|whether|what',
      '[for|when|before|after] …… consider <det>|<possessive>? capacity|consequences|impact|implications|risk|risks|effect|effects',
      '[for|when|before|after] …… think about|of|through|hard|twice|how|what',
      '^ <priority>? avoid|eliminate|minimise|minimize|stop|limit <lightly>|<capital>|<mask>|tactical|manual|quick|temporary|handheld? <lightly>|handheld|manual|quick|temporary? ' +
        'solutions|shortcuts|workarounds|hacks|mistakes|surprises|complexity|complacency|guesswork|confusion|misunderstandings|rushing|heroics|heroism|firefighting',
      '^ <priority>? minimise|minimize|reduce|eliminate|avoid|prevent … human|manual|user|copy|paste|operator|configuration error|errors|mistake|mistakes|paste',
      'better <lightly>? not? to <lightly>? rush|panic|hurry|guess|assume',
      'err|erring on the side of',
      '[need|needs|should|must|have|may] to? need? to? rethink|reconsider|revisit|reevaluate|reassess this|it|that|how|our|the',
      '[need|needs|should|must|have] to? think about',
      '[have|having|need|needs|want|adopt|establish|define] <det>? better|more … process|processes|procedure|procedures|workflow',
      '^ better governance|discipline|hygiene|prioritisation|prioritization|handling|usage|use|control|controls|overview|segregation|structure|preparation|information|notice|warnings|guidance',
    ],
    isWeak: true,
    unless: { after: ['<mask>', 'with|to <num>'] },
    flags: [
      '{Reflect on} how notices reach the teams.',
      '{Avoid manual workarounds}.',
      'For each new system, {consider the capacity} and the alarms.',
      'It is {better not to rush} a fix.',
      '{Better governance} of the namespaces.',
    ],
    passes: [
      'Bo considered the second node.',
      'Avoid `DROP TABLE` in migrations with a lint rule.',
      'The solution was rolled out at 12:00.',
    ],
  },
];
