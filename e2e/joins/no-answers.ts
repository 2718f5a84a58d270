import type { FaultInput } from "../../emulator/control/fault.ts";

/** Ways in which a service gives no answers for a while, by what it does with requests. */
export const NO_ANSWERS = {
  throttled: { kind: "throttle", ratePerSecond: 0, burst: 0 },
  "left without an answer": { kind: "hang" },
} as const satisfies Readonly<Record<string, FaultInput["effect"]>>;
