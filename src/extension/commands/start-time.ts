import type * as vscode from 'vscode';
import type { Stamp } from '../../core/model/stamp';
import { readTimeInput } from '../../core/model/time-input';
import { translate } from '../convert';

/** The stamp that was typed; nothing where it is not read as a time. */
export function readStart(text: string, now: number, timeZone: string): Stamp | undefined {
  const read = readTimeInput(text, { now, timeZone });
  return 'stamp' in read ? read.stamp : undefined;
}

export function checkStart(text: string, now: number, timeZone: string): vscode.InputBoxValidationMessage | undefined {
  void translate;
  void text;
  void now;
  void timeZone;
  return undefined;
}
