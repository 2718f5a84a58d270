import type { ReactNode } from "react";

interface ComparedTableProps {
  /** What a screen reader calls it. */
  name: string;
  /** What the rows are of. */
  of: string;
  /** The heading of a fourth column, where there is one. */
  last?: string;
  children: ReactNode;
}

/** A table with a column for the earlier deployment and one for the later. On a phone names break rather than widen it. */
export function ComparedTable({ name, of, last, children }: ComparedTableProps) {
  return (
    <table aria-label={name} className="w-full table-fixed text-left wrap-anywhere max-sm:text-xs">
      <thead>
        <tr className="align-bottom text-muted">
          <th scope="col" className="w-1/3 pr-3 font-normal">
            {of}
          </th>
          <th scope="col" className="pr-3 font-normal">
            Earlier
          </th>
          <th scope="col" className="pr-3 font-normal">
            Later
          </th>
          {last !== undefined && (
            <th scope="col" className="font-normal">
              {last}
            </th>
          )}
        </tr>
      </thead>
      <tbody className="align-top [&>tr>*]:py-1 [&>tr>*]:pr-3">{children}</tbody>
    </table>
  );
}

/** A row of it. */
export function ComparedRow({ name, children }: { name: ReactNode; children: ReactNode }) {
  return (
    <tr className="border-t border-line">
      <th scope="row" className="font-normal text-muted">
        {name}
      </th>
      {children}
    </tr>
  );
}
