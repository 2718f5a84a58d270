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

/** The scripts and style sheets that had arrived so many milliseconds after navigation, largest first, as they lie in `dist`. */
export async function fetchedFiles(page: Page, untilMs: number): Promise<FetchedFile[]> {
  const paths = await page.evaluate(
    (until) =>
      performance
        .getEntries()
        .filter((entry) => entry instanceof PerformanceResourceTiming && entry.responseEnd <= until)
        .map(({ name }) => new URL(name).pathname),
    untilMs,
  );
  const files = [...new Set(paths)].filter((path) => /\.(?:js|css)$/.test(path)).map(weigh);
  return files.toSorted((one, other) => other.gzip - one.gzip);
}

/** Later than any file arrives. */
export const FOREVER_MS = Number.MAX_SAFE_INTEGER;

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
