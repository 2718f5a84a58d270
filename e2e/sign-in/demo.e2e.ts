import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { expect, test } from "@playwright/test";
import { ADA, BO, signInAs } from "./sign-in-site.ts";

// What `npm start -- --sign-in` runs after the build.

test("the demo with sign-in lets both people in, and nobody else", async ({ browser }) => {
  const args = ["tools/build/run.js", "emulator/demo/start.ts", "--sign-in", "--port", "0"];
  const demo = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  try {
    const origin = await addressIn(demo.stdout);
    const config = await (await fetch(`${origin}/config.json`)).json();
    expect(config).toMatchObject({ signIn: { clientId: "4deploywatchdemo" } });
    expect(config).not.toHaveProperty("guest");
    for (const who of [ADA, BO]) {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${origin}/us-east-1/d-ROLL00001`);
      await signInAs(page, who);
      await expect(page.getByRole("region", { name: "Status" })).toContainText("In progress");
      await expect(page.getByRole("button", { name: who.username })).toBeVisible();
      await context.close();
    }
  } finally {
    demo.kill();
  }
});

/** The app's address, as the demo prints it, colours left out. */
async function addressIn(output: NodeJS.ReadableStream): Promise<string> {
  for await (const line of createInterface(output)) {
    const plain = line.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, "g"), "");
    const address = /Local:\s+(http:\/\/localhost:\d+)/.exec(plain)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("The demo did not start.");
}
