import { QueryClient } from "@tanstack/react-query";
import { JOINS } from "../../aws-names/services.ts";
import type { Aws } from "../../aws/aws.ts";
import { readDeployment } from "../../aws/codedeploy/heard-answers.ts";
import type { Json } from "../../codedeploy/deployment/deployment.ts";
import { AppError } from "../../errors/app-error.ts";
import { randomText } from "../../values/random-text.ts";
import type { Deployments } from "../deployments.ts";
import { createDeployments } from "../deployments.ts";
import { appErrorFrom } from "./failure-schema.ts";
import type { KeptAnswer, Snapshot } from "./snapshot-schema.ts";
import { isKeptTargets, targetListOf } from "./targets-schema.ts";

/** What the views of a page ask, where it shows a snapshot. */
export interface SnapshotSource {
  client: QueryClient;
  deployments: Deployments;
}

/**
 * The answers of a snapshot in the place of AWS's: a cache that holds them, asks nobody, and never asks again. What was not kept
 * fails as AppError `not-kept`.
 */
export function snapshotSource(snapshot: Snapshot): SnapshotSource {
  const client = cacheThatAsksNobody();
  for (const kept of snapshot.answers) keep(client, kept, Date.parse(snapshot.takenAt));
  // A name of its own: no tab may add to what was kept.
  const deployments = createDeployments(nobody(snapshot), client, `snapshot ${randomText()}`);
  const { failure, answeredAt, transitions } = snapshot;
  const { store } = deployments.poll(snapshot);
  store.set({
    transitions: transitions.map(({ from, to, seenAtMs, uncertaintyMs }) => ({
      from,
      to,
      seenAtMs,
      uncertaintyMs,
    })),
    error: failure && appErrorFrom(failure),
    failures: failure?.failures ?? 0,
    record: {
      ...store.get().record,
      answeredAtMs: answeredAt === undefined ? undefined : Date.parse(answeredAt),
    },
  });
  return { client, deployments };
}

/** A cache of which no question is asked, whatever it says of how often it is. */
function cacheThatAsksNobody(): QueryClient {
  const client = new QueryClient();
  const usual = client.defaultQueryOptions.bind(client);
  client.defaultQueryOptions = (options) => usual(Object.assign({ ...options }, NEVER_ASKED));
  return client;
}

const NEVER_ASKED = {
  queryFn: () => Promise.reject(new AppError("not-kept")),
  // Without a network, too.
  networkMode: "always",
  retry: false,
  retryOnMount: false,
  refetchOnMount: false,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  refetchInterval: false,
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
} as const;

function keep(client: QueryClient, kept: KeptAnswer, atMs: number): void {
  const { about, of, failure } = kept;
  const data = answerOf(kept);
  client.getQueryCache().build(
    client,
    { queryKey: [about, ...of] },
    {
      data,
      dataUpdateCount: data === undefined ? 0 : 1,
      dataUpdatedAt: atMs,
      error: failure ? appErrorFrom(failure) : null,
      errorUpdateCount: failure ? 1 : 0,
      errorUpdatedAt: failure ? atMs : 0,
      fetchFailureCount: failure ? 1 : 0,
      fetchFailureReason: null,
      fetchMeta: null,
      isInvalidated: false,
      status: failure ? "error" : data === undefined ? "pending" : "success",
      fetchStatus: "idle",
    },
  );
}

/** An answer in the form that its question has it in the cache. */
function answerOf({ about, answer }: KeptAnswer): unknown {
  if (about === "targets" && isKeptTargets(answer)) return targetListOf(answer);
  if (about !== "deployment") return answer;
  const read = readDeployment(jsonOf(answer));
  return "answer" in read ? read.answer : undefined;
}

function jsonOf(answer: unknown): Json {
  return JSON.parse(JSON.stringify(answer ?? null));
}

/** AWS, of which only is known which joins the page had asked. */
function nobody({ joins }: Snapshot): Aws {
  const service = new Proxy(Object.create(null), {
    get: () => () => Promise.reject(new AppError("not-kept")),
  });
  const asked = JOINS.filter((join) => joins.includes(join));
  return new Proxy(Object.create(null), { get: (_, name) => (name === "joins" ? asked : service) });
}
