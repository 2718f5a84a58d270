import { ERROR_CODES_URL } from "../../../codedeploy/failure/error-code.ts";
import type { Why } from "../../../codedeploy/failure/why.ts";
import { AwsText } from "../../../ui/AwsText.tsx";
import { Code } from "../../../ui/Code.tsx";
import { ExternalLink } from "../../../ui/ExternalLink.tsx";
import { Property } from "../../../ui/PropertyList.tsx";

/** AWS's own words about an error, and its code, as properties. */
export function ErrorEvidence({ message, code }: Pick<Why, "message" | "code">) {
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
