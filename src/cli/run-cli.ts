import { OperationError } from '../core/errors';
import { commands } from './commands';
import type { Command, ExitCode, Io } from './io';
import { version } from './version';

/** Runs one command line without its first two arguments (`node`, the script); never throws. */
export async function runCli(argv: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    await io.stderr.write(`incident-docs: ${oneLine(saying(error, io))}\n`);
    return 2;
  }
}

async function dispatch([name, ...rest]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === '--version' || name === '-v') return print(io, version);
  if (name === undefined) {
    await io.stderr.write('incident-docs: no command. See: incident-docs --help\n');
    return 2;
  }
  const asked = name === 'help' ? rest[0] : name;
  if (asked === undefined || name === '--help' || name === '-h') return print(io, overview());
  const command = commands.find((one) => one.name === asked);
  if (command === undefined) {
    const names = commands.map((one) => one.name).join(', ');
    await io.stderr.write(`incident-docs: "${asked}" is no command; expected one of ${names}.\n`);
    return 2;
  }
  const isHelp = name === 'help' || asksForHelp(rest);
  return isHelp ? print(io, commandHelp(command)) : command.run(rest, io);
}

function asksForHelp(argv: readonly string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).some((argument) => argument === '--help' || argument === '-h');
}

async function print(io: Io, text: string): Promise<ExitCode> {
  await io.stdout.write(`${text}\n`);
  return 0;
}

function overview(): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Incident reports and postmortems as Markdown in the repository.',
    '',
    'Usage: incident-docs COMMAND [OPTION…]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'incident-docs COMMAND --help says more. --version prints the version.',
    'Exit code: 0 clean, 1 findings of warning or worse, 2 bad usage or unreadable input.',
  ].join('\n');
}

function commandHelp({ summary, usage }: Command): string {
  return [summary, '', ...usage].join('\n');
}

/** What went wrong for the user; the stack only where it is asked for. */
function saying(error: unknown, io: Io): string {
  if (error instanceof OperationError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return io.env.INCIDENT_DOCS_DEBUG ? (error.stack ?? error.message) : error.message;
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ');
}
