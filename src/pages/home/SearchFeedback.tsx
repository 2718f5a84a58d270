import { clsx } from "clsx";
import { CornerDownLeft, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { useAddress } from "../../app/navigation.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { DeploymentSearch, ListRef } from "../../codedeploy/find/deployment-search.ts";
import { FIND_FAULT_WORDS } from "../../codedeploy/find/find-deployments.ts";
import { formatCount } from "../../format/counts.ts";
import { formatList } from "../../format/list.ts";
import { Code } from "../../ui/Code.tsx";
import { visibleText } from "../../format/text.ts";
import { DeploymentLink, Link } from "../frame/Link.tsx";
import { listAddress } from "./list-address.ts";

/** A text may name thousands of deployments; so many can be read through, and be drawn in no time. */
const MAX_SHOWN = 20;

interface SearchFeedbackProps {
  id: string;
  search: DeploymentSearch;
  /** Whether somebody tried to open what cannot be opened. */
  isRefused: boolean;
}

/** What the box has recognised, in one line that is spoken when it changes. */
export function SearchFeedback({ id, search, isRefused }: SearchFeedbackProps) {
  const isOne = search.kind === "one" || (search.kind === "lists" && search.lists.length === 1);
  const Icon = isRefused ? TriangleAlert : isOne ? CornerDownLeft : Info;
  return (
    <output id={id} className="flex min-h-6 items-start gap-2">
      <Icon aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
      <span className={clsx("min-w-0 wrap-anywhere", isRefused && "font-medium")}>
        {words(search, isRefused)}
      </span>
    </output>
  );
}

function words(search: DeploymentSearch, isRefused: boolean): ReactNode {
  switch (search.kind) {
    case "one":
      return <OneFound search={search} />;
    case "several":
      return <SeveralFound search={search} />;
    case "lists":
      return <ListsFound lists={search.lists} />;
    case "region-not-served":
      return `This site does not show ${search.region}. Ask whoever runs it to add that Region to config.json, or paste only the id to look in another one.`;
    case "nothing":
      if (search.fault === "empty" && !isRefused) return HINT;
      return FIND_FAULT_WORDS[search.fault];
  }
}

const HINT = (
  <span className="text-muted">
    Paste anything with a deployment id in it, or a link to an application or a group.
  </span>
);

/** The deployment that Enter opens. Beside others it is a link too, like them. */
function OneFound({ search }: { search: Extract<DeploymentSearch, { kind: "one" }> }) {
  const { ref, rollbacks, elsewhere, otherRegion } = search;
  const isAlone = rollbacks.length === 0 && elsewhere.length === 0;
  return (
    <>
      Deployment {isAlone ? <Code text={ref.deploymentId} /> : <DeploymentLink {...ref} />} in {ref.region}.{" "}
      <span className="text-muted">Press Enter to open it.</span>
      {otherRegion !== undefined && ` The text names ${otherRegion}, which this site does not show.`}
      {rollbacks.length > 0 && (
        <>
          {" "}
          It was rolled back by <Links refs={rollbacks} />
        </>
      )}
      <NotShown refs={elsewhere} />
    </>
  );
}

function SeveralFound({ search }: { search: Extract<DeploymentSearch, { kind: "several" }> }) {
  return (
    <>
      Several deployments are in this text. Open one of them: <Links refs={search.deployments} hasRegions />
      <NotShown refs={search.elsewhere} />
    </>
  );
}

/** The page that Enter opens, or a link to each. */
function ListsFound({ lists: [first, ...more] }: { lists: readonly [ListRef, ...ListRef[]] }) {
  if (more.length === 0) {
    return (
      <>
        {listName(first)} in {first.region}. <span className="text-muted">Press Enter to open it.</span>
      </>
    );
  }
  const left = more.length + 1 - MAX_SHOWN;
  return (
    <>
      Several applications or groups are in this text. Open one of them:{" "}
      {[first, ...more].slice(0, MAX_SHOWN).map((list) => (
        <ListLink key={JSON.stringify(list)} list={list} />
      ))}
      {left > 0 && `and ${formatCount(left)} more. Paste a shorter text to see them.`}
    </>
  );
}

function ListLink({ list }: { list: ListRef }) {
  const { view } = useAddress();
  return (
    <span className="mr-3 inline-block">
      <Link to={listAddress(list, view)} className="wrap-anywhere">
        {listName(list)}
      </Link>
      <span className="text-muted"> in {list.region}</span>
    </span>
  );
}

function listName({ applicationName, deploymentGroupName }: ListRef): string {
  const application = visibleText(applicationName);
  return deploymentGroupName === undefined
    ? `Application ${application}`
    : `Deployment group ${application} / ${visibleText(deploymentGroupName)}`;
}

interface LinksProps {
  refs: readonly (DeploymentRef & { rollbackOf?: string })[];
  /** Whether each is shown with its Region and with what it rolled back. */
  hasRegions?: boolean;
}

/** A link to each of the first, and how many more there are. */
function Links({ refs, hasRegions = false }: LinksProps) {
  const more = refs.length - MAX_SHOWN;
  return (
    <>
      {refs.slice(0, MAX_SHOWN).map((ref) => (
        <span key={`${ref.region}/${ref.deploymentId}`} className="mr-3 inline-block">
          <DeploymentLink region={ref.region} deploymentId={ref.deploymentId} />
          {hasRegions && <span className="text-muted"> in {ref.region}</span>}
          {hasRegions && ref.rollbackOf !== undefined && (
            <span className="text-muted">, which rolled back {ref.rollbackOf}</span>
          )}
        </span>
      ))}
      {more > 0 && `and ${formatCount(more)} more. Paste a shorter text to see them.`}
    </>
  );
}

/** The deployments in Regions that config.json does not allow. */
function NotShown({ refs }: { refs: readonly DeploymentRef[] }) {
  if (refs.length === 0) return null;
  const regions = [...new Set(refs.map(({ region }) => region))];
  const ids = refs.slice(0, MAX_SHOWN).map(({ deploymentId }) => deploymentId);
  const more = refs.length - ids.length;
  const all = more > 0 ? [...ids, `${formatCount(more)} more`] : ids;
  return ` This site does not show ${formatList(regions.slice(0, MAX_SHOWN), "or")}: ${formatList(all, "and")} cannot be opened here.`;
}
