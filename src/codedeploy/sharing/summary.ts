import { formatDuration } from "../../format/duration.ts";
import { plainOutput } from "../../format/ansi.ts";
import { cutText, visibleText } from "../../format/text.ts";
import type { Deployment, DeploymentRef } from "../deployment/deployment.ts";
import { platformFacts } from "../deployment/platform.ts";
import { rollback } from "../deployment/rollback.ts";
import { statusFacts } from "../deployment/status.ts";
import { timing } from "../deployment/timing.ts";
import { failureAdvice } from "../failure/failure-advice.ts";
import { causeWords, failureCause, statusMessages } from "../failure/failure-cause.ts";
import type { FailureGroup } from "../failure/failure-groups.ts";
import { failureGroups, groupTitle, outcomeWords } from "../failure/failure-groups.ts";
import { lastWords } from "../failure/log-tail.ts";
import { revisionOf, revisionParts } from "../revision/revision.ts";
import type { Target } from "../targets/target.ts";
import { waitedForWords, waitedMs, waitedTimes } from "../waiting/waited-time.ts";
import { waiting, waitingWords } from "../waiting/waiting.ts";
import { LOG_LEFT_OUT } from "./redaction.ts";

/** A piece of a line: words of ours, which may quote AWS, or what somebody may want to copy. */
export type SummaryPiece = { kind: "words" | "strong" | "value"; text: string };

/** One part of a summary, in the order in which a person reads it. */
export type SummaryPart =
  | { kind: "line"; label?: string; pieces: readonly SummaryPiece[] }
  /** What a script wrote, or that it was left out. */
  | { kind: "log"; lines: readonly string[] }
  | { kind: "link"; url: string };

/** What a summary is made of. */
export interface Summarized extends DeploymentRef {
  deployment: Deployment;
  /** Those of which the details are known, of so many in all. */
  targets: readonly Target[];
  targetCount: number;
  /** What is usual for the group, in milliseconds. */
  usualMs: number | undefined;
  /** The images of what it brings, where they are known. */
  images: readonly string[];
  /** The page's address. */
  link: string;
  /** Epoch ms. */
  nowMs: number;
}

/** So much of a text of AWS's is enough for a message in a chat. */
const MAX_TEXT = 300;
const MAX_PARTS = 4;

/**
 * A deployment in a few lines for a chat or a ticket: status, names, revision, duration beside the usual one, why it failed with
 * the last lines of the log, rollback, link. Only what AWS has said.
 */
export function summary(shown: Summarized): SummaryPart[] {
  const { deployment, deploymentId, region, link } = shown;
  const names = [deployment.applicationName, deployment.deploymentGroupName].filter(Boolean);
  return [
    {
      kind: "line",
      pieces: [
        { kind: "strong", text: statusFacts(deployment.status).word },
        ...names.map((text = "") => value(text)),
      ],
    },
    { kind: "line", label: "Deployment", pieces: [value(deploymentId), words(`in ${region}`)] },
    ...revisionLines(shown),
    ...durationLines(shown),
    ...waitLines(shown),
    ...causeParts(shown),
    ...rollbackLines(deployment),
    { kind: "link", url: link },
  ];
}

function revisionLines({ deployment, images }: Summarized): SummaryPart[] {
  const revision = revisionOf(deployment.revision);
  const parts = revision ? revisionParts(revision) : [];
  const lines: SummaryPart[] = [];
  // The text of an AppSpec file is no name of it.
  const named = parts.filter(({ name }) => name !== "Content" && name !== "Bundle type").slice(0, MAX_PARTS);
  if (named.length > 0)
    lines.push({ kind: "line", label: "Revision", pieces: named.map((part) => value(part.value)) });
  if (images.length > 0) lines.push({ kind: "line", label: "Images", pieces: images.map(value) });
  return lines;
}

/** What it waits for, where that is what the page says first. */
function waitLines({ deployment }: Summarized): SummaryPart[] {
  const wait = waiting(deployment);
  // Of a status that this version does not know, the page's own words would help nobody.
  const { isKnown, meaning } = statusFacts(deployment.status);
  const { now, next } = waitingWords(wait) ?? {};
  const sentences = [isKnown ? meaning : undefined, now, next].filter((text) => text !== undefined);
  return sentences.length === 0 ? [] : [line("Now", ...sentences.map(words))];
}

const COUNTED_FROM = { start: " since it started", creation: " since it was created" };

