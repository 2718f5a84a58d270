import { CornerDownLeft, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { REFERENCE_FAULT_WORDS } from "../../codedeploy/find/deployment-reference.ts";
import type { DeploymentSearch } from "../../codedeploy/find/deployment-search.ts";
import { Code } from "../../ui/Code.tsx";
import { DeploymentLink } from "../frame/DeploymentLink.tsx";

interface SearchFeedbackProps {
  id: string;
  search: DeploymentSearch;
  /** Whether somebody tried to open what cannot be opened. */
  isRefused: boolean;
}

/** What the box has recognised, in one line that is spoken when it changes. */
export function SearchFeedback({ id, search, isRefused }: SearchFeedbackProps) {
  const Icon = isRefused ? TriangleAlert : search.kind === "one" ? CornerDownLeft : Info;
  return (
    <output id={id} className="flex min-h-6 items-start gap-2">
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
      <span className={isRefused ? "font-medium" : undefined}>{words(search, isRefused)}</span>
    </output>
  );
}

function words(search: DeploymentSearch, isRefused: boolean): ReactNode {
  switch (search.kind) {
    case "one":
      return (
        <>
          Deployment <Code text={search.ref.deploymentId} /> in {search.ref.region}.{" "}
          <span className="text-muted">Press Enter to open it.</span>
        </>
      );
    case "several":
      return (
        <>
          Several deployments are in this text. Open one of them:{" "}
          {search.refs.map((ref) => (
            <span key={ref.deploymentId} className="mr-3 inline-block">
              <DeploymentLink {...ref} />
            </span>
          ))}
        </>
      );
    case "region-not-served":
      return `This site does not show ${search.region}. Ask whoever runs it to add that Region to config.json, or paste only the id to look in another one.`;
    case "nothing":
      if (search.fault === "empty" && !isRefused) return HINT;
      return REFERENCE_FAULT_WORDS[search.fault];
  }
}

const HINT = <span className="text-muted">Paste anything that has a deployment id in it.</span>;
