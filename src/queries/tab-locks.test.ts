import { afterEach, expect, test, vi } from "vitest";
import { tabLocks } from "./tab-locks.ts";

afterEach(() => vi.unstubAllGlobals());

test("without the browser's locks, as over plain HTTP, work of one name still runs one after the other, past a failure", async () => {
  vi.stubGlobal("navigator", {});
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await Promise.resolve();
      log.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
  const all = [
    tabLocks("one", work("first", true)),
    tabLocks("one", work("second")),
    tabLocks("other", work("beside")),
  ];
  const ended = await Promise.allSettled(all);
  expect(ended.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
  const ofOne = log.filter((entry) => !entry.startsWith("beside"));
  expect(ofOne).toEqual(["first begins", "first ends", "second begins", "second ends"]);
  expect(log.indexOf("beside begins")).toBeLessThan(log.indexOf("second begins"));
});
