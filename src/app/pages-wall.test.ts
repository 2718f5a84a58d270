import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Address } from "./address.ts";
import { formatAddress, parseAddress } from "./pages.ts";

const LOCAL = { timeZone: "local" } as const;
const UTC = { timeZone: "utc" } as const;

const parse = (path: string) => parseAddress(new URL(`https://deploywatch.example${path}`));

describe("a wall", () => {
  test.each<[string, [region: string, deploymentId: string][]]>([
    ["/us-east-1/d-A?view=wall", [["us-east-1", "d-A"]]],
    [
      "/us-east-1/d-A,d-B",
      [
        ["us-east-1", "d-A"],
        ["us-east-1", "d-B"],
      ],
    ],
    [
      "/us-east-1/d-A,d-B?view=wall&also=eu-west-1/d-C&also=eu-central-1%2Fd-D",
      [
        ["us-east-1", "d-A"],
        ["us-east-1", "d-B"],
        ["eu-west-1", "d-C"],
        ["eu-central-1", "d-D"],
      ],
    ],
    ["/us-east-1/d-A,?view=wall&also=&also=x&also=/d-Z", [["us-east-1", "d-A"]]],
  ])("of %s shows its deployments", (path, refs) => {
    const tiles = refs.map(([region, deploymentId]) => ({ region, deploymentId }));
    expect(parse(path)).toEqual({ page: "wall", tiles, view: LOCAL });
  });

  test("of a group shows the group, and deployments and groups beside it", () => {
    const group = { region: "us-east-1", applicationName: "web", deploymentGroupName: "prod" };
    const path = "/us-east-1/applications/web/prod";
    expect(parse(`${path}?view=wall`)).toEqual({ page: "wall", tiles: [group], view: LOCAL });
    expect(
      parse(
        `${path}?view=wall&also=eu-west-1/applications/a%252Cb/c&also=us-east-1/d-A,d-B&also=x/applications/y`,
      ),
    ).toEqual({
      page: "wall",
      tiles: [
        group,
        { region: "eu-west-1", applicationName: "a,b", deploymentGroupName: "c" },
        { region: "us-east-1", deploymentId: "d-A" },
        { region: "us-east-1", deploymentId: "d-B" },
      ],
      view: LOCAL,
    });
    expect(parse(path).page).toBe("group");
    expect(parse("/us-east-1/applications/a,b/c").page, "a comma in a name is none between ids").toBe(
      "group",
    );
    expect(parse("/us-east-1/applications/a,b").page).toBe("application");
    expect(parse("/us-east-1/applications/web?view=wall").page).toBe("application");
  });

  test("of no deployment is none", () => {
    expect(parse("/us-east-1/,?view=wall").page).not.toBe("wall");
    expect(parse("/?view=wall").page).toBe("home");
  });

  test("has one URL and the other way round", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text.trim() === text && text !== "" && text !== "." && text !== "..");
    const region = fc.constantFrom("us-east-1", "eu-west-1");
    const ofGroup = fc.oneof(fc.stringMatching(/^[A-Za-z0-9._+=,@-]{1,100}$/), fc.constantFrom(".", ".."));
    const refs = fc.array(
      fc.oneof(
        fc.record({ region, deploymentId: name }),
        fc.record({ region, applicationName: ofGroup, deploymentGroupName: ofGroup }),
      ),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(refs, fc.constantFrom(LOCAL, UTC), (tiles, view) => {
        const address: Address = { page: "wall", tiles, view };
        expect(parse(formatAddress(address))).toEqual(address);
      }),
    );
  });
});
