import type { ReceivedRequest } from "./received-request.ts";
import type { Reply } from "./reply.ts";

/** Does a person look at the emulator with a browser? AWS's own protocols never ask so. */
export function isVisit({ method, path }: ReceivedRequest): boolean {
  return method === "GET" && path === "/";
}

/** What such a person is told. */
export const WELCOME: Reply = {
  status: 200,
  headers: { "content-type": "text/plain; charset=utf-8" },
  body: [
    "This is the AWS emulator of Deploywatch. It speaks the protocols of CodeDeploy, Cognito and STS.",
    "What it can play: /_emulator/scenarios",
    "How to drive it: emulator/README.md",
    "",
  ].join("\n"),
};
