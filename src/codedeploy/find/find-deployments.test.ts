import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { casesOf } from "../../../testing/cases.ts";
import { leastCpuMs } from "../../../testing/cpu-time.ts";
import { foundIn } from "../../../testing/found-in.ts";
import { isDeploymentId } from "../../aws-names/deployment-id.ts";
import { isRegionName } from "../../aws-names/regions.ts";
import type { FindFault } from "./find-deployments.ts";
import { FIND_FAULT_WORDS, findDeployments } from "./find-deployments.ts";

const ID = "d-6HKR2W8QP";

/** Pieces that texts are made of, and signs that parsers stop at. */
const PIECES = [
  ID,
  "d-M4T9ZC1VX",
  "D-",
  "aws deploy get-deployment",
  " --deployment-ids ",
  "--region",
  "=",
  "us-east-1",
  " web-eu-west-1 ",
  "https://",
  "/codesuite/codedeploy/deployments/",
  "?region=",
  "&also=",
  "%25",
  "%",
  "\\",
  '"',
  "'",
  "`",
  "{",
  '{"deploymentId":"',
  '"}',
  "[",
  "]",
  "|",
  "#",
  "\n",
  "\u2011",
];

describe("any text", () => {
  test.each<[string, FindFault]>([
    ["", "empty"],
    [" \n\t\u200b", "empty"],
    ["hello", "text"],
    ["[hello]", "text"],
    ["{}", "json"],
    ["aws deploy list-deployments", "command"],
    ["aws deploy failed", "text"],
    ["https://console.aws.amazon.com/codesuite/codedeploy/applications", "link"],
    ["x".repeat(1_000_001), "too-long"],
  ])("without an id is told what is missing in its own terms", (text, fault) => {
    expect(findDeployments(text)).toEqual({ kind: "nothing", fault });
    expect(FIND_FAULT_WORDS[fault]).toMatch(/\.$/);
  });

  test("gives only ids and Regions that an address can hold, each pair once", () => {
    const piece = fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom(...PIECES), fc.json());
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join("")),
        (text) => {
          const result = findDeployments(text);
          if (result.kind !== "found") return;
          const pairs = result.deployments.map(({ region, deploymentId }) => `${region}/${deploymentId}`);
          expect(result.deployments.length).toBeGreaterThan(0);
          expect(new Set(pairs).size).toBe(pairs.length);
          for (const { deploymentId, region } of result.deployments) {
            expect(isDeploymentId(deploymentId) && deploymentId.startsWith("d-")).toBe(true);
            expect(region === undefined || isRegionName(region)).toBe(true);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  test("gives the id back, whatever id stands in it and however it is wrapped", () => {
    const id = fc.stringMatching(/^d-[A-Z0-9]{9}$/);
    const wrap = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => `"${text}",`,
      (text) => `aws deploy get-deployment --deployment-id ${text}`,
      (text) => `https://console.aws.amazon.com/codesuite/codedeploy/deployments/${text}?region=us-east-1`,
      (text) => JSON.stringify({ Message: JSON.stringify({ deploymentId: text }) }),
      (text) => `Deployment ${text} failed.`,
      (text) => `Deployment ${text.replace("-", "\u2011")} failed.`,
      (text) => text.replace("d", "D"),
    );
    fc.assert(
      fc.property(id, wrap, wrap, (deploymentId, wrapIn, wrapOther) => {
        for (const text of [wrapIn(deploymentId), `${wrapIn(deploymentId)}\n${wrapOther(deploymentId)}`]) {
          const result = findDeployments(text);
          expect(result).toMatchObject({ kind: "found", deployments: [{ deploymentId }] });
        }
      }),
    );
  });

  test("an explicit Region beats each name that contains another one", () => {
    const name = fc.constantFrom(
      "prod-us-east-1",
      "us-east-1-blue",
      "us-east-1a",
      "web.us-east-1.example",
      "x_us-east-1",
    );
    const write = fc.constantFrom<(name: string) => string>(
      (other) => `AWS_PROFILE=${other} aws deploy get-deployment --deployment-id ${ID} --region sa-east-1`,
      (other) => `AWS_REGION=sa-east-1 aws deploy get-deployment --deployment-id ${ID} --profile ${other}`,
      (other) => `${other} https://w.example/sa-east-1/${ID}`,
      (other) => JSON.stringify({ applicationName: other, region: "sa-east-1", deploymentId: ID }),
      (other) => `Region: sa-east-1\nDeployment ${ID} of ${other}`,
      (other) => `${ID} of ${other} failed in sa-east-1`,
    );
    fc.assert(
      fc.property(name, write, (other, form) => {
        expect(foundIn(form(other))).toEqual([`sa-east-1/${ID}`]);
      }),
    );
  });
});

/** As much as the finder reads: it refuses a text of more than a megabyte. */
const LENGTH = casesOf({ full: 999_990, first: 200_000 });
/** The slowest takes 0.3 s on a quiet machine; a quadratic reader takes minutes, of a fifth of it seconds. */
const CPU_MS = 1_000;

describe("a text of a megabyte", () => {
  test.each([
    ...PIECES,
    "-",
    "d-",
    "a-",
    "a.",
    " ",
    "\t\n",
    "us-",
    "us-east-",
    "us-east-1 ",
    `${ID} `,
    `${ID},`,
    `${ID} us-east-1 `,
    `${ID}\n`,
    `--deployment-ids ${ID} `,
    `aws deploy get-deployment --deployment-id ${ID}\n`,
    `https://w.example/us-east-1/${ID} `,
    `https://w.example/us-east-1/${ID},`,
    "us-east-1/d-A,",
    `{"deploymentId":"${ID}","region":"us-east-1"}`,
    `{"deploymentId":"${ID}","a":`,
    `{"m":"see ${ID} in us-east-1"},`,
    `{"m":"{\\"m\\":1}"},`,
    '{"a":',
    '["',
    "{'",
    '\\"',
    "[{",
    "{ ",
    '":',
    "%25%32%35",
    "&amp;",
    "d\u2011",
    "(",
    "> ",
    "\\\n",
    "region: ",
  ])("made of %j is read in a second of processor time", (piece) => {
    const text = piece.repeat(Math.floor(LENGTH / piece.length));
    expect(leastCpuMs(() => findDeployments(`x${text}x`), CPU_MS)).toBeLessThan(CPU_MS);
  });
});
