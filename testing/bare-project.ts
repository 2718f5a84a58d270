import { cpSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import process from "node:process";

/** A project in a folder of its own, with packages and settings of this one: other tests read this one's folders meanwhile. */
interface BareProject {
  /** Its folder, to be removed by who has made it. */
  root: string;
  /** Writes a file, and gives its path, which is relative to the root. */
  place: (file: string, content: string) => string;
}

/** @param settings the files to be copied, by their paths from the root */
export function bareProject(settings: readonly string[]): BareProject {
  const root = mkdtempSync(join(tmpdir(), "deploywatch-project-"));
  for (const name of settings) cpSync(name, join(root, name));
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"), "junction");
  return {
    root,
    place(file, content) {
      mkdirSync(join(root, dirname(file)), { recursive: true });
      writeFileSync(join(root, file), content);
      return file;
    },
  };
}
