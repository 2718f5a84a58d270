import process from "node:process";
import { wantsLocal } from "../../local/options.ts";

// `npm start`: the demo, or, where a profile of the AWS CLI is named, the page with this machine's own credentials.
if (wantsLocal(process.argv.slice(2))) await import("../../local/main.ts");
else await import("../../emulator/demo/start.ts");
