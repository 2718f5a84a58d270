import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Tone } from "../../../codedeploy/deployment/status.ts";
import type { TargetList } from "../../../codedeploy/targets/target-list.ts";
import { targetOf } from "../../../codedeploy/targets/target-list.ts";
import { targetOrder } from "../../../codedeploy/targets/target-search.ts";
import { targetStatusFacts } from "../../../codedeploy/targets/target-status.ts";
import { labelSummary, stateKey } from "../../../codedeploy/targets/target-summary.ts";
import { entryFacts, labelWords, targetName } from "../../../codedeploy/targets/target-words.ts";
import { useTheme } from "../../frame/ThemeSwitch.tsx";
import { CutName } from "../../../ui/CutName.tsx";
import { useMedia } from "../../../ui/browser/use-media.ts";
import type { Mark, MarkGrid } from "./fleet-marks.ts";
import { drawMarks, markAt, markForKey, markGrid } from "./fleet-marks.ts";
import { openTarget } from "./targets-view.ts";

/** A fleet at a glance: a mark for each target, in one block. */
export function FleetMap({ list }: { list: TargetList }) {
  const blocks = useMemo(() => blocksOf(list), [list]);
  return (
    <div className="space-y-3">
      {blocks.map(({ label, ids }) => (
        <div key={label ?? ""}>
          {label !== undefined && <h3 className="mb-1 text-xs font-medium">{labelWords(label)}</h3>}
          <Block
            list={list}
            ids={ids}
            name={label === undefined ? "Map of the targets" : labelWords(label)}
          />
        </div>
      ))}
    </div>
  );
}

interface BlockIds {
  /** Absent where targets bear none. */
  label: string | undefined;
  ids: readonly string[];
}

/** All targets in the order of the table, those of the replacement apart from those of the original. */
function blocksOf(list: TargetList): BlockIds[] {
  const ids = targetOrder(list);
  const labels = labelSummary(list);
  if (labels.length < 2) return [{ label: undefined, ids }];
  const labelOf = (id: string) => targetOf(list.entries.get(id))?.label;
  const others = ids.filter((id) => labelOf(id) === undefined);
  return [
    ...labels.map(({ label }) => ({ label, ids: ids.filter((id) => labelOf(id) === label) })),
    ...(others.length > 0 ? [{ label: undefined, ids: others }] : []),
  ];
}

interface BlockProps {
  list: TargetList;
  ids: readonly string[];
  name: string;
}

/** A canvas that is a button: the pointer or the arrow keys choose a target, a click or Enter opens it in the table. */
function Block({ list, ids, name }: BlockProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [widthPx, setWidthPx] = useState(0);
  const [at, setAt] = useState<number>();
  const theme = useTheme();
  const prefersDark = useMedia("(prefers-color-scheme: dark)");
  const scheme = theme === "system" ? (prefersDark ? "dark" : "light") : theme;
  const grid = useMemo(() => markGrid(ids.length, widthPx), [ids.length, widthPx]);
  const marks = useMemo(
    () =>
      ids.map((id): Mark => {
        const state = stateKey(list.entries.get(id));
        return { state, tone: targetStatusFacts(state).tone };
      }),
    [list, ids],
  );
  // Before the first paint: without a width there is no height, and what stands below would move.
  useLayoutEffect(() => {
    const box = canvas.current?.parentElement;
    if (!box) return;
    setWidthPx(Math.floor(box.clientWidth));
    const watcher = new ResizeObserver(([entry]) => setWidthPx(Math.floor(entry?.contentRect.width ?? 0)));
    watcher.observe(box);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (canvas.current && widthPx > 0) paint(canvas.current, marks, grid, scheme);
  }, [marks, grid, widthPx, scheme]);
  const id = at === undefined ? undefined : ids[at];
  return (
    <>
      <button
        type="button"
        aria-label={`${name}: arrow keys go from target to target, Enter opens one`}
        className="block w-full"
        onPointerMove={({ nativeEvent: { offsetX, offsetY } }) =>
          setAt(markAt(grid, ids.length, offsetX, offsetY))
        }
        onPointerLeave={() => setAt(undefined)}
        onKeyDown={(event) => {
          const next = markForKey(event.key, at ?? 0, grid, ids.length);
          if (next === undefined) return;
          event.preventDefault();
          setAt(next);
        }}
        onClick={() => {
          if (id !== undefined) openTarget(id);
        }}
      >
        <canvas
          ref={canvas}
          // Its colours say which state it is, as those of bars do.
          className="block forced-color-adjust-none"
          style={{ width: grid.columns * grid.pitchPx, height: grid.rows * grid.pitchPx }}
        />
      </button>
      <output className="flex min-h-5 text-xs whitespace-pre">
        {id === undefined ? (
          <span className="text-muted">Point at a mark to see which target it is.</span>
        ) : (
          <>
            <CutName text={targetName(id)} />: {entryFacts(list.entries.get(id)).word}
          </>
        )}
      </output>
    </>
  );
}

function paint(
  canvas: HTMLCanvasElement,
  marks: readonly Mark[],
  grid: MarkGrid,
  scheme: "light" | "dark",
): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  canvas.style.colorScheme = scheme;
  const ratio = devicePixelRatio;
  canvas.width = Math.round(grid.columns * grid.pitchPx * ratio);
  canvas.height = Math.round(grid.rows * grid.pitchPx * ratio);
  context.scale(ratio, ratio);
  drawMarks(context, marks, grid, (tone) => colourOf(canvas, tone));
}

/** The colour of a tone in the scheme that the canvas wears: it draws with no variables. */
function colourOf(canvas: HTMLCanvasElement, tone: Tone): string {
  canvas.style.color = `var(--color-${tone})`;
  return getComputedStyle(canvas).color;
}
