/** Names that package.json and the code share; manifest.test.ts holds both together. */
export const commandIds = {
  newReport: 'incidentDocs.newReport',
  newPostmortem: 'incidentDocs.newPostmortem',
  enable: 'incidentDocs.enable',
  addTimelineEntry: 'incidentDocs.addTimelineEntry',
  logToTimeline: 'incidentDocs.logToTimeline',
  copyStatusUpdate: 'incidentDocs.copyStatusUpdate',
  importTimeline: 'incidentDocs.importTimeline',
  showMetrics: 'incidentDocs.showMetrics',
  setStatus: 'incidentDocs.setStatus',
  openReport: 'incidentDocs.openReport',
  openPostmortem: 'incidentDocs.openPostmortem',
  editEntry: 'incidentDocs.editEntry',
  deleteEntry: 'incidentDocs.deleteEntry',
  goToEntry: 'incidentDocs.goToEntry',
  goToCause: 'incidentDocs.goToCause',
  goToAction: 'incidentDocs.goToAction',
  showChanges: 'incidentDocs.showChanges',
  chooseCommit: 'incidentDocs.chooseCommit',
  incidentsOfFile: 'incidentDocs.incidentsOfFile',
  linkCommit: 'incidentDocs.linkCommit',
  findSuspects: 'incidentDocs.findSuspects',
  showLines: 'incidentDocs.showLines',
  copyText: 'incidentDocs.copyText',
  moveToPostmortem: 'incidentDocs.moveToPostmortem',
  quoteSentence: 'incidentDocs.quoteSentence',
  turnIntoAction: 'incidentDocs.turnIntoAction',
  suppressFinding: 'incidentDocs.suppressFinding',
  turnOffRule: 'incidentDocs.turnOffRule',
  addToConventions: 'incidentDocs.addToConventions',
  copyCitation: 'incidentDocs.copyCitation',
  copyIncidentId: 'incidentDocs.copyIncidentId',
  revealInExplorer: 'incidentDocs.revealInExplorer',
  refresh: 'incidentDocs.refresh',
  openWalkthrough: 'incidentDocs.openWalkthrough',
} as const;
export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const viewIds = { incidents: 'incidentDocs.incidents' } as const;

/** View type of the form's panels. */
export const timelineEntryView = 'incidentDocs.timelineEntry';

export const contextKeys = { enabled: 'incidentDocs.enabled', count: 'incidentDocs.count' } as const;

/** Section of the settings; each key is the field's name in the core's `Settings`. */
export const settingsSection = 'incidentDocs';

/** Type of the task that runs the command line, and the matcher that reads what it prints. */
export const taskType = 'incident-docs';
export const problemMatcher = '$incident-docs';

export const colorIds = {
  severities: ['incidentDocs.severity1', 'incidentDocs.severity2', 'incidentDocs.severity3', 'incidentDocs.severity4'],
  resolved: 'incidentDocs.resolved',
  overdue: 'incidentDocs.overdue',
  memoryMark: 'incidentDocs.memoryMark',
} as const;

/** The colours of the severities as they are by default; quick picks show images, which know no theme colour. */
export const severityShades = [
  { dark: '#f88070', light: '#b01011' },
  { dark: '#e2a55e', light: '#8f4f00' },
  { dark: '#d7c26a', light: '#6f5c00' },
  { dark: '#3794ff', light: '#1a85ff' },
] as const;

export const statusBarId = 'incidentDocs.open';
export const languageStatusId = 'incidentDocs.document';
export const walkthroughId = 'incident-docs.incident-docs#incidentDocs.start';
/** Kind of the code action that `editor.codeActionsOnSave` may run. */
export const fixAllKind = 'source.fixAll.incidentDocs';
/** Shown beside the code of a diagnostic. */
export const diagnosticSource = 'incident-docs';
