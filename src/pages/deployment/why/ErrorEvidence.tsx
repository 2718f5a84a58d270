import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Property } from "../../../ui/PropertyList.tsx";

/** @see https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html */
const ERROR_CODES_URL = "https://docs.aws.amazon.com/codedeploy/latest/userguide/error-codes.html";

interface ErrorEvidenceProps {
  message: string | undefined;
  code: string | undefined;
}

/** AWS's own words about an error, and its code, as properties. */
export function ErrorEvidence({ message, code }: ErrorEvidenceProps) {
  return (
    <>
      {message !== undefined && (
        <Property name="AWS says">
          <AwsText text={message} />
        </Property>
      )}
      {code !== undefined && (
        <Property name="Error code">
          <Code text={code} copyAs="error code" />{" "}
          <ExternalLink href={ERROR_CODES_URL}>AWS's list of codes</ExternalLink>
        </Property>
      )}
    </>
  );
}
