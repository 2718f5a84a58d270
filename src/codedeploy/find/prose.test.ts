import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foundIn } from "../../../testing/found-in.ts";

const ID = "d-6HKR2W8QP";
const SECOND = "d-M4T9ZC1VX";
const THIRD = "d-0YB7LQ5NS";

describe("a pasted id", () => {
  test.each([
    ID,
    `  ${ID}\n`,
    `"${ID}"`,
    `'${ID}',`,
    `\`${ID}\``,
    `(${ID}).`,
    `<${ID}>`,
    `**${ID}**`,
    `_${ID}_`,
    "D-6HKR2W8QP",
    "See D-6HKR2W8QP please",
    "d\u20116HKR2W8QP",
    "d\u20106HKR2W8QP failed",
    "failed: d\u20136HKR2W8QP",
    "d\u22126HKR2W8QP",
    "d\uff0d6HKR2W8QP",
    "d&#8209;6HKR2W8QP",
    "d-6HKR\u00ad2W8QP",
    "\u200bd-6HKR\u200b2W8QP\u200b and more",
    `It is ${ID}—look`,
    `${ID}.zip`,
    `[2026-11-22 14:02] Deployment ${ID} created, waiting for it`,
    `checkout-api is being deployed: ${ID}, ${ID}!`,
    `/opt/codedeploy-agent/deployment-root/0f6b/${ID}/deployment-archive`,
    `${ID} of web-us-east-1 failed`,
    `i-0abc in eu-north-1a and eu-north-1b: ${ID}`,
    `Deployed 111122223333.dkr.ecr.us-west-2.amazonaws.com/web:1 as ${ID}`,
    `Deployed arn:aws:ecr:us-west-2:111122223333:repository/web as ${ID}`,
    `From us-west-2 to us-east-1: ${ID}`,
    `Signed in at d-9267012345.awsapps.com, then ${ID}`,
    `Directory d-9267012345, deployment ${ID}`,
  ])("is found in %j, in no Region", (text) => {
    expect(foundIn(text)).toEqual([ID]);
  });

  test.each([
    `${ID} eu-north-1`,
    `eu-north-1/${ID}`,
    `${ID} (eu-north-1)`,
    `eu-north-1:${ID}`,
    `Deployment ${ID} failed in eu\u2011north\u20111`,
    `Deployment ${ID} failed in eu\u2013north\u20131.`,
    `Copied from us-west-2; ${ID} was created in eu-north-1`,
    `Uploaded s3://artifacts-us-west-2/web.zip, deployment ${ID} created in eu-north-1`,
    `Uploaded s3://artifacts/us-west-2/web.zip, deployment ${ID} created in eu-north-1`,
    `Region: eu-north-1\nReplica: us-west-2\n\nDeployment ${ID}`,
    `region = "eu-north-1"\ndeployment_id = "${ID}"`,
    `client('codedeploy', region_name='eu-north-1').get_deployment(deploymentId='${ID}')`,
    `| Region | eu-north-1 |\n| Deployment | ${ID} |`,
  ])("is found with its Region in %j", (text) => {
    expect(foundIn(text)).toEqual([`eu-north-1/${ID}`]);
  });

  test.each([
    `CodeDeploy | eu-north-1 | Account: 111122223333\nDeployment ${ID} FAILURE\nDeployment group: prod-us-east-1`,
    `get_specification("CodeDeploy/eu-north-1/prod/x:web/111122223333:${ID}", "arn:aws:ec2:eu-north-1:111122223333:instance/i-0a")`,
    `Uploaded to eu-north-1, deployment ${ID} started`,
    `${ID} uses artifacts in eu-north-1`,
    `${ID} runs the image that was copied to the registry yesterday from the other account, eu-north-1`,
  ])("is found with the only Region that is named, in %j", (text) => {
    expect(foundIn(text)).toEqual([`~eu-north-1/${ID}`]);
  });

  test.each([
    "hello",
    "checkout-api",
    "see you on d-day, the d-flat one",
    "THE D-DIMENSION",
    "d-9267012345",
    "d-9267abc012.awsapps.com",
    "ada@d-ABCDE12345.example.com",
  ])("is not seen in %j", (text) => {
    expect(foundIn(text)).toBe("text");
  });
});

