import process from "node:process";
import { parseArgs } from "node:util";
import { preview } from "vite";

// `npm start`: serves the build with the emulator beside it. With `--sign-in`, people sign in first.
const { values } = parseArgs({
  options: {
    "sign-in": { type: "boolean" },
    port: { type: "string" },
    open: { type: "boolean" },
  },
});
if (values["sign-in"]) process.env["DEPLOYWATCH_DEMO"] = "sign-in";
const server = await preview({
  preview: {
    ...(values.port !== undefined && { port: Number(values.port) }),
    open: values.open ?? false,
  },
});
server.printUrls();
server.bindCLIShortcuts({ print: true });
