import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { shortCommit } from "../../aws-names/source-links.ts";
import { cutInMiddle } from "../../format/text.ts";
import { revisionOf } from "./revision.ts";

const MAX_NAME = 40;
const HASH = 7;

/** A revision in one line, by what tells it from others of its group; `undefined` where AWS sent none. */
export function revisionLine(location: RevisionLocation | undefined): string | undefined {
  const revision = revisionOf(location);
  switch (revision?.kind) {
    case undefined:
      return undefined;
    case "GitHub": {
      const { repository, commitId } = revision;
      const parts = [repository && cutInMiddle(repository, MAX_NAME), commitId && shortCommit(commitId)];
      return parts.filter(Boolean).join(" ") || "GitHub";
    }
    case "S3": {
      const { key, version } = revision;
      const parts = [key && cutInMiddle(key, MAX_NAME), version && `version ${version.slice(0, HASH)}`];
      return parts.filter(Boolean).join(", ") || "S3";
    }
    case "String":
    case "AppSpecContent":
      return revision.sha256 ? `AppSpec ${revision.sha256.slice(0, HASH)}` : "AppSpec";
    case "unknown":
      return cutInMiddle(revision.location.revisionType ?? "Unknown revision", MAX_NAME);
  }
}
