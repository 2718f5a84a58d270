import { useAddress } from "../../app/navigation.ts";
import { formatAddress } from "../../app/pages.ts";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import type { ConfigFault, ConfigProblem } from "../../config/parse-config.ts";
import type { ErrorWords } from "../../errors/error-words.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { Code } from "../../ui/Code.tsx";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { ErrorReport } from "./ErrorReport.tsx";

/** In place of the app when there is no configuration to work with: what is wrong, for whoever runs the site. */
export function ConfigErrorPage({ fault }: { fault: ConfigFault }) {
  const words = CONFIG_FAULT_WORDS[fault.kind];
  const { view } = useAddress();
  useTabStatus(pageTitle(words.title));
  return (
    <PageFrame>
      <ErrorReport
        words={words}
        heading="h1"
        actions={
          <>
            <Button look="primary" onClick={() => location.reload()}>
              Load again
            </Button>
            {/* The page that stands in for the app follows no links by itself. */}
            <a href={formatAddress({ page: "snapshot", view })} className="inline-flex min-h-6 items-center">
              Open a snapshot instead
            </a>
          </>
        }
      >
        <Evidence fault={fault} />
      </ErrorReport>
    </PageFrame>
  );
}

function Evidence({ fault }: { fault: ConfigFault }) {
  switch (fault.kind) {
    case "missing":
    case "html":
      return <Example />;
    case "not-json":
    case "unreachable":
      return (
        <p>
          Reason: <AwsText text={fault.detail} />
        </p>
      );
    case "invalid":
      return <ConfigProblems problems={fault.problems} />;
  }
}

function Example() {
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p>The least that it needs, with your own values:</p>
        <CopyButton text={MINIMAL_CONFIG} what="example" label="Copy example" />
      </div>
      <CodeBlock text={MINIMAL_CONFIG} name="Example of config.json" />
    </div>
  );
}

/** Every mistake in `config.json`: where, what belongs there, and what is there. */
export function ConfigProblems({ problems }: { problems: readonly ConfigProblem[] }) {
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

const WRITE_ONE = "Write one as below and put it beside index.html, at the top of the site.";

/** What a fault of the configuration means, and what to do. */
export const CONFIG_FAULT_WORDS: Readonly<Record<ConfigFault["kind"], ErrorWords>> = {
  missing: {
    title: "This site has no config.json yet",
    meaning:
      "It says which Regions to show and how to get AWS credentials. One build serves every environment.",
    steps: [WRITE_ONE, "Then load this page again. Nothing has to be built anew."],
  },
  html: {
    title: "There is a web page in place of config.json",
    meaning: "The server answered /config.json with HTML. Most servers do that for a file that is missing.",
    steps: [WRITE_ONE, "If it is there, check that the server’s rewrite rules leave /config.json alone."],
  },
  "not-json": {
    title: "config.json is not valid JSON",
    meaning:
      "It could be fetched, but not read. A missing or surplus comma is the usual reason; comments are not allowed.",
    steps: ["Correct it where the reason below says, then load this page again."],
  },
  unreachable: {
    title: "config.json could not be fetched",
    meaning: "The site is there, its configuration did not come.",
    steps: [
      "Check the connection, then load this page again.",
      "If it lasts, check that the server may serve /config.json.",
    ],
  },
  invalid: {
    title: "config.json has mistakes",
    meaning: "It is valid JSON, but some of it is not what this version of Deploywatch expects.",
    steps: ["Correct what the list below says, then load this page again."],
  },
};

/** The least that a `config.json` needs. */
export const MINIMAL_CONFIG = `{
  "$schema": "./config.schema.json",
  "regions": ["eu-west-1"],
  "identityPoolId": "eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
  "signIn": {
    "authority": "https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
    "clientId": "1h57kf5cpq17m0eml12EXAMPLE",
    "domain": "https://acme.auth.eu-west-1.amazoncognito.com"
  }
}
`;
