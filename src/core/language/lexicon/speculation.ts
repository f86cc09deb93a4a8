import type { LexiconRow } from './lexicon-entry';

/** Words that say how sure the writer is rather than what was seen. */
export const speculation: readonly LexiconRow[] = [
  {
    cues: [
      'probably|presumably|apparently|seemingly|supposedly|conceivably|allegedly|reportedly|purportedly|ostensibly',
      'possibly|maybe|perhaps',
      'in all likelihood|probability',
      'in theory',
      'theoretically',
    ],
    unless: { after: ['unrelated|random|small|minor|simple|harmless|innocuous|empty|identical'] },
    flags: [
      'The job was {probably} stopped by the node.',
      '{Presumably} the cache was cold.',
      'The disk filled, {possibly} during the export.',
      '{In theory} the replica takes over.',
    ],
    passes: ['The job was restarted as soon as possible.', 'The probe answered within 2 s.'],
  },
  {
    cues: ['likely', 'unlikely'],
    unless: { before: ['less|as|how|equally'], after: ['than'] },
    flags: [
      'The proxy was most {likely} out of memory.',
      'It is {unlikely} that other tenants saw it.',
      'A stale lease is the {likely} cause.',
    ],
    passes: ['A retry is as likely to hit one pod as the other.', 'The flag `likely` was set.'],
  },
  {
    cues: ['might not?'],
    unless: {
      before: ['you|users|readers|the', 'so that ……', '<imperative> ……'],
      after: ['want|wish|like|prefer|need'],
    },
    flags: ['Orders {might} be missing from the export.', 'The lock {might not} be free.'],
    passes: ['You might want to pin the version.', 'The might of the cluster is 400 cores.'],
  },
  {
    cues: [
      'may have',
      'may not have',
      'must have [<ed>|been|had|gone|come|become|made|lost|got|run|broken|fallen|taken|hit|left|sent|seen|read|written]',
      'may be|also? be? [related|due|caused|affected|because|lost|stale|down|missing|incomplete|broken|connected|responsible|linked|behind|unrelated|the]',
      'may well',
    ],
    unless: { before: ['you|we|i', 'each|every …'], after: ['<num>', 'a|an|at|no|two|several|more|access'] },
    flags: [
      'The restart {may have} dropped sessions.',
      'Somebody {must have} removed the label.',
      'The timeouts {may be} related to the new proxy.',
    ],
    passes: [
      'On May 12 the key was rotated.',
      'A password must have at least 12 signs.',
      'Each team may have two owners, as the policy says.',
    ],
  },
  {
    cues: ['[that|which|this|it|these|there|they] may !<num>|also|want', '[<part>] may !<num>|want', 'may not be'],
    isWeak: true,
    unless: { before: ['you|we|i', 'so that ……'] },
    flags: ['Some rows were written twice, which {may} skew the totals.', 'This {may} take the index down.'],
    passes: ['We may publish the list next week.', 'Since May 3 the region is open.'],
  },
  {
    cues: [
      '[it|this|that|these|they|which|cause|problem|issue] could be',
      'could|can just|also|still|well be',
      'could|can have been caused|triggered|due|related|introduced|the|a|an|lost|missed|affected',
      'could|can|may|might|would explain',
    ],
    unless: {
      before: ['so that ……', 'so … they|it|this', 'until|before|once|whether|if|where … it|this|they'],
      after: [
        '<adverb>? <ed> by|with|from|at|on|in|manually|again',
        '<adverb>? reached|seen|read|rolled|found|made|run|sent',
      ],
    },
    flags: [
      'It {could be} the new driver.',
      'This {could have been caused} by a clock that ran late.',
      'A full disk {would explain} the gap.',
    ],
    passes: [
      'The rate was lowered so that it could be served by one node.',
      'It could be reached from the office.',
      'Nothing could be restored before 15:10.',
    ],
  },
  {
    cues: ['seem|seems|seemed|seeming'],
    flags: ['The replica {seemed} healthy.', 'It {seems} the token had expired.'],
    passes: ['The seams of the data are by region.', 'The count was the same as before.'],
  },
  {
    cues: [
      'appear|appears|appeared|appearing to !<det>|users|customers|clients|him|her|them|us',
      'appear|appears|appeared that|as',
      'it|there appears|appeared !again|in|on|at|for|<num>',
      'appears|appeared <adverb>? [stuck|down|healthy|normal|fine|broken|hung|unrelated|related|stable|unaffected|slow|idle|ok|okay|unhealthy|frozen|limited|random|correct|unchanged|empty]',
    ],
    flags: [
      'The job {appeared to} hang.',
      '{It appears} that the lease was lost.',
      'The queue {appears} stuck since 14:05.',
    ],
    passes: [
      'The error appeared in the log at 14:05.',
      'A banner appeared to all users at 14:20.',
      'The row no longer appears.',
    ],
  },
  {
    cues: [
      'look|looks|looked|looking like|as',
      'sound|sounds|sounded|feel|feels|felt like|as',
      'smell|smells|smelled like|of',
    ],
    unless: {
      before: ['what ……', 'how …'],
      after: ['though? this|that|follows :', ':', 'part|of|before|expected|soon|a? mask'],
    },
    flags: ['It {looks like} a DNS problem.', 'To carol it {looked as} if the primary was gone.'],
    passes: ['The response looked like this: 200 and no body.', 'Alice looked at the logs of the proxy.'],
  },
  {
    cues: [
      'suspect|suspects|suspected|suspecting|suspicion|suspicions',
      'believe|believes|believed|believing',
      'under the impression',
      'hunch|hunches',
      'gut feeling',
      'guess|guesses|guessed|guessing',
      'educated|best|wild guess',
      'speculate*',
      'speculated|speculation',
      'wonder|wonders|wondered|wondering if|whether|why|about',
      'presume|presumes|presumed',
      'hypothesise*',
      'hypothesize*',
      'hypothesis|hypotheses [<be>|that|for|about|of]',
      'hypothesis|hypotheses :',
      'theory|theories [<be>|that]',
      'theory :',
      'working hypothesis|theory|assumption',
    ],
    unless: { before: ['brute', '<be> then? ruled', 'limit'], after: ['the? password|passwords|credentials'] },
    flags: [
      'Alice {suspected} the proxy.',
      'We {believe} that no order was lost.',
      'The {hypothesis} was a lost lease.',
      'Bo {wondered if} the key was stale.',
      'Our {best guess} is the new image.',
    ],
    passes: ['A client was guessing passwords at 40 per second.', 'The theorem is in the wiki.'],
  },
  {
    cues: [
      'i|we|he|she|they|team|carol|alice|bo|engineer|engineers|on-call|<capital> think|thinks|thought !about|of|through|twice',
      '^ thought !about|of|through|twice',
      '<be> thought to|that',
      'think|thinks|thought|thinking that|it|this|these|there|its',
    ],
    flags: [
      '{Bo thought} the primary was gone.',
      'The key {was thought to} be valid.',
      '{We think} 40 rows were lost.',
    ],
    passes: ['The team thought about the next page.', 'The thinking behind the limit is in the wiki.'],
  },
  {
    cues: [
      'assume|assumes|assumed|assuming that|it|this|these|there|the|they|we',
      'assumption|assumptions [<be>|that]',
      'the|an|our assumption|assumptions',
      '<be> assumed to',
    ],
    unless: { after: ['… role|roles|command|responsibility|ownership|duties|duty|control|lead|identity'] },
    flags: ['Bo {assumed that} the job was safe to stop.', '{The assumption} was that two replicas suffice.'],
    passes: ['Carol assumed the role of scribe.', 'The pod assumes an AWS role.'],
  },
  {
    cues: [
      'unclear|uncertain|unsure <adverb>? if|whether|why|how|what|which|when|who',
      'not <adverb>|entirely|fully|quite|completely|yet? clear|sure|certain|obvious <adverb>? if|whether|why|how|what|which|when|that',
      'remains|remained unclear|uncertain',
      'say|tell|know for sure|certain',
      'inconclusive',
      'not be? ruled|rule out',
    ],
    flags: [
      'It was {unclear why} the lease was lost.',
      '{Not sure if} the second restart was needed.',
      'A full disk could {not be ruled out}.',
    ],
    passes: ['The all-clear was given at 15:10.', 'DNS was ruled out at 14:20.', 'Bo ruled out the proxy.'],
  },
  {
    cues: [
      '<be> <adverb>? believed|thought|suspected|assumed|presumed|rumoured to|of',
      '<be> under suspicion',
      'on|due|to|of suspicion',
      'suspicion that|of',
    ],
    governs: true,
    flags: [
      'The lag due to the export {is believed to} be over.',
      'Node 7 was drained, as it {is suspected of} losing packets.',
    ],
    passes: ['The node was drained due to load.', 'The export is to be stopped.'],
  },
  {
    cues: [
      'for some|whatever|unknown|unclear|inexplicable|unexplained reason|reasons',
      'for no apparent|obvious|clear|known reason',
    ],
    flags: ['{For some reason} the hook did not run.', 'The pod restarted {for no apparent reason}.'],
    passes: ['For each reason code there is a row.', 'For some of the tenants the export ran.'],
  },
  {
    cues: [
      '[<evidence>|this|which|all|everything] … suggest|suggests|suggested that|<det>|it|they',
      'suggestion that it|this|the',
      'suggestive of',
      '[<evidence>|everything] … point|points|pointed|pointing to|at|towards|toward',
      ', points to',
      'implies|implied|implying|insinuates that|<det>',
      'hint* at|that',
      'indicative of',
    ],
    flags: [
      'The traces {suggest that} the lock was held.',
      'The logs {point to} the proxy.',
      'The gap {implies that} the leader was gone.',
    ],
    passes: [
      'Carol suggested that the node be drained.',
      'The record points to the old address.',
      'Bo suggested a restart at 14:20.',
    ],
  },
  {
    cues: [
      'possible|potential|probable|plausible|suspected|alleged|presumed root? cause|causes|reason|reasons|explanation|explanations|culprit|culprits|trigger|candidate',
      '<be> <adverb>? possible|plausible|conceivable|probable|doubtful that',
      'there is|was|were|are a|some|still|good|fair|high|low|slight? a? chance|possibility|probability|likelihood',
      'chances|odds are',
      'potentially',
      'doubt*',
      'as far as we|i|anyone know|knows|can|could tell?',
      'to the best? of? our|my knowledge',
    ],
    unless: { before: ['<inquiry> … ', 'for|any|means|if|whether …', 'no'] },
    flags: [
      'A {possible cause} is the retry limit.',
      'The export was {potentially} incomplete.',
      '{As far as we know} no data was lost.',
    ],
    passes: ['Alice looked for possible causes.', 'It was not possible to log in.', 'The electric potential is 5 V.'],
  },
  {
    cues: ['suggests|suggesting that|<det>|it|they|there|otherwise'],
    unless: { before: ['<human> <adverb>?', '<capital> <adverb>?'] },
    flags: ['A gap of 40 s {suggests a} pause.', 'The queue was empty, {suggesting that} nothing was sent.'],
    passes: ['Carol suggests the second node.', 'The suggestions are in the thread.'],
  },
  {
    cues: [
      'look|looks|looked|looking to be|have',
      'initial|first|early|best thoughts|thinking|assessment|indications|indication|theory <be>',
      'somehow',
      '[issue|problem|service|site|system|everything|things|traffic|it] appears|appeared|looks|looked !in|on|at|for|again|to|like|as|into|up|through|after|before|when|<num>',
      'initially|first|originally attributed|thought|suspected|believed|blamed',
      'not|nothing to suggest|indicate',
      'no|little evidence|indication [that|to|why|as]',
    ],
    unless: { before: ['<human>|<capital>'] },
    isWeak: true,
    flags: ['The load {looks to be} from one tenant.', 'The flag was {somehow} on.', 'The issue {appears} resolved.'],
    passes: ['Bo looked through the logs.', 'The issue appears in the list.', 'It appeared again at 14:20.'],
  },
  {
    cues: [
      '[<part>|bug|issue|this|it|that|which] could <adverb>|also|then|still? affect|impact|happen|recur|cause|lead|mean|indicate|break|lose|hit',
      'had|have|has a|the|some theory|hunch|suspicion',
      '[<human>] thought|think|thinks [<det>|it|this|that|there|they]',
      'estimate|estimates|estimated to be|have',
      'expected|believed cause|reason',
    ],
    isWeak: true,
    unless: { before: ['so that ……'] },
    flags: [
      'The bug {could affect} two more tenants.',
      'Carol {had a theory} on the proxy.',
      'The on-call {thought} the page was old.',
    ],
    passes: ['Bo thought of a second way.', 'The estimate is in the ticket.'],
  },
];
