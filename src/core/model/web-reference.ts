/** A commit or pull request as its web address names it. */
export type WebReference = { readonly url: string /** Address of the repository. */; readonly home: string } & (
  | { readonly kind: 'commit'; readonly hash: string }
  | { readonly kind: 'pull-request'; readonly number: string }
);

/**
 * Reads the address of a commit or pull request on GitHub, GitLab, Bitbucket or Azure: a host that is called so, or
 * one of `hosts`. Query and fragment do not count.
 */
export function readWebReference(url: string, hosts: ReadonlySet<string> = new Set()): WebReference | undefined {
  const parts = /^https?:\/\/(?:[^\s/@]*@)?([^\s/?#]+)(\/[^\s?#]*)/i.exec(url);
  const host = parts?.[1]?.toLowerCase();
  if (parts === null || host === undefined || url.length > 2000) return undefined;
  if (!knownHost.test(host) && !hosts.has(host)) return undefined;
  const path = (parts[2] ?? '').replace(/\/+$/, '');
  const commit = commitPath.exec(path);
  if (commit !== null) {
    return { kind: 'commit', hash: (commit[2] ?? '').toLowerCase(), url, home: `https://${host}${commit[1]}` };
  }
  const request = requestPath.exec(path);
  if (request === null) return undefined;
  return { kind: 'pull-request', number: request[2] ?? '', url, home: `https://${host}${request[1]}` };
}

const knownHost = /^(?:(?:www|[\w-]+)\.)?(?:github|gitlab|bitbucket)\.|^dev\.azure\.com$|\.visualstudio\.com$/;
const commitPath =
  /^(\/.{1,300}?)(?:\/-)?(?:\/(?:pull|pull-requests|pullrequest)\/\d+)?\/commits?\/([0-9a-f]{64}|[0-9a-f]{7,40})$/i;
const requestPath =
  /^(\/.{1,300}?)(?:\/-)?\/(?:pull|pulls|merge_requests|pull-requests|pullrequest)\/(\d{1,9})(?:\/\w+)?$/i;

/** Web address of a repository by what its remote or its conventions say; nothing for what is not on the web. */
export function webHome(remote: string): string | undefined {
  const [, sshHost, sshPath] = /^(?:ssh:\/\/)?(?:[\w.-]+@)([\w.-]+)(?::\d+\/|[:/])([^\s:][^\s]*)$/i.exec(remote) ?? [];
  const [, host = sshHost, path = sshPath] = /^https?:\/\/(?:[^\s/@]*@)?([^\s/?#]+)\/([^\s?#]+)/i.exec(remote) ?? [];
  if (host === undefined || path === undefined) return undefined;
  return `https://${host.toLowerCase()}/${path.replace(/^\/+|\/+$/g, '').replace(/\.git$/, '')}`;
}

/** The commit's page on the usual hosts. */
export function commitAddress(remote: string | undefined, hash: string): string | undefined {
  const home = remote === undefined ? undefined : webHome(remote);
  if (home === undefined) return undefined;
  const isBitbucket = /^https:\/\/[^/]*bitbucket\./.test(home);
  return `${home}/${isBitbucket ? 'commits' : 'commit'}/${hash}`;
}

/** Whether two addresses are of one repository. */
export function isSameHome(a: string, b: string): boolean {
  return webHome(a)?.toLowerCase() === webHome(b)?.toLowerCase() && webHome(a) !== undefined;
}
