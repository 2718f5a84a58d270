import { awsServices } from "../aws-names/services.ts";
import { lookUp } from "../values/look-up.ts";
import type { AppError, AppErrorKind } from "./app-error.ts";
import { isSignInEnded } from "./app-error.ts";
import { isExplicitDenial, permissionStep, refusalFacts, refusedBy } from "./refusal.ts";

/** What a failure means to a person; the same words wherever it is told. */
export interface ErrorWords {
  /** What is wrong, as a heading without a full stop. */
  title: string;
  /** One or two sentences: what that means. */
  meaning: string;
  /** What to check or do, the most likely first. */
  steps: readonly string[];
}

type Evidence = Pick<AppError, "kind" | "awsCode"> & Partial<Pick<AppError, "action" | "detail">>;

/** Words for each kind of failure; `access-denied` is CodeDeploy's refusal. See {@link errorWords}. */
const WORDS: Readonly<Record<AppErrorKind, ErrorWords>> = {
  "not-found": {
    title: "No such deployment here",
    meaning: "AWS finds no deployment with this id in this Region and account. It does not say why:",
    steps: [
      "The id is wrong. Compare it with the one in the console or in your pipeline’s log.",
      "The deployment is in another Region.",
      "It is in another AWS account than the one that this site reads.",
      "It was deleted. Its details go when its application or deployment group is deleted.",
    ],
  },
  "invalid-id": {
    title: "This is not a deployment id",
    meaning: "A deployment id looks like d-74D35AS7C.",
    steps: [
      "Copy the whole id again, from the console or from your pipeline’s log.",
      "Or paste the console’s address, a command or a notification on the home page, which finds the id in it.",
    ],
  },
  "access-denied": {
    title: "Not allowed to read this deployment",
    meaning: "CodeDeploy refused this to the role that the page uses.",
    steps: [
      permissionStep(undefined),
      "If the policy names deployment groups, check that this deployment’s group and Region are among them.",
      "Check the id: where a policy names groups, AWS refuses an id that does not exist with the same words.",
    ],
  },
  "signed-out": {
    title: "AWS does not accept this page’s credentials",
    meaning: "They have expired or were revoked. New ones were tried and refused too.",
    steps: [
      "Load the page again.",
      "If that does not help, send the details below to whoever runs this site: its identity pool or role may have changed.",
    ],
  },
  throttled: {
    title: "AWS asks for fewer requests",
    meaning:
      "The account makes more CodeDeploy calls in this Region than AWS allows. CI jobs, scripts and this page share that limit.",
    steps: [
      "Wait: the page tries again by itself, less often.",
      "If it lasts, find what calls CodeDeploy so often. A CI job that polls every second is the usual one.",
    ],
  },
  "clock-skew": {
    title: "This device’s clock is wrong",
    meaning: "AWS refuses requests whose time is more than five minutes off.",
    steps: ["Let the system set date and time automatically, then try again."],
  },
  network: {
    title: "AWS cannot be reached",
    meaning: "No answer came: this device is offline, or something on the way stops the request.",
    steps: [
      "Check the connection and the VPN.",
      "Try a window without extensions: some block requests to AWS.",
      "In a company network, ask whether the proxy lets requests to amazonaws.com pass.",
    ],
  },
  local: {
    title: "The terminal of this page needs you",
    meaning: "The program there did not ask AWS.",
    steps: ["Look at the terminal."],
  },
  "local-ended": {
    title: "The program of this page has ended",
    meaning: "No answer came from the terminal in which npm start ran.",
    steps: ["Start it again as before, and open the link that it prints."],
  },
  blocked: {
    title: "This site’s own security policy stops the request",
    meaning:
      "The site was served with a Content-Security-Policy that does not allow this page to call AWS here.",
    steps: ["Whoever runs this site must add the Region’s AWS endpoints to connect-src in that header."],
  },
  malformed: {
    title: "The answer could not be read",
    meaning:
      "What came is not what AWS sends. Often a proxy or a network’s sign-in page answered in AWS’s place.",
    steps: ["Open any web page to see whether the network wants you to sign in.", "Then try again."],
  },
  server: {
    title: "AWS has a fault",
    meaning: "CodeDeploy answered that it failed. The deployment itself goes on.",
    steps: ["Wait: the page tries again by itself.", "If it lasts, look at the AWS Health Dashboard."],
  },
  "not-kept": {
    title: "Not in this snapshot",
    meaning: "The page that it was taken of did not have it, or it was left out.",
    steps: ["Ask whoever sent it for a file with more in it."],
  },
  unknown: {
    title: "AWS refused the request",
    meaning: "This version of the page does not know the reason. AWS’s own words are below.",
    steps: ["Try again.", "If it lasts, send the details below to whoever runs this site."],
  },
};

/** Somebody had signed in, and that has come to its end. */
const SIGN_IN_ENDED: ErrorWords = {
  title: "Your sign-in has ended",
  meaning: "It lasts for some hours, or until it is ended elsewhere.",
  steps: ["Sign in again: you come back to exactly what you see."],
};

/** Refusals before any other service was asked at all, by IAM prefix. */
const REFUSED_EARLIER: Readonly<Record<string, ErrorWords>> = {
  "cognito-identity": {
    title: "The identity pool gives no credentials",
    meaning: "Amazon Cognito refused before CodeDeploy was asked.",
    steps: [
      "Whoever runs this site must check identityPoolId in config.json.",
      "Where people sign in, that identity pool must name the issuer and the app client of signIn.",
      "Guest access and the basic (classic) flow must be on in it where guests are let in.",
    ],
  },
  sts: {
    title: "The role does not trust this site’s visitors",
    meaning: "AWS STS refused sts:AssumeRoleWithWebIdentity before CodeDeploy was asked.",
    steps: [
      "Whoever runs this site must check that the role in config.json exists.",
      "The role’s trust policy must name cognito-identity.amazonaws.com and this identity pool.",
    ],
  },
};

/** These words about another service than the one that nearly every request is for. */
function named({ title, meaning, steps }: ErrorWords, service: string): ErrorWords {
  const about = (text: string) => text.replaceAll("CodeDeploy", service);
  return { title, meaning: about(meaning), steps: steps.map(about) };
}

/** The words for a failure: what happened, what it means, what to do. */
export function errorWords({ kind, action, awsCode, detail }: Evidence): ErrorWords {
  if (isSignInEnded({ kind, awsCode })) return SIGN_IN_ENDED;
  const by = refusedBy(action);
  const service = lookUp(awsServices, by)?.name ?? "AWS";
  const words = named(WORDS[kind], service);
  // The program in the terminal says itself what is to be done.
  if (kind === "local" && detail !== undefined) return { ...words, meaning: detail, steps: [] };
  if (kind !== "access-denied") return words;
  const earlier = lookUp(REFUSED_EARLIER, by);
  if (earlier) return earlier;
  if (action === undefined) return words;
  const { role, resource } = refusalFacts(detail);
  const toWhom = role === undefined ? "the role that the page uses" : `the role ${role}`;
  const onWhat = resource === undefined ? "" : ` on ${resource}`;
  return {
    ...words,
    meaning: `${service} refused ${action}${onWhat} to ${toWhom}.`,
    ...(isExplicitDenial(detail) && { steps: [permissionStep(detail)] }),
  };
}
