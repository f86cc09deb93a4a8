import type { LexiconRow } from './lexicon-entry';

/**
 * A person or a team as the deficiency. Machines fail, miss and ignore as well: those verbs count behind a person only,
 * while forgetting or misjudging something is a person's doing whoever the sentence names.
 */
export const blame: readonly LexiconRow[] = [
  {
    cues: [
      'forgot|forgets',
      'forgetting|neglecting to',
      'have|has|had|having|not <lightly>? forgotten !password|passwords',
      'overlooked|neglected|misjudged|misunderstood|underestimated|disobeyed|botched|bungled|procrastinated|slacked',
      'misjudges|underestimates|forgetful|forgetfulness',
      'drop*|fumble* the ball',
      'screwed|messed up',
      'screwing|messing up',
      'fell asleep',
      'turn* a blind eye',
    ],
    unless: {
      before: [
        '<be> <lightly>? easily?',
        '<be> not',
        'been|role',
        'easy|easily|hard|possible|prone|often|be|get|gets|got|the|a|an|these|those|previously|any',
        '<capital> <be>',
        'not',
      ],
      after: ['password|passwords'],
    },
    flags: [
      'The author {forgot} to raise the limit.',
      'Alice {had forgotten} the second flag.',
      'Whoever merged it {overlooked} the second shard.',
      'The reviewer of the change {misjudged} the load.',
      'Support {neglected} to page anyone.',
      'We {underestimated} how long the copy takes.',
    ],
    passes: [
      'The shard was overlooked in the first scan.',
      'A link for forgotten passwords stands below the form.',
      'The step is easily overlooked.',
      'Nobody will remember a step that is easy to forget.',
    ],
  },
  {
    cues: [
      '<person> <lightly>? <lightly>? failed|fails|fail|failing to <duty>?',
      'on? <people> <lightly>? failed|fails|failing to <duty>',
      '<person> on|in|of|from|for|at|responsible|<ing> … failed to',
      '<person> on|in|of|from|for|at|responsible|<ing>|who … skipped|ignored|missed|bypassed|omitted the|a|an|his|her|their|our|that',
      'ignored|missed|overlooked|skipped|dismissed|forgotten|neglected … by <det>? on? <people>? <people>',
      'failed|fails|failure to follow|communicate|consider|anticipate|escalate|appreciate|realise|realize|foresee|' +
        'coordinate|prioritise|prioritize|heed|document|adequately|properly !with|any',
      'failure to check|verify|test|review|plan|understand|inform|act|notice|monitor|adhere|comply',
      '<person>|they|who|<capital> <lightly>? misread|misinterpreted|disregarded|mishandled|panicked !with|at',
      '<possessive> failure|inability|unwillingness|refusal to',
      '<person>|they|who <lightly>? <lightly>? omitted|omits|refused|refuses|declined to',
      '<person>|who <lightly>? missed|misses|miss|skipped|skips|ignored|ignores|ignoring|dismissed|bypassed|violated|broke|' +
        'mishandled|disregarded',
      '[<capital>] missed|skipped|ignored|bypassed the? check|review|alert|alerts|step|steps|warning|warnings|runbook|' +
        'checklist|instructions|procedure|approval|page|signs|email|message|deadline|process|guideline|guidelines|rule',
    ],
    unless: {
      before: ['that|if|when|before|users|customers'],
      after: ['the? mark|call|train'],
    },
    flags: [
      'The {team failed to raise} the limit.',
      'The {engineers then failed to look} at the second graph.',
      '{Alice ignored} the warning of the tool.',
      'The {reviewers missed} the changed default.',
      'The outage lasted longer owing to a {failure to escalate}.',
      'The {developer skipped} the staging environment.',
    ],
    passes: [
      'The pod failed to start.',
      'The health check failed to reach the proxy.',
      'The client ignored the header.',
      'The parser misinterpreted the empty header.',
      'The alert missed its window.',
      'The team saw that the job failed to finish.',
    ],
  },
  {
    cues: [
      'on? <people> <lightly>? did|do|does|had|have|has|were|was|are|is <lightly>? not <adverb>? <lightly>? ' +
        'enough|properly|fully|explicitly|adequately|sufficiently|thoroughly|carefully|correctly|formally|regularly|routinely|always|' +
        'systematically|consistently|closely? <duty>',
      'on? <people> <lightly>? did|do|does|had|have not|never <lightly>? bother|bothered|care|cared|think|thought|realise|' +
        'realize|realised|realized|consider|considered',
      'on? <people> <lightly>? never <duty>',
      '<person> of|in|on|at|from|for|who|<ing> … did|had|was|were not <lightly>? <duty>',
      '<people> … did nothing',
      '<people> did|do|does not have <det>? discipline|skill|skills|expertise|knowledge|experience|understanding|awareness|foresight',
      'did|had not intend|mean|intended|meant to',
      'did not bother',
      'should have known',
      'should have <lightly>? been more careful|cautious|attentive|diligent',
      'could not be bothered',
      '<people> <lightly>? never|not <lightly>? get|got|gotten|getting around|round to',
    ],
    unless: {
      before: ['if|unless'],
      after: ['any? yet|longer|anymore', 'why|what|how|whether|that? yet'],
    },
    flags: [
      '{We did not check} the second region.',
      '{They did not explicitly request} a review.',
      'The {team had not tested} the restore.',
      'The {owners are not prioritising} the migration.',
      '{We never verified} the backup.',
    ],
    passes: [
      'The tests did not check the second region.',
      'We did not encounter the fault again.',
      'The endpoint was not tested on staging.',
      'The monitor never verified the certificate.',
    ],
  },
  {
    cues: [
      'nobody|noone <lightly>? <lightly>? <duty>',
      'nobody|noone on|in|at|from|with … <duty>',
      'nobody|noone <be> <lightly>? watching|monitoring|checking|looking|reviewing|responsible|aware|paying|available|awake|responding',
      'no one|engineer|responder|reviewer else? <lightly>? <lightly>? <duty>',
      'no one <be> <lightly>? watching|monitoring|checking|looking|reviewing|responsible|aware|paying|responding',
      'no one in|on|at|from the|our? team|squad|shift|call <lightly>? <duty>',
      'none|neither of us|them|the … <duty>',
      'nothing was|had <lightly>? done',
      'nobody|noone|one took|takes|taking ownership|responsibility|charge|notice',
      'went unnoticed by|to <people>',
    ],
    unless: { before: ['so|so that|that|ensures|mean|means|if'], after: ['if|until'] },
    flags: [
      '{Nobody noticed} the second alert.',
      '{Nobody was watching} the rollout.',
      '{No one had tested} the restore.',
      'For two hours {nothing was done}.',
    ],
    passes: [
      'No one had access to the console.',
      'Nobody was harmed.',
      'Nothing was lost.',
      'No alert was raised by the monitor.',
    ],
  },
  {
    cues: [
      'on? <people> <lightly>? <be> <lightly>? <lightly>? not <lightly>? fully|really|well|sufficiently? aware',
      'on? <people> <lightly>? <be> <lightly>? <lightly>? unaware|oblivious|careless|negligent|complacent|sloppy|reckless|distracted|' +
        'inattentive|overconfident|unprepared|inexperienced|incompetent|unqualified|untrained|hasty|asleep|sleeping|lazy|irresponsible',
      '[^] not? being? unaware|oblivious of|that|to',
      'without <lightly>? being? fully|sufficiently|really? aware|thorough|thinking|realising|realizing|considering|knowing',
      'careless|carelessly|carelessness|negligent|negligence|negligently|complacent|complacency|sloppy|sloppily|sloppiness|' +
        'reckless|recklessly|recklessness|incompetent|incompetence|inattention|inattentive|irresponsible|irresponsibly|lazy|laziness|' +
        'unprofessional|haphazardly|thoughtlessly|inexcusable|unforgivable',
      'on? <people>|rotation <lightly>? <be>|had <lightly>? not been? <lightly>? <lightly>? prepared|ready|reachable|available|trained|qualified|equipped|briefed|proactive|careful|attentive|vigilant|diligent|thorough',
      'on? <people>|rotation <lightly>? <be> <lightly>? unreachable|unavailable|unresponsive',
      'caught|taken off guard',
      'caught|taken by surprise',
      'inexperience|ignorance|hubris|arrogance|overconfidence|laziness',
      'blindly|naively|thoughtlessly|foolishly|recklessly <ed>|ran|took|put|set|went',
      'lack of attention|care|diligence|discipline|competence|effort|judgement|judgment|concentration',
      '<be> <lightly>? asleep|sleeping at|during|through|while|$',
    ],
    unless: {
      before: [
        'thread|threads|process|job|worker|goroutine|processes <be>',
        'no|not <det>? <lightly>?',
        'if|whether …',
      ],
      after: ['loading|load|evaluation|initialization|initialisation|init', 'for <num>'],
    },
    flags: [
      'The {engineer was not fully aware} of the active context.',
      'A {careless} push started the deploy.',
      'The settings were changed {without thinking} of the replicas.',
      'The gap comes from a {lack of attention}.',
      '{We were unaware} of the freeze.',
    ],
    passes: [
      'The proxy is not aware of the second zone.',
      'The worker was sleeping for 30 s between polls.',
      'The field uses lazy loading.',
      'No careless act was found; the form accepted the value.',
    ],
  },
  {
    cues: [
      'on? <people> <be> <lightly>? slow|late|reluctant|unwilling|hesitant|confused|mistaken|wrong to|in|about|at',
      'on? <people> reacted|responded|acted|escalated|noticed too|very? slowly|late|poorly|badly',
      'on? <people> <lightly>? struggled|struggle|floundered|scrambled|stumbled',
      'on? <people> <lightly>? took|waited|needed too|far|way too? long to',
      'on? <people> <lightly>? wasted',
      'on? <people> <lightly>? lost … time|minutes|hours on|by|in|because|looking|chasing',
      '<possessive>|the response|reaction|communication|escalation|diagnosis <be> <lightly>? too|very|rather slow|late|hesitant',
      '<person> … wrongly|incorrectly|erroneously|falsely <ed>|thought|ran|believed|assumed',
      'on? <people> <lightly>? jumped to conclusions|the',
      'it took us|them|him|her|the|everyone <people>? far|way|much? too long',
      'took us|them|him|her far|way|much? too long',
      'on? <people> <lightly>? waited far|much|way? too long',
      '<people> <lightly>? rushed',
      'cut|cutting corners',
      'took <det>? shortcut|shortcuts',
      'on? <people> … chose|decided|opted to ignore|skip|bypass|disregard',
      'on? <people> <lightly>? relied|rely|relies too much|heavily on',
      'over reliance|reliant on',
      'overreliance|overreliant on',
      'slipped through the cracks|net',
      "<people> 's failure|inability|negligence|fault|refusal|carelessness",
      'in violation of',
      'on our|their|his|her|my part',
      '<be> not able to … soon|quickly|time|promptly',
      '^ not able to … soon|quickly|time|promptly',
      'on? <people> <lightly>? lacked|lacks|lack',
      'out of their|his|her|our depth',
    ],
    unless: { before: ['if|whether|so|that', 'customers|users'] },
    flags: [
      '{We were slow to} see that the mirror was gone.',
      'The {team struggled} for a week to reproduce it.',
      '{We took too long to} roll back.',
    ],
    passes: [
      'The queries were slow to return.',
      'The replica took too long to answer.',
      'The nodes struggled under the load.',
    ],
  },
  {
    cues: [
      '<be> <lightly>? at fault',
      'on? <people>|<det>|and <be> to blame',
      'blame* the? <people>',
      'blame* <lightly>? lies|falls|rests|was|is with|on',
      'whose fault|mistake',
      'my|his|her|your|their fault',
      'on? <people> <be> <lightly>? responsible|accountable for <det>? <lightly>? outage|incident|failure|breakage|bug|error|downtime|mistake|loss|mess',
      'person|people|individual|engineer|developer|one responsible for <det>? <lightly>? outage|incident|failure|breakage|bug|error|downtime',
      'the person|engineer|developer|one who broke|caused|deleted|introduced|deployed|pushed|approved|merged',
      'who <lightly>? broke|approved|pushed|caused|deleted|introduced it|this|the',
      'the? guilty|offending party|engineer|developer|person|team',
      '<be> <lightly>? punished|reprimanded|disciplined|fired|sacked',
    ],
    unless: {
      before: [
        'no|not|never|nobody|noone|nothing …',
        'not|never',
        'see|find|know|ask|regardless|matter of?',
        'proxy|pod|bug|service|query',
      ],
      after: ['tolerance'],
    },
    flags: [
      'The storage {team is to blame}.',
      'The call turned to {whose fault} it was.',
      'Alice is {the person who broke} the build.',
      'The vendor {was at fault}.',
      'The {developer responsible for the outage} has left.',
    ],
    passes: [
      'No one was at fault.',
      'The review is held without blame.',
      'A page fault was counted 41 times.',
      'Deploys whose error rate exceeds 1 % stop.',
      'The search team is responsible for the index.',
    ],
  },
  {
    cues: [
      'on? <people>|<capital> <lightly>? <ed>|broke|ran|went|sent|left|wrote … without <lightly>? testing|checking|reviewing|review|approval|asking|' +
        'telling|verifying|validating|warning|notice|permission|consulting|documenting|reading|informing|announcing|backup|following|' +
        'authorisation|authorization|waiting|looking|confirming|coordination|coordinating|realising|realizing|understanding',
      '<person> <lightly>? broke|destroyed|wiped|wrecked|corrupted <det>',
      'on? <people> caused|introduced <det> outage|incident|problem|issue|failure|breakage|downtime|bug|error',
      'on? <people> <lightly>? <lightly>? <be>? <lightly>? supposed|expected|meant to <duty>',
      'on? <people> <lightly>? did not follow|adhere|comply|respect|obey',
    ],
    unless: { before: ['if|when|to'] },
    flags: [
      'The {team merged the change without review}.',
      'The {contractor wiped the} volume.',
      '{We caused the outage} with a bad flag.',
    ],
    passes: [
      'The deploy ran for 4 min without errors.',
      'The query broke the replication.',
      'The change caused the outage.',
    ],
  },
];
