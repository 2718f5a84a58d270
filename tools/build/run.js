// Runs a TypeScript file of the project with Node 20, which cannot read it itself:
// node tools/build/run.js hosting/cloudformation/app.ts
import process from "node:process";
import { runnerImport } from "vite";

const [file, ...rest] = process.argv.slice(2);
process.argv.splice(1, process.argv.length - 1, file, ...rest);
await runnerImport(`./${file}`);
