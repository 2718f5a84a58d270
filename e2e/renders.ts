import type { Page } from "@playwright/test";

/** What React has rendered in a stretch of time. */
export interface Renders {
  /** How often React has changed the page: once a second while clocks run, for all of them together. */
  readonly commits: number;
  /** Ids of the targets whose cells were rendered: the row header among them. */
  readonly rows: readonly string[];
  /** How many of the page's parts are clocks: small, and of another text at least once in this time. */
  readonly clocks: number;
  /** All other parts that were rendered, each as its tag and the beginning of its text. */
  readonly others: readonly string[];
}

declare global {
  interface Window {
    renders: { begin(): void; end(): Renders };
  }
}

/** A part with more elements than this is no clock, whatever its text does. */
const MAX_CLOCK_ELEMENTS = 12;

/** What the name begins with under which React keeps the properties of an element on it. */
const PROPERTIES_PREFIX = "__reactProps$";

/**
 * Prepares {@link beginRenders} and {@link endRenders}, from the next navigation on. Works in a production build:
 * React tells its developer tools of each commit, and gives an element that was rendered a new properties object,
 * even where nothing about the element has changed.
 */
export async function noteRenders(page: Page): Promise<void> {
  await page.addInitScript(
    ({ maxClockElements, propertiesPrefix }) => {
      let commits = 0;
      let before = new Map<Element, unknown>();
      let textChanged = new Set<Node>();
      function noteChanges(changes: readonly MutationRecord[]): void {
        for (const { type, target, addedNodes } of changes)
          if (type === "characterData" || [...addedNodes].some((node) => node instanceof Text))
            textChanged.add(target);
      }
      const observer = new MutationObserver(noteChanges);

      function propertiesOf(element: Element): unknown {
        const name = Object.keys(element).find((key) => key.startsWith(propertiesPrefix));
        return name === undefined ? undefined : Reflect.get(element, name);
      }
      const allElements = () =>
        new Map([...document.querySelectorAll("body *")].map((element) => [element, propertiesOf(element)]));
      const isClock = (part: Element) =>
        part.querySelectorAll("*").length < maxClockElements &&
        [...textChanged].some((node) => part.contains(node));

      Object.assign(window, {
        __REACT_DEVTOOLS_GLOBAL_HOOK__: {
          supportsFiber: true,
          inject: () => 1,
          onCommitFiberRoot: () => commits++,
          onPostCommitFiberRoot: () => {},
          onCommitFiberUnmount: () => {},
        },
        renders: {
          begin: () => {
            commits = 0;
            textChanged = new Set();
            before = allElements();
            observer.observe(document, { childList: true, characterData: true, subtree: true });
          },
          end: (): Renders => {
            noteChanges(observer.takeRecords());
            observer.disconnect();
            const rendered = new Set<Element>();
            for (const [element, properties] of allElements())
              if (!before.has(element) || before.get(element) !== properties) rendered.add(element);
            // A part: what was rendered together, without what is around it.
            const parts = [...rendered].filter(
              ({ parentElement }) => parentElement === null || !rendered.has(parentElement),
            );
            const rowHeaders = [...rendered].filter((element) => element.matches("[role=grid] tbody th"));
            return {
              commits,
              rows: rowHeaders.map((header) => header.querySelector("bdi")?.textContent ?? ""),
              clocks: parts.filter(isClock).length,
              others: parts
                .filter((part) => !isClock(part))
                .map((part) => `${part.tagName} ${part.textContent.slice(0, 60)}`),
            };
          },
        },
      });
    },
    { maxClockElements: MAX_CLOCK_ELEMENTS, propertiesPrefix: PROPERTIES_PREFIX },
  );
}

/** Counts from now on. */
export async function beginRenders(page: Page): Promise<void> {
  await page.evaluate(() => window.renders.begin());
}

/** What was rendered since {@link beginRenders}. */
export function endRenders(page: Page): Promise<Renders> {
  return page.evaluate(() => window.renders.end());
}
