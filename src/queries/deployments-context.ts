import { createContext, useContext } from "react";
import type { Deployments } from "./deployments.ts";

const DeploymentsContext = createContext<Deployments | null>(null);

export const DeploymentsProvider = DeploymentsContext.Provider;

/** The deployments of the nearest provider; throws where there is none, which is a fault of the composition. */
export function useDeployments(): Deployments {
  const deployments = useContext(DeploymentsContext);
  if (!deployments) throw new Error("DeploymentsProvider is missing.");
  return deployments;
}
