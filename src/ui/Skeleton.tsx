/** The place of text that is on its way, in its final size, so that nothing jumps when it comes. */
export function Skeleton({ className }: { className: string }) {
  return <span aria-hidden className={`block animate-pulse rounded bg-hover ${className}`} />;
}
