import type { ReactNode } from "react";
import type { ViewState } from "../../app/address.ts";
import { Link } from "./Link.tsx";

interface FrameProps {
  /** What the link home keeps. */
  view: ViewState;
  /** The page's heading, where it stands above the page rather than in it. Who is there stands beside it. */
  heading?: ReactNode;
  /** How fresh the page is and what acts on it, in the header. */
  controls?: ReactNode;
  /** Who is there. */
  account: ReactNode;
  /** The menu for the view. */
  menu: ReactNode;
  children: ReactNode;
}

/** What stands around every page, as it is before anything is known, too. The header stays in sight where there is room for it in one line. */
export function Frame({ view, heading, controls, account, menu, children }: FrameProps) {
  return (
    <>
      <a
        href="#main"
        className="sr-only rounded-md border border-edge bg-page px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20"
      >
        Skip to the content
      </a>
      <header className="z-10 border-b border-line bg-page [@media(min-height:30rem)]:sticky [@media(min-height:30rem)]:top-0">
        <div className="mx-auto flex min-h-12 max-w-480 items-center gap-x-3 px-4 py-1.5 sm:gap-x-5 lg:px-6">
          <Link
            to={{ page: "home", view }}
            className="inline-flex min-h-8 shrink-0 items-center gap-2 font-semibold no-underline"
          >
            <Mark />
            <span className={controls === undefined ? undefined : "max-sm:sr-only"}>Deploywatch</span>
          </Link>
          <div className="flex min-w-0 flex-1 items-center justify-end gap-1">
            {controls}
            {heading === undefined && account}
            {menu}
          </div>
        </div>
      </header>
      {/* At least as high as the window: what stands below does not move when the page fills. */}
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto min-h-[calc(100vh-3rem)] max-w-480 px-4 py-3 outline-none lg:px-6"
      >
        {heading !== undefined && (
          <div className="mb-2 flex items-end justify-between gap-x-6 sm:items-center">
            {heading}
            {account}
          </div>
        )}
        {children}
      </main>
    </>
  );
}

function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 16 16" width={16} height={16} fill="none" stroke="currentColor">
      <path d="M1.5 3h13M1.5 8h9M1.5 13h5" strokeWidth={2.5} strokeLinecap="round" />
    </svg>
  );
}

/** The place of the menu for the view. */
export function MenuPlace() {
  return <span className="control inline-block min-w-9 sm:w-18" />;
}
