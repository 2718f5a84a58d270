import type { ReactNode } from "react";
import { visibleText } from "../../format/text.ts";
import { WholeName } from "../../ui/WholeName.tsx";

interface PlaceHeadingProps {
  /** The way here, above the name. */
  way: ReactNode;
  name: string;
  region: string;
}

/** The heading of a page about an application or a group: where it lies, and its name, whole however long it is. */
export function PlaceHeading({ way, name, region }: PlaceHeadingProps) {
  return (
    <div className="min-w-0 flex-1">
      <nav
        aria-label="Where this is"
        className="text-xs text-muted [&_a]:inline-flex [&_a]:min-h-6 [&_a]:items-center"
      >
        {way}
      </nav>
      <div className="flex flex-wrap items-center gap-x-4">
        <h1 className="min-w-0 text-lg leading-7 font-semibold sm:text-xl">
          <WholeName text={name} />
        </h1>
        <bdi className="text-muted">{visibleText(region)}</bdi>
      </div>
    </div>
  );
}
