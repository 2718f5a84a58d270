import { queryOptions, useQuery } from "@tanstack/react-query";
import type { CallerIdentity } from "../aws-names/caller-identity.ts";
import type { AppError } from "../errors/app-error.ts";

/** Asks AWS for whom it takes the page. */
type Identify = (signal: AbortSignal) => Promise<CallerIdentity>;

/** With which account and role the page reads; one answer serves for a visit of the page. */
function callerIdentityOptions(identify: Identify) {
  return queryOptions<CallerIdentity, AppError>({
    queryKey: ["caller-identity"],
    queryFn: ({ signal }) => identify(signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}

/** Whom AWS takes the page for; asked once, when somebody wants to know. */
export function useCallerIdentity(identify: Identify) {
  return useQuery(callerIdentityOptions(identify));
}
