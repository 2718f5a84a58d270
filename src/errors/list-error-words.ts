import { lookUp } from "../values/look-up.ts";
import type { AppError } from "./app-error.ts";
import type { ErrorWords } from "./error-words.ts";
import { errorWords } from "./error-words.ts";
import { isExplicitDenial, permissionStep } from "./refusal.ts";

const NAMES = "Names have 1 to 100 letters, digits and the characters . _ + = , @ -";

/** AWS's refusals of names, by their type. */
const WORDS: Readonly<Record<string, ErrorWords>> = {
  ApplicationDoesNotExistException: {
    title: "No such application here",
    meaning: "AWS finds no application with this name in this Region and account.",
    steps: [
      "Compare the name with the one in the console: capital letters count.",
      "The application is in another Region or account, or it was deleted.",
    ],
  },
  DeploymentGroupDoesNotExistException: {
    title: "No such deployment group here",
    meaning: "AWS finds no deployment group with this name in this application.",
    steps: [
      "Compare the name with the one in the console: capital letters count.",
      "The group was deleted, and its deployments with it.",
    ],
  },
  InvalidApplicationNameException: {
    title: "This is not the name of an application",
    meaning: "AWS did not take the name in the address.",
    steps: [NAMES],
  },
  InvalidDeploymentGroupNameException: {
    title: "This is not the name of a deployment group",
    meaning: "AWS did not take the name in the address.",
    steps: [NAMES],
  },
};

/** The words for a failure to list applications, groups or deployments. */
export function listErrorWords(error: Pick<AppError, "kind" | "awsCode" | "action" | "detail">): ErrorWords {
  const known = lookUp(WORDS, error.awsCode);
  if (known) return known;
  const words = errorWords(error);
  if (error.kind !== "access-denied") return words;
  return {
    ...words,
    title: "Not allowed to list this",
    steps: [
      permissionStep(error.detail),
      ...(isExplicitDenial(error.detail)
        ? []
        : [
            "If the policy names applications or deployment groups, check that this one and its Region are among them.",
          ]),
    ],
  };
}
