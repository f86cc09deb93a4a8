/**
 * How much a line of code says about who wrote the fault, 0 to 1. Braces and blank lines stand wherever code stands,
 * comments and imports seldom carry a fault; Kim et al. (2006) leave the first two out of blame altogether.
 */
export function significanceOf(line: string): number {
  const text = line.trim();
  if (text === '') return 0;
  if (!/[\p{L}\p{N}]/u.test(text)) return 0.03;
  if (
    /^(?:\/\/|\/\*|\*(?:\s|\/|$)|#(?!\s*(?:define|if|ifdef|ifndef|elif|else|endif|undef)\b)|--\s|;;|<!--|"""|''')/.test(
      text,
    )
  )
    return 0.12;
  if (/^(?:#\s*include|import\b|from\s+\S+\s+import\b|using\b|use\b|require\b|package\b)/.test(text)) return 0.25;
  if (/^(?:\}?\s*else\s*\{?|break;?|return;?|do\s*\{?|end;?|fi|done|pass|try\s*[:{]?|default:)$/.test(text))
    return 0.15;
  return 1;
}

/** The names in a piece of code, those that every language has left out. */
export function identifiersIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [name] of text.matchAll(/[\p{L}_$][\p{L}\p{N}_$]{2,60}/gu)) if (!keywords.has(name)) names.add(name);
  return names;
}

/** Files whose lines seldom carry a fault of the service: tests, documents, change logs. */
export function isBesideTheCode(path: string): boolean {
  return /(?:^|\/)(?:tests?|specs?|testing|selftests?|docs?|documentation|examples?|fixtures|__tests__)\/|(?:^|\/)(?:CHANGES|CHANGELOG|NEWS|README|AUTHORS|TODO|RELEASE)[^/]*$|\.(?:md|rst|txt|adoc|po|pot|svg|png|lock|snap)$|[._-](?:test|spec)\.[a-z]+$|(?:^|\/)test_[^/]+$/i.test(
    path,
  );
}

const keywords: ReadonlySet<string> = new Set(
  `and auto await async bool boolean break case catch char class const continue def default define delete
   double elif else end endif enum except export extends extern false final finally float for foreach from func function
   goto ifdef ifndef import include inline int interface let long namespace new nil none None not null NULL nullptr
   package pass private protected public raise return self short signed sizeof static struct super switch template
   then this throw throws true True False try typedef typename undefined union unsigned using var virtual void volatile
   while with yield size_t uint8_t uint16_t uint32_t uint64_t int32_t int64_t u8 u16 u32 u64 str string err ret len`.split(
    /\s+/,
  ),
);
