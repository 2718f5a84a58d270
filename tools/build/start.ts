import process from "node:process";
import { forgottenDashes, USAGE, wantsLocal } from "../../local/options.ts";

// `npm start`: the demo, or, where a profile of the AWS CLI is named, the page with this machine's own credentials.

const ALL_USAGE = `npm start                           the demo; -- --sign-in lets people sign in, --port takes a number
${USAGE}`;

const args = process.argv.slice(2);
const forgotten = forgottenDashes(process.env);
if (args.includes("--help")) process.stdout.write(ALL_USAGE);
else if (forgotten !== undefined) refuse(forgotten, USAGE);
else if (wantsLocal(args)) await import("../../local/main.ts");
else {
  await import("../../emulator/demo/start.ts").catch((error: unknown) => {
    const isOfArguments =
      error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
    if (!isOfArguments) throw error;
    refuse(error.message, ALL_USAGE);
  });
}

function refuse(reason: string, usage: string): void {
  process.stderr.write(`${reason}\n${usage}`);
  process.exitCode = 2;
}
