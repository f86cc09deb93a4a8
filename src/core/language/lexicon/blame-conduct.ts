import type { LexiconRow } from './lexicon-entry';

/** What a person or a team is said to have done wrong, and fault as such. */
export const blameConduct: readonly LexiconRow[] = [
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
      'on? <people>|<titled> <lightly>? <ed>|broke|ran|went|sent|left|wrote … without <det>? <lightly>? testing|checking|reviewing|review|approval|asking|' +
        'telling|verifying|validating|warning|notice|permission|consulting|documenting|reading|informing|announcing|backup|following|' +
        'authorisation|authorization|waiting|looking|running|doing|having|confirming|coordination|coordinating|realising|realizing|understanding',
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
  {
    cues: [
      'on? <people> <lightly>? waved|nodded|rushed|hurried <det>? … through',
      'on? <people> <lightly>? sat on',
      'on? <people> <lightly>? lost control|focus|patience|interest|concentration',
      'on? <people> <lightly>? panicked|guessed|gambled|hesitated|dithered|procrastinated|caved|cheated',
      'on? <people> <lightly>? deprioritised|deprioritized|downplayed|trivialised|trivialized|brushed|shrugged|glossed|sidestepped|' +
        'circumvented|flouted|ducked|shirked|squandered|mismanaged|mishandled|misdiagnosed|misprioritised|misprioritized|abandoned|shelved',
      'on? <people> <lightly>? routinely|habitually|regularly|usually|frequently|commonly|often bypass|bypasses|bypassed|bypassing|skip|' +
        'skips|skipped|ignore|ignores|ignored|dismiss|dismisses|circumvent|neglect|overlook|forget|postpone|postponed',
      'on? <people> … did little|nothing',
      'on? <people> <lightly>? took no action|steps|notice|interest',
      'paid|paying|pays|gave|giving|given no|little|scant|insufficient attention|thought|heed|consideration|regard to',
      'made no attempt|effort to',
      'on? <people> <lightly>? left … open|enabled|disabled|unattended|unlocked|unpatched|exposed|unfinished|unprotected|unmonitored|undocumented|untested',
      'whoever … did|had|has|was not',
      'drag|dragged|dragging|drags <possessive>|its feet|heels',
      'took|take|taken|taking <possessive>|its eye|eyes off',
      'asleep at the wheel|switch',
      'roll|rolled|rolling|rolls the dice',
      'took a gamble|risk|chance by|with|on|and',
      'had|have|has|having to scramble',
      'took|taken|taking … for granted',
      'took|taken|taking … at face value',
      'on? <people> <lightly>? trusted',
      'on? <people> <lightly>? lacked|lacks|lacking common sense',
      'on? <people> … <ed>|ran|put|took|made|sent without <adverb>? anticipating|appreciating|foreseeing|accounting|considering|knowing|regard|assessing|questioning',
      '<person> … was|were|<be> unavailable|unreachable|absent|asleep',
      'on? <people> … despite|notwithstanding|against <det>? <ed>|open|known|clear|multiple|several|internal|explicit|strong|numerous? warning|warnings|' +
        'risk|risks|advice|objections|objection|concerns|signs|guidance|instructions|policy|protocol|recommendation|recommendations',
      'ignoring|disregarding|dismissing|overlooking <det>? <ed>|open|known|clear|multiple|several|internal|explicit|our? warning|warnings|advice|objections|concerns|signs|guidance|policy|process',
      'on? <people> … kept|keeps <ing> off|back',
      'on? <people> <lightly>? put off|postponed|delayed <ing>',
      'on? <people> <lightly>? chose|opted|decided|preferred not to',
      'on? <people> … <ing>|<ed> without <adverb>|first? looking|thinking|asking|telling',
    ],
    unless: { before: ['if|whether|when|unless'], after: ['for <num>', 'until'] },
    flags: [
      'The {reviewers waved the change through}.',
      'The {vendor deprioritised} the fix.',
      'The {developers routinely skip} the review.',
      'The {contractor left the port open}.',
      'The vendor {dragged its feet} on the patch.',
      '{Whoever wrote the job did not} think of a second region.',
      'The {team went ahead despite warnings}.',
    ],
    passes: [
      'The proxy left the connection open.',
      'The parser often skips the first row.',
      'The pods sat on node 7.',
      'Carol left the bridge at 15:20.',
    ],
  },
  {
    cues: [
      '<possessive> reluctance|hesitation|hesitancy|unwillingness|refusal|inability|inexperience|carelessness|complacency|haste|impatience|overconfidence|indecision|negligence|inaction|inattention|tardiness',
      "<people> 's reluctance|hesitation|hesitancy|unwillingness|inexperience|complacency|haste|impatience|overconfidence|indecision|inaction|inattention|lack",
      'reluctance|unwillingness|hesitation|hesitancy|failure to escalate|declare|page|call|ask|roll|act|involve|wake|admit|speak|raise|report|own',
      'on? <people> <lightly>? <be> <lightly>? too <adverb>? slow|busy|quick|eager|trusting|confident|focused|focussed|optimistic|cautious|proud|tired|junior|stubborn to|in|about|with|on|$',
      'on? <people> <be> <lightly>? new to',
      'on? <people> <lightly>? had|have|has no idea|clue',
    ],
    unless: { before: ['if|whether|no|so'] },
    flags: [
      '{Our reluctance} to page the vendor cost 20 min.',
      'There was a {hesitation to declare} an incident.',
      'The {engineers were too busy with} the launch.',
    ],
    passes: ['The pod has no label.', 'Its inability to bind the port is logged.', 'The queries were too slow.'],
  },
];
