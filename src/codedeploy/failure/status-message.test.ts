import { expect, test } from "vitest";
import { statusMessages } from "./status-message.ts";

test("AWS's messages are shown once each, the deprecated member last, empty ones not at all", () => {
  expect(
    statusMessages({
      deploymentStatusMessages: ["Instances were kept.", "", "Instances were kept."],
      additionalDeploymentStatusInfo: "Older words.",
    }),
  ).toEqual(["Instances were kept.", "Older words."]);
});

test("no messages are the usual case", () => {
  expect(statusMessages({ deploymentStatusMessages: [] })).toEqual([]);
  expect(statusMessages({})).toEqual([]);
});
