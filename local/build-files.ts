import { readFile, readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";
import { FILE_TYPES } from "../hosting/file-types.ts";
import type { Answer } from "./refusal.ts";

/** The files of a build by their path in the address, as they were when the server was started. */
export type BuildFiles = ReadonlyMap<string, Answer>;

/**
 * Reads a build whole: what it does not hold cannot be asked for, whatever a path looks like. Source maps are left out.
 *
 * @throws where there is no build
 */
export async function readBuild(folder: string): Promise<BuildFiles> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && FILE_TYPES[extname(entry.name)] !== undefined)
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      paths.map(async (path): Promise<[string, Answer]> => {
        const type = FILE_TYPES[extname(path)] ?? "";
        const body = await readFile(path);
        return [
          `/${relative(folder, path).split(sep).join("/")}`,
          { status: 200, headers: { "content-type": type }, body },
        ];
      }),
    ),
  );
}
