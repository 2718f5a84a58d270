import { join } from "node:path";
import type { PluginOption } from "vite";
import { build } from "vite";

/**
 * For tests: the files of a build that begins with one file of this text.
 *
 * @param name what the file is called, which lies nowhere
 */
export async function builtText(name: string, text: string, plugins: PluginOption[]) {
  const entry = join(import.meta.dirname, name);
  const output = await build({
    configFile: false,
    logLevel: "silent",
    publicDir: false,
    plugins: [
      {
        name: "entry",
        enforce: "pre",
        resolveId: (id) => (id === entry ? id : null),
        load: (id) => (id === entry ? text : null),
      },
      ...plugins,
    ],
    build: { write: false, rolldownOptions: { input: entry } },
  });
  if (!("output" in output)) throw new Error("One build has one output.");
  return output.output;
}
