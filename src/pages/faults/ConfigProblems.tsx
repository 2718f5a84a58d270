import { AwsText } from "../../ui/AwsText.tsx";
import { Code } from "../../ui/Code.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import type { ConfigFault } from "./config-fault-words.ts";

type Problems = Extract<ConfigFault, { kind: "invalid" }>["problems"];

/** Every mistake in `config.json`: where, what belongs there, and what is there. */
export function ConfigProblems({ problems }: { problems: Problems }) {
  return (
    <ol className="space-y-3">
      {problems.map(({ path, expected, found }) => (
        <li key={`${path} ${expected}`} className="rounded-md border border-line px-3 py-2">
          <PropertyList>
            <Property name="Where">
              <Code text={path} />
            </Property>
            <Property name="Expected">
              <AwsText text={expected} />
            </Property>
            <Property name="Found">{found === undefined ? "nothing" : <Code text={found} />}</Property>
          </PropertyList>
        </li>
      ))}
    </ol>
  );
}
