import type { ReactNode } from "react";
import { TimeZoneProvider } from "../../ui/clock.ts";
import { AccountFooter, AccountMenu } from "../account/AccountMenu.tsx";
import { Link } from "./Link.tsx";
import { useAddress } from "../../app/navigation.ts";
import { ThemeSwitch } from "./ThemeSwitch.tsx";
import { TimeZoneSwitch } from "./TimeZoneSwitch.tsx";

interface PageFrameProps {
  /** What the page is about. Where it is left out, the first heading stands in the page itself. */
  title?: ReactNode;
  /** The page's own controls, beside those that every page has. */
  controls?: ReactNode;
  children: ReactNode;
}

/** What stands around every page. The header stays in sight where there is room for it in one line. */
export function PageFrame({ title, controls, children }: PageFrameProps) {
  const { view } = useAddress();
  return (
    <TimeZoneProvider value={view.timeZone}>
      <a
        href="#main"
        className="sr-only rounded-md border border-edge bg-page px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-20"
      >
        Skip to the content
      </a>
      <header className="z-10 border-b border-line bg-page [@media(min-width:80rem)_and_(min-height:30rem)]:sticky [@media(min-width:80rem)_and_(min-height:30rem)]:top-0">
        <div className="mx-auto flex min-h-12 max-w-6xl flex-wrap items-center gap-x-4 gap-y-1 px-4 py-1.5">
          <Link
            to={{ page: "home", view }}
            className="inline-flex min-h-6 items-center gap-2 font-semibold no-underline"
          >
            <Mark />
            Deploywatch
          </Link>
          {title !== undefined && (
            <div className="min-w-0 max-xl:order-1 max-xl:basis-full xl:flex-1">{title}</div>
          )}
          {controls !== undefined && <div className="max-xl:order-1 max-sm:basis-full">{controls}</div>}
          <div className="ml-auto flex items-center gap-2">
            <AccountMenu hasRoom={title === undefined} />
            <TimeZoneSwitch />
            <ThemeSwitch />
          </div>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto max-w-6xl px-4 py-4 outline-none">
        {children}
      </main>
      <AccountFooter />
    </TimeZoneProvider>
  );
}

function Mark() {
  return (
    <svg aria-hidden viewBox="0 0 16 16" width={16} height={16} fill="none" stroke="currentColor">
      <path d="M1.5 3h13M1.5 8h9M1.5 13h5" strokeWidth={2.5} strokeLinecap="round" />
    </svg>
  );
}
