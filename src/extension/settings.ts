import * as vscode from 'vscode';
import { defaultSettings, type Settings } from '../core/settings';
import { settingsSection } from './contributions';

const choices = {
  lintRun: ['onType', 'onSave', 'off'],
  groupBy: ['status', 'severity', 'system', 'month'],
} as const satisfies { readonly [K in keyof Settings]?: readonly Settings[K][] };

/** What the user chose, for the place where it may differ by folder; anything else than expected counts as unset. */
export function readSettings(scope?: vscode.Uri): Settings {
  const read = (key: keyof Settings): unknown => vscode.workspace.getConfiguration(settingsSection, scope).get(key);
  const isOn = (key: 'codeLens' | 'codeMemory' | 'fileDecorations'): boolean => {
    const value = read(key);
    return typeof value === 'boolean' ? value : defaultSettings[key];
  };
  const timeZone = read('timeZone');
  return {
    codeLens: isOn('codeLens'),
    codeMemory: isOn('codeMemory'),
    fileDecorations: isOn('fileDecorations'),
    lintRun: choices.lintRun.find((choice) => choice === read('lintRun')) ?? defaultSettings.lintRun,
    groupBy: choices.groupBy.find((choice) => choice === read('groupBy')) ?? defaultSettings.groupBy,
    timeZone: typeof timeZone === 'string' ? timeZone : defaultSettings.timeZone,
  };
}
