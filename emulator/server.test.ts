import { expect, test } from "vitest";
import { configReply } from "./control/site-configs.ts";
import { startEmulator } from "./server.ts";
import { emulatorForTests } from "../testing/test-emulator.ts";

const emulator = emulatorForTests();

test("a preflight is answered as recorded from AWS", async () => {
  const response = await fetch(emulator.url, {
    method: "OPTIONS",
    headers: {
      origin: "http://app.localhost:4173",
      "access-control-request-method": "POST",
      "access-control-request-headers": "authorization,content-type,x-amz-date,x-amz-target",
    },
  });
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-headers": "authorization,content-type,x-amz-date,x-amz-target",
    "access-control-allow-methods": "POST",
    "access-control-expose-headers": "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date",
    "access-control-max-age": "172800",
  });
  const [logged] = await emulator.control.requests({ origin: "http://app.localhost:4173" });
  expect(logged).toMatchObject({ method: "OPTIONS", status: 200 });
});

test("every answer lets a page of another origin read it", async () => {
  const response = await fetch(emulator.url, { method: "POST", body: "{}" });
  expect(response.headers.get("access-control-allow-origin")).toBe("*");
  expect(Date.parse(response.headers.get("date") ?? "")).not.toBeNaN();
});

test("a port in use is told in a sentence, or another one is taken", async () => {
  await expect(startEmulator({ port: emulator.port, strictPort: true })).rejects.toThrow(
    `Port ${emulator.port} is in use: stop what listens there, or set EMULATOR_PORT to a free port.`,
  );
  const other = await startEmulator({ port: emulator.port });
  expect(other.port).not.toBe(emulator.port);
  await other.close();
});

test("each host of the app can have a configuration of its own", async () => {
  const { siteConfigs } = emulator.state;
  await emulator.control.setConfig("mine.localhost", { body: { name: "Mine" } });
  expect(siteConfigs.find("mine.localhost:4173")).toEqual({ body: { name: "Mine" } });
  expect(siteConfigs.find("yours.localhost:4173")).toBeUndefined();
  await emulator.control.removeConfig("mine.localhost");
  expect(siteConfigs.find("mine.localhost")).toBeUndefined();
});

test("a configuration is JSON, any text at all, or not there", () => {
  expect(configReply({ body: { name: "A" } })).toMatchObject({ status: 200, body: '{"name":"A"}' });
  expect(configReply({ body: "<html>", contentType: "text/html" })).toMatchObject({
    body: "<html>",
    headers: { "content-type": "text/html", "cache-control": "no-store" },
  });
  expect(configReply({})).toMatchObject({ status: 404 });
});

test("the control interface says what it does not know", async () => {
  const response = await fetch(`${emulator.url}/_emulator/nonsense`);
  expect(response.status).toBe(404);
  await expect(emulator.control.start("no-such-scenario")).rejects.toThrow("There is no scenario");
  await expect(emulator.control.start("ec2-rolling", { moment: "lunch" })).rejects.toThrow("it has created");
});
