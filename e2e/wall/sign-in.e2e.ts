import { expectAccessible } from "../accessibility.ts";
import { expect } from "../fixtures.ts";
import { ADA, signInAs, test } from "../sign-in/sign-in-site.ts";

const SOON_MS = 4_000;

test.use({ expectsFailedRequests: true });

test("a wall whose sign-in has ended keeps what it has, and has the way back in beside it", async ({
  page,
  emulator,
  open,
  signInSite,
}) => {
  await signInSite.setClient({ idTokenLastsMs: SOON_MS });
  await signInSite.setRole({ sessionLastsMs: SOON_MS });
  const deployment = await emulator.start("ec2-rolling", { moment: "halfway" });
  await open(deployment, "?view=wall");
  await signInAs(page, ADA);
  const shown = page.getByRole("region", { name: deployment.deploymentId });
  await expect(shown).toContainText("In progress");
  await emulator.revokeTokens(signInSite.clientId);
  await expect(shown).toContainText("Your sign-in has ended");
  await expect(shown).toContainText("In progress");
  await expectAccessible(page);
  await signInSite.setClient({});
  await shown.getByRole("button", { name: "Sign in again" }).click();
  await expect(shown).toContainText("In progress");
  await expect(shown).not.toContainText("Your sign-in has ended");
});
