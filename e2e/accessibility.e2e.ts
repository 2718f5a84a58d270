import { expectAccessibleInBothThemes } from "./accessibility.ts";
import { expect, test } from "./fixtures.ts";

/** Text that is `dark` in the dark theme and `light` in the light one, where colours fade for longer than a test lasts. */
const pageOf = (dark: string, light: string) => `<!doctype html>
  <html lang="en"><title>Colours</title><meta name="color-scheme" content="light dark">
  <style>
    * { transition: color 600s, background-color 600s }
    body { background: light-dark(white, black) }
    main { color: light-dark(${light}, ${dark}) }
  </style>
  <main><h1>Text that <b>inherits <i>its colour</i></b></h1></main>`;

test("text that is hard to read is found in the theme in which it is, though colours fade", async ({
  page,
}) => {
  await page.setContent(pageOf("oklch(90% 0 0)", "oklch(30% 0 0)"));
  await expectAccessibleInBothThemes(page);
  await page.setContent(pageOf("oklch(30% 0 0)", "oklch(30% 0 0)"));
  await expect(expectAccessibleInBothThemes(page)).rejects.toThrow(/dark theme[^]*color-contrast/);
  await page.setContent(pageOf("oklch(90% 0 0)", "oklch(90% 0 0)"));
  await expect(expectAccessibleInBothThemes(page)).rejects.toThrow(/light theme[^]*color-contrast/);
});
