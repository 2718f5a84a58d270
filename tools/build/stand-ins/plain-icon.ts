import type { LucideProps } from "lucide-react";
import type { ComponentType } from "react";
import { createElement } from "react";

/** An icon as lucide's own files have it. */
export interface IconData {
  readonly name: string;
  readonly size: number;
  readonly node: readonly (readonly [string, Readonly<Record<string, string>>])[];
  readonly aliases?: readonly string[];
}

/**
 * In place of lucide's maker of icons: size and class are all that the app sets, and it hides each icon from
 * assistive technology itself, since a word stands beside it.
 */
export function createLucideIcon({
  name,
  size: box,
  node,
  aliases = [],
}: IconData): ComponentType<LucideProps> {
  const named = ["lucide", ...[name, ...aliases].map((each) => `lucide-${each}`)].join(" ");
  const paths = node.map(([tag, attributes]) => createElement(tag, attributes));
  return ({ size = 24, className, ...rest }) =>
    createElement(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        width: size,
        height: size,
        viewBox: `0 0 ${box} ${box}`,
        fill: "none",
        stroke: "currentColor",
        strokeWidth: 2,
        strokeLinecap: "round",
        strokeLinejoin: "round",
        className: className ? `${named} ${className}` : named,
        ...rest,
      },
      paths,
    );
}
