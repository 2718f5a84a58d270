import { describe, expect, test } from "vitest";
import { regionToChoose, searchDeployment } from "./deployment-search.ts";
import { findDeployments } from "./find-deployments.ts";

const ID = "d-6HKR2W8QP";
const SECOND = "d-M4T9ZC1VX";
const REGIONS = ["us-east-1", "eu-west-1"];

const choose = (text: string) => regionToChoose(findDeployments(text), REGIONS);
const search = (text: string, region = choose(text) ?? "us-east-1") =>
  searchDeployment(findDeployments(text), region, REGIONS);
const link = (region: string, id: string) => `https://w.example/${region}/${id}`;

describe("looking for a deployment", () => {
  test("opens an id in the chosen Region", () => {
    expect(search(ID, "eu-west-1")).toMatchObject({
      kind: "one",
      ref: { region: "eu-west-1", deploymentId: ID },
    });
  });

  test("chooses the Region of a pasted link, and leaves the last word to the reader", () => {
    expect(choose(link("eu-west-1", ID))).toBe("eu-west-1");
    expect(search(link("eu-west-1", ID), "us-east-1")).toMatchObject({
      kind: "one",
      ref: { region: "us-east-1", deploymentId: ID },
    });
  });

  test("opens each of several in its own Region", () => {
    const text = `${link("us-east-1", ID)} ${link("eu-west-1", SECOND)}`;
    expect(choose(text)).toBeUndefined();
    expect(search(text)).toEqual({
      kind: "several",
      deployments: [
        { region: "us-east-1", deploymentId: ID },
        { region: "eu-west-1", deploymentId: SECOND },
      ],
      elsewhere: [],
    });
  });

  test("opens ids without a Region in the chosen one", () => {
    expect(search(`{"deployments":["${ID}","${SECOND}"]}`, "eu-west-1")).toMatchObject({
      kind: "several",
      deployments: [{ region: "eu-west-1" }, { region: "eu-west-1" }],
    });
  });

  test("says when this site does not show the Region of the text, and chooses none", () => {
    const text = `aws deploy get-deployment --deployment-id ${ID} --region sa-east-1`;
    expect(search(text)).toEqual({ kind: "region-not-served", region: "sa-east-1" });
    expect(choose(text)).toBeUndefined();
  });

  test("opens what it can beside a deployment in a Region that this site does not show", () => {
    for (const text of [
      `${link("eu-west-1", ID)} ${link("sa-east-1", SECOND)}`,
      `${link("sa-east-1", SECOND)} ${link("eu-west-1", ID)}`,
    ]) {
      expect(search(text)).toEqual({
        kind: "one",
        ref: { region: "eu-west-1", deploymentId: ID },
        rollbacks: [],
        elsewhere: [{ region: "sa-east-1", deploymentId: SECOND }],
      });
    }
  });

  test("is not held up by a Region that stands somewhere in the text, but says so", () => {
    expect(search(`CodeDeploy | sa-east-1 | production\nDeployment ${ID} failed`)).toMatchObject({
      kind: "one",
      ref: { region: "us-east-1", deploymentId: ID },
      otherRegion: "sa-east-1",
    });
  });

  test("leads with the deployment that a notification is about, before its rollback", () => {
    const text = JSON.stringify({
      region: "eu-west-1",
      rollbackInformation: JSON.stringify({ RollbackDeploymentId: SECOND }),
      deploymentId: ID,
    });
    expect(search(text)).toEqual({
      kind: "one",
      ref: { region: "eu-west-1", deploymentId: ID },
      rollbacks: [{ region: "eu-west-1", deploymentId: SECOND }],
      elsewhere: [],
    });
  });

  test("says why there is nothing to open", () => {
    expect(search("hello")).toEqual({ kind: "nothing", fault: "text" });
    expect(choose("hello us-east-1")).toBeUndefined();
  });
});
