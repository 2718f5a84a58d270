import type { ReactNode } from "react";
import { createContext, useContext } from "react";
import { hasTellingConfig } from "../../codedeploy/settings/deployment-config.ts";
import { hasFirstDetails } from "../../codedeploy/targets/target-list.ts";
import { useDeploymentConfig } from "../../queries/deployment-config.ts";
import { useTargetList } from "../../queries/targets.tsx";
import { PATIENCE_MS, useOnce } from "../../ui/use-once.ts";
import { useShownDeployment } from "./shown-deployment.ts";

/** How long to wait at most (milliseconds): on a slow network, to have something is worth more than that nothing moves. */
export const PatienceContext = createContext(10_000);

const SettledContext = createContext(false);

/**
 * Whether the first answers about the targets and the configuration, and of other services, and the cards that stand first are there,
 * or known not to come, or have been waited for long enough. What stands below a part that they fill is rendered from then on, so that
 * it does not move. Stays true once it was, and becomes so for all parts of the page together.
 */
export function useSettled(): boolean {
  return useContext(SettledContext);
}

interface SettledProviderProps {
  /** Whether the first cards are there, and the first answers of the other services that config.json lists. */
  isRestThere: boolean;
  children: ReactNode;
}

/** Finds out for the whole page whether it has settled. */
export function SettledProvider({ isRestThere, children }: SettledProviderProps) {
  const { region, deployment } = useShownDeployment();
  const list = useTargetList();
  const { config, error } = useDeploymentConfig(region, deployment);
  const isAnswered = !hasTellingConfig(deployment) || config !== undefined || error !== undefined;
  const isCodeDeployThere = isAnswered && hasFirstDetails(list);
  const isNow = isCodeDeployThere && isRestThere;
  const mostMs = useContext(PatienceContext);
  const patienceMs = isCodeDeployThere ? Math.min(mostMs, PATIENCE_MS) : mostMs;
  const isSettled = useOnce(isNow, patienceMs);
  return <SettledContext value={isSettled}>{children}</SettledContext>;
}

interface OnceSettledProps {
  /** Keeps the place until then. */
  before?: ReactNode;
  children: ReactNode;
}

/** What stands below parts, or is one, that fill when the first answers about the targets come. */
export function OnceSettled({ before = null, children }: OnceSettledProps): ReactNode {
  return useSettled() ? children : before;
}
