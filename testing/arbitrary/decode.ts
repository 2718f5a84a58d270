import { outsideTheModel } from "../../emulator/wire.ts";
import { toPlain } from "../../src/aws/answers.ts";
import type { Json } from "../../src/codedeploy/deployment/deployment.ts";

const TIME_MEMBER = /(?:Time|At)$/;

/** Makes of JSON what the SDK and `toPlain` make of it, in a hundredth of the time. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller knows which answer it is
export function decode<T>(json: Json): T {
  return outsideTheModel(toPlain(withDates(json)));
}

function withDates(value: Json | undefined, name = ""): unknown {
  if (typeof value === "number") return TIME_MEMBER.test(name) ? new Date(value * 1000) : value;
  if (Array.isArray(value)) return value.map((item) => withDates(item));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, withDates(each, member)]));
}
