import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Address } from "./address.ts";
import { formatAddress, parseAddress } from "./pages.ts";

const ORIGIN = "https://deploywatch.example";
const LOCAL = { timeZone: "local" } as const;
const UTC = { timeZone: "utc" } as const;

const parse = (path: string) => parseAddress(new URL(ORIGIN + path));

const value = fc.string({ unit: "grapheme", minLength: 1 });
const filters = { status: value, label: value, layout: fc.constant("times" as const) };
const targetsViews = fc.oneof(
  fc.record(filters, { requiredKeys: [] }),
  fc.record(
    { ...filters, target: value, event: fc.string({ unit: "grapheme" }) },
    { requiredKeys: ["target"] },
  ),
);

describe("an address", () => {
  test.each<[string, Address]>([
    ["/", { page: "home", view: LOCAL }],
    ["/?tz=utc", { page: "home", view: UTC }],
    [
      "/us-east-1/d-74D35AS7C",
      { page: "deployment", region: "us-east-1", deploymentId: "d-74D35AS7C", view: LOCAL },
    ],
    [
      "/eu-west-1/d-74D35AS7C?tz=utc",
      { page: "deployment", region: "eu-west-1", deploymentId: "d-74D35AS7C", view: UTC },
    ],
    [
      "/eu-west-1/d-74D35AS7C?target=i-0f1&event=ValidateService",
      {
        page: "deployment",
        region: "eu-west-1",
        deploymentId: "d-74D35AS7C",
        view: LOCAL,
        targets: { target: "i-0f1", event: "ValidateService" },
      },
    ],
    [
      "/eu-west-1/d-74D35AS7C?tz=utc&status=Failed&label=Green&layout=times",
      {
        page: "deployment",
        region: "eu-west-1",
        deploymentId: "d-74D35AS7C",
        view: UTC,
        targets: { status: "Failed", label: "Green", layout: "times" },
      },
    ],
    ["/us-east-1/d-1/more", { page: "unknown", path: "/us-east-1/d-1/more", view: LOCAL }],
    [
      "/us-east-1/applications/checkout-api",
      { page: "application", region: "us-east-1", applicationName: "checkout-api", view: LOCAL },
    ],
    [
      "/us-east-1/applications/checkout-api/prod?tz=utc&status=Failed&since=7d",
      {
        page: "group",
        region: "us-east-1",
        applicationName: "checkout-api",
        deploymentGroupName: "prod",
        view: UTC,
        filter: { status: "Failed", since: "7d" },
      },
    ],
    [
      "/us-east-1/compare/d-A/d-B",
      { page: "compare", region: "us-east-1", deploymentIds: ["d-A", "d-B"], view: LOCAL },
    ],
    ["/us-east-1/compare/d-A", { page: "unknown", path: "/us-east-1/compare/d-A", view: LOCAL }],
    [
      "/us-east-1/applications/a/b/c",
      { page: "unknown", path: "/us-east-1/applications/a/b/c", view: LOCAL },
    ],
    ["/about", { page: "unknown", path: "/about", view: LOCAL }],
  ])("%s is kept by people for good", (path, address) => {
    expect(parse(path)).toEqual(address);
    expect(formatAddress(address)).toBe(path);
  });

  test("may end in a slash, and may carry the blank that came along with a copied id", () => {
    expect(formatAddress(parse("/us-east-1/%20d-74D35AS7C%20/"))).toBe("/us-east-1/d-74D35AS7C");
  });

  test("keeps its meaning beside parameters that nobody knows", () => {
    expect(parse("/us-east-1/d-1?tz=mars&endpoint=https://evil.example")).toEqual({
      page: "deployment",
      region: "us-east-1",
      deploymentId: "d-1",
      view: LOCAL,
    });
  });

  test("opens no event where the link names no target, and no layout that nobody knows", () => {
    expect(parse("/us-east-1/d-1?event=Install&target=&status=&layout=cube")).toEqual({
      page: "deployment",
      region: "us-east-1",
      deploymentId: "d-1",
      view: LOCAL,
    });
  });

  test("comes back from its URL as it was, whatever its parts", () => {
    const view = fc.constantFrom(LOCAL, UTC);
    const part = fc
      .string({ unit: "grapheme", minLength: 1 })
      .filter((text) => text === text.trim() && !/^\.{0,2}$/.test(text));
    fc.assert(
      fc.property(part, part, view, targetsViews, (region, deploymentId, seen, targets) => {
        const isEmpty = Object.keys(targets).length === 0;
        const address: Address = {
          page: "deployment",
          region,
          deploymentId,
          view: seen,
          ...(!isEmpty && { targets }),
        };
        expect(parse(formatAddress(address))).toEqual(address);
      }),
    );
  });

  test("of a name that no address can have leads nowhere, and throws nothing", () => {
    const broken = "web\ud800";
    const at = { region: "us-east-1", view: LOCAL };
    expect(formatAddress({ page: "application", ...at, applicationName: broken })).toBe(
      "/us-east-1/applications/web%EF%BF%BD",
    );
    expect(formatAddress({ page: "deployment", ...at, deploymentId: broken })).toBe(
      "/us-east-1/web%EF%BF%BD",
    );
  });

  test("of an application and a group keeps every character that their names can have", () => {
    const characters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,+=@-_";
    const name = fc.string({ unit: fc.constantFrom(...characters.split("")), minLength: 1, maxLength: 100 });
    const names = fc.oneof(name, fc.constantFrom(".", "..", "...", "a.", ".b", "1,000", "a+b", "@="));
    fc.assert(
      fc.property(names, names, (applicationName, deploymentGroupName) => {
        const application: Address = { page: "application", region: "eu-west-1", applicationName, view: UTC };
        expect(parse(formatAddress(application))).toEqual(application);
        const group: Address = { ...application, page: "group", deploymentGroupName };
        expect(parse(formatAddress(group))).toEqual(group);
      }),
    );
  });

  test("stays on this site and keeps its meaning, whatever URL it was read from", () => {
    const segment = fc.oneof(
      fc.constantFrom(
        "",
        "/",
        "//evil.example",
        "..",
        "%2e%2e",
        "%20..",
        "%ff",
        "%2f",
        "\\",
        "~..",
        "applications",
        ":",
        "us-east-1",
      ),
      fc.string({ unit: "binary" }),
      fc.webPath(),
    );
    const path = fc.array(segment, { maxLength: 4 }).map((parts) => `/${parts.join("/")}`);
    fc.assert(
      fc.property(path, fc.webQueryParameters(), (pathname, query) => {
        // Node 20 leaves dots in a path that begins with two slashes; browsers resolve them.
        fc.pre(!/\/\.\.?(?:\/|$)/.test(new URL(ORIGIN + pathname).pathname));
        const address = parse(`${pathname}?${query}`);
        const url = new URL(formatAddress(address), ORIGIN);
        expect(url.origin).toBe(ORIGIN);
        expect(parseAddress(url)).toEqual(address);
      }),
    );
  });
});

describe("an app that lies under a sub-path of its host", () => {
  test.each([
    "/deploywatch/",
    "/deploywatch/us-east-1/d-74D35AS7C",
    "/deploywatch/us-east-1/d-74D35AS7C?tz=utc&target=i-1",
    "/deploywatch/a/b/c",
  ])("reads and writes %s", (path) => {
    const address = parseAddress(new URL(path, ORIGIN), "/deploywatch/");
    expect(formatAddress(address, "/deploywatch/")).toBe(path);
    expect(address).toEqual(parse(path.slice("/deploywatch".length)));
  });

  test("is at home without the slash at the end, too", () => {
    expect(parseAddress(new URL("/deploywatch", ORIGIN), "/deploywatch/")).toEqual(parse("/"));
  });
});
