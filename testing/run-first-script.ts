import { readFileSync } from "node:fs";

/** Jsdom's own window has no `fetch`. Here it asks nobody. */
const ASK_NOBODY = "window.fetch = () => new Promise(() => {});";
/** Files of tests share their window, in which an element is defined for good. */
const DEFINE_ONCE = 'if (customElements.get("first-paint")) customElements.define = () => {};';

/** Runs `public/first-paint.js` in the page of a test. */
export function runFirstScript(): void {
  document.head.innerHTML = '<link rel="preload" href="/config.json" />';
  const script = document.createElement("script");
  script.textContent = ASK_NOBODY + DEFINE_ONCE + readFileSync("public/first-paint.js", "utf8");
  document.head.append(script);
}
