import { afterAll, describe, expect, test, vi } from "vitest";
import { AppError } from "../../src/errors/app-error.ts";
import { renderPage } from "../arbitrary/render-page.tsx";
import { pageOfAnswer, shownText, wholePage } from "../shown-text.ts";
import { endings } from "./endings.ts";
import { failedInstances } from "./failed-instances.ts";
import type { FieldCase } from "./field-case.ts";
import { lastWords } from "./last-words.ts";
import { servicesAndFunctions } from "./services-and-functions.ts";
import { whileItRuns } from "./while-it-runs.ts";

afterAll(() => {
  vi.unstubAllGlobals();
});

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

/** All that the page of a case shows, as text. */
async function textOf(fieldCase: FieldCase): Promise<string> {
  const { deployment, targets = [], isNotStarted, isConfigLost, region, openEvent, layout } = fieldCase;
  const shown = pageOfAnswer(deployment, isNotStarted ? undefined : targets);
  const [first] = shown.list.ids;
  const open = first !== undefined && openEvent !== undefined && { target: first, event: openEvent };
  const page = { ...shown, targets: { ...open, ...(layout && { layout }) } };
  const configFault = new AppError("not-found", { awsCode: "DeploymentConfigDoesNotExistException" });
  const circumstances = { ...(region && { region }), ...(isConfigLost && { configFault }) };
  return shownText(await wholePage(() => renderPage(page, circumstances)));
}
