// @vitest-environment jsdom
import { fireEvent, screen, within } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import type { CodeDeploy } from "../../src/aws/codedeploy/operations.ts";
import { AppError } from "../../src/errors/app-error.ts";
import { AccountLists } from "../../src/pages/home/AccountLists.tsx";
import { clear, pass, prepareListPages, show, text, throttled } from "./list-page.tsx";

// The fixed sentences of the home page's lists, each beside an answer that would make it false.

prepareListPages();

const NONE = { items: [], nextToken: undefined };

/** The lists of an account without anything in it, whose answers may be others. */
const showLists = (answers: Partial<CodeDeploy>, regions = ["us-east-1", "eu-west-1"]) =>
  show(
    { listDeployments: async () => NONE, listApplications: async () => NONE, ...answers },
    <AccountLists regions={regions} />,
  );

const part = (name: string) => screen.getByRole("region", { name });

describe("the home page does not say", () => {
  test("that nothing runs or failed, where a list goes on, or a Region did not answer", async () => {
    await showLists({});
    expect(part("Running now").textContent).toContain("AWS lists no deployment that has not ended.");
    clear();
    const others: Partial<CodeDeploy>["listDeployments"][] = [
      async () => ({ items: [], nextToken: "more" }),
      ({ region }) => (region === "eu-west-1" ? throttled() : Promise.resolve(NONE)),
    ];
    for (const listDeployments of others) {
      await showLists(listDeployments ? { listDeployments } : {});
      for (const name of ["Running now", "Failed in the last 24 hours"])
        expect(part(name).textContent).toContain("AWS has so far listed no deployment");
      clear();
    }
  });

  test("that nothing runs, where AWS does not list by every status", async () => {
    await showLists({
      listDeployments: async ({ statuses }) => {
        if (statuses?.includes("Ready"))
          throw new AppError("unknown", { awsCode: "InvalidDeploymentStatusException" });
        return NONE;
      },
    });
    const running = part("Running now").textContent;
    expect(running).toContain("AWS lists no deployment that is created, queued or in progress.");
    expect(running).not.toContain("has not ended");
    expect(text()).toContain("AWS does not list by the statuses Baking and Ready");
  });

  test("that what AWS did not answer stays away: a button asks again", async () => {
    let isThrottled = true;
    const unlessThrottled = <Answer,>(answer: Answer) =>
      isThrottled ? throttled() : Promise.resolve(answer);
    await showLists({
      listDeployments: () => unlessThrottled(NONE),
      listApplications: () => unlessThrottled({ items: ["web"], nextToken: undefined }),
    });
    expect(screen.queryAllByRole("region")).toEqual([]);
    isThrottled = false;
    for (const button of screen.getAllByRole("button", { name: "Look again" })) fireEvent.click(button);
    await pass(100);
    expect(part("Running now").textContent).toContain("AWS lists no deployment");
    expect(within(part("Applications")).getAllByRole("link")).toHaveLength(2);
  });

  test("that these are all applications, where the list breaks off", async () => {
    await showLists(
      {
        listApplications: ({ nextToken }) => {
          if (nextToken === undefined) return Promise.resolve({ items: [], nextToken: "more" });
          if (nextToken === "last") return throttled();
          return Promise.resolve({ items: ["web"], nextToken: "last" });
        },
      },
      ["us-east-1"],
    );
    expect(within(part("Applications")).getAllByRole("link")).toHaveLength(1);
    expect(text()).toContain("AWS’s list of applications goes on in us-east-1");
  });
});
