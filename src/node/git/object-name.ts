/** 7 to 40 hexadecimal digits in lower case, or all 64 of SHA-256: the only form in which a document names a commit. */
export function isHash(text: string): boolean {
  return /^(?:[0-9a-f]{7,40}|[0-9a-f]{64})$/.test(text);
}

export function isFullHash(text: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);
}

/** A tag or branch as it may be asked for; no reflogs, ranges, options or patterns. */
export function isRefName(text: string): boolean {
  return /^(?![-./])[\w./+@-]{1,200}$/.test(text) && !/\.\.|\/\/|@\{|\/\.|\.lock$|[./@]$/.test(text);
}

/** Relative to the root, posix. Lines separate questions to git, so a name with a line break cannot be asked for. */
export function isRepositoryPath(text: string): boolean {
  return text.length <= 4096 && !/[\0\n\r]/.test(text) && text.split('/').every((part) => !/^\.{0,2}$/.test(part));
}

/** What `cat-file` is asked for; made by the functions below alone, one line each. */
export type ObjectName = string & { readonly brand: 'object name' };

export function commitName(hash: string): ObjectName | undefined {
  return isHash(hash) ? asName(`${hash}^{commit}`) : undefined;
}

/** Whatever begins with these digits. */
export function anyName(hash: string): ObjectName | undefined {
  return isHash(hash) ? asName(hash) : undefined;
}

/** A file or folder as of a commit that is named by all its digits. */
export function fileName(commit: string, path: string): ObjectName | undefined {
  return isFullHash(commit) && isRepositoryPath(path) ? asName(`${commit}:${path}`) : undefined;
}

export function headName(): ObjectName {
  return asName('HEAD^{commit}');
}

/** Tags before branches, as a release is meant where both have a name. */
export function refNames(name: string): readonly ObjectName[] {
  if (!isRefName(name)) return [];
  return ['refs/tags/', 'refs/heads/', 'refs/remotes/origin/'].map((place) => asName(`${place}${name}^{commit}`));
}

function asName(text: string): ObjectName {
  return text as ObjectName;
}
