/**
 * The first line, from 0, that holds what looks like a key, a token or a password; nothing where none does.
 * `content` may be bytes as characters: all that is looked for is plain ASCII. Linear in the content.
 */
export function findSecretLine(content: string): number | undefined {
  let first = Number.POSITIVE_INFINITY;
  for (const look of looks) {
    const at = look(content, first);
    if (at !== undefined && at < first) first = at;
  }
  return Number.isFinite(first) ? lineOf(content, first) : undefined;
}

/** Whether a file of this name is made to hold keys, whatever its content says. */
export function isKeyFile(name: string): boolean {
  return /(?:^|[/\\])(?:id_(?:rsa|dsa|ecdsa|ed25519)|\.env(?:\.[\w-]{1,40})?|\.netrc|\.pgpass|\.npmrc|\.htpasswd)$|\.(?:pem|key|ppk|p12|pfx|jks|keystore|kdbx)$/i.test(
    name,
  );
}

/** Offset of the first hit before `limit`. */
type Look = (content: string, limit: number) => number | undefined;

/** Keys that say what they are by how they begin. */
const known = [
  /-----BEGIN [A-Z ]{0,40}PRIVATE KEY/g,
  /\b(?:AKIA|ASIA|ABIA|ACCA)[A-Z2-7]{16}\b/g,
  /\bgh[pousr]_[A-Za-z0-9]{36}/g,
  /\bgithub_pat_[A-Za-z0-9_]{22}/g,
  /\bglpat-[\w-]{20}/g,
  /\bxox[abeoprs]-[\w-]{10}/g,
  /\bhooks\.slack\.com\/services\/T\w{1,20}\/B\w{1,20}\/\w{8}/g,
  /\bAIza[\w-]{35}/g,
  /\b[sr]k_live_[A-Za-z0-9]{16}/g,
  /\bsk-(?:ant-|proj-|svcacct-)?[A-Za-z0-9][\w-]{30}/g,
  /\bnpm_[A-Za-z0-9]{36}/g,
  /\bpypi-AgEI[\w-]{20}/g,
  /\bSG\.[\w-]{16,40}\.[\w-]{16}/g,
  /\beyJ[\w-]{10,4000}\.eyJ[\w-]{10,4000}\.[\w-]{10}/g,
];

const looks: readonly Look[] = [
  ...known.map((pattern) => lookFor(pattern, () => true)),
  // A header or a curl option: Authorization: Bearer …, Basic …
  lookFor(/\b(?:bearer|basic)[ \t]{1,4}([\w.~+/-]{16,4000})/gi, isRandom),
  // A connection string with a password: postgres://app:…@db
  lookFor(/:\/\/[^\s:/?#@"'<>]{0,200}:([^\s/?#@"'<>]{3,200})@/g, (value) => !isPlaceholder(value)),
  // An assignment to a name that says what it holds: client_secret = "…"
  lookFor(
    /(?:secret|passw(?:or)?d|pwd|token|api[_-]?key|access[_-]?key|account[_-]?key|private[_-]?key|credentials?)["'\]]{0,2}[ \t]{0,4}(?:=>|[:=])[ \t]{0,4}["']?([^\s"'`,;&<>()]{8,4000})/gi,
    isRandom,
  ),
];

function lookFor(pattern: RegExp, isSecret: (value: string) => boolean): Look {
  return (content, limit) => {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(content); match !== null && match.index < limit; match = pattern.exec(content)) {
      if (isSecret(match[1] ?? '')) return match.index;
    }
    return undefined;
  };
}

/** As a machine makes them: letters and digits mixed, with little repetition. Words, paths in code and numbers are not. */
function isRandom(value: string): boolean {
  if (isPlaceholder(value) || /^[a-z_$][\w$]*(?:\.[a-z_$][\w$]*){1,20}$/i.test(value)) return false;
  if (!/\d/.test(value) || !/[a-z]/i.test(value)) return false;
  return bitsPerSign(value.slice(0, 400)) >= (value.length < 12 ? 2.75 : 3);
}

function isPlaceholder(value: string): boolean {
  return (
    /^[$%{<[*]/.test(value) ||
    /\*{3}|x{4}|\.{3}|…|redacted|masked|hidden|removed|example|placeholder|changeme|your[_-]/i.test(value)
  );
}

/** Shannon's entropy. */
function bitsPerSign(value: string): number {
  const counts = new Map<string, number>();
  for (const sign of value) counts.set(sign, (counts.get(sign) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / value.length) * Math.log2(count / value.length);
  return bits;
}

function lineOf(content: string, offset: number): number {
  let line = 0;
  for (let at = content.indexOf('\n'); at >= 0 && at < offset; at = content.indexOf('\n', at + 1)) line++;
  return line;
}
