import type { Query, QueryClient } from "@tanstack/react-query";
import * as v from "valibot";
import { isRecord } from "../../values/is-record.ts";
import type { DeploymentRef } from "../../codedeploy/deployment/deployment.ts";
import type { TargetList } from "../../codedeploy/targets/target-list.ts";
import { AppError } from "../../errors/app-error.ts";
import type { Deployments } from "../deployments.ts";
import { isKept } from "./answer-schemas.ts";
import { failureOf } from "./failure-schema.ts";
import type { Snapshot } from "./snapshot-schema.ts";
import { FORMAT, SnapshotSchema, VERSION } from "./snapshot-schema.ts";
import { keptTargets } from "./targets-schema.ts";

/**
 * What the page of a deployment holds now: what it has asked for what it shows, and whatever else it has asked about the
 * deployment, each with its answer or why there is none.
 *
 * @param client the cache of the page
 * @param nowMs epoch ms
 * @throws where it holds what could not be opened again, which is a fault of the page
 */
export function takeSnapshot(
  client: QueryClient,
  deployments: Deployments,
  ref: DeploymentRef,
  nowMs: number,
): Snapshot {
  const { error, failures, transitions, record } = deployments.poll(ref).store.get();
  const { region, deploymentId } = ref;
  const queries = client.getQueryCache().getAll();
  const held = queries.filter(
    (query) =>
      isKept(String(query.queryKey[0])) && (query.isActive() || query.queryKey.includes(deploymentId)),
  );
  const taken = {
    format: FORMAT,
    version: VERSION,
    takenAt: new Date(nowMs).toISOString(),
    region,
    deploymentId,
    ...(record.answeredAtMs !== undefined && { answeredAt: new Date(record.answeredAtMs).toISOString() }),
    ...(error && { failure: { ...failureOf(error), failures } }),
    joins: [...deployments.aws.joins],
    transitions: [...transitions],
    redacted: {},
    leftOut: [],
    answers: held.flatMap(keptAnswer),
  };
  return v.parse(SnapshotSchema, JSON.parse(JSON.stringify(taken, withoutOddNumbers)));
}

/** JSON has no word for them. */
function withoutOddNumbers(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isFinite(value) ? undefined : value;
}

function keptAnswer({ queryKey: [about, ...rest], state }: Query): object[] {
  const answer = plainAnswer(String(about), state.data);
  const failure = state.error instanceof AppError ? failureOf(state.error) : undefined;
  if (answer === undefined && !failure) return [];
  // What is absent stands in a key as in JSON.
  const of = rest.map((part) => part ?? null);
  return [{ about, of, ...(answer !== undefined && { answer }), ...(failure && { failure }) }];
}

/** An answer in the form of the file. */
function plainAnswer(about: string, data: unknown): unknown {
  if (!isRecord(data)) return data;
  // What AWS sent holds all that the decoded answer does.
  if (about === "deployment") return data["raw"];
  if (about === "targets" && isTargetList(data)) return keptTargets(data);
  return data;
}

function isTargetList(data: object): data is TargetList {
  return "entries" in data && data.entries instanceof Map;
}
