import { canBeRegion, regionsIn } from "../../aws-names/known-regions.ts";
import { asDeploymentId, idsIn } from "./id-in-text.ts";
import type { Statement } from "./shell.ts";
import { statementsIn } from "./shell.ts";
import type { Sighting } from "./sighting.ts";

/** An `aws deploy` command in a text, from `start` to `end`. */
export interface CommandInText {
  start: number;
  end: number;
  /** The Region that it names. */
  region: string | undefined;
  sightings: readonly Sighting[];
}

/** Of the AWS CLI, and of AWS Tools for PowerShell (`Get-CDDeployment -DeploymentId …`). */
const ID_OPTION = /^(?:--deployment-id|-DeploymentId)(s?)(?:[=:](.*))?$/is;
const REGION_OPTION = /^--?region(?:[=:](.*))?$/is;
const AWS = /(?:^|[/\\])aws(?:local|\.exe)?$/i;
/** `deploy get-deployment`, not "deploy failed". */
const OPERATION = /^(?:wait|help|push|install|register|uninstall|deregister|[a-z]+(?:-[a-z]+)+)$/;
/** `AWS_REGION=…`, `$env:AWS_REGION = "…"`, a script's own `REGION=…`. */
const VARIABLE = /^(?:\$env:)?((?:AWS_)?(?:DEFAULT_)?REGION)(?:=(.*))?$/is;
const BEFORE_VARIABLES = /^(?:export|set|setx|env|local|readonly|\$|>)$/i;
/** `--endpoint-url https://codedeploy.eu-west-1.amazonaws.com`. */
const ENDPOINT = /\bcodedeploy(?:-fips)?\.([a-z0-9-]{1,40})\.(?:api\.aws|amazonaws\.com)/i;

/**
 * Every command of CodeDeploy in `text`, with what `--deployment-id` or `--deployment-ids` say. The Region is that of
 * `--region`, else of a variable such as `AWS_REGION`, set for the command or on a line before it.
 */
export function commandsIn(text: string, original: string): CommandInText[] {
  const commands: CommandInText[] = [];
  if (!/deploy/i.test(text)) return commands;
  const session: Variables = {};
  for (const statement of statementsIn(text)) {
    const variables = variablesOf(statement.words);
    if (variables.isAlone) Object.assign(session, variables.set);
    else if (isCommand(statement.words)) {
      commands.push(readCommand(statement, { ...session, ...variables.set }, original));
    }
  }
  return commands;
}

function isCommand(words: readonly string[]): boolean {
  if (words.some((word) => ID_OPTION.test(word))) return true;
  const aws = words.findIndex((word) => AWS.test(word));
  const deploy = aws === -1 ? -1 : words.indexOf("deploy", aws);
  return deploy !== -1 && OPERATION.test(words[deploy + 1] ?? "");
}

function readCommand(
  { words, start, end }: Statement,
  variables: Variables,
  original: string,
): CommandInText {
  const text = original.slice(start, end);
  const sure =
    optionValues(words, REGION_OPTION).find(canBeRegion) ??
    variables.AWS_REGION ??
    variables.AWS_DEFAULT_REGION ??
    variables.REGION ??
    ENDPOINT.exec(text)?.slice(1).find(canBeRegion);
  const named = new Set(regionsIn(words.join(" ")).map(({ region }) => region));
  const region = sure ?? (named.size === 1 ? [...named][0] : undefined);
  const sightingOf = (deploymentId: string, isAside: boolean): Sighting => ({
    deploymentId,
    at: start,
    region,
    isRegionSure: sure !== undefined,
    isAside,
  });
  const meant = idsOf(words).map((id) => sightingOf(id, false));
  const others = idsIn(text).map(({ deploymentId }) => sightingOf(deploymentId, true));
  return { start, end, region: sure, sightings: [...meant, ...others] };
}

/** The words behind an id option: one, or for `--deployment-ids` all up to the first that is no id. */
function idsOf(words: readonly string[]): string[] {
  return words.flatMap((word, place) => {
    const [option, plural, value] = ID_OPTION.exec(word) ?? [];
    if (option === undefined) return [];
    const values =
      value === undefined ? words.slice(place + 1, plural ? endOfIds(words, place + 1) : place + 2) : [value];
    const ids = values.flatMap(idsInWord);
    return plural ? ids : ids.slice(0, 1);
  });
}

function endOfIds(words: readonly string[], from: number): number {
  let end = from;
  while (end < words.length && idsInWord(words[end] ?? "").length > 0) end += 1;
  return end;
}

/** One word may hold several: `d-AAAAAAAA1,d-BBBBBBBB2`. */
function idsInWord(word: string): string[] {
  return word
    .split(/[\s,;"'[\]]+/)
    .flatMap((part) => asDeploymentId(part.replace(/^[^A-Za-z0-9]{1,9}|[^A-Za-z0-9]{1,9}$/g, "")) ?? []);
}

function optionValues(words: readonly string[], option: RegExp): string[] {
  return words.flatMap((word, place) => {
    const found = option.exec(word);
    return found ? (found[1] ?? words[place + 1] ?? "").replace(/[^\w-]/g, "").toLowerCase() : [];
  });
}

type Variables = Partial<Record<"AWS_REGION" | "AWS_DEFAULT_REGION" | "REGION", string>>;

/** The Regions that a command sets as variables, and whether it does nothing else. */
function variablesOf(words: readonly string[]): { set: Variables; isAlone: boolean } {
  const set: Variables = {};
  let others = 0;
  for (const [place, word] of words.entries()) {
    const [, variable, value] = VARIABLE.exec(word) ?? [];
    const isSpaced = variable !== undefined && words[place + 1] === "=";
    const region = (value ?? (isSpaced ? words[place + 2] : undefined) ?? "")
      .replace(/["']/g, "")
      .toLowerCase();
    const name = variable?.toUpperCase();
    if (
      canBeRegion(region) &&
      (name === "AWS_REGION" || name === "AWS_DEFAULT_REGION" || name === "REGION")
    ) {
      set[name] = region;
    } else if (!BEFORE_VARIABLES.test(word)) others += 1;
    if (isSpaced) others -= 2;
  }
  return { set, isAlone: others <= 0 && Object.keys(set).length > 0 };
}
