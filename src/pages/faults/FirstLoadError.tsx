import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { AppError } from "../../errors/app-error.ts";
import { errorWords } from "../../errors/error-words.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { TabStatus } from "../frame/tab-status.tsx";
import { LoadFailure } from "./LoadFailure.tsx";
import { MissingPolicy } from "./MissingPolicy.tsx";
import { RegionLinks } from "./RegionLinks.tsx";

interface FirstLoadErrorProps extends DeploymentRef {
  error: AppError;
  /** The Regions that this installation shows. */
  regions: readonly string[];
  retry: () => Promise<unknown>;
  /** When the next try is due (epoch milliseconds); absent when none is. */
  nextTryAtMs: number | undefined;
}

/** In place of a deployment that could not be shown even once. */
export function FirstLoadError({ error, region, deploymentId, regions, ...tries }: FirstLoadErrorProps) {
  const words = errorWords(error);
  return (
    <>
      <TabStatus title={pageTitle(words.title, deploymentId)} />
      <LoadFailure
        {...tries}
        error={error}
        words={words}
        wanted={[
          ["Deployment", deploymentId],
          ["Region", region],
        ]}
        remedy={
          <>
            {error.kind === "not-found" && (
              <RegionLinks deploymentId={deploymentId} except={region} regions={regions} />
            )}
            {error.kind === "access-denied" && <MissingPolicy error={error} region={region} />}
          </>
        }
      />
    </>
  );
}
