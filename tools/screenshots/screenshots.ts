import { fileURLToPath } from "node:url";
import { test } from "../../e2e/fixtures.ts";

interface Shot {
  file: string;
  scenario: string;
  /** The moment of the scenario, in milliseconds since the deployment was created. */
  atMs?: number;
  isPhone?: true;
  /** As it is printed, on paper of the size of A4. */
  isPaper?: true;
  colorScheme?: "light" | "dark";
  /** A card of the page instead of its first screen. */
  card?: string;
  /** The page of the deployment's group, with so many earlier ones. */
  history?: number;
  query?: string;
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/** The README's pictures: real pages of the production build, taken from the emulator's scenarios. */
const SHOTS: readonly Shot[] = [
  { file: "running", scenario: "ec2-rolling", atMs: 95_000 },
  { file: "failed", scenario: "ec2-same-failure" },
  { file: "targets", scenario: "ec2-failing", atMs: 190_000, card: "Instances" },
  { file: "waiting", scenario: "ec2-blue-green-ready", atMs: 16 * 60_000 },
  { file: "dark", scenario: "ecs-linear", atMs: 300_000, colorScheme: "dark" },
  { file: "group", scenario: "ec2-rolling", atMs: 95_000, history: 60 },
  { file: "wall", scenario: "ec2-rolling", atMs: 95_000, query: "?view=wall" },
  { file: "phone", scenario: "ec2-failing", isPhone: true },
  { file: "paper", scenario: "ec2-same-failure", isPaper: true },
];

/** What is left of A4 between the usual margins, in CSS pixels. */
const PAPER = { width: 718, height: 1_010 };

for (const { file, scenario, atMs, isPhone, isPaper, colorScheme, card, query, history } of SHOTS) {
  test.describe(() => {
    if (isPhone) test.use(PHONE);
    test(`screenshot: ${file}`, async ({ page, emulator, open, site }) => {
      if (colorScheme) await page.emulateMedia({ colorScheme });
      // Its own group: the picture shows no other's deployments.
      const names =
        history === undefined ? {} : { applicationName: "checkout-api", deploymentGroupName: "live" };
      const deployment = await emulator.start(scenario, {
        ...names,
        ...(history ? { history } : { pastRuns: 4 }),
        // Created as long ago as it is old: the page's clock is the real one.
        ...(atMs !== undefined && { atMs, createdAgoMs: atMs }),
      });
      if (atMs === undefined) await deployment.moveTo(24 * 3_600_000);
      if (history === undefined) await open(deployment, query);
      else await page.goto(`${site.origin}/us-east-1/applications/checkout-api/live`);
      const isWall = query !== undefined;
      const last = history === undefined ? "What changed" : "Durations";
      await page.getByRole("heading", { name: isWall ? "checkout-api / prod" : last }).waitFor();
      await page.waitForLoadState("networkidle");
      if (isPaper) {
        await page.setViewportSize(PAPER);
        await page.emulateMedia({ media: "print" });
      }
      const shown = card === undefined ? page : page.getByRole("region", { name: card, exact: true }).first();
      await shown.screenshot({
        path: fileURLToPath(new URL(`../../docs/screenshots/${file}.png`, import.meta.url)),
      });
    });
  });
}
