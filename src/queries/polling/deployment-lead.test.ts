import { QueryClient } from "@tanstack/react-query";
import { expect, test, vi } from "vitest";
import { AppError } from "../../errors/app-error.ts";
import { deploymentPoll } from "./deployment-poll.ts";

test("the first question does not wait for the lead, which is given up again where AWS refuses for good", async () => {
  const calls: string[] = [];
  const waiting: (() => void)[] = [];
  const poll = deploymentPoll({
    ask: async () => {
      calls.push("asked");
      throw new AppError("not-found");
    },
    ref: { region: "us-east-1", deploymentId: "d-74D35AS7C" },
    client: new QueryClient(),
    share: {
      lead: {
        leads: () => new Promise((resolve) => waiting.push(() => resolve(true))),
        take: async () => {},
        release: () => calls.push("released"),
      },
      channel: { post() {}, heard: () => undefined, isOutdated: () => false, onBody() {}, setDeaf() {} },
    },
  });
  const answer = new QueryClient().fetchQuery(poll.options).catch((error: unknown) => error);
  await vi.waitFor(() => expect(calls).toEqual(["asked"]));
  for (const give of waiting) give();
  expect(await answer).toBeInstanceOf(AppError);
  expect(calls).toEqual(["asked", "released"]);
});
