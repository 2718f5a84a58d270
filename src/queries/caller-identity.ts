import { useQuery } from "@tanstack/react-query";
import type { AppError } from "../errors/app-error.ts";
import type { CallerIdentity } from "../aws-names/caller-identity.ts";

/**
 * Whom AWS takes the page for; asked once, when somebody wants to know.
 *
 * @param identify asks AWS
 */
export function useCallerIdentity(identify: (signal: AbortSignal) => Promise<CallerIdentity>) {
  return useQuery<CallerIdentity, AppError>({
    queryKey: ["caller-identity"],
    queryFn: ({ signal }) => identify(signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
}
