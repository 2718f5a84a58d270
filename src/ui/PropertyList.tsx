import type { ReactNode } from "react";

/** Name and value pairs: two columns where there is room, one below the other where there is not, as on a phone. */
export function PropertyList({ children }: { children: ReactNode }) {
  return (
    <div className="@container has-[>:empty]:hidden">
      <dl className="grid gap-x-6 gap-y-3 @min-[20.5rem]:grid-cols-[max-content_minmax(0,1fr)] @min-[20.5rem]:gap-y-2">
        {children}
      </dl>
    </div>
  );
}

interface PropertyProps {
  name: ReactNode;
  /** One sentence under the value, in plain words. */
  hint?: ReactNode;
  children: ReactNode;
}

/** One pair of a {@link PropertyList}. */
export function Property({ name, hint, children }: PropertyProps) {
  return (
    <div className="@min-[20.5rem]:col-span-2 @min-[20.5rem]:grid @min-[20.5rem]:grid-cols-subgrid">
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0">
        {children}
        {hint !== undefined && <p className="text-muted">{hint}</p>}
      </dd>
    </div>
  );
}
