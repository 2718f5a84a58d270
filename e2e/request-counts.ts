import type { Control, DeploymentHandle } from "../emulator/control/control-client.ts";

/** How often an operation was asked for by the page, preflights left out. */
export async function requested(control: Control, origin: string, operation: string): Promise<number> {
  const requests = await control.requests({ origin, operation });
  return requests.filter(({ method }) => method === "POST").length;
}

/** How often GetDeployment was asked for. */
export async function polls(deployment: DeploymentHandle): Promise<number> {
  const requests = await deployment.requests();
  return requests.filter(({ operation }) => operation === "GetDeployment").length;
}
