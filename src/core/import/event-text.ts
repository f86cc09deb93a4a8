/** Longest text of an entry; what is longer is cut, and says by how much. */
export const longestEvent = 280;

export interface EventText {
  readonly text: string;
  readonly isCut: boolean;
  /** Signs that are not seen were taken out. */
  readonly hadHidden: boolean;
}

/** A text as the event of an entry: one line, without signs that hide something, and without Markdown that acts. */
export function toEventText(text: string): EventText {
  const seen = text.replace(hidden, '');
  const line = plainMarkdown(seen.replace(/\s+/g, ' ').trim());
  const hadHidden = seen !== text;
  if (line.length <= longestEvent) return { text: line, isCut: false, hadHidden };
  const kept = cutAt(line, longestEvent);
  const rest = (line.length - kept.length).toLocaleString('en-US');
  return { text: `${kept} … (${rest} more characters in the source)`, isCut: true, hadHidden };
}

/** Directions of writing, joiners of nothing, tags and other signs that change what is read; a joiner of emoji stays. */
const hidden = /[\u200B\u200C\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF\u{E0000}-\u{E007F}]|(?!\s)\p{Cc}/gu;

/** At a blank where one is near, and never within a pair of code units. */
function cutAt(line: string, length: number): string {
  const head = line.slice(0, length);
  const blank = head.lastIndexOf(' ');
  const kept = blank > length * 0.6 ? head.slice(0, blank) : head;
  return kept.replace(/[\uD800-\uDBFF]$/, '').replace(/`/g, (sign) => (hasPairs(kept) ? sign : "'"));
}

function hasPairs(text: string): boolean {
  return text.split('`').length % 2 === 1;
}

/** Comments, tags and images would act in a report; within code they are what they look like. */
function plainMarkdown(line: string): string {
  if (!/[<!]/.test(line)) return line;
  return line
    .split(/(`[^`]*`)/)
    .map((part, at) => (at % 2 === 1 && !part.includes('<!--') ? part : disarm(part)))
    .join('');
}

function disarm(part: string): string {
  return part.replace(/<(?=[a-z/!?])/gi, '\\<').replace(/!\[/g, '!\\[');
}
