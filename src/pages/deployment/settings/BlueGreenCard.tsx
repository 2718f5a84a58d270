import type { BlueGreenStep } from "../../../codedeploy/settings/blue-green.ts";
import {
  blueGreenSteps,
  terminationWait,
  TERMINATION_WAIT_WORDS,
  stepWords,
} from "../../../codedeploy/settings/blue-green.ts";
import { autoScalingGroupUrl } from "../../../aws-names/console-links.ts";
import { platformFacts } from "../../../codedeploy/deployment/platform.ts";
import { Card } from "../../../ui/Card.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ConsoleLink } from "../../../ui/ExternalLink.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** What a blue/green deployment does, step by step. Nothing for a deployment that says nothing about it. */
export function BlueGreenCard() {
  const { region, deployment } = useShownDeployment();
  const steps = blueGreenSteps(deployment);
  const wait = terminationWait(deployment);
  const { platform } = platformFacts(deployment);
  if (steps.length === 0 && wait === undefined) return null;
  return (
    <Card title="Blue/green">
      <ol className="list-decimal space-y-1 pl-5 marker:text-muted">
        {steps.map((step) => (
          <li key={step.step === "unknown" ? step.stage : step.step}>
            {stepWords(step, platform)}
            <StepDetail step={step} region={region} />
          </li>
        ))}
      </ol>
      {wait !== undefined && <p className="mt-2">{TERMINATION_WAIT_WORDS[wait]}</p>}
    </Card>
  );
}

function StepDetail({ step, region }: { step: BlueGreenStep; region: string }) {
  if (step.step === "unknown") {
    return (
      <>
        {" "}
        <Code text={step.action} />
      </>
    );
  }
  if (step.step !== "copy-group" || step.groupName === undefined) return null;
  return (
    <>
      {" "}
      The copy is named{" "}
      <ConsoleLink href={autoScalingGroupUrl(region, step.groupName)}>
        <Code text={step.groupName} />
      </ConsoleLink>
      .
    </>
  );
}
