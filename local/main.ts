import process from "node:process";
import { createInterface } from "node:readline/promises";
import { visibleText } from "../src/format/text.ts";
import type { LocalOptions } from "./options.ts";
import { readOptions, USAGE } from "./options.ts";
import { Refusal } from "./refusal.ts";
import type { Local } from "./start-local.ts";
import { startLocal } from "./start-local.ts";

// `npm start -- --profile prod`: the page with this machine's own AWS credentials. It ends with the terminal.

const say = (text: string) => process.stdout.write(`${text}\n`);

const terminal = {
  log: (line: string) => say(`  ${new Date().toLocaleTimeString("en-GB")}  ${line}`),
  async askForCode(device: string): Promise<string> {
    const lines = createInterface({ input: process.stdin, output: process.stdout });
    try {
      return await lines.question(`  The code of ${visibleText(device)}: `);
    } finally {
      lines.close();
    }
  },
};

function greeting({ link, regions, session }: Local, { profile, mayOperate }: LocalOptions): string {
  const { account, role } = session.identity;
  const ends = session.expiration();
  const from = profile === undefined ? "the environment or the default profile" : `the profile ${profile}`;
  const endpoint = process.env["AWS_ENDPOINT_URL"];
  return [
    "",
    "  Deploywatch, local: no credential leaves this program.",
    `  Account      ${visibleText(account)}`,
    `  Role         ${visibleText(role)}, from ${visibleText(from)}`,
    `  Session      ${ends ? `ends ${ends.toLocaleString("en-GB")}, or is renewed` : "does not say when it ends"}`,
    `  Regions      ${regions.join(", ")}`,
    `  Actions      ${mayOperate ? "the page may stop, continue and create deployments" : "none; --operate allows them"}`,
    ...(endpoint ? [`  AWS          ${visibleText(endpoint)} (AWS_ENDPOINT_URL)`] : []),
    "",
    "  Open this link. It is for you alone; each start has another. Ctrl-C ends it.",
    `  ${link}`,
    "",
  ].join("\n");
}

try {
  const options = readOptions(process.argv.slice(2));
  say(greeting(await startLocal(options, terminal), options));
} catch (error) {
  const isOfUse = error instanceof Refusal;
  process.stderr.write(`${error instanceof Error ? error.message : "It could not be started."}\n`);
  if (!isOfUse) process.stderr.write(USAGE);
  process.exitCode = isOfUse ? 1 : 2;
}
