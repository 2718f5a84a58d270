import { useId, useState } from "react";
import { useAddress } from "../../app/navigation.ts";
import { formatCount } from "../../format/counts.ts";
import { formatList } from "../../format/list.ts";
import type { useAccountApplications } from "../../queries/lists/account-applications.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { WholeName } from "../../ui/WholeName.tsx";
import { Link } from "../frame/Link.tsx";
import { NotShown } from "./NotShown.tsx";

/** More are found by a part of their name: a longer list helps nobody. */
const MAX_SHOWN = 100;
/** So many can be read through. */
const FEW = 12;

/** The applications of all Regions, each a link to its groups. */
export function ApplicationsCard({ answers, refresh }: ReturnType<typeof useAccountApplications>) {
  const { view } = useAddress();
  const [part, setPart] = useState("");
  const id = useId();
  const known = answers.filter(({ answer }) => answer !== undefined);
  const missing = (
    <NotShown
      what="The applications are not shown"
      answers={answers.filter(({ answer }) => !answer)}
      lookAgain={refresh}
    />
  );
  const cut = known.filter(({ answer }) => answer?.isWhole === false);
  if (known.length === 0) return <div>{missing}</div>;
  const all = known.flatMap(({ region, answer }) => (answer?.names ?? []).map((name) => ({ region, name })));
  const wanted = part.trim().toLowerCase();
  const fitting = all.filter(({ name }) => name.toLowerCase().includes(wanted));
  const left = fitting.length - MAX_SHOWN;
  return (
    <>
      <Card title="Applications">
        {all.length === 0 && cut.length === 0 && <p>AWS lists no application.</p>}
        {all.length > FEW && (
          <div className="mb-3 flex items-center gap-2">
            <label htmlFor={id}>Part of the name</label>
            <input
              id={id}
              type="search"
              value={part}
              onChange={(event) => setPart(event.target.value)}
              className="control min-w-0 flex-1 rounded-md border border-edge bg-page px-2"
            />
          </div>
        )}
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2">
          {fitting.slice(0, MAX_SHOWN).map(({ region, name }) => (
            <li key={`${region}/${name}`} className="min-w-0">
              <Link
                to={{ page: "application", region, applicationName: name, view }}
                className="inline-flex min-h-6 items-center"
              >
                <WholeName text={name} />
              </Link>
              {answers.length > 1 && <span className="text-xs text-muted"> {region}</span>}
            </li>
          ))}
        </ul>
        <output>
          {wanted !== "" && fitting.length === 0 && "None of these applications has this in its name."}
          {left > 0 && `${formatCount(left)} more: type a part of the name.`}
        </output>
      </Card>
      {cut.length > 0 && (
        <p className="text-muted">
          AWS’s list of applications goes on in{" "}
          {formatList(
            cut.map(({ region }) => region),
            "and",
          )}
          , and could not be read to its end.{" "}
          <Button size="small" look="bare" onClick={() => void refresh()}>
            Look again
          </Button>
        </p>
      )}
      {missing}
    </>
  );
}
