import type { LexiconRow } from './lexicon-entry';

const teamwork =
  'feedback|response|responses|communication|coordination|collaboration|cooperation|handover|handoff|handovers|sharing|escalation|' +
  'support|assistance|information|reaction|updates|knowledge|alignment|teamwork|mitigation';

/** How work is said to have gone, and what knowledge is said to be like. */
export const negativeWork: readonly LexiconRow[] = [
  {
    cues: [
      `${teamwork} … <be> <lightly>|occasionally|sometimes|initially|generally? <degree>? slow|low|late|unstructured|patchy|sporadic|poor|scarce|scattered|fragmented|insufficient|lacking`,
      `${teamwork} <lightly>|occasionally|sometimes|initially|generally? <degree>? unstructured|patchy|sporadic|scattered|fragmented|lacking`,
      `little|minimal|scant|limited|hardly any? <ing>|<capital>|<mask>|group|team|internal|mutual|cross? group|team? ${teamwork}`,
      'response|reaction time|times <be>|was <lightly>? <degree>? low|slow|poor|bad|long|unacceptable',
      'knowledge|expertise|understanding|context|information … <be> <lightly>? not <lightly>? <lightly>? distributed|shared|spread|available|documented|transferred|written',
      'knowledge|expertise|context … <be> <lightly>? siloed|tribal|concentrated|scattered|fragmented|outdated|lost',
      'knowledge silo|silos',
      'understanding|knowledge|awareness|familiarity|experience of|with|in|on|about … <be> <lightly>? <degree>? limited|incomplete|lacking|superficial|outdated|wrong|thin',
      'mental model|models … <be> <lightly>? wrong|incorrect|incomplete|outdated|false',
      'breakdown|breakdowns in|of communication|communications|coordination|collaboration|process|processes|trust',
      '^ misunderstanding|misunderstandings|confusion of|about|between|around|over',
      'only one|two person|people|engineer|engineers|developer|developers|member|members … know|knows|knew|understand|understands|understood',
      'technical|tech debt',
      'not|never <lightly>? clearly|explicitly|formally defined|assigned|stated|described|documented|communicated|understood|established|agreed|scoped|delineated',
      '[path|paths|scope|authority|boundaries|line|lines|chain|handoff|handover|status|plan] <be> <lightly>? <degree>? unclear|ambiguous|vague|confusing|undefined',
      'not <lightly>? strong|representative|reliable|strict|comprehensive|extensive|granular|prominent|visible|actionable|explicit|proactive|diligent enough',
      'tribal knowledge',
    ],
    isWeak: true,
    unless: {
      before: ['if|when|whether|no|not', 'query|server|api|network|dns|http …'],
      after: ['<num>', 'of <num>', 'than'],
    },
    flags: [
      '{Feedback on the fix was slow}.',
      'The {sharing of findings was unstructured}.',
      'There was {little cross-team coordination}.',
      '{Knowledge of the proxy was not shared} in the team.',
      '{Only one person knows} how the importer works.',
      'Roles on the call were {not clearly assigned}.',
    ],
    passes: [
      'The support desk took 12 calls.',
      'The handover was at 16:00.',
      'Information on each pod is in the list.',
      'The query response was slow.',
    ],
  },
  {
    cues: [
      '<be> <lightly>? easily missed|overlooked|forgotten|misread|ignored|confused',
      'easily missed|overlooked|misread $|in|on|by|but|and',
      'easy to miss|overlook|misread|forget|ignore',
      'drown|drowned|drowning|lost|buried|hidden in|by|under <det>|other|alert|channel? noise|clutter|flood|spam|chatter',
      'simply|just|way|far|much|so|a bit too|to fragile|brittle|complex|complicated|cumbersome|risky|convoluted|tedious|error prone?',
      'scheduled|planned|moved|placed|set|timed|done|put|started too close|near|late|early',
      '[mitigation|measures|measure|remedy|workaround|precautions|precaution|safeguards|controls|response|fix] … <be>|was <lightly>? insufficient|inadequate|ineffective',
      'not <adverb>|necessarily|always|really? documented|communicated|tested|covered|understood|maintained|described|explained|monitored <mask>? that|very|particularly|too|so? well|clearly|thoroughly',
      'put|pushed|taken|brought|moved|went|rolled … into|to|in production|live|prod prematurely|hastily|untested',
      'ad hoc|adhoc manner|fashion|way|communication|process|handling|coordination',
      'not <det>? mature|maintained|proven|stable|reliable project|product|tool|solution|technology|setup|process',
      'single person dependency',
      'key person risk',
    ],
    isWeak: true,
    unless: { before: ['no|not', 'avoid*|prevent* …'], after: ['by <num>'] },
    flags: [
      'The post in the channel {was easily missed}.',
      'Some pages were {drowned in other noise}.',
      'The setup {is simply too fragile}.',
      'The window was {moved too close} to the sale.',
      'The flags are {not documented that well}.',
    ],
    passes: [
      'The window was moved to 11:00.',
      'The limit was documented in March.',
      'The noise of the disk was measured.',
      'The workaround was removed at 15:00.',
    ],
  },
];
