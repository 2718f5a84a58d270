import { createContext, useContext } from "react";
import type { Aws } from "../aws/aws.ts";
import type { Deployments } from "./deployments.ts";

const DeploymentsContext = createContext<Deployments | null>(null);

export const DeploymentsProvider = DeploymentsContext.Provider;

/** The deployments of the nearest provider; throws where there is none, which is a fault of the composition. */
export function useDeployments(): Deployments {
  const deployments = useContext(DeploymentsContext);
  if (!deployments) throw new Error("DeploymentsProvider is missing.");
  return deployments;
}

/** The AWS services of the nearest provider, for what is asked once and not polled; throws as {@link useDeployments}. */
export function useAws(): Aws {
  return useDeployments().aws;
}
