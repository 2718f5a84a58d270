import type { AppError } from "../../errors/app-error.ts";
import { readPolicy } from "../../errors/read-policy.ts";
import { listErrorWords } from "../../errors/list-error-words.ts";
import { Notice } from "../../ui/Notice.tsx";
import { MissingPolicy } from "./MissingPolicy.tsx";

interface PartFaultProps {
  /** What is missing, without a full stop. */
  title: string;
  error: AppError | undefined;
  region: string;
}

/** In place of a part of a page that AWS did not answer: the rest of the page stays. */
export function PartFault({ title, error, region }: PartFaultProps) {
  if (!error) return null;
  const { meaning, steps } = listErrorWords(error);
  return (
    <Notice tone="neutral" title={title}>
      <p>{meaning}</p>
      {error.kind === "access-denied" &&
        (readPolicy(error, region) === undefined ? (
          <p>{steps[0]}</p>
        ) : (
          <details className="mt-1">
            <summary className="inline-flex min-h-6 items-center">How to allow it</summary>
            <MissingPolicy error={error} region={region} />
          </details>
        ))}
    </Notice>
  );
}
