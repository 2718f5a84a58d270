import type { DeploymentAnswer } from "../../../codedeploy/deployment/deployment.ts";
import { unknownMembers } from "../../../codedeploy/deployment/unknown-members.ts";
import { Card } from "../../../ui/Card.tsx";
import { Code } from "../../../ui/Code.tsx";
import { Property, PropertyList } from "../../../ui/PropertyList.tsx";

/** Members of the answer that this version of the page does not know, as AWS sent them; nothing without any. */
export function AlsoSentCard({ answer }: { answer: DeploymentAnswer }) {
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
