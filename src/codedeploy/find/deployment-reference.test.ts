import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import type { ReferenceFault } from "./deployment-reference.ts";
import { REFERENCE_FAULT_WORDS, parseDeploymentReference } from "./deployment-reference.ts";
import { isRegionName } from "../../aws-names/regions.ts";

const ID = "d-74D35AS7C";
const found = (region?: string) => ({
  kind: "found",
  deploymentId: ID,
  ...(region !== undefined && { region }),
});

describe("a pasted deployment id", () => {
  test.each([
    ID,
    `  ${ID}\n`,
    `"${ID}"`,
    `'${ID}',`,
    `\`${ID}\``,
    `(${ID}).`,
    `<${ID}>`,
    "D-74D35AS7C",
    `[2026-11-22 14:02] Deployment ${ID} created, waiting for it`,
    `checkout-api is being deployed: ${ID}, ${ID}!`,
  ])("is found in %j", (text) => {
    expect(parseDeploymentReference(text)).toEqual(found());
  });

  test.each([`${ID} us-east-1`, `us-east-1/${ID}`, `${ID} (us-east-1)`, `us-east-1:${ID}`])(
    "is found with its Region in %j",
    (text) => {
      expect(parseDeploymentReference(text)).toEqual(found("us-east-1"));
    },
  );
});

describe("a pasted text", () => {
  test.each([
    ["a link", `https://us-east-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}`],
    ["a command", `aws deploy get-deployment --region us-east-1 --deployment-id ${ID}`],
    ["JSON", JSON.stringify({ detail: { region: "us-east-1", deploymentId: ID, note: "not d-OTHER0001" } })],
    ["JSON that was cut off", `{"detail":{"region":"us-east-1","deploymentId":"${ID}","stat`],
    ["a link among the words of a command", `aws deploy failed: https://x.example/us-east-1/${ID}`],
  ])("that is %s gives the deployment", (_, text) => {
    expect(parseDeploymentReference(text)).toEqual(found("us-east-1"));
  });

  test.each([
    ["a list in JSON", JSON.stringify({ deployments: [ID, "d-OTHER0001"] }), undefined],
    ["a command for two", `aws deploy x --deployment-ids ${ID} d-OTHER0001 --region eu-west-1`, "eu-west-1"],
  ])("with several deployments, as in %s, gives them all to choose from", (_, text, region) => {
    expect(parseDeploymentReference(text)).toEqual({
      kind: "several",
      deploymentIds: [ID, "d-OTHER0001"],
      ...(region !== undefined && { region }),
    });
  });

  test.each<[string, ReferenceFault]>([
    ["{}", "json"],
    ["aws deploy list-deployments", "command"],
    ["https://console.aws.amazon.com/codesuite/codedeploy/applications", "link"],
  ])("that is %s is told what is missing in its own terms", (text, fault) => {
    expect(parseDeploymentReference(text)).toEqual({ kind: "nothing", fault });
    expect(REFERENCE_FAULT_WORDS[fault]).toMatch(/\.$/);
  });
});

describe("any text", () => {
  test.each([
    ["", "empty"],
    [" \n\t", "empty"],
    ["hello", "text"],
    ["checkout-api", "text"],
    ["see you on d-day, the d-flat one", "text"],
    ["x".repeat(1_000_001), "too-long"],
  ])("without an id is told so", (text, fault) => {
    expect(parseDeploymentReference(text)).toEqual({ kind: "nothing", fault });
  });

  test("gives only ids and Regions that an address can hold", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        ID,
        " --deployment-id ",
        "=",
        "https://",
        "/codedeploy/deployments/",
        "?region=",
        "us-east-1",
      ),
      fc.json(),
    );
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join("")),
        (text) => {
          const reference = parseDeploymentReference(text);
          if (reference.kind === "nothing") return;
          const ids = reference.kind === "found" ? [reference.deploymentId] : reference.deploymentIds;
          expect(ids.length).toBeGreaterThan(0);
          expect(ids.filter((id) => !isDeploymentId(id))).toEqual([]);
          expect(reference.region === undefined || isRegionName(reference.region)).toBe(true);
        },
      ),
    );
  });

  test("gives the id back, whatever id stands in it and however it is quoted", () => {
    const id = fc.stringMatching(/^d-[A-Z0-9]{9}$/);
    const wrap = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `"${text}",`,
      (text) => `aws deploy get-deployment --deployment-id ${text}`,
      (text) => `https://console.aws.amazon.com/codesuite/codedeploy/deployments/${text}?region=us-east-1`,
      (text) => JSON.stringify({ Message: JSON.stringify({ deploymentId: text }) }),
      (text) => `Deployment ${text} failed.`,
    );
    fc.assert(
      fc.property(id, wrap, (deploymentId, wrapIn) => {
        expect(parseDeploymentReference(wrapIn(deploymentId))).toMatchObject({ kind: "found", deploymentId });
      }),
    );
  });

  test.each([
    "-",
    "d-",
    "/codedeploy/",
    "a-",
    "https://",
    "--deployment-id ",
    '{"a":',
    "\\\n",
    "D-A ",
    "aws ",
    "https://x/codedeploy/",
    'd-A"',
    "'",
    "us-east-",
  ])("made of %j a hundred thousand times is read in no time", (piece) => {
    const startedMs = performance.now();
    parseDeploymentReference(`x${piece.repeat(Math.floor(900_000 / piece.length))}x`);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
