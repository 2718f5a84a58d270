import type { ReactNode } from "react";
import { taskDefinitionChanges } from "../../../codedeploy/changes/task-definition.ts";
import { taskDefinitionLine, versionLine } from "../../../codedeploy/changes/telling-change.ts";
import type { ChangeLine } from "../../../codedeploy/revision/change-line.ts";
import type { WhatChanged } from "../../../queries/joins/what-changed.ts";
import { useWhatChanged } from "../../../queries/joins/what-changed.ts";
import { useShownDeployment } from "../shown-deployment.ts";
import { ChangeWords } from "../status/ChangeWords.tsx";

interface ToldChangeProps {
  line: ChangeLine;
  children: ReactNode;
}

/**
 * The most telling change of what is deployed, in the line that says what changed; until it is known, what CodeDeploy says of it. What
 * follows in the line comes with it: it would be moved otherwise.
 */
export function ToldChange({ line, children }: ToldChangeProps) {
  const { region, deployment } = useShownDeployment();
  const changed = useWhatChanged(region, deployment);
  return (
    <>
      <span className="max-w-full shrink-0">
        <ChangeWords line={(changed && lineOf(changed)) ?? line} />{" "}
      </span>
      {!changed?.isAsking && children}
    </>
  );
}

function lineOf({ taskDefinitions, shift }: WhatChanged): ChangeLine | undefined {
  if (shift) return versionLine(shift);
  return (
    taskDefinitions && taskDefinitionLine(taskDefinitionChanges(taskDefinitions.before, taskDefinitions.now))
  );
}
