import fc from "fast-check";
import { expect, test } from "vitest";
import { makeTarget } from "../../../testing/make-target.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { LOG_LEFT_OUT } from "./redaction.ts";
import { markdown, slackText } from "./summary-text.ts";
import type { Summarized } from "./summary.ts";
import { summary } from "./summary.ts";

const START = Date.UTC(2026, 10, 26, 14, 2, 10);

const FAILED: Deployment = {
  deploymentId: "d-74D35AS7C",
  applicationName: "checkout-api",
  deploymentGroupName: "prod",
  status: "Failed",
  computePlatform: "Server",
  createTime: START,
  startTime: START,
  completeTime: START + 252_000,
  revision: {
    revisionType: "S3",
    s3Location: { bucket: "acme", key: "app.zip", bundleType: "zip", eTag: "9b2c" },
  },
  errorInformation: { code: "HEALTH_CONSTRAINTS", message: "The overall deployment failed." },
  rollbackInfo: { rollbackDeploymentId: "d-ROLLBACK1" },
};

function broken(logTail: string | undefined, name = "ValidateService") {
  return makeTarget({
    id: "i-1",
    status: "Failed",
    events: [
      {
        name,
        status: "Failed",
        startMs: START,
        endMs: START + 9_000,
        diagnostics: {
          errorCode: "ScriptFailed",
          scriptName: "scripts/validate.sh",
          message:
            "Script at specified location: scripts/validate.sh run as user root failed with exit code 7",
          logTail,
        },
      },
    ],
  });
}

function shown(change: Partial<Summarized> = {}): Summarized {
  return {
    region: "eu-west-1",
    deploymentId: "d-74D35AS7C",
    deployment: FAILED,
    targets: [
      broken("[stdout]one\n[stdout]two\n[stdout]three\n[stdout]four\n[stderr]five\n[stderr]no space left"),
    ],
    targetCount: 10,
    usualMs: 180_000,
    images: [],
    link: "https://deploys.example/eu-west-1/d-74D35AS7C",
    nowMs: START + 600_000,
    ...change,
  };
}

test("a failure in Markdown: what, where, how long, why, the last five lines, rollback, link", () => {
  expect(markdown(summary(shown()))).toMatchInlineSnapshot(`
    "**Failed** · \`checkout-api\` · \`prod\`

    - Deployment: \`d-74D35AS7C\` in eu-west-1
    - Revision: \`s3://acme/app.zip\`, \`9b2c\`
    - Took: 4m 12s, usually 3m
    - Why: ValidateService failed on 1 of 10 instances. scripts/validate.sh ended with exit code 7 as root.

    \`\`\`
    two
    three
    four
    five
    no space left
    \`\`\`

    - Rolled back by: \`d-ROLLBACK1\`
    - Page: <https://deploys.example/eu-west-1/d-74D35AS7C>"
  `);
});

test("the same for Slack", () => {
  expect(slackText(summary(shown()))).toMatchInlineSnapshot(`
    "*Failed* · \`checkout-api\` · \`prod\`
    Deployment: \`d-74D35AS7C\` in eu-west-1
    Revision: \`s3://acme/app.zip\`, \`9b2c\`
    Took: 4m 12s, usually 3m
    Why: ValidateService failed on 1 of 10 instances. scripts/validate.sh ended with exit code 7 as root.
    \`\`\`
    two
    three
    four
    five
    no space left
    \`\`\`
    Rolled back by: \`d-ROLLBACK1\`
    https://deploys.example/eu-west-1/d-74D35AS7C"
  `);
});

test("a deployment that goes on says for how long, and its images", () => {
  const deployment: Deployment = { status: "InProgress", startTime: START, applicationName: "a" };
  const text = markdown(
    summary(shown({ deployment, targets: [], usualMs: undefined, images: ["acme/shop:1.2"] })),
  );
  expect(text).toMatchInlineSnapshot(`
    "**In progress** · \`a\`

    - Deployment: \`d-74D35AS7C\` in eu-west-1
    - Images: \`acme/shop:1.2\`
    - So far: 10m since it started
    - Page: <https://deploys.example/eu-west-1/d-74D35AS7C>"
  `);
});

