import { readFile } from "node:fs/promises";
import type { ConfigFault } from "../../src/config/parse-config.ts";
import { parseConfig } from "../../src/config/parse-config.ts";
import type { Config } from "../../src/config/schema.ts";
import { ask } from "./ask.ts";
import type { Finding } from "./finding.ts";
import { missing, works } from "./finding.ts";

const FIXES: Readonly<Record<ConfigFault["kind"], string>> = {
  missing: "Put a config.json beside index.html; the README's “Configuration” has one to start from.",
  html: "The host answers config.json with a page: let its rewrite rules leave files alone.",
  "not-json": "Correct the JSON; a missing or surplus comma is the usual reason.",
  unreachable: "Check the address, and that the host may serve config.json.",
  invalid: "Correct these keys.",
};

/**
 * Reads and checks config.json.
 * @param place an address that ends in a slash, or the path of a file
 */
export async function checkConfig(place: string): Promise<{ config?: Config; findings: Finding[] }> {
  const text = await textAt(place);
  const result = "fault" in text ? text : parseConfig(text.text, hostnameOf(place));
  if ("config" in result) {
    const { config } = result;
    const access = accessOf(config);
    return { config, findings: [works(`config.json is valid: ${config.regions.join(", ")}; ${access}`)] };
  }
  const { fault } = result;
  if (fault.kind !== "invalid") {
    const detail = "detail" in fault ? ` (${fault.detail})` : "";
    return { findings: [missing(`config.json: ${fault.kind}${detail}`, FIXES[fault.kind])] };
  }
  return {
    findings: fault.problems.map(({ path, expected, found }) =>
      missing(
        `config.json, ${path}${found === undefined ? "" : `: ${found}`}`,
        `What belongs there: ${expected}`,
      ),
    ),
  };
}

function accessOf({ signIn, local }: Config): string {
  if (local) return "who has the terminal’s link is let in, with this machine’s credentials";
  return signIn ? "people sign in" : "everybody is let in as a guest";
}

/** Where the page is; absent for a file. */
function hostnameOf(place: string): string | undefined {
  return /^https?:/.test(place) ? new URL(place).hostname : undefined;
}

async function textAt(place: string): Promise<{ text: string } | { fault: ConfigFault }> {
  if (!/^https?:/.test(place)) {
    try {
      return { text: await readFile(place, "utf8") };
    } catch (error) {
      return {
        fault: { kind: "unreachable", detail: error instanceof Error ? error.message : String(error) },
      };
    }
  }
  const answer = await ask(`${place}config.json`);
  if ("failure" in answer) return { fault: { kind: "unreachable", detail: answer.failure } };
  if (answer.status === 404) return { fault: { kind: "missing" } };
  if (answer.status !== 200) return { fault: { kind: "unreachable", detail: `HTTP ${answer.status}` } };
  return { text: answer.text };
}
