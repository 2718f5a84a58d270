import { Skeleton } from "../../ui/Card.tsx";

/** The two columns of cards below the status. */
export const COLUMNS =
  "grid items-start gap-3 min-[75rem]:grid-cols-[minmax(0,1fr)_23rem] min-[110rem]:grid-cols-[minmax(0,1fr)_28rem]";

/** The page before its first answer, in the final layout. */
export function DeploymentSkeleton() {
  return (
    <div className="space-y-3" aria-busy>
      <p className="sr-only">Loading the deployment…</p>
      <div className="space-y-3 rounded-lg border border-l-8 border-line px-4 py-3 sm:px-5">
        <div className="flex justify-between gap-8">
          <div className="flex-1 space-y-2">
            <Skeleton className="h-8 w-44" />
            <Skeleton className="h-4 max-w-md" />
          </div>
          <Skeleton className="h-10 w-28" />
        </div>
        <Skeleton className="h-3 w-full" />
        <Skeleton className="h-4 w-3/4" />
        <Skeleton className="h-4 w-1/2" />
      </div>
      <div className={COLUMNS}>
        {[0, 1].map((card) => (
          <div key={card} className="space-y-3 rounded-lg border border-line px-4 py-3">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-4 max-w-xl" />
            <Skeleton className="h-4 max-w-lg" />
          </div>
        ))}
      </div>
    </div>
  );
}
