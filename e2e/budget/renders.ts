import type { Page } from "@playwright/test";

declare global {
  interface Window {
    rendered: {
      /** The ids of the targets whose cells React has rendered, in order, once for each time. */
      rows: string[];
      /** How often it has changed the page: once a second while clocks run, for all of them together. */
      commits: number;
      /** How many clocks it has: small parts that look at the time themselves. */
      clocks: number;
      /** By their properties, all other parts: names of components are not in a production build. */
      others: string[];
    };
  }
}

/** A part with more elements than this that looks at the time is no clock, it is a page that renders each second. */
const MAX_CLOCK_ELEMENTS = 12;

/**
 * Notes, from the next navigation on, what React renders: the way its developer tools learn of it, which a production
 * build tells too. What was skipped because nothing about it had changed is not noted.
 */
export async function noteRenders(page: Page): Promise<void> {
  await page.addInitScript((maxClockElements) => {
    interface Hook {
      readonly memoizedState: unknown;
      readonly queue?: object | null;
      readonly next: Hook | null;
    }
    interface Fiber {
      readonly alternate: Fiber | null;
      readonly child: Fiber | null;
      readonly sibling: Fiber | null;
      readonly flags: number;
      readonly memoizedProps: Readonly<Record<string, unknown>> | null;
      readonly memoizedState: Hook | null;
      readonly type: unknown;
    }
    const PERFORMED_WORK = 1;
    const EARLIEST_TIME_MS = 1e12;
    const hasRendered = ({ type, alternate, flags }: Fiber) =>
      typeof type === "function" && (alternate === null || (flags & PERFORMED_WORK) !== 0);
    function childrenOf({ child }: Fiber): Fiber[] {
      const children = [];
      for (let next = child; next; next = next.sibling) children.push(next);
      return children;
    }
    function elementsOf(fiber: Fiber): number {
      return childrenOf(fiber).reduce(
        (sum, child) => sum + elementsOf(child),
        typeof fiber.type === "string" ? 1 : 0,
      );
    }
    /** Whether one of its hooks reads the time from a store. */
    function isClock(fiber: Fiber): boolean {
      for (let hook = fiber.memoizedState; hook; hook = hook.next) {
        const { memoizedState: value, queue } = hook;
        const isTime = typeof value === "number" && value > EARLIEST_TIME_MS;
        if (isTime && queue && "getSnapshot" in queue) return elementsOf(fiber) <= maxClockElements;
      }
      return false;
    }
    function visit(fiber: Fiber, isInClock: boolean): void {
      const before = fiber.alternate;
      const isItsOwn = typeof fiber.type === "function" && isClock(fiber);
      if (hasRendered(fiber)) {
        const props = fiber.memoizedProps ?? {};
        if ("entry" in props && "columns" in props) window.rendered.rows.push(String(props["id"]));
        if (isItsOwn) window.rendered.clocks += 1;
        else if (!isInClock) window.rendered.others.push(Object.keys(props).join(" "));
      }
      // Children that are the same objects as before were not looked at by React.
      if (before !== null && before.child === fiber.child) return;
      for (const child of childrenOf(fiber)) visit(child, isInClock || isItsOwn);
    }
    window.rendered = { rows: [], commits: 0, clocks: 0, others: [] };
    Object.assign(window, {
      __REACT_DEVTOOLS_GLOBAL_HOOK__: {
        supportsFiber: true,
        inject: () => 1,
        onCommitFiberRoot: (_id: number, root: { readonly current: Fiber }) => {
          window.rendered.commits += 1;
          visit(root.current, false);
        },
        onPostCommitFiberRoot: () => {},
        onCommitFiberUnmount: () => {},
      },
    });
  }, MAX_CLOCK_ELEMENTS);
}
