import { join } from "node:path";
import { build } from "vite";

/** Deploywatch, and what it is measured beside: sources in `contestants/`. */
export const CONTESTANTS = ["floor", "plain", "empty", "Deploywatch"] as const;
export type Contestant = (typeof CONTESTANTS)[number];

/**
 * Builds the contestants as Vite does by itself, and gives the folder of each. Deploywatch's is `dist`, as it lies there.
 * @param parent where the builds are put
 */
export async function buildContestants(parent: string): Promise<Record<Contestant, string>> {
  const [floor, plain, empty] = await Promise.all(
    (["floor", "plain", "empty"] as const).map(async (name) => {
      const outDir = join(parent, name);
      await build({
        root: join("tools/bench/contestants", name),
        configFile: false,
        logLevel: "error",
        resolve: {
          alias: {
            "@aws-sdk/credential-providers": "@aws-sdk/credential-providers/dist-es/index.browser.js",
          },
        },
        build: { outDir, target: "es2023" },
      });
      return outDir;
    }),
  );
  return { floor: floor ?? "", plain: plain ?? "", empty: empty ?? "", Deploywatch: "dist" };
}
