/** What a message in Slack's markup says in plain words, and the addresses that it links to. */
export interface SlackText {
  readonly text: string;
  readonly links: readonly string[];
}

export function readSlackText(markup: string, people: ReadonlyMap<string, string>): SlackText {
  const links: string[] = [];
  const named = markup.slice(0, longestMessage).replace(/<([^<>]{1,3000})>/g, (_, body: string) => {
    const [target = '', label] = splitLabel(body);
    if (/^[@#!]/.test(target)) return mention(target, label, people);
    if (/^https?:\/\//i.test(target)) links.push(decode(target));
    return label ?? (/^https?:\/\//i.test(target) ? hostOf(target) : target.replace(/^mailto:/i, ''));
  });
  return { text: decode(plainSigns(named)).trim(), links };
}

/** Slack itself allows 40,000. */
const longestMessage = 50_000;

function splitLabel(body: string): readonly [string, string | undefined] {
  const at = body.indexOf('|');
  return at < 0 ? [body, undefined] : [body.slice(0, at), body.slice(at + 1) || undefined];
}

/** `@U123`, `#C123`, `!here`, `!subteam^S123`, `!date^1700000000^{date}`. */
function mention(target: string, label: string | undefined, people: ReadonlyMap<string, string>): string {
  const sign = target.charAt(0);
  const id = target.slice(1);
  if (sign === '@') return `@${people.get(id) ?? label?.replace(/^@/, '') ?? id}`;
  if (sign === '#') return `#${label ?? id}`;
  if (id.startsWith('date^')) return label ?? id;
  return label ?? `@${id.replace(/^subteam\^/, '')}`;
}

/** A link without words stands for where it leads. */
function hostOf(address: string): string {
  return /^https?:\/\/([^/?#\s]+)/i.exec(address)?.[1] ?? address;
}

function plainSigns(text: string): string {
  return text
    .replace(/```/g, '`')
    .replace(/(^|[\s(])([*~])(?=\S)([^*~\n]{1,400})\2(?=$|[\s).,;:!?])/g, '$1$3')
    .replace(/(^|[\s(])_(?=\S)([^_\n]{1,400})_(?=$|[\s).,;:!?])/g, '$1$2')
    .replace(/::skin-tone-\d:/g, ':')
    .replace(/(?<![\w:]):([a-z][a-z0-9_+'-]{0,60}):(?!\w)/g, (_, name: string) => `(${name.replace(/_/g, ' ')})`);
}

/** The three signs that Slack writes as entities. */
function decode(text: string): string {
  return text.replace(/&(amp|lt|gt);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? '');
}
