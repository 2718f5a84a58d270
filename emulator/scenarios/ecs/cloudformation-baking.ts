import { ACCOUNT_ID } from "../../account-id.ts";
import { BLUE_GREEN_FACTS } from "../../timeline/facts.ts";
import { cloudFormationTarget } from "../../timeline/targets/cloudformation-target.ts";
import { minutes, seconds } from "../../timeline/duration.ts";
import { ecsEvents } from "../../timeline/lifecycle-events.ts";
import { play } from "../../timeline/play.ts";
import { endOf, inSequence, startOf, withoutSuccessDiagnostics } from "../../timeline/steps.ts";
import { canaryTraffic } from "../../timeline/traffic.ts";

const steps = withoutSuccessDiagnostics(inSequence(seconds(2), ecsEvents(minutes(5) + seconds(5))));
const bakingMs = endOf(steps);
const doneMs = bakingMs + minutes(5);
const stackIdIn = (region: string) =>
  `arn:aws:cloudformation:${region}:${ACCOUNT_ID}:stack/recommendations-prod/5f0c3a60-c1f4-11f0-9d2b-0a58a9feac02`;

/** Made by a stack update; there is no application, and after the shift the stack lets it bake. */
export const cloudFormationBaking = play({
  name: "cloudformation-baking",
  description: "ECS blue/green made by CloudFormation, which lets it bake for five minutes after the shift.",
  guess: "That Baking is the status between the shift and the end of the stack's bake time.",
  computePlatform: "ECS",
  facts: ({ region }) => ({
    ...BLUE_GREEN_FACTS,
    creator: "CloudFormation",
    externalId: stackIdIn(region),
    deploymentConfigName: "CodeDeployDefault.ECSCanary10Percent5Minutes",
  }),
  phases: [
    { fromMs: 0, status: "Created" },
    { fromMs: seconds(2), status: "InProgress", hasOverview: false },
    { fromMs: bakingMs, status: "Baking", hasOverview: false },
    { fromMs: doneMs, status: "Succeeded" },
  ],
  moments: {
    shifting: startOf(steps, "AllowTraffic") + seconds(20),
    baking: bakingMs + minutes(1),
    done: doneMs,
  },
  targets: [
    cloudFormationTarget({
      stackIdIn,
      resourceType: "AWS::ECS::Service",
      steps,
      traffic: canaryTraffic(startOf(steps, "AllowTraffic"), 10, minutes(5)),
    }),
  ],
});
