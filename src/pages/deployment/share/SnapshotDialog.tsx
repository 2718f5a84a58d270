import { useEffect, useMemo, useState } from "react";
import { useIsLocal } from "../../../access/account.ts";
import { formatAddress } from "../../../app/pages.ts";
import type { DeploymentRef } from "../../../codedeploy/deployment/deployment.ts";
import type { RedactionChoice } from "../../../codedeploy/sharing/redaction.ts";
import { ALL_REDACTED, redact } from "../../../codedeploy/sharing/redaction.ts";
import { formatCount } from "../../../format/counts.ts";
import { MAX_LINK, snapshotLink } from "../../../queries/snapshot/snapshot-link.ts";
import type { Snapshot } from "../../../queries/snapshot/snapshot-schema.ts";
import { withoutHookLogs } from "../../../queries/snapshot/hook-logs.ts";
import { useSnapshot } from "../../../queries/snapshot/use-snapshot.ts";
import { Button } from "../../../ui/Button.tsx";
import { CopyButton } from "../../../ui/CopyButton.tsx";
import { SharePreview } from "./SharePreview.tsx";

/** A snapshot is kept in a file, or in a link. */
export type SnapshotForm = "file" | "link";

interface SnapshotDialogProps extends DeploymentRef {
  form: SnapshotForm;
  close: () => void;
}

/** What the page holds now, to be read, and then saved or put into a link. */
export function SnapshotDialog({ form, close, ...ref }: SnapshotDialogProps) {
  const taken = useSnapshot(ref);
  const [choice, choose] = useState(ALL_REDACTED);
  const redacted = useMemo(() => redactSnapshot(taken, choice), [taken, choice]);
  const Form = form === "file" ? FileForm : LinkForm;
  return <Form {...redacted} choice={choice} choose={choose} close={close} />;
}

interface FormProps extends ReturnType<typeof redactSnapshot> {
  choice: RedactionChoice;
  choose: (choice: RedactionChoice) => void;
  close: () => void;
}

function redactSnapshot(taken: Snapshot, choice: RedactionChoice) {
  const { value, counts } = redact(choice.logs ? withoutHookLogs(taken) : taken, choice);
  return { snapshot: { ...value, redacted: { ...counts } }, counts };
}

function FileForm({ snapshot, ...preview }: FormProps) {
  const isLocal = useIsLocal();
  const text = useMemo(() => JSON.stringify(snapshot, null, 1), [snapshot]);
  return (
    <SharePreview
      {...preview}
      title="Save snapshot"
      text={text}
      note={
        <p className="text-muted">
          {formatCount(Math.ceil(new Blob([text]).size / 1024))} kB. Whoever has the file can open it on the
          home page of {isLocal ? "any Deploywatch" : "this site"}, without access to AWS.
        </p>
      }
      leave={
        <Button look="primary" onClick={() => download(text, fileName(snapshot))}>
          Save file
        </Button>
      }
    />
  );
}

function LinkForm({ snapshot, ...preview }: FormProps) {
  const isLocal = useIsLocal();
  const packed = usePacked(snapshot);
  const text = packed?.found ? JSON.stringify(packed.found.snapshot, null, 1) : "";
  return (
    <SharePreview
      {...preview}
      title="Copy snapshot link"
      text={text}
      note={<output className="block text-muted">{packed && linkWords(packed.found, isLocal)}</output>}
      leave={packed?.found && <CopyButton text={packed.found.link} what="snapshot link" label="Copy" />}
    />
  );
}

type Found = Awaited<ReturnType<typeof snapshotLink>>;

/** The link of a snapshot, once it is packed. */
function usePacked(snapshot: Snapshot): { found: Found } | undefined {
  const [packed, setPacked] = useState<{ of: Snapshot; found: Found }>();
  useEffect(() => {
    let isWanted = true;
    const page = location.origin + formatAddress({ page: "snapshot", view: { timeZone: "local" } });
    void snapshotLink(snapshot, page).then((found) => isWanted && setPacked({ of: snapshot, found }));
    return () => {
      isWanted = false;
    };
  }, [snapshot]);
  return packed?.of === snapshot ? packed : undefined;
}

function linkWords(found: Found, isLocal: boolean): string {
  if (!found) {
    return `There is no link: even with little in it, it would be longer than ${formatCount(MAX_LINK)} characters. Save the file instead.`;
  }
  const { link, snapshot } = found;
  const without =
    snapshot.leftOut.length === 0 ? "" : ` To be short enough it leaves out: ${snapshot.leftOut.join("; ")}.`;
  return `${formatCount(link.length)} characters.${without} Programs that show previews of links may keep it.${isLocal ? " It opens on this machine alone, while the program runs: for others, save the file." : ""}`;
}

/** `d-74D35AS7C-2026-11-26T140510.deploywatch.json` */
function fileName({ deploymentId, takenAt }: Snapshot): string {
  const id = deploymentId.replaceAll(/[^\w-]/g, "_");
  return `${id}-${takenAt.slice(0, 19).replaceAll(":", "")}.deploywatch.json`;
}

function download(text: string, name: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
