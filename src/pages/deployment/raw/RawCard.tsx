import { Download } from "lucide-react";
import { useState } from "react";
import { getDeploymentCommand, unknownMembers } from "../../../codedeploy/deployment/raw-answer.ts";
import { Button } from "../../../ui/Button.tsx";
import { Card } from "../../../ui/Card.tsx";
import { Code } from "../../../ui/Code.tsx";
import { CodeBlock } from "../../../ui/CodeBlock.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";
import { useShownDeployment } from "../shown-deployment.ts";

/** Laying out more text at once makes a browser stand still for seconds. */
const SHOWN_CHARACTERS = 100_000;

/** The answer as AWS sent it, and the command that asks for it; made only when somebody opens it. */
export function RawCard() {
  const { region, deploymentId } = useShownDeployment();
  const [isOpen, setOpen] = useState(false);
  return (
    <Card title="Raw">
      <p className="mb-2">
        <Code text={getDeploymentCommand({ region, deploymentId })} copyAs="AWS CLI command" />
      </p>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="control-small">The whole answer as JSON</summary>
        {isOpen && <RawAnswer />}
      </details>
    </Card>
  );
}

function RawAnswer() {
  const { answer, deploymentId } = useShownDeployment();
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

/** Members of the answer that this version of the page does not know, as AWS sent them; nothing without any. */
export function AlsoSentCard() {
  const { answer } = useShownDeployment();
  const members = unknownMembers(answer.raw);
  if (members.length === 0) return null;
  return (
    <Card title="Also sent by AWS">
      <p className="mb-2 text-muted">This version of the page does not know what these mean.</p>
      <PropertyList>
        {members.map(({ name, value }) => (
          <Property key={name} name={<Code text={name} />}>
            <Code text={JSON.stringify(value)} />
          </Property>
        ))}
      </PropertyList>
    </Card>
  );
}

/** Saves text as a file of the reader's, without a request. */
function downloadText(fileName: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}
