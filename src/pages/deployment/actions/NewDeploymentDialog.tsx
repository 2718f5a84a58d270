import { useState } from "react";
import { currentAddress, navigate } from "../../../app/navigation.ts";
import { accountName, useAccount } from "../../../access/account.ts";
import type { NewDeploymentKind } from "../../../codedeploy/actions/action.ts";
import { newDeployment, newDeploymentWarnings } from "../../../codedeploy/actions/new-deployment.ts";
import type { Deployment } from "../../../codedeploy/deployment/deployment.ts";
import { isFinished } from "../../../codedeploy/deployment/status.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { revisionOf } from "../../../codedeploy/revision/revision.ts";
import { knownTargets } from "../../../codedeploy/targets/target-list.ts";
import { useFiringAlarms } from "../../../queries/joins/alarms.ts";
import { useGroupDeployments, useWholeRevision } from "../../../queries/group-deployments.ts";
import { useTargetList } from "../../../queries/targets.tsx";
import { Checkbox } from "../../../ui/Checkbox.tsx";
import { randomText } from "../../../values/random-text.ts";
import { partProblemWords } from "../part-problem-words.ts";
import type { AskedActionProps } from "./AskedAction.tsx";
import { AskedAction } from "./AskedAction.tsx";
import { RequestPreview } from "./RequestPreview.tsx";
import { SourceChoice } from "./SourceChoice.tsx";

/** Shows the exact request for a new deployment, with all that speaks against it, and asks to confirm it. */
export function NewDeploymentDialog({ kind, ...asked }: AskedActionProps & { kind: NewDeploymentKind }) {
  const { region, deployment } = asked;
  const { applicationName = "", deploymentGroupName = "" } = deployment;
  const [mark] = useState(randomText);
  const who = accountName(useAccount());
  const group = { region, applicationName, deploymentGroupName };
  const { deployments, error } = useGroupDeployments(group);
  const others = (deployments ?? []).filter(({ deploymentId }) => deploymentId !== asked.deploymentId);
  const sources = others.filter(isSource);
  const [chosenId, choose] = useState<string>();
  const source =
    kind === "roll-back-to"
      ? (sources.find(({ deploymentId }) => deploymentId === chosenId) ?? sources[0])
      : deployment;
  const whole = useWholeRevision(region, applicationName, kind === "restart" ? undefined : source?.revision);
  const [ignoresStop, setIgnoresStop] = useState(deployment.ignoreApplicationStopFailures === true);
  const hasStopFailed = useStopFailures(asked);
  const { firing, error: alarmsError } = useFiringAlarms(group);
  const request =
    source && !whole.isReading
      ? newDeployment({
          kind,
          shown: deployment,
          source,
          revision: whole.revision,
          who,
          mark,
          ignoresApplicationStop: ignoresStop,
        })
      : undefined;
  return (
    <AskedAction
      {...asked}
      kind={kind}
      isWide
      isIrreversible={false}
      intentionAfter={(after) => request && { kind, after, mark, request }}
      onAccepted={({ outcome }) => {
        asked.close();
        const newId = outcome?.state === "accepted" ? outcome.deploymentId : undefined;
        const { view } = currentAddress();
        if (newId !== undefined) navigate({ page: "deployment", region, deploymentId: newId, view });
      }}
    >
      {kind === "roll-back-to" && (
        <SourceChoice
          sources={deployments && sources}
          error={error}
          chosenId={source?.deploymentId}
          choose={choose}
        />
      )}
      {whole.isReading && <p>Reading the text of the AppSpec…</p>}
      {(hasStopFailed || ignoresStop) && kind !== "restart" && (
        <Checkbox
          label="Go on where the ApplicationStop script of the revision before fails (ignoreApplicationStopFailures)"
          isOn={ignoresStop}
          set={setIgnoresStop}
        />
      )}
      {request && (
        <RequestPreview
          region={region}
          request={request}
          shown={deployment}
          warnings={newDeploymentWarnings({
            kind,
            shown: deployment,
            request,
            // Without a status, nothing says so.
            unfinished: others.filter(({ status }) => status && !isFinished(status)),
            firing,
          })}
        />
      )}
      {error && kind !== "roll-back-to" && (
        <p className="text-muted">
          {partProblemWords(error, "Whether another deployment of the group runs is not known")}
        </p>
      )}
      {alarmsError && (
        <p className="text-muted">
          {partProblemWords(alarmsError, "Whether an alarm of the group is firing is not known")}
        </p>
      )}
    </AskedAction>
  );
}

/** Whether its revision can be deployed again. */
function isSource({ status, revision }: Deployment): boolean {
  const found = revisionOf(revision);
  return status === "Succeeded" && found !== undefined && found.kind !== "unknown";
}

/** Whether ApplicationStop, a script of the revision before, is what failed on an instance. */
function useStopFailures({ deployment }: AskedActionProps): boolean {
  const targets = knownTargets(useTargetList());
  const isServer = platformFacts(deployment).platform === "Server";
  const events = targets.flatMap((target) => target.events);
  return isServer && events.some(({ name, status }) => name === "ApplicationStop" && status === "Failed");
}
