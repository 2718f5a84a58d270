import { afterAll, describe, expect, test, vi } from "vitest";
import { AppError } from "../../src/errors/app-error.ts";
import type { TargetList } from "../../src/codedeploy/targets/target-list.ts";
import { toTarget, wireTargetId } from "../../src/codedeploy/targets/target.ts";
import type { Page } from "../arbitrary/arbitrary-page.ts";
import { decode } from "../arbitrary/decode.ts";
import { renderPage } from "../arbitrary/render-page.tsx";
import { endings } from "./endings.ts";
import { failedInstances } from "./failed-instances.ts";
import type { FieldCase } from "./field-case.ts";
import { lastWords } from "./last-words.ts";
import { servicesAndFunctions } from "./services-and-functions.ts";
import { whileItRuns } from "./while-it-runs.ts";

// Outside a browser React takes no store without a snapshot for servers, which the app has no use for.
vi.mock(import("react"), async (importOriginal) => ({
  ...(await importOriginal()),
  useSyncExternalStore: (_subscribe, snapshot) => snapshot(),
}));
afterAll(() => {
  vi.unstubAllGlobals();
});

/** What React leaves of a part whose code has not been loaded yet. */
const NOT_RENDERED = "<!--$!-->";

describe.each([
  ["a deployment that runs", whileItRuns],
  ["an instance that failed", failedInstances],
  ["the last words of a script", lastWords],
  ["a service or function that failed", servicesAndFunctions],
  ["a deployment that ended", endings],
])("of %s the page says what its answer says", (_, cases) => {
  test.each(Object.entries(cases))("%s", async (_name, fieldCase) => {
    const text = await textOf(fieldCase);
    for (const words of fieldCase.says) expect(text).toContain(words);
    for (const words of fieldCase.hides ?? []) expect(text).not.toContain(words);
  });
});

/** All that the page of a case shows, as text. Waits until the parts that come later are there. */
async function textOf(fieldCase: FieldCase): Promise<string> {
  const { region, isConfigLost } = fieldCase;
  const configFault = new AppError("not-found", { awsCode: "DeploymentConfigDoesNotExistException" });
  const circumstances = { ...(region && { region }), ...(isConfigLost && { configFault }) };
  let html = "";
  await vi.waitUntil(
    () => {
      html = renderPage(pageOf(fieldCase), circumstances);
      return !html.includes(NOT_RENDERED);
    },
    { timeout: 30_000 },
  );
  return html
    .replaceAll(/<button[^>]* aria-label="[^"]*"[^>]*>/g, " ")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&#x27;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

function pageOf({ deployment, targets = [], isNotStarted, openEvent, layout }: FieldCase): Page {
  const entries = targets.map((json) => {
    const wire: Parameters<typeof toTarget>[1] = decode(json);
    const id = wireTargetId(wire) ?? "";
    return [id, { kind: "read", target: toTarget(id, wire) }] as const;
  });
  const list: TargetList = {
    stage: isNotStarted ? "not-started" : "listed",
    ids: entries.map(([id]) => id),
    entries: new Map(entries),
    listError: undefined,
    detailsError: undefined,
  };
  const [first] = list.ids;
  const open = first !== undefined && openEvent !== undefined && { target: first, event: openEvent };
  return {
    info: deployment,
    list,
    config: {},
    timeZone: "utc",
    isWide: true,
    targets: { ...open, ...(layout && { layout }) },
  };
}
