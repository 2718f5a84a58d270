import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

/** A moment of a deployment, and what a reader finds in each card of its page. */
interface Sight {
  readonly scenario: string;
  readonly moment: string;
  readonly cards: Readonly<Record<string, readonly (string | RegExp)[]>>;
}

const PLATFORMS: Readonly<Record<string, readonly Sight[]>> = {
  "EC2 in place": [
    {
      scenario: "ec2-rolling",
      moment: "halfway",
      cards: {
        Status: ["In progress", "one instance at a time", "2 succeeded", "2 of 6 instances finished (33%)"],
        "Happening now": ["AllowTraffic, which CodeDeploy does itself"],
        Instances: ["6 instances", /AllowTraffic.*AfterAllowTraffic/],
      },
    },
    {
      scenario: "ec2-failing",
      moment: "failed",
      cards: {
        Status: ["Failed at ValidateService on 3 of 10 instances"],
        "Why it failed": [
          "scripts/validate-service.sh ended with exit code 22 as root",
          "certificate has expired",
        ],
        Instances: [/3\s*failed/, /6\s*succeeded/],
      },
    },
    {
      scenario: "ec2-stopped-by-hand",
      moment: "stopped",
      cards: {
        Status: ["Stopped", "Stopped at AfterInstall on 1 of 4 instances"],
        "Why it stopped": ["did not fail by itself", "MANUAL_STOP"],
        Instances: [/2\s*skipped/],
      },
    },
    {
      scenario: "ec2-succeeded",
      moment: "done",
      cards: { Status: ["Succeeded", "2 of 2 instances finished (100%)"], Instances: [/2\s*succeeded/] },
    },
  ],
  "EC2 blue/green": [
    {
      scenario: "ec2-blue-green",
      moment: "rerouting",
      cards: {
        Status: ["In progress", "3 in progress", "3 pending"],
        Instances: [/Replacement \(Green\)\s*3/, /Original \(Blue\)\s*3/],
      },
    },
    {
      scenario: "ec2-blue-green",
      moment: "terminationWait",
      cards: {
        Status: ["Waiting to terminate the original instances"],
        "Happening now": ["the end of the termination wait", "The wait lasts 3 minutes"],
      },
    },
    {
      scenario: "ec2-blue-green-ready",
      moment: "gaveUp",
      cards: { Status: ["Stopped"], "Why it stopped": ["TIMEOUT", "not rerouted"] },
    },
    {
      scenario: "ec2-blue-green",
      moment: "done",
      cards: { Status: ["Succeeded"], Instances: [/6\s*succeeded/] },
    },
  ],
  ECS: [
    {
      scenario: "ecs-linear",
      moment: "shifting",
      cards: {
        Status: ["10% more of the traffic every minute"],
        "Happening now": ["AllowTraffic, which CodeDeploy does itself"],
        Traffic: [/Original\s*60%/, /Replacement\s*40%/, "6 running · 0 pending · 6 desired", "4 of 10 done"],
      },
    },
    {
      scenario: "ecs-hook-failed",
      moment: "failed",
      cards: {
        Status: ["Failed at AfterAllowTestTraffic"],
        "Why it failed": [
          "hook function reported a failure",
          "CloudWatch log of the event's Lambda function",
        ],
        Traffic: [/Original\s*100%/],
      },
    },
    {
      scenario: "ecs-stopped-by-alarm",
      moment: "stopped",
      cards: { Status: ["Stopped"], "Why it stopped": ["A CloudWatch alarm went off", "prod:orders"] },
    },
    {
      scenario: "ecs-linear",
      moment: "done",
      cards: { Status: ["Succeeded"], Traffic: [/Replacement\s*100%/, "10 of 10 done"] },
    },
  ],
  Lambda: [
    {
      scenario: "lambda-canary",
      moment: "canary",
      cards: {
        Status: ["10% of the traffic first"],
        "Happening now": ["AllowTraffic, which CodeDeploy does itself"],
        Traffic: [
          "price-calculator-PriceFunction",
          "Alias live",
          /Original\s*90%\s*Version 41/,
          "1 of 2 done",
        ],
      },
    },
    {
      scenario: "lambda-stopped-by-alarm",
      moment: "stopped",
      cards: { "Why it stopped": ["ALARM_ACTIVE"], Traffic: [/Original\s*100%\s*Version 18/] },
    },
    {
      scenario: "lambda-canary",
      moment: "done",
      cards: { Status: ["Succeeded"], Traffic: [/Replacement\s*100%\s*Version 42/] },
    },
  ],
  CloudFormation: [
    {
      scenario: "cloudformation-baking",
      moment: "shifting",
      cards: {
        "Happening now": ["CloudFormation runs this deployment"],
        Traffic: ["Resource type AWS::ECS::Service", /Replacement\s*10%/],
      },
    },
    {
      scenario: "cloudformation-baking",
      moment: "done",
      cards: { Status: ["Succeeded"], Traffic: [/Replacement\s*100%/] },
    },
  ],
};

for (const [platform, sights] of Object.entries(PLATFORMS)) {
  test(`what matters on a page of ${platform} stands on it`, async ({ emulator, goOn, page }) => {
    for (const { scenario, moment, cards } of sights) {
      await test.step(`${scenario} at ${moment}`, async () => {
        await goOn(await emulator.start(scenario, { moment }));
        for (const [name, texts] of Object.entries(cards)) {
          for (const text of texts)
            await expect(card(page, name)).toContainText(text, { useInnerText: true });
        }
      });
    }
  });
}
