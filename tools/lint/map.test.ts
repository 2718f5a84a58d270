import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { NOT_OURS } from "./not-ours.ts";

const [, MAP = ""] = /## The map[^]*?\n```\n([^]*?)```/.exec(readFileSync("CONTRIBUTING.md", "utf8")) ?? [];

/** `room/   what it is for`, two spaces further in for a room of `src`; the lines that follow belong to it. */
const ROOM = /^(?<indent> {0,2})(?<name>[\w-]+)\/ {2}(?<text>.*(?:\n {10}.*)*)/gm;
const FOLDER = /(?<![\w/.-])[\w-]+(?=\/)/g;

const ROOMS = Array.from(MAP.matchAll(ROOM), ({ groups: { indent = "", name = "", text = "" } = {} }) => ({
  path: indent === "" ? name : `src/${name}`,
  named: text.match(FOLDER) ?? [],
}));

/** What has a README of its own, or a folder for each subject. */
const BY_THEMSELVES = new Set(["e2e", "emulator"]);

test("the map names each room of src, and each folder beside src", () => {
  const written = ROOMS.map(({ path }) => path);
  const rooms = foldersIn("src").map((name) => `src/${name}`);
  const beside = foldersIn(".").filter((name) => name !== "src");
  expect(written.toSorted()).toEqual(rooms.concat(beside).toSorted());
});

test.each(ROOMS.filter(({ path }) => !BY_THEMSELVES.has(path)))(
  "the map names the folders of $path, and no other",
  ({ path, named }) => {
    const inside = path.startsWith("src/") ? allFoldersIn(path) : foldersIn(path);
    expect(named.toSorted()).toEqual(inside.toSorted());
  },
);

function foldersIn(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => !NOT_OURS.test(name));
}

function allFoldersIn(path: string): string[] {
  const folders = foldersIn(path);
  return folders.concat(folders.flatMap((name) => allFoldersIn(`${path}/${name}`)));
}
