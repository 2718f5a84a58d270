import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ownFolders } from "./own-files.ts";

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
  const rooms = ownFolders("src").map((name) => `src/${name}`);
  const beside = ownFolders(".").filter((name) => name !== "src");
  expect(written.toSorted()).toEqual(rooms.concat(beside).toSorted());
});

test.each(ROOMS.filter(({ path }) => !BY_THEMSELVES.has(path)))(
  "the map names the folders of $path, and no other",
  ({ path, named }) => {
    const inside = path.startsWith("src/") ? allFoldersIn(path) : ownFolders(path);
    expect(named.toSorted()).toEqual(inside.toSorted());
  },
);

function allFoldersIn(path: string): string[] {
  const folders = ownFolders(path);
  return folders.concat(folders.flatMap((name) => allFoldersIn(`${path}/${name}`)));
}
