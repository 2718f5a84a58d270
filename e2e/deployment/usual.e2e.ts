import { expectAccessibleInBothThemes } from "../accessibility.ts";
import { expect, test } from "../fixtures.ts";
import { card } from "../page-parts.ts";

test("the duration stands beside the median of the group's last successes, and its neighbours are a click away", async ({
  page,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("ec2-succeeded-with-failures", {
    region: "eu-west-1",
    moment: "done",
    pastRuns: 4,
  });
  await open(deployment);
  await expect(card(page, "Status")).toContainText(/usually 4m \d+s/);
  await expectAccessibleInBothThemes(page);
  await page
    .getByRole("navigation", { name: "Deployments of the same group" })
    .getByRole("link")
    .first()
    .click();
  await expect(card(page, "Status")).toContainText("Succeeded");
  await expect(page).not.toHaveURL(new RegExp(deployment.deploymentId));
  const requests = await deployment.requests();
  expect(requests.filter(({ operation }) => operation === "GetDeployment").length).toBeGreaterThan(0);
});

test("how much longer than usual is what lies between the two durations", async ({
  page,
  emulator,
  open,
}) => {
  const deployment = await emulator.start("ec2-failing", { moment: "failed", pastRuns: 4 });
  await open(deployment);
  const status = card(page, "Status");
  await expect(status).toContainText(/usually .+ over/);
  const words = await status.innerText();
  const took = secondsIn(words, /^(\S+(?: \d+\w)?)\s*from (?:start|creation) to end/m);
  const usual = secondsIn(words, /usually (.+), .+ over/);
  expect(secondsIn(words, /usually .+, (.+) over/), words).toBe(took - usual);
  const [created = "", ended = ""] = await status
    .locator("time")
    .evaluateAll((times) => times.map((time) => time.getAttribute("datetime") ?? ""));
  expect((Date.parse(ended) - Date.parse(created)) / 1_000, words).toBe(took);
});

test("it costs three requests a visit, and none while polling", async ({ emulator, site, time, follow }) => {
  await follow(await emulator.start("ec2-rolling", { moment: "halfway", pastRuns: 4 }), /usually 7m/);
  await time.run(60);
  const requests = await emulator.requests({ origin: site.origin });
  const asked = requests.filter(
    ({ operation, method }) =>
      method === "POST" && /^(?:ListDeployments|BatchGetDeployments)$/.test(operation ?? ""),
  );
  expect(asked.map(({ operation }) => operation)).toEqual([
    "ListDeployments",
    "ListDeployments",
    "BatchGetDeployments",
  ]);
});

for (const action of ["ListDeployments", "BatchGetDeployments"]) {
  test.describe(`where the role may not ${action}`, () => {
    test.use({ expectsFailedRequests: true });

    test("nothing is missing but the line", async ({ page, emulator, site, open }) => {
      await emulator.setRole(site.roleName, { deny: [`codedeploy:${action}`] });
      await open(await emulator.start("ec2-rolling", { moment: "halfway", pastRuns: 4 }));
      await expect(card(page, "Instances")).toContainText("6 instances");
      await expect
        .poll(async () =>
          (await emulator.requests({ origin: site.origin })).map(({ operation }) => operation),
        )
        .toContain(action);
      await expect(card(page, "Status")).not.toContainText("usually");
      await expect(page.getByRole("main")).not.toContainText(action);
    });
  });
}

/** The seconds of the duration that a form finds in a text: `1m 7s`, `52s`. */
function secondsIn(text: string, form: RegExp): number {
  const [, found] = form.exec(text) ?? [];
  if (found === undefined) throw new Error(`${form.source} is not in: ${text}`);
  const [, minutes = "0"] = /(\d+)m/.exec(found) ?? [];
  const [, seconds = "0"] = /(\d+)s/.exec(found) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}