function durationLines({ deployment, targets, usualMs, nowMs }: Summarized): SummaryPart[] {
  const { span } = timing(deployment);
  if (span.kind === "unknown") return [];
  const isOver = span.kind === "total";
  const lengthMs = isOver ? span.lengthMs : Math.max(0, nowMs - span.sinceMs);
  const waits = waitedTimes(deployment, targets);
  const waitMs = waitedMs(waits, nowMs);
  const length = `${formatDuration(lengthMs)}${isOver ? "" : COUNTED_FROM[span.base]}`;
  const waited = waitMs > 0 ? `, ${formatDuration(waitMs)} of it ${waitedForWords(waits)}` : "";
  const usual = usualMs === undefined ? "" : `, usually ${formatDuration(usualMs)}`;
  return [line(isOver ? "Took" : "So far", words(`${length}${waited}${usual}`))];
}

/** Why it went wrong: what the first failing targets say, else what AWS says of the whole. */
function causeParts(shown: Summarized): SummaryPart[] {
  const { deployment, targets } = shown;
  const cause = failureCause(deployment);
  const [group] = failureGroups(targets);
  const { targetNoun } = platformFacts(deployment);
  const parts: SummaryPart[] = [];
  // AWS's own words about the whole say little beside those of a target, unless it was stopped from outside.
  const isFromOutside = cause?.kind === "alarm" || cause?.kind === "stopped-by-hand";
  if (cause && (!group || isFromOutside)) {
    parts.push(
      why(cause.kind === "told" ? value(cause.message) : words(causeWords(cause, targetNoun).summary)),
    );
  }
  if (cause?.kind === "alarm" && cause.alarmNames.length > 0) {
    parts.push({ kind: "line", label: "Alarms", pieces: cause.alarmNames.map(value) });
  }
  if (group) parts.push(...groupParts(group, shown));
  const message = deployment.errorInformation?.message;
  if (!group && message && cause?.kind !== "told") parts.push(said(message));
  for (const text of group ? [] : statusMessages(deployment).slice(0, 1)) parts.push(said(text));
  return parts;
}

function groupParts(group: FailureGroup, { deployment, targets, targetCount }: Summarized): SummaryPart[] {
  const { failure, targetIds } = group;
  const { targetNoun } = platformFacts(deployment);
  const diagnostics = failure.kind === "event" ? failure.diagnostics : undefined;
  const target = targets.find(({ id }) => id === targetIds[0]);
  const outcome = outcomeWords(diagnostics) ?? (target && failureAdvice(failure, target, deployment).meaning);
  // Of one that has succeeded, or goes on, it is no reason.
  const isEnd = deployment.status === "Failed" || deployment.status === "Stopped";
  const parts = [
    line(
      isEnd ? WHY : "Failures",
      words(`${groupTitle(group, targetCount, targetNoun, deployment)}.`),
      ...(outcome ? [words(outcome)] : []),
    ),
  ];
  if (outcomeWords(diagnostics) === undefined && diagnostics?.message) parts.push(said(diagnostics.message));
  const log = logLines(diagnostics?.logTail, diagnostics?.scriptName);
  return log.length > 0 ? [...parts, { kind: "log", lines: log }] : parts;
}

function logLines(logTail: string | undefined, script: string | undefined): string[] {
  if (logTail === LOG_LEFT_OUT) return [LOG_LEFT_OUT];
  return lastWords(logTail, script).map(({ text }) => visibleText(plainOutput(text)));
}

function rollbackLines(deployment: Deployment): SummaryPart[] {
  const { undoneById, undoesId } = rollback(deployment) ?? {};
  return [
    ...(undoneById === undefined ? [] : [line("Rolled back by", value(undoneById))]),
    ...(undoesId === undefined ? [] : [line("Rolls back", value(undoesId))]),
  ];
}

const WHY = "Why";

function why(...pieces: SummaryPiece[]): SummaryPart {
  return line(WHY, ...pieces);
}

function said(text: string): SummaryPart {
  return line("AWS says", value(text));
}

function line(label: string, ...pieces: SummaryPiece[]): SummaryPart {
  return { kind: "line", label, pieces };
}

function words(text: string): SummaryPiece {
  return { kind: "words", text: oneLine(text) };
}

function value(text: string): SummaryPiece {
  return { kind: "value", text: oneLine(text) };
}

/** A text of AWS's in one line, with what is hidden in it written out. */
function oneLine(text: string): string {
  const joined = visibleText(text).replaceAll(/\s+/g, " ").trim();
  return joined.length > MAX_TEXT ? `${cutText(joined, MAX_TEXT)}…` : joined;
}
