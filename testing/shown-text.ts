import { vi } from "vitest";
import type { TargetList } from "../src/codedeploy/targets/target-list.ts";
import type { Page } from "./arbitrary/arbitrary-page.ts";
import { decodeTarget } from "./arbitrary/decode.ts";
import type { JsonObject } from "./field-cases/field-case.ts";

/** What React leaves of a part that threw, or whose code has not been loaded yet. */
const NOT_RENDERED = "<!--$!-->";
/** So often the same may come out of it, while a part that has been loaded is about to be shown. */
const MOST_LOOKS = 5;

/** The HTML of a page once the parts that come later are there. Throws where a part threw. */
export async function wholePage(render: () => string): Promise<string> {
  let html = render();
  for (let looks = 0; html.includes(NOT_RENDERED);) {
    if (looks === MOST_LOOKS) throw new Error("A part of the page could not be rendered.");
    await vi.dynamicImportSettled();
    const before = html;
    html = render();
    looks = html === before ? looks + 1 : 0;
  }
  return html;
}

/** All that HTML shows, as text; names that only screen readers say are left out. */
export function shownText(html: string): string {
  return html
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** The page of a deployment and its targets as AWS sends them; `targets` is absent where AWS lists none yet. */
export function pageOfAnswer(
  info: JsonObject,
  targets: readonly JsonObject[] | undefined,
  view: Page["targets"] = {},
): Page {
  const entries = (targets ?? []).map((json) => {
    const target = decodeTarget(json);
    return [target.id, { kind: "read", target }] as const;
  });
  const list: TargetList = {
    stage: targets ? "listed" : "not-started",
    ids: entries.map(([id]) => id),
    entries: new Map(entries),
    listError: undefined,
    detailsError: undefined,
  };
  return { info, list, config: {}, timeZone: "utc", targets: view, isWide: true };
}
