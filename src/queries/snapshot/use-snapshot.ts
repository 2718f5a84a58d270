import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import { useDeployments } from "../deployments-context.ts";
import type { Snapshot } from "./snapshot-schema.ts";
import { takeSnapshot } from "./take-snapshot.ts";

/** What the page holds at this moment; it stays so while the part that calls this is there. */
export function useSnapshot(ref: DeploymentRef): Snapshot {
  const client = useQueryClient();
  const deployments = useDeployments();
  const [snapshot] = useState(() => takeSnapshot(client, deployments, ref, Date.now()));
  return snapshot;
}
