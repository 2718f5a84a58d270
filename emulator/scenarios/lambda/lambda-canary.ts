import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { lambdaTarget } from "../../timeline/targets/lambda-target.ts";
import { lambdaEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { functionAppSpecRevision } from "../../timeline/revisions.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { canaryTraffic } from "../../timeline/traffic.ts";

const steps = withoutSuccessDiagnostics(inSequence(seconds(2), lambdaEvents(minutes(5) + seconds(3))));
const shiftMs = startOf(steps, "AllowTraffic") + seconds(1);
const doneMs = endOf(steps) + seconds(2);

/** A tenth of the calls for five minutes, then all of them. */
export const lambdaCanary = play({
  name: "lambda-canary",
  description: "Lambda canary: the new version gets a tenth of the calls for five minutes, then all of them.",
  computePlatform: "Lambda",
  facts: ({ deploymentId }) => ({
    ...BLUE_GREEN_FACTS,
    applicationName: "price-calculator-ServerlessDeploymentApplication-1Q8ZK2M5R7T",
    deploymentGroupName: "price-calculator-PriceFunctionDeploymentGroup-9XW4B6",
    deploymentConfigName: "CodeDeployDefault.LambdaCanary10Percent5Minutes",
    creator: "CloudFormation",
    autoRollbackConfiguration: {
      enabled: true,
      events: ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
    },
    revision: functionAppSpecRevision(`price-calculator ${deploymentId}`),
    previousRevision: functionAppSpecRevision(`price-calculator before ${deploymentId}`),
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(2), status: "InProgress", hasOverview: false },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  moments: { before: seconds(5), canary: shiftMs + minutes(2), done: doneMs },
  targets: [
    lambdaTarget({
      functionName: "price-calculator-PriceFunction",
      alias: "live",
      currentVersion: "41",
      targetVersion: "42",
      steps,
      traffic: canaryTraffic(shiftMs, 10, minutes(5)),
    }),
  ],
});
