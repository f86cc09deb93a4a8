import type * as vscode from 'vscode';
import { type EntryFields, type IncidentKey, parseFields } from '../../protocol/timeline-entry';

export interface EntryDrafts {
  get(): { readonly fields: EntryFields; readonly at: number } | undefined;
  keep(fields: EntryFields, at: number): void;
  discard(): void;
}

/** What was typed for one incident and not saved yet; kept in the workspace's memory. */
export function entryDrafts(memory: vscode.Memento, { folder, incident }: IncidentKey): EntryDrafts {
  const key = `timelineEntry.draft:${folder}#${incident}`;
  return {
    get() {
      const stored = memory.get<{ readonly fields?: unknown; readonly at?: unknown }>(key);
      const fields = parseFields(stored?.fields);
      return fields === undefined || typeof stored?.at !== 'number' ? undefined : { fields, at: stored.at };
    },
    keep(fields, at) {
      void memory.update(key, { fields, at });
    },
    discard() {
      void memory.update(key, undefined);
    },
  };
}
