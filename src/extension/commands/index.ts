import { type CommandId, commandIds } from '../contributions';
import type { Services } from '../services';
import { addTimelineEntry } from './add-timeline-entry';
import { addToConventions } from './add-to-conventions';
import { chooseCommit } from './choose-commit';
import { copyCitation, copyIncidentId, copyText } from './copy';
import { copyStatusUpdate } from './copy-status-update';
import { deleteChosenEntry } from './delete-entry';
import { editEntry } from './edit-entry';
import { enable } from './enable';
import { findSuspectCommits } from './find-suspects';
import { goTo } from './go-to';
import { importTimeline } from './import-timeline';
import { incidentsOfFile } from './incidents-of-file';
import { linkCommit } from './link-commit';
import { logToTimeline } from './log-to-timeline';
import { moveToPostmortem } from './move-to-postmortem';
import { newPostmortem } from './new-postmortem';
import { newReport } from './new-report';
import { openPostmortem, openReport } from './open-document';
import { openWalkthrough } from './open-walkthrough';
import { quoteSentence } from './quote-sentence';
import { refresh } from './refresh';
import { revealInExplorer } from './reveal-in-explorer';
import { setStatus } from './set-status';
import { showChanges } from './show-changes';
import { showLines } from './show-lines';
import { showMetrics } from './show-metrics';
import { suppressFinding } from './suppress-finding';
import { turnIntoAction } from './turn-into-action';
import { turnOffRule } from './turn-off-rule';

type Command = (services: Services, ...args: readonly unknown[]) => Promise<void>;

export const commands: Readonly<Record<CommandId, Command>> = {
  [commandIds.newReport]: newReport,
  [commandIds.newPostmortem]: newPostmortem,
  [commandIds.enable]: enable,
  [commandIds.addTimelineEntry]: addTimelineEntry,
  [commandIds.logToTimeline]: logToTimeline,
  [commandIds.copyStatusUpdate]: copyStatusUpdate,
  [commandIds.importTimeline]: importTimeline,
  [commandIds.showMetrics]: showMetrics,
  [commandIds.setStatus]: setStatus,
  [commandIds.openReport]: openReport,
  [commandIds.openPostmortem]: openPostmortem,
  [commandIds.editEntry]: editEntry,
  [commandIds.deleteEntry]: deleteChosenEntry,
  [commandIds.goToEntry]: goTo,
  [commandIds.goToCause]: goTo,
  [commandIds.goToAction]: goTo,
  [commandIds.showChanges]: showChanges,
  [commandIds.chooseCommit]: chooseCommit,
  [commandIds.incidentsOfFile]: incidentsOfFile,
  [commandIds.linkCommit]: linkCommit,
  [commandIds.findSuspects]: findSuspectCommits,
  [commandIds.showLines]: showLines,
  [commandIds.copyText]: copyText,
  [commandIds.moveToPostmortem]: moveToPostmortem,
  [commandIds.quoteSentence]: quoteSentence,
  [commandIds.turnIntoAction]: turnIntoAction,
  [commandIds.suppressFinding]: suppressFinding,
  [commandIds.turnOffRule]: turnOffRule,
  [commandIds.addToConventions]: addToConventions,
  [commandIds.copyCitation]: copyCitation,
  [commandIds.copyIncidentId]: copyIncidentId,
  [commandIds.revealInExplorer]: revealInExplorer,
  [commandIds.refresh]: refresh,
  [commandIds.openWalkthrough]: openWalkthrough,
};
