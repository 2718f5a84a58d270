import { queryOptions, useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { CloudWatch } from "../../aws/cloudwatch/operations.ts";
import type { Alarm, AlarmChange, AlarmsByKind } from "../../codedeploy/alarms/alarm.ts";
import { alarmsNamed } from "../../codedeploy/alarms/alarm.ts";
import type { AlarmOnset } from "../../codedeploy/alarms/alarm-onset.ts";
import { alarmOnset, onsetWindow } from "../../codedeploy/alarms/alarm-onset.ts";
import { watchedAlarms } from "../../codedeploy/alarms/watched-alarms.ts";
import type { Deployment } from "../../codedeploy/deployment/deployment.ts";
import { failureCause } from "../../codedeploy/failure/failure-cause.ts";
import { alarmOverride } from "../../codedeploy/settings/safety.ts";
import type { GroupRef } from "../../codedeploy/group/deployment-group.ts";
import type { AppError } from "../../errors/app-error.ts";
import { ONCE, deploymentGroupOptions } from "../deployment-group.ts";
import { useAws } from "../deployments-context.ts";
import { useJoinInterval } from "./join-interval.ts";

const AFTER_FAULT_MS = 60_000;
/** So many histories are asked for at most: a group has up to ten alarms, and few of them stop a deployment together. */
const MOST_HISTORIES = 5;

/** @param occasion tells what is asked while a deployment runs from what is asked once it has ended, and before the next one */
function alarmsOptions(
  cloudWatch: CloudWatch,
  occasion: "running" | "ended" | "next",
  region: string,
  alarmNames: readonly string[],
) {
  return queryOptions<AlarmsByKind, AppError>({
    queryKey: ["alarms", occasion, region, ...alarmNames],
    queryFn: ({ signal }) => cloudWatch.describeAlarms({ region, alarmNames }, signal),
    ...ONCE,
  });
}

/** The states of the alarms that may stop a deployment. */
export interface WatchedAlarmsState {
  /** `undefined` while they are asked for. Those in alarm come first. */
  alarms: readonly Alarm[] | undefined;
  /** Names of which CloudWatch knows no alarm, or shows none to this role. */
  missing: readonly string[];
  /** Why they are not known, or no longer up to date. */
  error: AppError | undefined;
  /** Whether the first answer is on its way. */
  isAsking: boolean;
}

/**
 * The alarms that may stop a deployment that runs, kept up to date. `undefined` where no alarm may, and where config.json does
 * not list the join. One request for the group, then one for every few polls of the deployment.
 *
 * @param polls whether this call is the one that keeps them up to date: each that does asks for itself
 * @param isWanted whether to ask: what has ended is stopped by no alarm, and the next deployment of its group may be
 */
export function useWatchedAlarms(
  region: string,
  deployment: Deployment,
  { polls, isWanted = true }: { polls: boolean; isWanted?: boolean },
): WatchedAlarmsState | undefined {
  const { joins, codeDeploy, cloudWatch } = useAws();
  const isOn = isWanted && joins.includes("alarms");
  const { applicationName = "", deploymentGroupName = "" } = deployment;
  const hasOwn = alarmOverride(deployment) !== undefined;
  const isMember = applicationName !== "" && deploymentGroupName !== "";
  const group = useQuery({
    ...deploymentGroupOptions(codeDeploy, { region, applicationName, deploymentGroupName }),
    enabled: isOn && !hasOwn && isMember,
    refetchInterval: ({ state }) => (state.error?.isTransient ? AFTER_FAULT_MS : false),
  });
  const watched = useMemo(
    () => (hasOwn || group.data ? watchedAlarms(deployment, group.data?.alarmConfiguration) : undefined),
    [hasOwn, deployment, group.data],
  );
  const names = watched?.kind === "named" ? watched.names : NONE;
  const refetchInterval = useJoinInterval(region, deployment.deploymentId ?? "", { polls });
  const asked = useQuery({
    ...alarmsOptions(cloudWatch, "running", region, names),
    enabled: isOn && names.length > 0,
    refetchInterval,
  });
  const found = useMemo(() => asked.data && alarmsNamed(names, asked.data), [names, asked.data]);
  if (!isOn || (!hasOwn && !isMember) || watched?.kind === "none") return undefined;
  const error = group.error ?? asked.error ?? undefined;
  return {
    alarms: found?.alarms,
    missing: found?.missing ?? [],
    error,
    isAsking: !found && !error,
  };
}

const NONE: readonly string[] = [];

/** What is known of the alarms that would stop the next deployment of a group. */
export interface FiringAlarmsState {
  /** The names of those in alarm. */
  firing: readonly string[];
  /** Why it is not known whether any is. */
  error: AppError | undefined;
}

/** When somebody is about to act on it, an answer is asked for again that is older than this. */
const FRESH_MS = 10_000;

/**
 * Which alarms would stop the next deployment of a group: those that the group has, whatever a deployment before it had. Asked for once
 * somebody is about to start one; nothing where config.json does not list the join.
 */
export function useFiringAlarms(group: GroupRef): FiringAlarmsState {
  const { joins, codeDeploy, cloudWatch } = useAws();
  const isOn = joins.includes("alarms");
  const { region } = group;
  const found = useQuery({
    ...deploymentGroupOptions(codeDeploy, group),
    staleTime: FRESH_MS,
    enabled: isOn && group.applicationName !== "" && group.deploymentGroupName !== "",
  });
  const watched = found.data ? watchedAlarms({}, found.data.alarmConfiguration) : undefined;
  const names = watched?.kind === "named" ? watched.names : NONE;
  const asked = useQuery({
    ...alarmsOptions(cloudWatch, "next", region, names),
    staleTime: FRESH_MS,
    enabled: isOn && names.length > 0,
  });
  const all = asked.data ? alarmsNamed(names, asked.data).alarms : [];
  return {
    firing: all.flatMap(({ isFiring, name }) => (isFiring ? [name] : [])),
    error: found.error ?? asked.error ?? undefined,
  };
}

/** What is known of alarms that have stopped a deployment. */
export interface StopAlarmsState {
  /** As they are now; `undefined` while they are asked for. */
  alarms: readonly Alarm[] | undefined;
  /** When each went into alarm, by its name, as far as that is known; `undefined` while it is asked for. */
  onsets: ReadonlyMap<string, AlarmOnset> | undefined;
  error: AppError | undefined;
  /** Whether the first answers are on their way. */
  isAsking: boolean;
}

/** The alarms that have stopped a deployment, asked for once: as they are now, and when they went into alarm. */
export function useStopAlarms(region: string, deployment: Deployment): StopAlarmsState {
  const { joins, cloudWatch } = useAws();
  const alarmNames = useMemo(() => {
    const cause = failureCause(deployment);
    return cause?.kind === "alarm" ? cause.alarmNames : NONE;
  }, [deployment]);
  const enabled = joins.includes("alarms") && alarmNames.length > 0;
  const now = useQuery({ ...alarmsOptions(cloudWatch, "ended", region, alarmNames), enabled });
  const { fromMs = 0, untilMs = 0 } = onsetWindow(deployment) ?? {};
  const hasEnd = untilMs > 0;
  const history = useQuery<AlarmChange[], AppError>({
    queryKey: ["alarm-history", region, fromMs, untilMs, ...alarmNames],
    queryFn: async ({ signal }) => {
      const changes = alarmNames
        .slice(0, MOST_HISTORIES)
        .map((alarmName) => cloudWatch.describeAlarmHistory({ region, alarmName, fromMs, untilMs }, signal));
      return (await Promise.all(changes)).flat();
    },
    enabled: enabled && hasEnd,
    ...ONCE,
  });
  return useMemo(() => {
    const alarms = now.data && alarmsNamed(alarmNames, now.data).alarms;
    const isAnswered = history.isFetched || !hasEnd;
    const onsets =
      alarms && isAnswered ? onsetsOf(deployment, alarmNames, history.data ?? [], alarms) : undefined;
    const error = now.error ?? history.error ?? undefined;
    return { alarms, onsets, error, isAsking: enabled && !onsets && !error };
  }, [
    enabled,
    deployment,
    alarmNames,
    hasEnd,
    now.data,
    now.error,
    history.data,
    history.error,
    history.isFetched,
  ]);
}

function onsetsOf(
  deployment: Deployment,
  alarmNames: readonly string[],
  changes: readonly AlarmChange[],
  alarms: readonly Alarm[],
): ReadonlyMap<string, AlarmOnset> {
  return new Map(
    alarmNames.flatMap((name) => {
      const own = changes.filter(({ AlarmName }) => AlarmName === name);
      const now = alarms.find((alarm) => alarm.name === name);
      const onset = alarmOnset(deployment, own, now);
      return onset ? [[name, onset]] : [];
    }),
  );
}
