import * as vscode from 'vscode';
import { message } from '../../core/model/message';
import { instantOf, type Stamp } from '../../core/model/stamp';
import { readTimeInput, type TimeInput } from '../../core/model/time-input';
import { formatInZone, formatUtc } from '../../core/model/time-text';
import { translate } from '../convert';

const { Info, Warning, Error: Refused } = vscode.InputBoxValidationSeverity;

/** The stamp that was typed; nothing where it is not read as a time. */
export function readStart(text: string, now: number, timeZone: string): Stamp | undefined {
  const read = readAsStart(text, now, timeZone);
  return read.state === 'read' ? read.stamp : undefined;
}

/** The time as it is understood, in both zones, or what is odd about it. */
export function checkStart(text: string, now: number, timeZone: string): vscode.InputBoxValidationMessage | undefined {
  const read = readAsStart(text, now, timeZone);
  if (read.state === 'unread') return { message: translate(read.message), severity: Refused };
  if (read.state === 'empty') return undefined;
  const [note] = read.notes;
  if (note !== undefined) return { message: translate(note.message), severity: Warning };
  const at = instantOf(read.stamp);
  if (at === undefined) return undefined;
  return { message: `${formatUtc(at)}, ${formatInZone(at, timeZone)}`, severity: Info };
}

/** An incident starts at a time of its own, not before or after an entry that is not there yet. */
function readAsStart(text: string, now: number, timeZone: string): TimeInput {
  const read = readTimeInput(text, { now, timeZone });
  if (read.state !== 'read' || (read.stamp.kind !== 'after' && read.stamp.kind !== 'before')) return read;
  return { state: 'unread', message: message('"{text}" is not read as a time. 14:05, -20m or unknown are.', { text }) };
}
