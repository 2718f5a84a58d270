// @vitest-environment jsdom
import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { StandingClockProvider } from "./clock.ts";
import { Countdown, Elapsed } from "./time.tsx";

afterEach(cleanup);

const SINCE_MS = 1_800_000_000_250;

function shownAt(nowMs: number, lengthMs: number): (string | null)[] {
  const { container } = render(
    <StandingClockProvider value={nowMs}>
      <Elapsed sinceMs={SINCE_MS} />
      <Countdown untilMs={SINCE_MS + lengthMs} />
    </StandingClockProvider>,
  );
  return Array.from(container.children, ({ textContent }) => textContent);
}

test.each([
  [0, "0s", "5m"],
  [1, "0.1s", "5m"],
  [47_900, "47s", "4m 13s"],
  [299_001, "4m 59s", "1s"],
  [300_000, "5m", "0s"],
  [400_000, "6m 40s", "0s"],
])(
  "after %d ms of five minutes, what has passed and what is left make the whole",
  (passedMs, passed, left) => {
    expect(shownAt(SINCE_MS + passedMs, 300_000)).toEqual([passed, left]);
  },
);
