import { useEffect, useRef } from "react";
import { currentAddress, navigate } from "../../app/navigation.ts";
import { Button } from "../../ui/Button.tsx";
import { openFile } from "./opened-snapshot.ts";

/** A way to open the file of a snapshot: chosen, or dropped anywhere on the page. */
export function OpenSnapshot() {
  const inputRef = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Without this a browser leaves the page for the file.
    const allow = (event: DragEvent) => event.preventDefault();
    const take = (event: DragEvent) => {
      event.preventDefault();
      const file = event.dataTransfer?.files[0];
      if (file) show(file);
    };
    addEventListener("dragover", allow);
    addEventListener("drop", take);
    return () => {
      removeEventListener("dragover", allow);
      removeEventListener("drop", take);
    };
  }, []);
  return (
    <section aria-label="Open a snapshot" className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <input
        ref={inputRef}
        type="file"
        accept=".json,application/json"
        aria-label="File of a snapshot"
        className="hidden"
        onChange={({ target }) => {
          const file = target.files?.[0];
          // The same file may be chosen again.
          target.value = "";
          if (file) show(file);
        }}
      />
      <Button onClick={() => inputRef.current?.click()}>Open a snapshot…</Button>
      <p className="text-muted">Or drop the file on this page. It is read here and sent nowhere.</p>
    </section>
  );
}

function show(file: File): void {
  void openFile(file);
  const { page, view } = currentAddress();
  // Another file on the snapshot's page: what the address said belongs to the one before.
  navigate({ page: "snapshot", view }, page === "snapshot" ? "replace" : "push");
}