describe("several ids in a text", () => {
  test.each([
    `${ID} (us-east-2) and ${SECOND} (sa-east-1)`,
    `${ID} in us-east-2, ${SECOND} in sa-east-1.`,
    `${ID} failed in us-east-2 while ${SECOND} still runs in sa-east-1`,
    `us-east-2: ${ID}, sa-east-1: ${SECOND}`,
    `us-east-2/${ID} sa-east-1/${SECOND}`,
    `In us-east-2 it is ${ID}, in sa-east-1 it is ${SECOND}.`,
    `The one in us-east-2 (${ID}) failed, the one in sa-east-1 (${SECOND}) did not`,
    `us-east-2,${ID}\nsa-east-1,${SECOND}`,
    `id,region\n${ID},us-east-2\n${SECOND},sa-east-1`,
    `us-east-2:\n- ${ID}\nsa-east-1:\n- ${SECOND}`,
    `us-east-2 ${ID}\nsa-east-1 ${SECOND}`,
    `${ID} | us-east-2 | Failed\n${SECOND} | sa-east-1 | Succeeded`,
    `us-east-2\n${ID}\n\nsa-east-1\n${SECOND}`,
    `- region: us-east-2\n  deploymentId: ${ID}\n- region: sa-east-1\n  deploymentId: ${SECOND}`,
    `- deploymentId: ${ID}\n  region: us-east-2\n- deploymentId: ${SECOND}\n  region: sa-east-1`,
    `Deployment: ${ID}\nRegion: us-east-2\n\nDeployment: ${SECOND}\nRegion: sa-east-1`,
    `${ID} in us-east-2 and https://w.example/sa-east-1/${SECOND}`,
    `${ID} in us-east-2, also\naws deploy get-deployment --deployment-id ${SECOND} --region sa-east-1`,
  ])("keep their own Regions: %j", (text) => {
    const found = foundIn(text);
    expect(Array.isArray(found) && found.map((one) => one.replace("~", ""))).toEqual([
      `us-east-2/${ID}`,
      `sa-east-1/${SECOND}`,
    ]);
  });

  test("share the Region of their list", () => {
    expect(foundIn(`us-east-2: ${ID}, ${SECOND}; sa-east-1: ${THIRD}`)).toEqual([
      `us-east-2/${ID}`,
      `us-east-2/${SECOND}`,
      `sa-east-1/${THIRD}`,
    ]);
    expect(foundIn(`${ID} and ${SECOND} (us-east-2), ${THIRD} (sa-east-1)`)).toEqual([
      `us-east-2/${ID}`,
      `us-east-2/${SECOND}`,
      `sa-east-1/${THIRD}`,
    ]);
    expect(foundIn(`${ID} and ${SECOND} in sa-east-1`)).toEqual([`sa-east-1/${ID}`, `sa-east-1/${SECOND}`]);
  });

  test("without a Region are given in the text's order", () => {
    expect(foundIn(`started: ${ID}\nrollback deployment started: ${SECOND}`)).toEqual([ID, SECOND]);
  });

  test("name a rollback by AWS's own member", () => {
    expect(
      foundIn(
        `deploymentId: ${ID}\nrollbackDeploymentId: ${SECOND}\nrollbackTriggeringDeploymentId: ${THIRD}`,
      ),
    ).toEqual([ID, `${SECOND} rolled back ${ID}`]);
  });

  test("never get a Region that only another id has beside it", () => {
    const region = fc.constantFrom("us-east-2", "sa-east-1", "eu-north-1", "ap-south-1", "us-gov-west-1");
    const id = fc.stringMatching(/^d-[A-Z][0-9][A-Z0-9]{7}$/);
    const pairs = fc.uniqueArray(fc.tuple(id, region), {
      selector: ([one]) => one,
      minLength: 1,
      maxLength: 6,
    });
    const write = fc.constantFrom<(id: string, region: string) => string>(
      (one, place) => `${one} (${place})`,
      (one, place) => `${one} in ${place}`,
      (one, place) => `${place}/${one}`,
      (one, place) => `${place}: ${one}`,
      (one, place) => `https://w.example/${place}/${one}`,
      (one, place) => `aws deploy get-deployment --deployment-id ${one} --region ${place} | jq .`,
      (one, place) => JSON.stringify({ region: place, detail: { deploymentId: one } }),
    );
    const joint = fc.constantFrom("\n", "\n\n", "\n- ");
    fc.assert(
      fc.property(pairs, write, joint, (all, form, between) => {
        const found = foundIn(all.map(([one, place]) => form(one, place)).join(between));
        expect(found).toEqual(all.map(([one, place]) => `${place}/${one}`));
      }),
    );
  });
});
