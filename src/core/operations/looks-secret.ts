/** What a text seems to hold that belongs in no report: a key, a token, a password; nothing where it seems to hold none. */
export function secretIn(text: string): string | undefined {
  return patterns.find(({ pattern }) => pattern.test(text))?.name;
}

const patterns: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'private key', pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/ },
  { name: 'access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b|\bAIza[\w-]{30,}/ },
  { name: 'token', pattern: /\bgh[pousr]_\w{30,}|\bgithub_pat_\w{30,}|\bglpat-[\w-]{18,}|\bxox[abeoprs]-[\w-]{10,}/ },
  { name: 'token', pattern: /\b[rs]k_(?:live|test)_\w{16,}|\bnpm_\w{30,}|\bSG\.[\w-]{16,}\.[\w-]{16,}/ },
  { name: 'token', pattern: /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{8,}|\bbearer\s+[\w.~+/-]{20,}/i },
  {
    name: 'password',
    pattern: /\b(?:password|passwd|pwd|passphrase)\b["']?\s{0,3}(?:[:=]|is\s)\s{0,3}["'`]?[^\s"'`]{4,}/i,
  },
  {
    name: 'secret',
    pattern:
      /\b(?:secret|api[_-]?key|access[_-]?key|auth[_-]?token|token)\b["']?\s{0,3}[:=]\s{0,3}["'`]?[\w+/=.~-]{12,}/i,
  },
  { name: 'password', pattern: /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s/:@]{1,80}:[^\s/@]{3,120}@/i },
  { name: 'hook address', pattern: /hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/ },
];
