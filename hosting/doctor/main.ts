import process from "node:process";
import { parseArgs } from "node:util";
import { examine } from "./examine.ts";
import { report } from "./finding.ts";

// npm run doctor -- https://deploys.example.com [--deployment us-east-1/d-74D35AS7C]

const USAGE = `Give the site's address or a config.json:
  npm run doctor -- https://deploys.example.com
  npm run doctor -- config.json --deployment us-east-1/d-74D35AS7C
With AWS credentials in the environment and a deployment, it also tries each IAM action.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { deployment: { type: "string" } },
});
const [place] = positionals;
const [region, deploymentId] = values.deployment?.split("/") ?? [];
const isUsable =
  place !== undefined && (values.deployment === undefined || (region && deploymentId !== undefined));
if (isUsable) {
  const sections = await examine(place, region && deploymentId ? { region, deploymentId } : undefined);
  process.stdout.write(`${report(sections)}\n`);
  const isWell = sections.every(({ findings }) => findings.every(({ state }) => state !== "missing"));
  process.exitCode = isWell ? 0 : 1;
} else {
  process.stderr.write(USAGE);
  process.exitCode = 2;
}
