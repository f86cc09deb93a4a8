import * as vscode from 'vscode';
import { walkthroughId } from '../contributions';

export async function openWalkthrough(): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.openWalkthrough', walkthroughId, false);
}
