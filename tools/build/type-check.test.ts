import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { afterEach, expect, test } from "vitest";

const TSC = "node_modules/typescript/bin/tsc";

let folders: string[] = [];

afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
  folders = [];
});

test(
  "a file in a new folder is type-checked, and code for browsers cannot use what only Node has",
  { timeout: 300_000 },
  async () => {
    const wrong = place(".", "wrong.ts", "export const count: number = 'three';\n");
    const node = place("src", "node.ts", "export const found = [process.env, Buffer, setImmediate];\n");
    const messages = await typeCheck();
    expect(messages).toContain(`${wrong}(1,14): error TS2322`);
    for (const name of ["process", "Buffer", "setImmediate"]) {
      expect(messages).toMatch(new RegExp(`${node}.*Cannot find name '${name}'`));
    }
  },
);

/** Writes a file into a new folder, and gives its path. */
function place(parent: string, name: string, content: string): string {
  const folder = mkdtempSync(join(parent, "type-check-"));
  folders.push(folder);
  const file = join(folder, name);
  writeFileSync(file, content);
  return file.replaceAll("\\", "/");
}

/** What `npm run types` prints. */
function typeCheck(): Promise<string> {
  return new Promise((resolve) => {
    execFile(process.execPath, [TSC, "-b"], (_error, stdout) => resolve(stdout));
  });
}
