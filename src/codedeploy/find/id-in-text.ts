import { isDeploymentId } from "../../aws-names/deployment-id.ts";

/** Between other words, `d-day` is no id. A phone's keyboard begins a line with a capital. */
const IDS = /(?<![A-Za-z0-9-])[dD]-[A-Z0-9]{5,20}(?!-?[A-Za-z0-9])/g;

/** What follows the first part of a host name; `d-74D35AS7C.tar.gz` and the end of a sentence are none. */
const REST_OF_HOST =
  /@|\.(?!tar\.)[a-z0-9-]{1,63}\.[a-z]{2}|\.(?:com|net|org|io|dev|cloud|local|internal|example)\b/iy;

/** Directory Service and IAM Identity Center name directories so: `d-` and ten hexadecimal digits. */
const DIRECTORY_ID = /^d-[0-9a-f]{10}$/;

/** The deployment id in a place where one is expected; `undefined` for any other word. Not forced into nine letters. */
export function asDeploymentId(word: string): string | undefined {
  const id = word.replace(/^D-/, "d-");
  return id.startsWith("d-") && isDeploymentId(id) ? id : undefined;
}

/** Whether an id with no word beside it that says what it is belongs to a directory. */
export function isDirectoryId(id: string): boolean {
  return DIRECTORY_ID.test(id);
}

/** What looks like a deployment id between the words of `text`, in order, each with its place. */
export function idsIn(text: string): { deploymentId: string; at: number; end: number }[] {
  const ids = [];
  for (const { 0: word, index } of text.matchAll(IDS)) {
    const end = index + word.length;
    REST_OF_HOST.lastIndex = end;
    const deploymentId = word.replace(/^D/, "d");
    // "D-" is a capital at the start of a line, or any word in capitals: only the former has digits.
    const isWord = word.startsWith("D") && !/\d/.test(word);
    if (isWord || isDirectoryId(deploymentId) || REST_OF_HOST.test(text)) continue;
    ids.push({ deploymentId, at: index, end });
  }
  return ids;
}
