import { useSyncExternalStore } from "react";
import { fromFragment } from "../../queries/snapshot/fragment.ts";
import type { SnapshotFault } from "../../queries/snapshot/read-snapshot.ts";
import type { Snapshot } from "../../queries/snapshot/snapshot-schema.ts";

/** What has been opened in this tab. It is kept in memory alone. */
export type Opened =
  | { state: "nothing" }
  | { state: "reading" }
  | { state: "fault"; fault: SnapshotFault }
  | { state: "open"; snapshot: Snapshot };

let opened: Opened = { state: "nothing" };
const listeners = new Set<() => void>();

function set(changed: Opened): void {
  opened = changed;
  for (const listen of listeners) listen();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useOpened(): Opened {
  return useSyncExternalStore(subscribe, () => opened);
}

/** The check of snapshots, which nothing else needs. */
const checks = () => import("../../queries/snapshot/read-snapshot.ts");

/** Reads a file of this device; it goes nowhere. */
export async function openFile(file: File): Promise<void> {
  await open(async () => {
    const { MAX_FILE_BYTES, readSnapshot, TOO_LARGE } = await checks();
    return file.size > MAX_FILE_BYTES ? { fault: TOO_LARGE } : readSnapshot(await file.text());
  });
}

/** Reads the snapshot that the fragment of the address holds. */
export async function openFragment(hash: string): Promise<void> {
  await open(async () => {
    const { readSnapshot, TOO_LARGE } = await checks();
    const found = await fromFragment(hash);
    if (found === "too-large") return { fault: TOO_LARGE };
    return found === "damaged" ? { fault: CUT_LINK } : readSnapshot(found.text);
  });
}

const CUT_LINK: SnapshotFault = {
  title: "This link is not whole",
  detail: "What it holds cannot be unpacked: a program on its way may have cut it. Ask for the file.",
};

async function open(read: () => Promise<{ snapshot: Snapshot } | { fault: SnapshotFault }>): Promise<void> {
  set({ state: "reading" });
  try {
    const found = await read();
    set("snapshot" in found ? { state: "open", ...found } : { state: "fault", ...found });
  } catch (error) {
    set({ state: "fault", fault: { title: "The snapshot could not be read", detail: String(error) } });
  }
}
