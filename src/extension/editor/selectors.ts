import type * as vscode from 'vscode';

/** Reports and postmortems are Markdown; whether one is ours is asked of the document itself. */
export const documentSelector: vscode.DocumentSelector = { language: 'markdown' };
export const conventionsSelector: vscode.DocumentSelector = { pattern: '**/.incidents.yml' };
