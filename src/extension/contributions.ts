/** Names that package.json and the code share; manifest.test.ts holds both together. */
export const commandIds = {
  newReport: 'incidentDocs.newReport',
  newPostmortem: 'incidentDocs.newPostmortem',
  enable: 'incidentDocs.enable',
  addTimelineEntry: 'incidentDocs.addTimelineEntry',
  logToTimeline: 'incidentDocs.logToTimeline',
  copyStatusUpdate: 'incidentDocs.copyStatusUpdate',
  openReport: 'incidentDocs.openReport',
  openPostmortem: 'incidentDocs.openPostmortem',
  goToEntry: 'incidentDocs.goToEntry',
  goToCause: 'incidentDocs.goToCause',
  goToAction: 'incidentDocs.goToAction',
  showChanges: 'incidentDocs.showChanges',
  moveToPostmortem: 'incidentDocs.moveToPostmortem',
  suppressFinding: 'incidentDocs.suppressFinding',
  turnOffRule: 'incidentDocs.turnOffRule',
  copyCitation: 'incidentDocs.copyCitation',
  copyIncidentId: 'incidentDocs.copyIncidentId',
  revealInExplorer: 'incidentDocs.revealInExplorer',
  refresh: 'incidentDocs.refresh',
  openWalkthrough: 'incidentDocs.openWalkthrough',
} as const;
export type CommandId = (typeof commandIds)[keyof typeof commandIds];

export const viewIds = { incidents: 'incidentDocs.incidents' } as const;

export const contextKeys = { enabled: 'incidentDocs.enabled', count: 'incidentDocs.count' } as const;

/** Section of the settings; each key is the field's name in the core's `Settings`. */
export const settingsSection = 'incidentDocs';

export const colorIds = {
  severities: ['incidentDocs.severity1', 'incidentDocs.severity2', 'incidentDocs.severity3', 'incidentDocs.severity4'],
  resolved: 'incidentDocs.resolved',
  overdue: 'incidentDocs.overdue',
} as const;

export const statusBarId = 'incidentDocs.open';
export const walkthroughId = 'incident-docs.incident-docs#incidentDocs.start';
/** Shown beside the code of a diagnostic. */
export const diagnosticSource = 'incident-docs';
