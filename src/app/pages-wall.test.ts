import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Address } from "./pages.ts";
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
    const deployments = refs.map(([region, deploymentId]) => ({ region, deploymentId }));
    expect(parse(path)).toEqual({ page: "wall", deployments, view: LOCAL });
  });

  test("of no deployment is none", () => {
    expect(parse("/us-east-1/,?view=wall").page).not.toBe("wall");
    expect(parse("/?view=wall").page).toBe("home");
  });

  test("has one URL and the other way round", () => {
    const name = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text.trim() === text && text !== "" && text !== "." && text !== "..");
    const refs = fc.array(
      fc.record({ region: fc.constantFrom("us-east-1", "eu-west-1"), deploymentId: name }),
      {
        minLength: 1,
      },
    );
    fc.assert(
      fc.property(refs, fc.constantFrom(LOCAL, UTC), (deployments, view) => {
        const address: Address = { page: "wall", deployments, view };
        expect(parse(formatAddress(address))).toEqual(address);
      }),
    );
  });
});
