import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { LucideProps } from "lucide-react";
import type { ComponentType } from "react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { IconData } from "./plain-icon.ts";
import { createLucideIcon } from "./plain-icon.ts";

test("an icon is the same", async () => {
  const folder = dirname(
    createRequire(import.meta.url).resolve("lucide-react/dist/esm/createLucideIcon.mjs"),
  );
  for (const file of ["sun", "circle-dashed", "circle-question-mark", "triangle-exclamation-point", "x"]) {
    const { default: real, __iconData: data }: { default: ComponentType<LucideProps>; __iconData: IconData } =
      await import(join(folder, "icons", `${file}.mjs`));
    const plain = createLucideIcon(data);
    for (const props of [{}, { size: 16, className: "shrink-0 text-muted" }, { size: 14, role: "img" }]) {
      const rendered = [real, plain].map((icon) =>
        renderToStaticMarkup(createElement(icon, { "aria-hidden": true, ...props })),
      );
      expect(attributesOf(rendered[1])).toEqual(attributesOf(rendered[0]));
    }
  }
});

/** Markup in which the order of an element's attributes plays no part. */
function attributesOf(markup = ""): string[][] {
  return markup
    .split(">")
    .map((tag) => [...tag.matchAll(/<?\/?[\w-]+(?:="[^"]*")?/g)].map(String).toSorted());
}