test("a deployment that waits says for what, and for how long", () => {
  const target = makeTarget({
    events: [
      { name: "Install", status: "Succeeded", startMs: START, endMs: START + 60_000, diagnostics: undefined },
    ],
  });
  const deployment: Deployment = {
    status: "Ready",
    computePlatform: "ECS",
    createTime: START,
    blueGreenDeploymentConfiguration: {
      deploymentReadyOption: { actionOnTimeout: "STOP_DEPLOYMENT", waitTimeInMinutes: 60 },
    },
  };
  const text = markdown(summary(shown({ deployment, targets: [target], usualMs: undefined })));
  expect(text).toContain("- So far: 10m since it was created, 9m of it waiting to be rerouted");
  expect(text).toContain(
    "- Now: The replacement is ready and waits for traffic to be rerouted. Reroute it in",
  );
});

test("failures of targets are no reason for what has succeeded, or goes on", () => {
  for (const status of ["Succeeded", "InProgress"] as const) {
    const text = markdown(summary(shown({ deployment: { ...FAILED, status } })));
    expect(text).toContain("- Failures: ValidateService failed");
    expect(text).not.toContain("Why");
  }
});

test("a log that was left out says so", () => {
  const text = slackText(summary(shown({ targets: [broken(LOG_LEFT_OUT)] })));
  expect(text).toContain(`\`\`\`\n${LOG_LEFT_OUT}\n\`\`\``);
});

test("what stopped it from outside comes first, with the names of the alarms", () => {
  const deployment: Deployment = {
    status: "Stopped",
    errorInformation: { code: "ALARM_ACTIVE", message: "Stopped. Activated alarms: <5xx> <latency>" },
  };
  const text = markdown(summary(shown({ deployment, targets: [] })));
  expect(text).toContain("Alarms: `5xx`, `latency`");
});

/** Text that would do something in a chat or a ticket. */
const HOSTILE = [
  "@channel",
  "<!channel>",
  "<script>alert(1)</script>",
  "[click](https://evil.example)",
  "https://evil.example",
  "www.evil.example",
  "*bold* _it_ ~gone~",
  "#1234 and acme/shop#5",
  "`code` ``more`` ```fence```",
  "<https://evil.example|ok>",
  "# heading",
  "1. list",
  "| a | b |",
  "&lt;b&gt;",
  "line one\n- [ ] task\n> quote",
  "\u202eevil\u200b",
  "![x](https://evil.example/pixel)",
];

/** What is left of Markdown once all that stands in code is taken away. */
function outsideCode(text: string): string {
  const fenced = text.replaceAll(/^(`{3,})\n[\s\S]*?\n\1$/gm, "");
  return fenced.replaceAll(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, "");
}

test("no text of AWS's acts in a chat or a ticket: it stands in code, or has nothing in it that acts", () => {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: "grapheme", maxLength: 20 })), {
      minLength: 1,
      maxLength: 3,
    })
    .map((parts) => parts.join(" "));
  fc.assert(
    fc.property(text, text, text, text, (name, event, message, log) => {
      const deployment: Deployment = {
        ...FAILED,
        applicationName: name,
        deploymentGroupName: message,
        deploymentId: message,
        revision: { revisionType: "GitHub", gitHubLocation: { repository: name, commitId: message } },
        errorInformation: { code: "TIMEOUT", message },
        rollbackInfo: { rollbackDeploymentId: name },
      };
      const foreign = { deployment, deploymentId: name, region: "eu-west-1", images: [message] };
      for (const targets of [[], [broken(log, event)]]) {
        const parts = summary(shown({ ...foreign, targets }));
        const plain = outsideCode(markdown(parts)).replace(
          "<https://deploys.example/eu-west-1/d-74D35AS7C>",
          "",
        );
        // The dashes and stars that are ours stand at the beginning of a line, and around the status.
        expect(plain.replaceAll(/^- /gm, "").replace(/^\*\*Failed\*\*/, "")).not.toMatch(
          /[@#<>*_~[\]|`!&\\]|:\/\/|www\./i,
        );
        const slack = slackText(parts).replace("https://deploys.example/eu-west-1/d-74D35AS7C", "");
        expect(slack).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/);
        const bare = slack.replaceAll(/```[^`]*```|`[^`\n]*`/g, "").replace(/^\*Failed\*/, "");
        expect(bare).not.toMatch(/[@#*_~`|]|:\/\/|www\./i);
      }
    }),
    { seed: 5, numRuns: 400 },
  );
});

test("a message for Slack is never split, whatever it holds", () => {
  const long = "x".repeat(50_000);
  const parts = summary(
    shown({ targets: [broken(`${long}\n`.repeat(5))], images: Array.from({ length: 40 }, () => long) }),
  );
  expect(slackText(parts).length).toBeLessThanOrEqual(4_000);
  expect(slackText(parts)).toContain("https://deploys.example/eu-west-1/d-74D35AS7C");
});
