import * as vscode from 'vscode';
import { type CommandId, commandIds } from '../contributions';
import type { Services } from '../services';
import { guard } from './guard';

/** Every command, with the one boundary of errors around it. What they do is loaded with the first one that runs. */
export function registerCommands(services: Services): vscode.Disposable {
  const run = async (id: CommandId, args: readonly unknown[]) => {
    const { commands } = await import('./index');
    await commands[id](services, ...args);
  };
  return vscode.Disposable.from(
    ...Object.values(commandIds).map((id) =>
      vscode.commands.registerCommand(id, (...args: readonly unknown[]) =>
        guard(services.log, id, () => run(id, args)),
      ),
    ),
  );
}
