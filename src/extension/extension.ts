import * as vscode from 'vscode';
import { registerCommands } from './commands/register-commands';
import { registerEditorFeatures } from './editor';
import { registerForms } from './forms';
import { registerLintTask } from './lint-task';
import { createPreview, type PreviewPlugin } from './preview';
import { createServices } from './services';
import { registerViews } from './views';

/** What VS Code's Markdown preview takes from this extension. */
export function activate(context: vscode.ExtensionContext): PreviewPlugin {
  const log = vscode.window.createOutputChannel('Incident Docs', { log: true });
  context.subscriptions.push(log);
  const services = createServices(context, log);
  context.subscriptions.push(
    registerForms(services),
    registerCommands(services),
    registerViews(services),
    registerEditorFeatures(services),
    registerLintTask(services),
  );
  const preview = createPreview(services);
  context.subscriptions.push(preview);
  // The first reading has a turn of its own: whoever waits for this extension to start does not wait for it.
  const reading = setImmediate(() => {
    services.folders.start().catch((error: unknown) => {
      log.error('The incidents could not be read', error);
      void vscode.window.showErrorMessage(vscode.l10n.t('The incidents could not be read. The log says why.'));
    });
  });
  context.subscriptions.push({ dispose: () => clearImmediate(reading) });
  return { extendMarkdownIt: (markdown) => preview.extendMarkdownIt(markdown) };
}
