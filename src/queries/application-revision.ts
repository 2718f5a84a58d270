import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { queryOptions } from "@tanstack/react-query";
import type { CodeDeploy } from "../aws/codedeploy/operations.ts";
import type { AppError } from "../errors/app-error.ts";

/** The revision of an application that is asked about. */
interface RevisionRef {
  region: string;
  applicationName: string;
  revision: RevisionLocation | undefined;
}

/** The text of an AppSpec of which GetDeployment tells the hash only; `null` where CodeDeploy sends none. It never changes. */
export function appSpecTextOptions(
  codeDeploy: CodeDeploy,
  { region, applicationName, revision }: RevisionRef,
) {
  return queryOptions<string | null, AppError>({
    queryKey: ["application-revision", region, applicationName, hashOf(revision)],
    queryFn: async ({ signal }) => {
      if (!revision) return null;
      const found = await codeDeploy.getApplicationRevision({ region, applicationName, revision }, signal);
      return found.revision?.appSpecContent?.content ?? found.revision?.string?.content ?? null;
    },
    retry: false,
    retryOnMount: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

function hashOf(revision: RevisionLocation | undefined): string | undefined {
  return revision?.appSpecContent?.sha256 ?? revision?.string?.sha256;
}
