import { useState } from "react";
import type { EventColumn } from "../../../codedeploy/targets/event-columns.ts";

/** The same columns as long as they are equal, so that a poll that changes a target renders its row only. */
export function useStableColumns(columns: readonly EventColumn[]): readonly EventColumn[] {
  const [stable, setStable] = useState(columns);
  if (stable === columns || isSame(stable, columns)) return stable;
  setStable(columns);
  return columns;
}

function isSame(one: readonly EventColumn[], other: readonly EventColumn[]): boolean {
  return one.length === other.length && one.every(({ key }, index) => key === other[index]?.key);
}
