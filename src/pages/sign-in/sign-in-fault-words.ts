import type { SignInFault } from "../../access/sign-in/sign-in-failure.ts";
import type { ErrorWords } from "../../errors/error-words.ts";

/** What each fault of a sign-in means, and what to do. */
export const SIGN_IN_FAULT_WORDS: Readonly<Record<SignInFault["kind"], ErrorWords>> = {
  cancelled: {
    title: "You are not signed in",
    meaning: "The sign-in was cancelled, or this account may not use Deploywatch.",
    steps: ["Sign in again, with another account if need be.", "Or ask whoever runs this site for access."],
  },
  refused: {
    title: "The sign-in service refused",
    meaning: "It gave a reason, which is below.",
    steps: ["Sign in again.", "If it lasts, send the reason to whoever runs this site."],
  },
  "unknown-return": {
    title: "This sign-in was not begun here",
    meaning:
      "The page was opened with the answer to a sign-in that this tab does not know: it was used already, is too old, or belongs to another tab.",
    steps: ["Sign in again. Nothing that came with this address was used."],
  },
  "expired-code": {
    title: "The sign-in took too long",
    meaning: "Its answer was good for a few minutes and for one use.",
    steps: ["Sign in again."],
  },
  unreachable: {
    title: "The sign-in service cannot be reached",
    meaning: "You were sent back from it, but this page could not finish the sign-in there.",
    steps: [
      "Check the connection and the VPN, then sign in again.",
      "If it lasts, whoever runs this site must check signIn in config.json and connect-src in the site’s Content-Security-Policy.",
    ],
  },
  "no-storage": {
    title: "This browser does not let the page remember anything",
    meaning: "To sign in, the page must remember for a moment what you came for. Site data are blocked.",
    steps: ["Allow this site to store data, or use another window, then load the page again."],
  },
  insecure: {
    title: "This page was not opened over https",
    meaning: "Browsers do the cryptography that a sign-in needs over https only.",
    steps: ["Open the same address with https:// in front."],
  },
};
