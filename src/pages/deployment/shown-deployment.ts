import { createContext, useContext } from "react";
import type { Deployment, DeploymentAnswer, DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { Transition } from "../../codedeploy/deployment/transitions.ts";

/** What the cards of a deployment show. The object stays the same as long as the answer does. */
export interface ShownDeployment extends DeploymentRef {
  /** The last good answer, and its deployment. */
  answer: DeploymentAnswer;
  deployment: Deployment;
  /** The changes of status that this tab has seen, oldest first. */
  transitions: readonly Transition[];
  /** Whether this site lets people act on deployments whose role allows it. */
  hasActions: boolean;
}

const ShownDeploymentContext = createContext<ShownDeployment | null>(null);

export const ShownDeploymentProvider = ShownDeploymentContext.Provider;

/** The deployment that the page shows, for a card. Throws outside of the page's cards. */
export function useShownDeployment(): ShownDeployment {
  const shown = useContext(ShownDeploymentContext);
  if (!shown) throw new Error("ShownDeploymentProvider is missing.");
  return shown;
}

const PausedContext = createContext(false);

/** Apart from the deployment, so that to pause renders only what depends on it. */
export const PausedProvider = PausedContext.Provider;

/** Whether the reader has paused refreshing. */
export function usePaused(): boolean {
  return useContext(PausedContext);
}
