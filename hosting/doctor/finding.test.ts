import { expect, test } from "vitest";
import { missing, report, works } from "./finding.ts";

test.each([
  ["clears the screen", "\u001b[2J", String.raw`\u001b[2J`],
  ["sets a link", "\u001b]8;;https://evil.example\u0007", String.raw`\u001b]8;;https://evil.example\u0007`],
  ["is a control of C1", "\u009b31m", String.raw`\u009b31m`],
  ["is DEL", "\u007f", String.raw`\u007f`],
  ["goes back to the line's start", "\rall is well", String.raw`\u000dall is well`],
  ["turns the direction", "\u202ecod", String.raw`\u202ecod`],
  ["isolates a direction", "\u2066x\u2069", String.raw`\u2066x\u2069`],
  ["begins a line", "a\n  ✓ all is well", String.raw`a\n  ✓ all is well`],
])("what %s is written out, wherever it stands in a finding", (_, text, visible) => {
  const findings = [works(`found ${text}`), missing(text, `Change ${text}`)];
  const lines = report([{ title: `Host ${text}`, findings, text: `Policy: ${text}` }]).split("\n");
  expect(lines[0]).toBe(`Host ${visible}`);
  expect(lines[1]).toBe(`  ✓ found ${visible}`);
  expect(lines[2]).toBe(`  ✗ ${visible}`);
  expect(lines).toContain(`  Policy: ${visible}`);
  expect(lines.join("")).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
});

test("a step of several lines stays one", () => {
  expect(report([{ title: "Host", findings: [missing("it", "Add:\n{\n  1\n}")] }])).toContain(
    "      → Add:\n        {\n          1\n        }\n",
  );
});
