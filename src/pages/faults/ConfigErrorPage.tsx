import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Button } from "../../ui/Button.tsx";
import { CodeBlock } from "../../ui/CodeBlock.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import type { ConfigFault } from "./config-fault-words.ts";
import { CONFIG_FAULT_WORDS, MINIMAL_CONFIG } from "./config-fault-words.ts";
import { ConfigProblems } from "./ConfigProblems.tsx";
import { ErrorReport } from "./ErrorReport.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/use-tab-status.ts";

/** In place of the app when there is no configuration to work with: what is wrong, for whoever runs the site. */
export function ConfigErrorPage({ fault }: { fault: ConfigFault }) {
  const words = CONFIG_FAULT_WORDS[fault.kind];
  useTabStatus(pageTitle(words.title));
  return (
    <PageFrame>
      <ErrorReport
        words={words}
        heading="h1"
        actions={
          <Button look="primary" onClick={() => location.reload()}>
            Load again
          </Button>
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
