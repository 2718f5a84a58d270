import type { ReactNode } from "react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";
import { FirstPaint, firstPageOf } from "./FirstPaint.tsx";
import type { Address } from "./address.ts";

/** What React shows in place of what `index.html` did. */
interface Mounted {
  /** Puts the page, once it can be shown, in place of what stood there before. */
  show: (page: ReactNode) => void;
  /** Says that no page can be shown. */
  fail: (words: string) => void;
}

/** Takes over what `index.html` shows at this address, until the page is there. */
export function mount(address: Address): Mounted {
  const root = document.getElementById("root");
  if (!root) throw new Error("index.html has no element with the id root.");
  document.getElementById("not-started")?.remove();
  const app = createRoot(root);
  const show = (page: ReactNode) =>
    app.render(
      <StrictMode>
        <ErrorBoundary what="This page">{page}</ErrorBoundary>
      </StrictMode>,
    );
  show(<FirstPaint first={firstPageOf(address)} view={address.view} />);
  return {
    show,
    fail: (words) =>
      show(
        <p role="alert" className="p-4">
          {words}
        </p>,
      ),
  };
}
