import * as vscode from 'vscode';
import { problemMatcher, taskType } from './contributions';
import type { Services } from './services';
import type { IncidentFolder } from './workspace/incident-folder';

const { t } = vscode.l10n;

/** The command line that is shipped beside the extension, as a task for each folder that keeps incidents. */
export function registerLintTask(services: Services): vscode.Disposable {
  return vscode.tasks.registerTaskProvider(taskType, {
    provideTasks: () =>
      services.folders
        .enabled()
        .filter(({ place }) => place.uri.scheme === 'file')
        .map((folder) => lintTask(services, folder)),
    // Tasks of tasks.json are complete as soon as their folder is known.
    resolveTask: ({ definition, scope }) => {
      const folder = services.folders.enabled().find(({ place }) => isWithin(place.within, scope));
      return folder === undefined ? undefined : lintTask(services, folder, definition);
    },
  });
}

function isWithin(within: vscode.Uri, scope: vscode.Task['scope']): boolean {
  return typeof scope !== 'object' || scope.uri.toString() === within.toString();
}

function lintTask(
  { extensionUri }: Services,
  { place }: IncidentFolder,
  definition: vscode.TaskDefinition = { type: taskType, task: 'lint' },
): vscode.Task {
  const program = vscode.Uri.joinPath(extensionUri, 'dist', 'cli.js').fsPath;
  const scope = vscode.workspace.getWorkspaceFolder(place.within) ?? vscode.TaskScope.Workspace;
  // The program of the extension host is Node itself, or Electron, which this makes Node.
  const execution = new vscode.ProcessExecution(process.execPath, [program, 'lint', place.uri.fsPath], {
    // The matcher reads paths from the workspace folder, which may hold the folder of the incidents.
    cwd: place.within.fsPath,
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  const task = new vscode.Task(definition, scope, t('check {folder}', { folder: place.name }), taskType, execution, [
    problemMatcher,
  ]);
  task.detail = t('Check all incident documents with incident-docs lint');
  return task;
}
