import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import type { ErrorWords } from "../../errors/error-words.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Property, PropertyList } from "../../ui/PropertyList.tsx";
import { ErrorReport } from "./ErrorReport.tsx";
import { HomeLink } from "../frame/Link.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";

const WORDS: ErrorWords = {
  title: "There is no such page",
  meaning: "A deployment’s address has two parts: its Region and its id.",
  steps: [
    "Check the address. It should look like /us-east-1/d-74D35AS7C.",
    "Or find the deployment from the home page.",
  ],
};

/** The page at an address that is not of this app. */
export function NotFoundPage({ path }: { path: string }) {
  useTabStatus(pageTitle(WORDS.title));
  return (
    <PageFrame>
      <ErrorReport words={WORDS} heading="h1" actions={<HomeLink />}>
        <PropertyList>
          <Property name="Address">
            <AwsText text={path} cap={200} />
          </Property>
        </PropertyList>
      </ErrorReport>
    </PageFrame>
  );
}
