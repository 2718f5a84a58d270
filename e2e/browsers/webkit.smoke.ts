import { findWebKit } from "../../tools/browser/other-browsers.ts";
import { test } from "../fixtures.ts";
import { journey } from "./journey.ts";
import { openWebKit } from "./webdriver.ts";

test("WebKit: what people do with the page, once through", async ({ emulator, site }) => {
  const found = findWebKit();
  if (!found) throw new Error("There is no WebKit on this machine any more.");
  const webkit = await openWebKit(found);
  try {
    await journey(webkit, { emulator, site });
  } finally {
    await webkit.close();
  }
});
