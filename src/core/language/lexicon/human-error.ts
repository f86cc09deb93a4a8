import type { LexiconRow } from './lexicon-entry';

/** A slip of a person as the event, at which the search for conditions tends to stop. */
export const humanError: readonly LexiconRow[] = [
  {
    cues: [
      'human|operator|user|pilot|manual|clerical|engineer|admin|administrator|personnel|developer|people error|errors|mistake|mistakes|failure|lapse|slip',
      'error|mistake|slip|lapse|misconfiguration|misuse by|from <det>? of? <det>? <people>',
      'error|mistake|slip|lapse on the part of',
      'incorrectly|wrongly|mistakenly|erroneously <ed>|set|put … by <det>? <people>',
      '<people> <lightly>? misconfigured|mistyped|miscalculated|mislabelled|mislabeled|misplaced|miscounted|misaddressed|miscopied',
      'pebcak|pebkac',
      "<people> 's mistake|error|slip|typo|oversight|lapse",
      'human factor|fallibility',
      'misconfiguration|misconfigurations|mistake|mistakes <adverb>|<ed>|made? <adverb>? by hand',
      'slip <past>|of|by|when',
      'someone|somebody <lightly>? pasted|deleted|dropped|restarted|rebooted|unplugged|disconnected|overwrote|renamed|removed|disabled|toggled|flipped|clicked|pressed|pushed|ran|typed|edited|switched|committed|copied|merged|revoked|changed|left|broke|stopped|killed',
      'user|operator|human|developer|engineer|admin misunderstanding|misconception|confusion|misuse|oversight|negligence',
    ],
    unless: {
      before: [
        'not|no|never|call* <det>?',
        'blame* on?',
        'to|will|should avoid|prevent|reduce <adverb>?',
        'minimise*|minimize*|reduce*|eliminate*|avoid*|prevent* <det>?',
        'room|potential|risk|prone|chance of|for|to',
      ],
      after: [
        '<be> <lightly>? never|not',
        'message|messages|rate|handling|page|code|codes|log|logs|budget|report|reports|count|prone',
      ],
    },
    flags: [
      'The cause was {human error}.',
      'An {operator error} emptied the queue.',
      'The first finding reads: {user error}.',
    ],
    passes: [
      'Operator error is never a root cause.',
      'The user error message names the field.',
      'The new form leaves no room for human error.',
    ],
  },
  {
    cues: ['by mistake|accident'],
    unless: {
      before: [
        '<modal>|cannot …',
        'not|never|nothing …',
        'from …',
        'harder|easier|hard|easy|possible|impossible|able|unable|way to …',
      ],
    },
    flags: ['The flag was set {by mistake}.', 'Bo opened the live console {by accident}.'],
    passes: ['A second key keeps the table from being dropped by mistake.', 'The flag cannot be set by accident.'],
  },
  {
    cues: [
      '<be> <lightly>? mistakenly|mistakingly|accidentally|accidentially|accidently|inadvertently|inadvertantly|inadvertedly|unintentionally|unknowingly|unwittingly|prematurely|erroneously',
      'mistakenly|mistakingly|accidentally|accidentially|accidently|inadvertently|inadvertantly|inadvertedly|unintentionally|unwittingly|unknowingly',
      '<be>? <ed>|run|executed|put|sent prematurely',
      '<ed>|put|sent into|to|on|in … prematurely',
      'unintentional|unintended|accidental|inadvertent <capital>|version|config|schema|scope|upgrade|cluster update|upgrade|change|deletion|release|deploy|bump|exposure',
      'accidental|inadvertent|unintentional|unintended|mistaken|erroneous deletion|overwriting|overwrite|publication|disclosure|execution|removal|deploy|deployment|run|push|merge|' +
        'change|termination|deletions|changes|restart|commit|release|shutdown|drop|click|revert|reboot|truncation|action|command|use',
    ],
    unless: {
      before: [
        'to|cannot|from|not|never|<modal> be?',
        '<machine> <lightly>?',
        'avoid*|prevent*|against|block*|stop*|disallow*|guard*|protect* … <det>?',
        'risk|risks|chance|danger|possibility of',
        'it|release|hotfix|which|that|who|bug|rule|regex|filter',
        'if|unless …',
        'when|whenever <det>? … ',

        '<modal> <be>',
      ],
      after: [
        'marked|classified|detected|identified|treated|considered|interpreted|flagged|reported|matched|parsed|routed|cached|expired|' +
          'evicted|counted|assumed',
      ],
    },
    flags: [
      'The rows {were accidentally} deleted.',
      'Bo {mistakenly} ran the script on the live cluster.',
      'An {accidental deletion} of the bucket came first.',
    ],
    passes: [
      'The guard prevents accidental deletion.',
      'It is now harder to accidentally run it on the live cluster.',
      'The probe mistakenly marked two pods as dead.',
      'A lock stops anyone from accidentally dropping the table.',
    ],
  },
  {
    cues: [
      'made|makes|making|make <det>? <adverb>? <lightly>? simple|small|honest|bad|critical|silly|stupid|serious? mistake|mistakes|blunder|slip|error in|when|while|by|of|$',
      '<det>|<possessive> <lightly>|first|next|second|third|last|biggest|main|big? mistake|mistakes|blunder|blunders',
      '<be> <det>|<possessive> <lightly>? simple|honest|small|genuine|silly|costly|bad|big|stupid|basic|serious mistake|blunder|slip|error !in|of|rate',
      'mistake|mistakes|blunder|blunders <be>|in|during|of|made|caused|led|when',
      'typo|typos|mistyped|mistyping|misspelled|mistype|misclicked|misclick',
      'copy|cut and? paste|pasted|pasting error|mistake|errors|slip|typo',
      'fat finger|fingered|fingering|fingers',
      'fatfingered|fatfinger|oversight|slipup',
      'miscommunication|mixup|screwup|goof|misclick',
      'mix|screw|slip up|ups <be>|in|between|of|with|$',
      'a|the misunderstanding <be>|between|of|about|over|on|led|caused|in',
      'under the <lightly>? <ed>|wrong|false|mistaken? impression|assumption|belief',
      'mistook',
      'error|errors in|of judgement|judgment',
      '<ed>|run|sent|set|put|built in error !state|mode|log|logs|handling|budget|rate',
      'wrong button|key|command|window|terminal|tab|checkbox|flag|environment|file|branch <be>|was <ed>|run|chosen|used',
      'slip of the finger|hand|pen',
      'entered|typed|keyed|input|copied|pasted|transcribed|spelled|spelt incorrectly|wrongly|mistakenly|twice',
      'incorrectly|wrongly|mistakenly entered|typed|keyed|copied|pasted|transcribed|spelled|spelt',
      'engineer|operator|human|user|developer|employee|admin driven|induced|made|introduced|caused|initiated <ed>? configuration|config? error|errors|outage|mistake|mistakes|failure|incident|misconfiguration',
      'launched|issued|connected|logged|uploaded|started|executed <lightly>? from|in|on|against|to|into|under|with the wrong',
      '<people> <lightly>? inverted|swapped|transposed|reversed|interchanged|jumbled|mixed up? <det>',
      '<be> mixed|jumbled up',
      '<people> <lightly>? intended|meant to … but|instead',
      'believing|thinking|convinced that? the|a|an|no|all|its',
      'one|a zero|digit|character|letter|comma|space|line too many|few',
      'self inflicted',
      '<people> <lightly>? pressed|clicked|typed|entered|selected|chose|picked|ran|used|deleted|dropped|restarted|opened|pulled|unplugged|hit … instead of',
      '<people> <lightly>? pressed|clicked|typed|entered|selected|chose|picked|ran|used|deleted|dropped|restarted|opened|pulled|unplugged|hit … rather than',
      '^ wrong|incorrect … entered|typed|keyed|selected|picked|chosen|clicked|specified|supplied',
      'inadvertent|accidental|unintentional … change|changes|deletion|removal|update|upgrade|deployment|release|shutdown|exposure|commit|publication',
      'wrong push|press|click|keystroke|tap|entry|selection',
      '<people> <lightly>? <ed>|put|cut|hit|shut|took|chose|sent|ran|went|set|gave|drew|wrote <det>? wrong !with|about|but',
      'a? lapse in|of judgement|judgment|attention|concentration|memory',
      '<people>|<titled> <lightly>? <lightly>? pressed|clicked|chose|picked|selected|typed|entered|ran|executed|used|deleted|restarted|dropped|' +
        'merged|pushed|deployed|edited|pasted|opened|copied|removed|took|applied|ran <det>? wrong',
      '<people> <lightly>? confused|mixed|conflated … with|up|for',
      'applied|run|ran|executed|deployed|pushed|merged|typed|entered|pasted <lightly>? on|against|to|into|in the wrong',
      '<people> <lightly>? <ed>|ran|sent … on|against|to|into|in|from the wrong',
      'pushed|pressed|clicked|hit|chose|typed|selected the wrong',
      'thinking|believing|assuming it|they|he|she|this|that <be>|was|were',
    ],
    unless: {
      before: [
        'learn|learned|learning|no|correct|avoid*|prevent*|catch*|minimise*|minimize*|reduce*|eliminate* from? <det>?',
        'fix|fixes|fixed|correct|corrected <det>? minor|small|docs|documentation',
        'not <det>?',
        '<machine> <lightly>? <lightly>?',
        'to|will|would not?',
        'room|risk|prone for|of|to',
      ],
      after: [
        'in|of the|a? docs|documentation|comment|comments|readme|changelog|title|name? was fixed',
        'squatting|squatted|tolerant',
        '<be> <lightly>? never|not|fixed',
      ],
    },
    flags: [
      'A {typo} in the selector matched every pod.',
      'Carol {made a mistake in} the range.',
      'The limit was {fat-fingered} at 09:40.',
      '{Bo ran the wrong} playbook.',
      'It looks like a {copy-paste error}.',
    ],
    passes: ['The search is typo-tolerant.', 'We learn from mistakes.', 'The controller picked the wrong zone.'],
  },
];
