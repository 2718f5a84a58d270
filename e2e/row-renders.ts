import type { Page } from "@playwright/test";

declare global {
  interface Window {
    /** The ids of the targets whose cells React has rendered, in order, once for each time. */
    renderedRows: string[];
  }
}

/**
 * Notes, from the next navigation on, which rows of the matrix React renders: the way its developer tools learn of
 * it, which a production build tells too. A row that was skipped because nothing about it had changed is not noted.
 */
export async function noteRowRenders(page: Page): Promise<void> {
  await page.addInitScript(() => {
    interface Fiber {
      readonly alternate: Fiber | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
      readonly flags: number;
      readonly memoizedProps: Readonly<Record<string, unknown>> | null;
      readonly type: unknown;
    }
    const PERFORMED_WORK = 1;
    const isCells = ({ type, memoizedProps }: Fiber) =>
      typeof type === "function" &&
      memoizedProps !== null &&
      "entry" in memoizedProps &&
      "columns" in memoizedProps;
    function visit(fiber: Fiber): void {
      const before = fiber.alternate;
      if (isCells(fiber) && (before === null || (fiber.flags & PERFORMED_WORK) !== 0)) {
        window.renderedRows.push(String(fiber.memoizedProps?.["id"]));
      }
      // Children that are the same objects as before were not looked at by React.
      if (before !== null && before.child === fiber.child) return;
      for (let child = fiber.child; child; child = child.sibling) visit(child);
    }
    window.renderedRows = [];
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => visit(root.current),
        onPostCommitFiberRoot: () => {},
        onCommitFiberUnmount: () => {},
      },
    });
  });
}

/** What each drawn row says, by target id: its cells as assistive technology reads them, and where Tab leads. */
export function rowTexts(page: Page): Promise<Record<string, string>> {
  return page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("[role=grid] tbody tr[data-row]")].map((row) => [
        row.querySelector("bdi")?.textContent ?? "",
        [...row.querySelectorAll("button")]
          .map((cell) => `${cell.getAttribute("aria-label") ?? cell.textContent} ${cell.tabIndex}`)
          .join("|"),
      ]),
    ),
  );
}
