import type { ComponentType, ReactNode } from "react";
import { lazy, Suspense } from "react";
import type { laterPart as original } from "../../src/ui/later-part.tsx";

/**
 * In place of `src/ui/later-part.tsx` where a page is rendered as text, which React does once, and marks what has not been loaded or
 * threw: see `shown-text.ts`. It knows both of `lazy` alone.
 */
export const laterPart: typeof original = partAsText;

function partAsText<Props extends object>(
  _what: string,
  load: () => Promise<ComponentType<Props>>,
  { fallback = null }: { fallback?: ReactNode | ((props: Props) => ReactNode) } = {},
) {
  const Part = lazy(async () => ({ default: await load() }));
  const LaterPart = (props: Props) => (
    <Suspense fallback={typeof fallback === "function" ? fallback(props) : fallback}>
      <Part {...props} />
    </Suspense>
  );
  return Object.assign(LaterPart, { loaded: async () => void (await load()), useIsThere: () => true });
}
