/** What is personal and lives in VS Code's settings; the team's conventions live in `.incidents.yml`. */
export interface Settings {
  readonly codeLens: boolean;
  /** Whether code whose lines stem from a cited commit says so. */
  readonly codeMemory: boolean;
  /** Whether files with such lines are marked in the explorer. */
  readonly fileDecorations: boolean;
  readonly lintRun: 'onType' | 'onSave' | 'off';
  readonly groupBy: 'status' | 'severity' | 'system' | 'month';
  /** IANA name; empty means the team's zone, else the machine's. */
  readonly timeZone: string;
}

export const defaultSettings: Settings = {
  codeLens: true,
  lintRun: 'onType',
  groupBy: 'status',
  timeZone: '',
  codeMemory: true,
  fileDecorations: false,
};
