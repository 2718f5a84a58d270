import * as fc from "fast-check";
import { expect, test } from "vitest";
import { leastCpuMs } from "../../../testing/cpu-time.ts";
import { withoutParticulars } from "./particulars.ts";

test.each([
  [
    "host names of EC2",
    "ip-10-0-1-23.eu-west-1.compute.internal: refused",
    "ip-10-0-9-5.eu-west-1.compute.internal: refused",
  ],
  ["host names of Windows", "EC2AMAZ-8K3J2L did not answer", "EC2AMAZ-0PQ77X did not answer"],
  ["hosts numbered without a hyphen", "web03 did not answer", "web11 did not answer"],
  ["numbered hosts", "web-03: no route to host", "web-11: no route to host"],
  ["names of the DNS", "cannot resolve db1.prod.example.com", "cannot resolve db7.prod.example.com"],
  ["process ids", "kill: (4711) - No such process", "kill: (92) - No such process".replace("92", "9211")],
  ["named process ids", "worker (pid 812) exited", "worker (pid 90312) exited"],
  ["process ids of syslog", "app[812]: panic", "app[90312]: panic"],
  [
    "paths of the agent",
    "cannot open /opt/codedeploy-agent/deployment-root/aaa/d-AAA/x",
    "cannot open /opt/codedeploy-agent/deployment-root/bbb/d-BBB/x",
  ],
  [
    "paths of Windows",
    String.raw`cannot open C:\Users\a\app.config`,
    String.raw`cannot open C:\Users\b\app.config`,
  ],
  [
    "files that differ",
    "already exists at this location: /srv/a.html",
    "already exists at this location: /srv/css/b.css",
  ],
  ["shares", String.raw`cannot reach \\fs01\apps`, String.raw`cannot reach \\fs02\apps`],
  ["times", "12:04:01 gave up", "12:09:55.125 gave up"],
  ["lengths", "no answer after 31.5 s", "no answer after 33 s"],
  ["IPv6 addresses", "connect to 2600:1f18::a1:1 failed", "connect to 2600:1f18::b2:2 failed"],
  ["containers", "container 3f2a1b9c8d7e6f50 exited", "container 90ab12cd34ef5678 exited"],
  ["addresses in memory", "segfault at 0x7ffe12", "segfault at 0x7f0012"],
])("messages are equal but for %s", (_, one, other) => {
  expect(withoutParticulars(one)).toBe(withoutParticulars(other));
});

test.each([
  ["exit codes", "failed with exit code 1", "failed with exit code 2"],
  [
    "scripts of the revision",
    "Script at specified location: scripts/a.sh failed",
    "Script at specified location: scripts/b.sh failed",
  ],
  ["answers of a server", "Server returned codes: 404 'Not Found'", "Server returned codes: 403 'Forbidden'"],
  ["classes", "java.net.BindException", "java.net.ConnectException"],
  ["codes of a compiler", "error TS2322: no", "error TS2345: no"],
  ["ports", "port 8080 is taken", "port 9090 is taken"],
  ["words", "disk full", "memory full"],
])("messages differ by %s", (_, one, other) => {
  expect(withoutParticulars(one)).not.toBe(withoutParticulars(other));
});

const said = (name: readonly unknown[], id: number) =>
  `${name.join("-")}: worker pid ${id} died in /run/${id}/x`;

test("the same message is equal to itself whatever host it names", () => {
  const host = fc.tuple(fc.constantFrom("web", "app", "EC2AMAZ", "ip"), fc.integer({ min: 1, max: 9_999 }));
  fc.assert(
    fc.property(host, host, fc.nat(99_999), fc.nat(99_999), (one, other, pid, otherPid) => {
      expect(withoutParticulars(said(one, pid))).toBe(withoutParticulars(said(other, otherPid)));
    }),
  );
});

test.each(["/a", "web-", "a.", "12:", "\\", "0a"])("a message of 2 MB of %j takes no time", (piece) => {
  expect(
    leastCpuMs(() => withoutParticulars(piece.repeat(Math.ceil(2_000_000 / piece.length))), 1_000),
  ).toBeLessThan(1_000);
});
