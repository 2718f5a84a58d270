import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { bareProject } from "../../testing/bare-project.ts";

const TSC = "node_modules/typescript/bin/tsc";

const SETTINGS = ["tsconfig.json", "tsconfig.base.json", "tsconfig.app.json", "tsconfig.node.json"];

const { root, place } = bareProject(SETTINGS);

afterAll(() => rmSync(root, { recursive: true }));

test("a file in a new folder is type-checked, and one of the page in the project without Node, too", () => {
  const anywhere = place("new/wrong.ts", "export const count: number = 'three';\n");
  const ofPage = place("src/new/node.ts", "export const found = 1;\n");
  const [app = [], node = []] = projects().map(filesOf);
  expect(node).toEqual(expect.arrayContaining([anywhere, ofPage]));
  expect(app).toContain(ofPage);
  expect(app).not.toContain(anywhere);
});

test("each project refuses a wrong type, and that of the page what only Node has", () => {
  const [app = "", node = ""] = projects();
  const code =
    "export const count: number = 'three';\nexport const found = [process.env, Buffer, setImmediate];\n";
  const inPage = messagesFor(app, place("src/new/node.ts", code));
  for (const name of ["process", "Buffer", "setImmediate"])
    expect(inPage).toContain(`Cannot find name '${name}'`);
  const elsewhere = messagesFor(node, place("new/node.ts", code));
  for (const messages of [inPage, elsewhere]) expect(messages).toContain("(1,14): error TS2322");
  expect(elsewhere).not.toContain("Cannot find name");
});

/** The projects that `npm run types` builds, by path: that of the page, then that of all files. */
function projects(): string[] {
  const { references } = JSON.parse(plainJson("tsconfig.json"));
  return references.map(({ path }: { path: string }) => path);
}

/** A configuration without its comments. */
function plainJson(path: string): string {
  return readFileSync(path, "utf8").replaceAll(/^\s*\/\/.*$/gm, "");
}

/** The files that a project names, as paths from its root. */
function filesOf(project: string): string[] {
  const { files }: { files: readonly string[] } = JSON.parse(tsc("-p", project, "--showConfig"));
  return files.map((file) => relative(".", join(dirname(project), file)).replaceAll("\\", "/"));
}

/** What the compiler says of one file under the settings of a project. */
function messagesFor(project: string, file: string): string {
  const folder = dirname(file);
  const settings = {
    extends: relative(folder, project).replaceAll("\\", "/"),
    files: [basename(file)],
    include: [],
  };
  place(join(folder, "tsconfig.json"), JSON.stringify(settings));
  return tsc("-p", folder);
}

function tsc(...options: string[]): string {
  return spawnSync(process.execPath, [TSC, ...options], { cwd: root, encoding: "utf8" }).stdout;
}
