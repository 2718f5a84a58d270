import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folders that nobody writes by hand, and those that other tests make and remove while one looks. */
const NOT_OURS =
  /^(?:\..*|node_modules|dist|test-results|playwright-report|(?:type-check|import-rules)-\w{6})$/;

/** The names of the folders in a folder. */
export function ownFolders(folder: string): string[] {
  return entriesIn(folder).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
}

/** The paths of the files in a folder and all folders in it. */
export function ownFiles(folder: string): string[] {
  return entriesIn(folder).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return ownFiles(path);
    return existsSync(path) ? [path.replaceAll("\\", "/")] : [];
  });
}

function entriesIn(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !NOT_OURS.test(name));
}
