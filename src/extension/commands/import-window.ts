import * as vscode from 'vscode';
import { formatStamp } from '../../core/model/read-stamp';
import { readTimeInput } from '../../core/model/time-input';
import type { ImportOptions } from '../../core/operations/read-import';
import { translate } from '../convert';
import { input } from './multi-step';

const { t } = vscode.l10n;

export interface ImportWindow {
  readonly from: number;
  readonly until: number;
}

/** The window that is typed; Enter on an empty box takes all. `proposed` stands in it at first. */
export async function askWindow(
  { timeZone }: ImportOptions,
  now: number,
  proposed?: ImportWindow,
): Promise<Partial<ImportWindow>> {
  const stamp = proposed && ({ kind: 'range', ...proposed, seconds: false } as const);
  const answer = await input(
    { title: t('Import Timeline'), step: 1, totalSteps: 1, canGoBack: false },
    {
      prompt: t('From when until when? Times without an offset are in {zone}.', { zone: timeZone }),
      placeholder: t('14:00/16:30, 2026-11-23 14:00Z/2026-11-23 18:00Z, empty for all'),
      value: stamp === undefined ? '' : formatStamp(stamp),
      validate: (text) => problemOf(text, now, timeZone),
    },
  );
  return answer === 'back' ? {} : (windowOf(answer.text, now, timeZone) ?? {});
}

function windowOf(text: string, now: number, timeZone: string): ImportWindow | undefined {
  const read = readTimeInput(text, { now, timeZone });
  if (read.state !== 'read' || read.stamp.kind !== 'range') return undefined;
  return { from: read.stamp.from, until: read.stamp.until };
}

function problemOf(text: string, now: number, timeZone: string): vscode.InputBoxValidationMessage | undefined {
  if (text === '' || windowOf(text, now, timeZone) !== undefined) return undefined;
  const read = readTimeInput(text, { now, timeZone });
  const words = read.state === 'unread' ? translate(read.message) : t('A window has two times. 14:00/16:30 are.');
  return { message: words, severity: vscode.InputBoxValidationSeverity.Error };
}
