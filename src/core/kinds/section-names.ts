/** Standard headings of a report in order. */
export const reportSections = [
  'Summary',
  'Impact',
  'Systems involved',
  'Timeline',
  'Actions taken during response',
  'Open questions',
] as const;

/** Understood in a report where a team has them, not demanded. */
export const optionalReportSections = ['Communications', 'Evidence', 'Detection', 'Addenda'] as const;

/** Standard headings of a postmortem in order. */
export const postmortemSections = [
  'Executive summary',
  'What happened',
  'Root causes and contributing factors',
  'Controls that did not hold',
  'What went well',
  'What went badly',
  'Where we got lucky',
  'Hypotheses considered',
  'Corrective and preventive actions',
  'Lessons',
] as const;

export type SectionName =
  | (typeof reportSections)[number]
  | (typeof optionalReportSections)[number]
  | (typeof postmortemSections)[number];

/** The standard name of a heading, whatever its case, numbering, emphasis or addition in brackets. */
export function sectionNameOf(title: string): SectionName | undefined {
  const plain = plainHeading(title);
  return names.get(plain) ?? names.get(plain.replace(/ \(.*\)$/, '').trim());
}

/** Lower case, without emphasis, leading numbers and signs, closing colon; `&` as `and`. */
function plainHeading(title: string): string {
  return title
    .slice(0, 200)
    .toLowerCase()
    .replace(/[*_`]/g, '')
    .replace(/^[^\p{L}]+/u, '')
    .replace(/[^\p{L}\p{N})]+$/u, '')
    .replace(/’/g, "'")
    .replace(/\s*&\s*/g, ' and ')
    .replace(/\s+/g, ' ');
}

const aliases: Readonly<Record<SectionName, readonly string[]>> = {
  Summary: ['overview', 'incident summary', 'description', 'abstract', 'tl;dr', 'synopsis'],
  Impact: ['customer impact', 'user impact', 'business impact', 'impact assessment', 'impact on users'],
  'Systems involved': [
    'systems',
    'affected systems',
    'systems affected',
    'services affected',
    'affected services',
    'components',
  ],
  Timeline: [
    'events/timeline',
    'events',
    'incident timeline',
    'timeline of events',
    'event timeline',
    'detailed timeline',
    'chronology',
    'sequence of events',
    'log',
    'incident log',
    'key timestamps',
  ],
  'Actions taken during response': [
    'response',
    'incident response',
    'actions taken',
    'mitigation',
    'mitigation steps',
    'resolution',
    'resolution and recovery',
    'resolution steps',
    'recovery',
    'short term fix',
  ],
  'Open questions': ['questions', 'unknowns', 'open issues'],
  Communications: [
    'communication',
    'customer communication',
    'external communication',
    'status page updates',
    'messages',
  ],
  Evidence: ['logs', 'graphs', 'data', 'artifacts', 'supporting information', 'supporting data', 'appendix'],
  Detection: ['how it was detected', 'how we detected it', 'how was it detected'],
  Addenda: ['addendum', 'corrections', 'amendments'],
  'Executive summary': ['management summary'],
  'What happened': ['background', 'narrative', 'incident description', 'what happened?'],
  'Root causes and contributing factors': [
    'root causes',
    'root cause',
    'root cause(s)',
    'root cause analysis',
    'root cause and contributing factors',
    'root causes and triggers',
    'contributing factors',
    'contributing factor',
    'contributing factor(s)',
    'contributing conditions',
    'contributors',
    'cause',
    'causes',
    'trigger',
    'triggers',
    'five whys',
    '5 whys',
    'the five whys',
    'why it happened',
    'analysis',
    'fault',
    'rca',
  ],
  'Controls that did not hold': [
    'controls',
    'failed controls',
    'defences that did not hold',
    'defenses that did not hold',
    'barriers',
  ],
  'What went well': ['went well', 'what worked', 'what worked well', 'things that went well'],
  'What went badly': [
    'what went wrong',
    'what went poorly',
    "what didn't go so well",
    "what didn't go well",
    'what did not go well',
    'what could have gone better',
    'what could be improved',
    'things that went poorly',
    'what went less well',
  ],
  'Where we got lucky': ['what went luckily', 'got lucky', 'luck'],
  'Hypotheses considered': ['hypotheses', 'theories', 'investigation', 'hypotheses and theories'],
  'Corrective and preventive actions': [
    'action items',
    'actions',
    'action points',
    'follow-up',
    'follow-ups',
    'follow up',
    'follow up actions',
    'follow-up actions',
    'follow-up items',
    'follow-up tasks',
    'follow-up improvements',
    'next steps',
    'remediation',
    'remediation items',
    'corrective actions',
    'preventive actions',
    'preventative actions',
    'preventive measures',
    'corrective and preventative actions',
    'corrective and preventative measures',
    'corrective actions and improvements',
    'prevention',
    'improvements',
    'to do',
    'todo',
    'long term solution',
  ],
  Lessons: ['lessons learned', 'lessons learnt', 'learnings', 'lessons and learnings', 'takeaways', 'key takeaways'],
};

const names: ReadonlyMap<string, SectionName> = new Map(
  (Object.entries(aliases) as readonly [SectionName, readonly string[]][]).flatMap(([name, others]) =>
    [name, ...others].map((heading): [string, SectionName] => [plainHeading(heading), name]),
  ),
);
