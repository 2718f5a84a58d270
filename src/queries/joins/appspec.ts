import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { AppSpec } from "../../codedeploy/changes/appspec.ts";
import { readAppSpec } from "../../codedeploy/changes/appspec.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import type { AppError } from "../../errors/app-error.ts";
import { appSpecTextOptions } from "../application-revision.ts";
import { useAws } from "../deployments-context.ts";

const AFTER_FAULT_MS = 60_000;

/** The AppSpec of a revision. */
export interface AppSpecState {
  text: string | undefined;
  spec: AppSpec | undefined;
  error: AppError | undefined;
  /** Whether the first answer is on its way. */
  isAsking: boolean;
}

/**
 * The AppSpec of a revision: as GetDeployment sends it or, where that has the hash alone, as it is asked for, once.
 *
 * @param mayAsk whether to ask for it at all
 */
export function useAppSpec(
  region: string,
  { applicationName = "" }: Deployment,
  revision: RevisionLocation | undefined,
  mayAsk: boolean,
): AppSpecState {
  const { codeDeploy } = useAws();
  const sent = revision?.appSpecContent ?? revision?.string;
  const enabled = mayAsk && applicationName !== "" && sent?.sha256 !== undefined && !sent.content;
  const asked = useQuery({
    ...appSpecTextOptions(codeDeploy, { region, applicationName, revision }),
    enabled,
    refetchInterval: ({ state }) => (state.error?.isTransient ? AFTER_FAULT_MS : false),
  });
  const text = sent?.content || asked.data || undefined;
  const spec = useMemo(() => (text === undefined ? undefined : readAppSpec(text)), [text]);
  return { text, spec, error: asked.error ?? undefined, isAsking: enabled && asked.isPending };
}
