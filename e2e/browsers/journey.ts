import { expect, test } from "@playwright/test";
import type { Control, DeploymentHandle } from "../../emulator/control/control-client.ts";
import type { Site } from "../fixtures.ts";
import { ADA, createSignInSite } from "../sign-in/sign-in-site.ts";
import type { Hands, Part } from "./hands.ts";

const STATUS: Part = { role: "region", name: /^Status$/ };
const KEYS: Part = { role: "dialog", name: /^Keyboard shortcuts$/ };
const LOG: Part = { role: "region", name: /^Log of / };
/** Less than 48 rem, where a target opens over the page. */
const NARROW = 600;
const WIDE = 1_280;

/**
 * What people do with the page, once through, in a browser that the other tests do not run in: what is drawn, pressed,
 * copied and asked for differs between browsers, what the page says does not.
 */
export async function journey(
  hands: Hands,
  { emulator, site }: { emulator: Control; site: Site },
): Promise<void> {
  const visit = ({ region, deploymentId }: DeploymentHandle, query = "") =>
    hands.visit(`${site.origin}/${region}/${deploymentId}${query}`);
  const reads = (part: Part, text: RegExp) =>
    expect.poll(() => hands.read(part), `${part.name} says`).toMatch(text);
  const sees = (expression: string, value: unknown) =>
    expect.poll(() => hands.see(expression), expression).toEqual(value);
  const focusIs = (name: RegExp) =>
    expect
      .poll(() => hands.see("document.activeElement.ariaLabel ?? document.activeElement.textContent"))
      .toMatch(name);

  await test.step("a deployment runs to its end", async () => {
    const running = await emulator.start("ec2-rolling", { moment: "halfway" });
    await visit(running);
    await reads(STATUS, /In progress/);
    await running.moveTo("done");
    await expect
      .poll(async () => {
        // The keys come with a later part of the page.
        await hands.press("r");
        return hands.read(STATUS);
      })
      .toMatch(/Succeeded/);
    await sees('document.title.includes("Succeeded")', true);
  });

  const failed = await emulator.start("ec2-failing", { moment: "failed" });
  await test.step("a failed target opens with its log and the focus, and gives the focus back", async () => {
    await visit(failed);
    await reads({ role: "region", name: /^Why it failed$/ }, /ValidateService failed/);
    const target: Part = { role: "link", name: /^i-/ };
    await hands.see("document.querySelector(\"a[href*='event=ValidateService']\").focus()");
    await hands.press("Enter");
    await reads(LOG, /Service is not healthy after 5 attempts, giving up/);
    await sees("document.activeElement.matches('[data-opened]')", true);
    await sees(isInSight("[data-log]"), true);
    await hands.press("Escape");
    await reads(LOG, /^$/);
    await focusIs(target.name);
  });

  await test.step("the matrix is walked by keys, with a ring also after a click", async () => {
    await hands.click({ role: "button", name: /^ApplicationStart: succeeded/ });
    await sees("document.activeElement.matches('[data-opened]')", true);
    await hands.press("Escape");
    await sees("document.activeElement.closest('[data-row]').dataset.row", "0");
    await hands.press("ArrowDown");
    await sees("document.activeElement.closest('[data-row]').dataset.row", "1");
    await focusIs(/^ApplicationStart: /);
    await sees("getComputedStyle(document.activeElement).outlineStyle", "solid");
  });

  await test.step("a dialog opens, closes and gives the focus back", async () => {
    await hands.press("?");
    await reads(KEYS, /Refresh now/);
    await hands.press("Escape");
    await reads(KEYS, /^$/);
    await focusIs(/^ApplicationStart: /);
  });

  await test.step("in a narrow window a target opens in a dialog, which gives the focus back too", async () => {
    await hands.resize(NARROW, 800);
    await sees('document.querySelector("[data-target]") !== null', true);
    const dialog: Part = { role: "dialog", name: /^ValidateService on i-/ };
    for (const close of [
      () => hands.press("Escape"),
      () => hands.click({ role: "button", name: /^Close the/ }),
    ]) {
      await hands.see('document.querySelector("[data-target]").focus()');
      await hands.press("Enter");
      await reads(dialog, /Service is not healthy/);
      await close();
      await reads(dialog, /^$/);
      await sees('document.activeElement === document.querySelector("[data-target]")', true);
    }
  });

  await test.step("a log is copied as it came, and pasted text is shown in its lines", async () => {
    await hands.see('document.querySelector("[data-target]").focus()');
    await hands.press("Enter");
    await hands.click({ role: "button", name: /^Copy log$/ });
    await reads({ role: "button", name: /^Copied$/ }, /Copied/);
    await hands.resize(WIDE, 800);
    await hands.visit(site.origin);
    await sees("document.activeElement.tagName", "TEXTAREA");
    await hands.press("Control+v");
    await sees('document.querySelector("textarea").value.includes("giving up")', true);
    await sees('document.querySelector("textarea").clientHeight > 100', true);
  });

  await test.step("the wall shows it from across the room, and Escape leaves it", async () => {
    await visit(failed, "?view=wall");
    await expect.poll(() => hands.see("document.querySelector('main')?.innerText ?? ''")).toMatch(/Failed/);
    await hands.press("Escape");
    await reads(STATUS, /Failed/);
  });

  await test.step("where people sign in, the deployment is there afterwards", async () => {
    await createSignInSite({ site, configs: emulator, aws: emulator });
    await visit(failed);
    await sees("document.querySelectorAll('input[type=password]').length", 1);
    await hands.click({ role: "textbox", name: /^Email/ });
    await hands.type(ADA.username);
    await hands.click({ role: "textbox", name: /^Password/ });
    await hands.type(ADA.password);
    await hands.press("Enter");
    await reads(STATUS, /Failed/);
  });
}

function isInSight(selector: string): string {
  return `(({top, bottom}) => top >= 0 && bottom <= innerHeight + 1)(document.querySelector(${JSON.stringify(selector)}).getBoundingClientRect())`;
}
