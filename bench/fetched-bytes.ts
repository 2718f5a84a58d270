import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import type { Page } from "@playwright/test";

/** A file of the build, and what it weighs on the wire. */
export interface FetchedFile {
  readonly name: string;
  readonly bytes: number;
  readonly gzip: number;
  readonly brotli: number;
}

/** The scripts and style sheets that the page has fetched so far, largest first, weighed as they lie in `dist`. */
export async function fetchedFiles(page: Page): Promise<FetchedFile[]> {
  const paths = await page.evaluate(() =>
    performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname),
  );
  const files = [...new Set(paths)].filter((path) => /\.(?:js|css)$/.test(path)).map(weigh);
  return files.toSorted((one, other) => other.gzip - one.gzip);
}

/** The sum over the files whose names end in `extension`. */
export function total(files: readonly FetchedFile[], extension: ".js" | ".css"): Omit<FetchedFile, "name"> {
  const those = files.filter(({ name }) => name.endsWith(extension));
  const sum = (key: "bytes" | "gzip" | "brotli") => those.reduce((so, file) => so + file[key], 0);
  return { bytes: sum("bytes"), gzip: sum("gzip"), brotli: sum("brotli") };
}

function weigh(path: string): FetchedFile {
  const content = readFileSync(`dist${path}`);
  return {
    name: basename(path),
    bytes: content.length,
    gzip: gzipSync(content, { level: 9 }).length,
    brotli: brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
  };
}
