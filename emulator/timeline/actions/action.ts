import type { DeploymentWaitType } from "@aws-sdk/client-codedeploy";
import { play } from "../play.ts";
import type { Scenario, Setting } from "../scenario.ts";
import { stopPlay } from "./stop.ts";

/** What somebody does to a deployment that goes on. */
export type NewAction =
  | { readonly kind: "stop"; readonly rollsBack: boolean }
  | { readonly kind: "continue"; readonly wait: DeploymentWaitType };

/** An action and its time, in milliseconds since the creation of the deployment. */
export type Action = NewAction & { readonly atMs: number };

/**
 * The deployment as it is with an action: as it was before the time of the action, and what follows from it from then on.
 * It depends on nothing but what comes in. Where nothing can follow, it stays what it is.
 */
export function afterAction(scenario: Scenario, action: Action, setting: Setting): Scenario {
  const { play: made } = scenario;
  if (!made) return scenario;
  if (action.kind === "stop") return play(stopPlay(made, action, setting));
  const { continued } = made;
  return continued ? play({ ...made, ...continued(action.wait, action.atMs) }) : scenario;
}
