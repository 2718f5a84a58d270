import { useEffect } from "react";
import { pageTitle } from "../../codedeploy/deployment/page-title.ts";
import { holdsSnapshot } from "../../queries/snapshot/fragment.ts";
import { AwsText } from "../../ui/AwsText.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { laterPart } from "../../ui/later-part.tsx";
import { PageFrame } from "../frame/PageFrame.tsx";
import { useTabStatus } from "../frame/tab-status.tsx";
import { OpenSnapshot } from "./OpenSnapshot.tsx";
import type { Opened } from "./opened-snapshot.ts";
import { openFragment, useOpened } from "./opened-snapshot.ts";
import type { OpenedSnapshotProps } from "./OpenedSnapshot.tsx";

const OpenedSnapshot = laterPart<OpenedSnapshotProps>(
  "The snapshot",
  async () => (await import("./OpenedSnapshot.tsx")).OpenedSnapshot,
);

/** What a file or a link holds, with nobody asked. */
export function SnapshotPage() {
  const opened = useOpened();
  useEffect(() => {
    const read = () => {
      if (holdsSnapshot(location.hash)) void openFragment(location.hash);
    };
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return opened.state === "open" ? <OpenedSnapshot snapshot={opened.snapshot} /> : <NoSnapshot {...opened} />;
}

/** Before one is open: how to open one, and what was wrong with the last. */
function NoSnapshot(opened: Exclude<Opened, { state: "open" }>) {
  useTabStatus(pageTitle("Snapshot"));
  return (
    <PageFrame>
      <div className="mx-auto max-w-2xl space-y-4 py-4 sm:py-12">
        <h1 className="text-2xl font-semibold tracking-tight">Open a snapshot</h1>
        {opened.state === "reading" && <p>Reading…</p>}
        {opened.state === "fault" && (
          <div role="alert">
            <Notice tone="fail" title={opened.fault.title}>
              <p className="whitespace-pre-wrap">
                <AwsText text={opened.fault.detail} />
              </p>
            </Notice>
          </div>
        )}
        <OpenSnapshot />
      </div>
    </PageFrame>
  );
}
