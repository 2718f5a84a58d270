import { describe, expect, test } from "vitest";
import { leastCpuMs } from "../../../testing/cpu-time.ts";
import { lastWords, logLines } from "./log-tail.ts";

/** The texts of the last words; `…` stands before one that does not follow directly on the one before it. */
function told(logTail: string, script?: string): string[] {
  return lastWords(logTail, script).map(({ text, isGap }) => (isGap ? `… ${text}` : text));
}

describe("the log of an event", () => {
  // As recorded in 2017.
  const recorded =
    "LifecycleEvent - ApplicationStart\nScript - appspec.sh\n[stdout]LIFECYCLE_EVENT=ApplicationStart\n[stderr]mv: cannot stat ‘not-existing-file.txt’: No such file or directory\n";

  test("is told line by line, without the agent's prefixes", () => {
    expect(logLines(recorded)).toEqual([
      { kind: "event", text: "ApplicationStart" },
      { kind: "script", text: "appspec.sh" },
      { kind: "stdout", text: "LIFECYCLE_EVENT=ApplicationStart" },
      { kind: "stderr", text: "mv: cannot stat ‘not-existing-file.txt’: No such file or directory" },
    ]);
  });

  test("keeps empty lines in between, and lines of any other form", () => {
    expect(logLines("[stdout]\r\n\nwhat\n")).toEqual([
      { kind: "stdout", text: "" },
      { kind: "other", text: "" },
      { kind: "other", text: "what" },
    ]);
  });

  test.each([undefined, "", "\n"])("that is empty has no last words: %j", (logTail) => {
    expect(lastWords(logTail, undefined)).toEqual([]);
  });

  test("parts what stands in one line because the output before it had no line feed at its end", () => {
    const log = "Script - bin/a.sh\n[stdout]readyScript - bin/b.sh\n[stderr]no /etc/b.conf[stdout]I stop\n";
    expect(logLines(log)).toEqual([
      { kind: "script", text: "bin/a.sh" },
      { kind: "stdout", text: "ready" },
      { kind: "script", text: "bin/b.sh" },
      { kind: "stderr", text: "no /etc/b.conf" },
      { kind: "stdout", text: "I stop" },
    ]);
  });

  test("leaves words of a script that look like a head in their line", () => {
    expect(logLines("[stdout]Next: Script - bin/b.sh\n")).toEqual([
      { kind: "stdout", text: "Next: Script - bin/b.sh" },
    ]);
  });

  test.each([
    ["little-endian", "[stderr]N\0o\0 \0s\0p\0a\0c\0e\0.\0\r\0\n", ["No space."]],
    ["with a mark in front", "[stderr]\ufeffN\0o\0 \0s\0p\0a\0c\0e\0\r\0\n\0", ["No space"]],
    ["big-endian", "[stderr]\0N\0o\0 \0s\0p\0a\0c\0e\0.\n", ["No space."]],
  ])("in UTF-16 is read: %s", (_, log, lines) => {
    expect(told(log)).toEqual(lines);
  });

  test("keeps a NUL or two, which are no UTF-16", () => {
    expect(logLines("[stdout]key\0value and more\0\n")).toEqual([
      { kind: "stdout", text: "key\0value and more\0" },
    ]);
  });
});

