import type { AppError } from "../../errors/app-error.ts";
import { listErrorWords } from "../../errors/list-error-words.ts";
import type { Wanted } from "./LoadFailure.tsx";
import { LoadFailure } from "./LoadFailure.tsx";
import { MissingPolicy } from "./MissingPolicy.tsx";

interface ListFaultProps {
  error: AppError;
  region: string;
  /** What was asked for in the Region. */
  wanted: Wanted;
  retry: () => unknown;
  /** When the next try is due (epoch milliseconds); absent when none is. */
  nextTryAtMs: number | undefined;
}

/** In place of a list that could not be read even once. */
export function ListFault({ error, region, wanted, ...tries }: ListFaultProps) {
  return (
    <LoadFailure
      {...tries}
      error={error}
      words={listErrorWords(error)}
      wanted={[...wanted, ["Region", region]]}
      remedy={error.kind === "access-denied" && <MissingPolicy error={error} region={region} />}
    />
  );
}
