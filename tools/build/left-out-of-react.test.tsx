// @vitest-environment jsdom
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import type * as ReactTypes from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { withoutFeatures } from "./left-out-functions.ts";
import { LEFT_OUT_OF_REACT } from "./left-out-of-react.ts";
import type { Build } from "./react-journey.ts";
import { journey } from "./react-journey.ts";

const CLIENT = LEFT_OUT_OF_REACT.modules[0];
const FACADE = "cjs/react-dom.production.js";

/** React as a build has it, from the text of its files. */
function reactFrom(change: (code: string, module: string) => string): Build {
  const loaded = new Map<string, ReturnType<NodeJS.Require>>();
  const load = (path: string, module = ""): ReturnType<NodeJS.Require> => {
    if (loaded.has(path)) return loaded.get(path);
    const exports = {};
    loaded.set(path, exports);
    const code = change(readFileSync(join("node_modules", path), "utf8"), module);
    compileFunction(code, ["exports", "require"])(exports, (name: string) =>
      name === "react-dom" ? load(`react-dom/${FACADE}`, FACADE) : load(`${name}/cjs/${name}.production.js`),
    );
    return exports;
  };
  return {
    client: load(`react-dom/${CLIENT}`, CLIENT),
    dom: load(`react-dom/${FACADE}`, FACADE),
    React: load("react/cjs/react.production.js"),
  };
}

const whole = () => reactFrom((code) => code);
const less = () =>
  reactFrom((code, module) => (module === "" ? code : withoutFeatures(code, LEFT_OUT_OF_REACT, module)));

afterEach(() => {
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe("React without what the page does not use", () => {
  test("does all that the page uses as the whole does", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const expected = await journey(whole());
    expect(expected.join("\n")).toContain("caught broken");
    expect(expected).toContain("submitted");
    expect(await journey(less())).toEqual(expected);
  });

  test.each<[string, (build: Build) => ReactTypes.ReactNode]>([
    [
      "references to fragments",
      ({ React: { createElement, Fragment } }) =>
        createElement(Fragment, { ref: () => {} }, createElement("p")),
    ],
    ["titles and meta elements", ({ React: { createElement } }) => createElement("title", null, "A title")],
    [
      "links that components bring along",
      ({ React: { createElement } }) =>
        createElement("link", { rel: "stylesheet", href: "/a.css", precedence: "low" }),
    ],
    [
      "elements of one's own",
      ({ React: { createElement } }) => createElement("own-element", { title: "own" }),
    ],
    ["Activity", ({ React: { createElement, Activity } }) => createElement(Activity, null, "active")],
  ])("says at once that it has no %s", (what, element) => {
    const build = less();
    const told: string[] = [];
    const tell = (error: unknown) => void told.push(String(error));
    const root = build.client.createRoot(document.body, { onUncaughtError: tell });
    build.dom.flushSync(() => {
      root.render(element(build));
    });
    expect(told.join()).toContain("This build of react-dom has no ");
    expect(told.join()).toContain(what);
  });

  test("has none of their functions", () => {
    const { client, dom } = less();
    expect(() => client.hydrateRoot(document.body, null)).toThrow("has no hydration");
    expect(() => {
      dom.preload("/a.css", { as: "style" });
    }).toThrow("has no scripts, styles and links");
    expect(() => {
      dom.requestFormReset(document.createElement("form"));
    }).toThrow("has no actions of forms");
  });

  test("is enough for our sources: none of them imports what is left out", () => {
    const names = new Set(LEFT_OUT_OF_REACT.features.flatMap((feature) => feature.exports));
    const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) =>
      /\.tsx?$/.test(path),
    );
    expect(sources.length).toBeGreaterThan(100);
    const imported = sources.flatMap((path) => {
      const code = readFileSync(join("src", path), "utf8");
      return Array.from(
        code.matchAll(/^import \{([^}]*)\} from "react(?:-dom(?:\/client)?)?";/gm),
        ([, list = ""]) => list.split(",").map((name) => name.trim()),
      ).flat();
    });
    expect(imported).toContain("createRoot");
    expect(imported.filter((name) => names.has(name))).toEqual([]);
  });
});
