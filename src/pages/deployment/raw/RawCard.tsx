import { Download } from "lucide-react";
import { useState } from "react";
import { getDeploymentCommand } from "../../../codedeploy/deployment/cli-command.ts";
import type { DeploymentAnswer, DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Code } from "../../../ui/Code.tsx";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { downloadText } from "./download-text.ts";

interface RawCardProps extends DeploymentRef {
  answer: DeploymentAnswer;
}

/** Laying out more text at once makes a browser stand still for seconds. */
const SHOWN_CHARACTERS = 100_000;

/** The answer as AWS sent it, and the command that asks for it; made only when somebody opens it. */
export function RawCard({ answer, region, deploymentId }: RawCardProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title="Raw">
      <p className="mb-2">
        <Code text={getDeploymentCommand({ region, deploymentId })} copyAs="AWS CLI command" />
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="min-h-6">The whole answer as JSON</summary>
        {isOpen && <RawAnswer answer={answer} deploymentId={deploymentId} />}
      </details>
    </Card>
  );
}

function RawAnswer({ answer, deploymentId }: Pick<RawCardProps, "answer" | "deploymentId">) {
  const [isWhole, setWhole] = useState(false);
  const json = JSON.stringify(answer.raw, null, 2);
  const isCut = !isWhole && json.length > SHOWN_CHARACTERS;
  return (
    <div className="mt-2 space-y-2">
      <div className="flex flex-wrap gap-2">
        <CopyButton text={json} what="the answer as JSON" label="Copy" />
        <Button size="small" onClick={() => downloadText(`${deploymentId}.json`, json, "application/json")}>
          <Download aria-hidden size={14} />
          Download
        </Button>
      </div>
      <CodeBlock text={isCut ? json.slice(0, SHOWN_CHARACTERS) : json} name="The answer as JSON" />
      {isCut && (
        <p>
          Copy and download have all of it.{" "}
          <Button size="small" onClick={() => setWhole(true)}>
            Show all {json.length.toLocaleString()} characters
          </Button>
        </p>
      )}
    </div>
  );
}
