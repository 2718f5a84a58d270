import * as v from "valibot";
import { checkAccess } from "./access-rules.ts";
import type { ConfigFault, ConfigProblem } from "./config-fault.ts";
import type { Config } from "./schema.ts";
import { ConfigSchema, REQUIRED } from "./schema.ts";

/** A configuration, or everything that stands in its way. */
export type ConfigResult = { config: Config } | { fault: ConfigFault };

const FOUND_LENGTH = 60;

/**
 * Checks the text of `config.json` against the schema. All problems are named at once, each by its JSON path.
 * Nothing is thrown.
 */
export function parseConfig(text: string): ConfigResult {
  if (/^\s*</.test(text)) return { fault: { kind: "html" } };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { fault: { kind: "not-json", detail: error instanceof Error ? error.message : String(error) } };
  }
  const result = v.safeParse(ConfigSchema, json);
  if (result.success) {
    const checked = checkAccess(result.output);
    return "config" in checked ? checked : { fault: { kind: "invalid", problems: checked.problems } };
  }
  return { fault: { kind: "invalid", problems: result.issues.map(problemFrom) } };
}

function problemFrom(issue: v.BaseIssue<unknown>): ConfigProblem {
  const path = `$${(issue.path ?? []).map(({ key }) => pathStep(key)).join("")}`;
  const found = issue.input === undefined ? undefined : shorten(JSON.stringify(issue.input) ?? "");
  return { path, expected: expectation(issue, path), ...(found !== undefined && { found }) };
}

function expectation(issue: v.BaseIssue<unknown>, path: string): string {
  if (issue.kind === "validation") return issue.message;
  if (issue.expected === "never") return "no such key; is it misspelt?";
  if (issue.received === "undefined") return REQUIRED[path] ?? "a value: this key is required";
  return issue.expected === null ? issue.message : (PLAIN[issue.expected] ?? issue.expected);
}

/** Valibot's type names in words. */
const PLAIN: Readonly<Record<string, string>> = {
  string: "text in double quotes",
  Array: "a list in square brackets",
  Object: "an object in braces",
};

function pathStep(key: unknown): string {
  if (typeof key === "number") return `[${key}]`;
  return typeof key === "string" && /^[\w$]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}

function shorten(text: string): string {
  return text.length <= FOUND_LENGTH ? text : `${text.slice(0, FOUND_LENGTH)}…`;
}
