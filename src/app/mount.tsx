import type { ReactNode } from "react";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { ErrorBoundary } from "../ui/ErrorBoundary.tsx";

/** What React shows in place of what `index.html` did. */
export interface Mounted {
  /** Puts the page, once it can be shown, in place of what stood there before. */
  show: (page: ReactNode) => void;
  /** Says that no page can be shown. */
  fail: (words: string) => void;
}

/** Makes the root, in which stands what `index.html` shows until a page is there. */
export async function mount(): Promise<Mounted> {
  // The entry script does not wait for the rest of index.html, whose last script shows the first paint.
  if (document.readyState === "loading") {
    await new Promise((resolve) => document.addEventListener("DOMContentLoaded", resolve, { once: true }));
  }
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
