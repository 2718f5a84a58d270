import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { LEFT_OUT_OF_REACT } from "./left-out-of-react.ts";

/** What a package can do and the page never asks it for. */
interface LeftOutFeature {
  /** What whoever asks for it all the same is told that there is none of. */
  readonly what: string;
  /** Names that the package exports for it. `src` imports none of them. */
  readonly exports: readonly string[];
  /**
   * Functions that nothing calls but this: one that other code calls too, even if to no effect, stays. The methods of a constructor are
   * left out with it.
   */
  readonly functions: readonly string[];
}

/** A package of which a build has less. */
export interface PackageWithout {
  readonly name: string;
  /** The version that was read to find that nothing else calls the functions. */
  readonly version: string;
  /** Within the package. The first has the functions, all have exports. */
  readonly modules: readonly [string, ...string[]];
  readonly features: readonly LeftOutFeature[];
}

/**
 * Leaves out, in builds alone, functions that nothing calls. Whatever calls one all the same is told what is missing.
 *
 * @throws where the package has another version than the one that was read, or lacks a function; at the end of a build that does not
 * have the package
 */
export function leftOutFunctions(row: PackageWithout = LEFT_OUT_OF_REACT): Plugin {
  const met = new Set<string>();
  return {
    name: "left-out-functions",
    apply: "build",
    enforce: "pre",
    config() {
      // Whatever the shell says: packages have other files for development.
      process.env["NODE_ENV"] = "production";
    },
    transform(code, id) {
      const path = id.replaceAll("\\", "/");
      const module = row.modules.find((each) => path.endsWith(`/node_modules/${row.name}/${each}`));
      if (module === undefined) return undefined;
      met.add(module);
      const folder = path.slice(0, -module.length);
      const { version }: { version: string } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
      if (version !== row.version) {
        throw new Error(
          `left-out-functions: ${row.name} is ${version}, and ${row.version} was read. Look who calls what is left out, then write the new version.`,
        );
      }
      return { code: withoutFeatures(code, row, module), map: null };
    },
    generateBundle() {
      const missing = row.modules.find((module) => !met.has(module));
      if (missing !== undefined) throw new Error(`left-out-functions: nothing loads ${row.name}/${missing}.`);
    },
  };
}

/**
 * The text of one of a package's modules without its features. Such a file is written by a machine: what stands at its top level begins
 * and ends at the start of a line.
 *
 * @throws where a function is not there
 */
export function withoutFeatures(
  code: string,
  { name, modules, features }: PackageWithout,
  module: string,
): string {
  const instead = new Map<string, string>();
  const missing = new Set<string>();
  const words: string[] = [];
  for (const [index, { what, exports, functions }] of features.entries()) {
    const refuse = `leftOut${index}`;
    words.push(`function ${refuse}() { throw Error("This build of ${name} has no ${what}."); }`);
    for (const each of exports) instead.set(`exports.${each}`, `exports.${each} = ${refuse};`);
    for (const each of module === modules[0] ? functions : []) {
      instead.set(each, `function ${each}() { ${refuse}(); }`);
      missing.add(each);
    }
  }
  const left = code.replace(
    /^(?!.*\};?$)(?:function (\w+)\(|(exports\.\w+|(\w+)\.prototype\.\w+) = function)[^]*?^\};?$/gm,
    (whole: string, declared?: string, assigned = "", constructor?: string) => {
      if (constructor !== undefined) return instead.has(constructor) ? "" : whole;
      if (declared !== undefined) missing.delete(declared);
      return instead.get(declared ?? assigned) ?? whole;
    },
  );
  if (missing.size > 0) {
    throw new Error(`left-out-functions: ${module} has no function ${[...missing].join(", ")}.`);
  }
  return [left, ...words, ""].join("\n");
}
