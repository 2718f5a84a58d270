import { describe, expect, test } from "vitest";
import { regionToChoose, searchDeployment } from "./deployment-search.ts";

const REGIONS = ["us-east-1", "eu-west-1"];
const search = (text: string, chosenRegion = "us-east-1") => searchDeployment(text, chosenRegion, REGIONS);

describe("looking for a deployment", () => {
  test("opens an id in the chosen Region", () => {
    expect(search("d-74D35AS7C", "eu-west-1")).toEqual({
      kind: "one",
      ref: { region: "eu-west-1", deploymentId: "d-74D35AS7C" },
    });
  });

  test("chooses the Region of a pasted link, and leaves the last word to the reader", () => {
    const link = "https://eu-west-1.console.aws.amazon.com/codesuite/codedeploy/deployments/d-74D35AS7C";
    expect(regionToChoose(link, REGIONS)).toBe("eu-west-1");
    expect(search(link, "us-east-1")).toMatchObject({ kind: "one", ref: { region: "us-east-1" } });
  });

  test("says when this site does not show the Region of the text, and chooses none", () => {
    const text = "aws deploy get-deployment --deployment-id d-74D35AS7C --region sa-east-1";
    expect(search(text)).toEqual({ kind: "region-not-served", region: "sa-east-1" });
    expect(regionToChoose(text, REGIONS)).toBeUndefined();
  });

  test("offers each of several deployments", () => {
    expect(search('{"deployments":["d-AAAAAAAA1","d-AAAAAAAA2"]}')).toEqual({
      kind: "several",
      refs: [
        { region: "us-east-1", deploymentId: "d-AAAAAAAA1" },
        { region: "us-east-1", deploymentId: "d-AAAAAAAA2" },
      ],
    });
  });

  test("says why there is nothing to open", () => {
    expect(search("hello")).toEqual({ kind: "nothing", fault: "text" });
    expect(regionToChoose("hello us-east-1", REGIONS)).toBeUndefined();
  });
});
