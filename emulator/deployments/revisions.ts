import type { RevisionLocation } from "@aws-sdk/client-codedeploy";
import { revisionKey } from "../timeline/revisions.ts";
import type { Wire } from "../wire.ts";

/** A revision that somebody has registered with an application. */
export interface RegisteredRevision {
  readonly revision: Wire<RevisionLocation>;
  readonly description?: string;
  readonly registeredAtMs: number;
}

/** The revisions that were registered, by Region and application. */
export class Revisions {
  readonly #registered = new Map<string, Map<string, RegisteredRevision>>();

  /** Registers a revision; one that is known already gets another description. */
  add(region: string, applicationName: string, added: RegisteredRevision): void {
    const key = JSON.stringify([region, applicationName]);
    const own = this.#registered.get(key) ?? new Map<string, RegisteredRevision>();
    this.#registered.set(key, own);
    const known = own.get(revisionKey(added.revision));
    own.set(revisionKey(added.revision), {
      ...added,
      registeredAtMs: known?.registeredAtMs ?? added.registeredAtMs,
    });
  }

  find(
    region: string,
    applicationName: string,
    revision: Wire<RevisionLocation>,
  ): RegisteredRevision | undefined {
    return this.#registered.get(JSON.stringify([region, applicationName]))?.get(revisionKey(revision));
  }
}
