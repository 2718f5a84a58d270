import type { GitHubLocation } from "@aws-sdk/client-codedeploy";

/** GitHub's own limits for owner and repository names; `.` and `..` would step up in the address. */
const REPOSITORY = /^[A-Za-z0-9-]{1,39}\/(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const COMMIT = /^[0-9a-f]{7,40}$/;

/** The repository on github.com; `undefined` when AWS sent something that is no repository. */
export function repositoryUrl(repository: string | undefined): string | undefined {
  return repository !== undefined && REPOSITORY.test(repository)
    ? `https://github.com/${repository}`
    : undefined;
}

/** The commit on github.com; `undefined` unless repository and commit have the form that GitHub gives them. */
export function commitUrl({ repository, commitId }: GitHubLocation): string | undefined {
  const base = repositoryUrl(repository);
  return base !== undefined && isCommit(commitId) ? `${base}/commit/${commitId}` : undefined;
}

/** All changes from `previous` to `current` on github.com; only within one repository. */
export function compareUrl(previous: GitHubLocation, current: GitHubLocation): string | undefined {
  const base = repositoryUrl(current.repository);
  if (base === undefined || repositoryUrl(previous.repository)?.toLowerCase() !== base.toLowerCase()) {
    return undefined;
  }
  if (!isCommit(previous.commitId) || !isCommit(current.commitId)) return undefined;
  return `${base}/compare/${previous.commitId}...${current.commitId}`;
}

/** A commit id as people say it: seven characters. Text that is no commit id stays whole. */
export function shortCommit(commitId: string): string {
  return isCommit(commitId) ? commitId.slice(0, 7) : commitId;
}

function isCommit(commitId: string | undefined): commitId is string {
  return commitId !== undefined && COMMIT.test(commitId);
}
