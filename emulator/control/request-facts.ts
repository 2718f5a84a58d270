import * as v from "valibot";

/** What a request is about, as far as it says so: the key for faults and for the request log. */
export const requestFactsSchema = v.strictObject({
  deploymentId: v.exactOptional(v.string()),
  operation: v.exactOptional(v.string()),
  identityPoolId: v.exactOptional(v.string()),
  roleArn: v.exactOptional(v.string()),
  origin: v.exactOptional(v.string()),
});

export type RequestFacts = v.InferOutput<typeof requestFactsSchema>;

/** Does a request fit every fact that is asked for? */
export function fits(facts: RequestFacts, wanted: RequestFacts): boolean {
  return (
    (wanted.deploymentId ?? facts.deploymentId) === facts.deploymentId &&
    (wanted.operation ?? facts.operation) === facts.operation &&
    (wanted.identityPoolId ?? facts.identityPoolId) === facts.identityPoolId &&
    (wanted.roleArn ?? facts.roleArn) === facts.roleArn &&
    (wanted.origin ?? facts.origin) === facts.origin
  );
}
