import { type ParseArgsConfig, parseArgs } from 'node:util';
import { OperationError } from '../core/errors';
import { message } from '../core/model/message';

/**
 * `parseArgs` whose complaints are refusals that name the command. A time such as `-20m` is a value, no option,
 * be it an argument or what follows an option.
 */
export function parseOptions<Config extends ParseArgsConfig>(
  command: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    const parsed = parseArgs({ ...config, args: (config.args ?? []).map(coverMinus) });
    // The shape is that of `parsed`; only texts differ.
    return { ...parsed, ...uncover(parsed) } as ReturnType<typeof parseArgs<Config>>;
  } catch (error) {
    throw usageError(command, error instanceof Error ? sentence(error.message) : 'The arguments are not read.');
  }
}

const cover = '\0';

function coverMinus(argument: string): string {
  return /^-\d/.test(argument) ? cover + argument : argument;
}

function uncover({ values, positionals }: { values: object; positionals: readonly string[] }) {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    return typeof value === 'string' && value.startsWith(cover) ? value.slice(1) : value;
  };
  return {
    values: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, plain(value)])),
    positionals: positionals.map(plain),
  };
}

export function usageError(command: string, text: string): OperationError {
  return new OperationError('usage', message('{text} See: incident-docs {command} --help', { text, command }));
}

/** The value of an option that allows only some. */
export function choice<Value extends string>(
  command: string,
  { name, value, values }: { readonly name: string; readonly value: string; readonly values: readonly Value[] },
): Value {
  const found = values.find((one) => one === value);
  if (found === undefined) throw usageError(command, `--${name} is "${value}"; expected one of ${values.join(', ')}.`);
  return found;
}

/** Node adds advice on `--` after the first sentence. */
function sentence(text: string): string {
  const first = text.split(/\. (?=To )|\n/)[0] ?? text;
  return first.endsWith('.') ? first : `${first}.`;
}
