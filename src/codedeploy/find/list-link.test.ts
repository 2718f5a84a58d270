import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leastCpuMs } from "../../../testing/cpu-time.ts";
import { foundIn } from "../../../testing/found-in.ts";
import { regionToChoose, searchDeployment } from "./deployment-search.ts";
import { findDeployments } from "./find-deployments.ts";
import { listsIn } from "./list-link.ts";

const encode = encodeURIComponent;
const CONSOLE = "https://eu-north-1.console.aws.amazon.com/codesuite/codedeploy/applications/web";
const GROUP = `${CONSOLE}/deployment-groups/prod`;
const OWN = "https://w.example/eu-north-1/applications/web";

describe("a link to a page of the console or of Deploywatch that lists deployments", () => {
  test.each([
    [`${CONSOLE}?region=eu-north-1`, "list eu-north-1 web"],
    [CONSOLE, "list eu-north-1 web"],
    [`${CONSOLE}/?region=eu-north-1`, "list eu-north-1 web"],
    [`${CONSOLE}/revisions?region=eu-north-1`, "list eu-north-1 web"],
    [`${CONSOLE}/deployment-groups/new?region=eu-north-1`, "list eu-north-1 web"],
    ["https://console.aws.amazon.com/codesuite/codedeploy/applications/web", "list web"],
    [
      "https://console.aws.amazon.com/codedeploy/home?region=eu-north-1#/applications/web",
      "list eu-north-1 web",
    ],
    [`${GROUP}?region=eu-north-1`, "list eu-north-1 web prod"],
    [`${GROUP}/edit?region=eu-north-1`, "list eu-north-1 web prod"],
    [`${CONSOLE}/deployment-groups/new-york`, "list eu-north-1 web new-york"],
    [
      `${GROUP}?region=eu-north-1&deployments-state=%7B%22f%22%3A%7B%22text%22%3A%22%22%7D%2C%22n%22%3A20%7D`,
      "list eu-north-1 web prod",
    ],
    [GROUP.replace("eu-north-1.", "111122223333-abcdefgh.eu-north-1."), "list eu-north-1 web prod"],
    [`https://w.example/?url=${encode(`${GROUP}?region=eu-north-1`)}&sa=D`, "list eu-north-1 web prod"],
    [`The group (${GROUP}?region=eu-north-1).`, "list eu-north-1 web prod"],
    [
      JSON.stringify({ attachments: [{ author_link: `${GROUP}?region=eu-north-1` }] }),
      "list eu-north-1 web prod",
    ],
    [OWN, "list eu-north-1 web"],
    [`${OWN}/prod`, "list eu-north-1 web prod"],
    [
      `http://127.0.0.1:4173/tools/deploys/eu-north-1/applications/web/prod?tz=utc`,
      "list eu-north-1 web prod",
    ],
  ])("%s gives its names and its Region", (text, found) => {
    expect(foundIn(text)).toEqual([found]);
  });

  test.each([
    "https://eu-north-1.console.aws.amazon.com/codesuite/codedeploy/applications?region=eu-north-1",
    "https://eu-north-1.console.aws.amazon.com/systems-manager/appmanager/applications/web",
    CONSOLE.replace("/web", "/.."),
    CONSOLE.replace("/web", `/${"a".repeat(101)}`),
    CONSOLE.replace("/web", "/web%20shop"),
    "https://w.example/page/applications/web",
  ])("%s gives none", (text) => {
    expect(foundIn(text)).toBe("link");
  });

  test("to the wall gives all groups that are on it", () => {
    expect(
      foundIn(
        `${OWN}/prod?also=us-east-1%2Fapplications%2Fshop%2Fdev&also=sa-east-1/applications/x/y&view=wall`,
      ),
    ).toEqual(["list eu-north-1 web prod", "list us-east-1 shop dev", "list sa-east-1 x y"]);
  });

  test("counts only where the text has no deployment", () => {
    const id = "d-6HKR2W8QP";
    expect(foundIn(`Deployment ${id} failed, see ${GROUP}`)).toEqual([`~eu-north-1/${id}`]);
    expect(foundIn(`${GROUP.replaceAll("eu-north-1", "sa-east-1")} ${id} ${GROUP}`)).toEqual([id]);
  });

  test("gives every name back that AWS allows", () => {
    const name = fc
      .stringMatching(/^[A-Za-z0-9._+=,@-]{1,100}$/)
      .filter((text) => text !== "." && text !== "..");
    fc.assert(
      fc.property(name, name, (applicationName, deploymentGroupName) => {
        const names = { applicationName, deploymentGroupName };
        const expected = deploymentGroupName === "new" ? { applicationName } : names;
        expect(
          listsIn(
            `https://console.aws.amazon.com/codesuite/codedeploy/applications/${encode(applicationName)}/deployment-groups/${encode(deploymentGroupName)}?region=eu-north-1`,
          ),
        ).toEqual([{ region: "eu-north-1", ...expected }]);
        expect(
          listsIn(
            `https://w.example/eu-north-1/applications/${encode(applicationName)}/${encode(deploymentGroupName)}?tz=utc`,
          ),
        ).toEqual([{ region: "eu-north-1", ...names }]);
      }),
    );
  });

  test("is read in a second of processor time, a megabyte of them too", () => {
    const text = `${GROUP} `.repeat(Math.floor(999_990 / (GROUP.length + 1)));
    expect(leastCpuMs(() => findDeployments(text), 1_000)).toBeLessThan(1_000);
  });
});

describe("what such a link leads to", () => {
  const REGIONS = ["us-east-1", "eu-north-1"];
  const search = (text: string, chosen = "us-east-1") =>
    searchDeployment(findDeployments(text), chosen, REGIONS);

  test("is its page, in the Region that it names, and that the reader may change", () => {
    expect(regionToChoose(findDeployments(GROUP), REGIONS)).toBe("eu-north-1");
    expect(search(GROUP, "us-east-1")).toEqual({
      kind: "lists",
      lists: [{ region: "us-east-1", applicationName: "web", deploymentGroupName: "prod" }],
    });
  });

  test("of several is each in its own Region, in the chosen one where it names none", () => {
    const other = "https://console.aws.amazon.com/codesuite/codedeploy/applications/shop";
    expect(search(`${GROUP} ${other}`)).toEqual({
      kind: "lists",
      lists: [
        { region: "eu-north-1", applicationName: "web", deploymentGroupName: "prod" },
        { region: "us-east-1", applicationName: "shop" },
      ],
    });
  });

  test("in a Region that this site does not show is said", () => {
    expect(search(GROUP.replaceAll("eu-north-1", "sa-east-1"))).toEqual({
      kind: "region-not-served",
      region: "sa-east-1",
    });
  });
});