describe("the last words", () => {
  test("are those of the script that failed, not of one before it", () => {
    const log =
      "Script - bin/prepare\n[stderr]cannot write conf\n[stdout]done\nScript - bin/serve\n[stdout]begin\n";
    expect(told(log, "bin/serve")).toEqual(["begin"]);
  });

  test("are those of the last script where AWS names none, and of all lines where the heads are cut off", () => {
    expect(told("Script - a\n[stdout]one\nScript - b\n[stdout]two\n")).toEqual(["two"]);
    expect(told("[stderr]x: line 3: foo: command not found\n", "a")).toEqual([
      "x: line 3: foo: command not found",
    ]);
  });

  test("hold the error on stdout, also behind a warning on stderr", () => {
    const log =
      "[stderr]npm WARN deprecated glob@7.2.3\n[stdout]src/cart.ts(3,1): error TS2304: Cannot find name 'x'.\n[stdout]Failed.\n";
    expect(told(log)).toEqual([
      "npm WARN deprecated glob@7.2.3",
      "src/cart.ts(3,1): error TS2304: Cannot find name 'x'.",
      "Failed.",
    ]);
  });

  test("hold the errors on stderr, also where much follows on stdout", () => {
    const after = Array.from({ length: 8 }, (_, at) => `[stdout]removing ${at}\n`).join("");
    expect(told(`[stderr]psql: FATAL: no such role\n[stderr]migration stopped\n${after}`)).toEqual([
      "psql: FATAL: no such role",
      "migration stopped",
      "… removing 5",
      "removing 6",
      "removing 7",
    ]);
  });

  test("begin with the first line of a stack trace that is longer than they are", () => {
    const frames = Array.from(
      { length: 9 },
      (_, at) => `[stderr]\tat org.acme.Cart.step${at}(Cart.java:${at})\n`,
    );
    expect(told(`[stdout]up\n[stderr]java.lang.IllegalStateException: no pool\n${frames.join("")}`)).toEqual([
      "java.lang.IllegalStateException: no pool",
      "\tat org.acme.Cart.step0(Cart.java:0)",
      "\tat org.acme.Cart.step1(Cart.java:1)",
      "\tat org.acme.Cart.step2(Cart.java:2)",
      "\tat org.acme.Cart.step3(Cart.java:3)",
    ]);
  });

  test("keep a block's first line where other lines follow the block", () => {
    const frames = Array.from(
      { length: 6 },
      (_, at) => `[stderr]   at Acme.Run.Step${at}() in /app/Run.cs\n`,
    );
    const log = `[stderr]Unhandled exception. System.IO.IOException: disk is full\n${frames.join("")}[stdout]Stopped.\n`;
    expect(told(log)).toEqual([
      "Unhandled exception. System.IO.IOException: disk is full",
      "…    at Acme.Run.Step3() in /app/Run.cs",
      "   at Acme.Run.Step4() in /app/Run.cs",
      "   at Acme.Run.Step5() in /app/Run.cs",
      "Stopped.",
    ]);
  });

  test.each([
    [
      "docker",
      "[stdout]\u001b[32m#\u001b[0m 1%\r\u001b[32m##\u001b[0m 2%\rdenied: login required\n",
      "denied: login required",
    ],
    [
      "pip",
      "[stderr]  0%|    | 0/9\r 50%|==  | 5/9\rERROR: No matching distribution found for acme==9\r\n",
      "ERROR: No matching distribution found for acme==9",
    ],
    ["curl", "[stderr]  1 90M\r\r\r\ncurl: (28) timed out\n", "curl: (28) timed out"],
  ])("show what a terminal shows after carriage returns: %s", (_, log, last) => {
    expect(told(log).at(-1)).toBe(last);
  });

  test.each([
    [
      "Python",
      "Traceback (most recent call last):\n  File \"run.py\", line 1\n    import acme\nModuleNotFoundError: No module named 'acme'",
      "ModuleNotFoundError: No module named 'acme'",
    ],
    [
      "Maven",
      "[INFO] BUILD FAILURE\n[ERROR] Failed to execute goal on project shop: Could not resolve dependencies",
      "[ERROR] Failed to execute goal on project shop: Could not resolve dependencies",
    ],
    [
      "PowerShell",
      "Get-Item : Cannot find path 'C:\\app' because it does not exist.\nAt C:\\run.ps1:1 char:1\n+ Get-Item C:\\app\n    + CategoryInfo          : ObjectNotFound",
      "Get-Item : Cannot find path 'C:\\app' because it does not exist.",
    ],
  ])("tell a failure of %s", (_, text, line) => {
    const log = text
      .split("\n")
      .map((each) => `[stderr]${each}\n`)
      .join("");
    expect(told(log)).toContain(line);
  });

  test("cut a long line in the middle, where neither its file nor its reason is lost", () => {
    const [line = ""] = told(`[stderr]/opt/app/run.sh: ${"x".repeat(900)}: no space left on device\n`);
    expect(line).toMatch(/^\/opt\/app\/run\.sh: x+ … x+: no space left on device$/);
    expect(line.length).toBeLessThan(310);
  });

  test.each([
    "\r",
    "\n",
    "\0",
    "[stdout]",
    "Script - a",
    "\u001b[31ma",
    "aScript - b",
    "\tat x\n",
    "[stderr]a\r\n",
    " ",
  ])("are found in 2 MB of %j within a second of processor time", (piece) => {
    const log = piece.repeat(Math.ceil(2_000_000 / piece.length));
    expect(
      leastCpuMs(() => {
        logLines(log);
        lastWords(log, "a");
      }, 1_000),
    ).toBeLessThan(1_000);
  });
});
