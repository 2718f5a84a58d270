import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** What a file of the build weighs, as it is and on the wire. */
export interface FileSize {
  readonly name: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** Weighs the scripts and style sheets among the paths of a site, as they lie in the folder of its build, largest first. */
export function sizesOf(paths: Iterable<string>, folder = "dist"): FileSize[] {
  const files = [...new Set(paths)]
    .filter((path) => /\.(?:js|css)$/.test(path))
    .map((path) => sizeOf(folder, path));
  return files.toSorted((one, other) => other.gzip - one.gzip);
}

/** The sum over the files whose names end in `extension`. */
export function total(files: readonly FileSize[], extension: ".js" | ".css"): FileSize {
  const those = files.filter(({ name }) => name.endsWith(extension));
  const sum = (key: "bytes" | "gzip" | "brotli") => those.reduce((so, file) => so + file[key], 0);
  return { name: `all ${extension}`, bytes: sum("bytes"), gzip: sum("gzip"), brotli: sum("brotli") };
}

function sizeOf(folder: string, path: string): FileSize {
  const content = readFileSync(`${folder}${path}`);
  return {
    name: basename(path),
    bytes: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}
