import { renderToStaticMarkup } from "react-dom/server";
import type { FirstPage } from "../../src/app/FirstPaint.tsx";
import { FirstPaint } from "../../src/app/FirstPaint.tsx";

/** What `public/first-paint.js` puts the address's own in place of. */
const PAGES: readonly FirstPage[] = [
  { page: "deployment", region: "{region}", deploymentId: "{deploymentId}" },
  { page: "wall" },
  { page: "other" },
];

/** What index.html shows before any script of the app is there: a template for each kind of page. */
export function firstPaintTemplates(): string {
  return PAGES.map(
    (first) =>
      `<template id="first-${first.page}">${renderToStaticMarkup(<FirstPaint first={first} view={{ timeZone: "local" }} />)}</template>`,
  ).join("\n    ");
}
