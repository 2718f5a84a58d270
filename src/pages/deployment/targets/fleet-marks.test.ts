import * as fc from "fast-check";
import { afterEach, describe, expect, test, vi } from "vitest";
import { drawMarks, markAt, markForKey, markGrid } from "./fleet-marks.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the marks of a fleet", () => {
  test("have room in rows of the block's width, and become smaller where there are many", () => {
    expect(markGrid(1_000, 816)).toEqual({ columns: 68, rows: 15, pitchPx: 12 });
    expect(markGrid(5_000, 816)).toEqual({ columns: 102, rows: 50, pitchPx: 8 });
    expect(markGrid(3, 0)).toEqual({ columns: 1, rows: 3, pitchPx: 12 });
  });

  test("are each found at its own place, and none elsewhere", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000 }),
        fc.integer({ min: 20, max: 2_000 }),
        fc.nat(4_999),
        (count, width, any) => {
          const grid = markGrid(count, width);
          const index = any % count;
          const x = (index % grid.columns) * grid.pitchPx;
          const y = Math.floor(index / grid.columns) * grid.pitchPx;
          expect(markAt(grid, count, x + 1, y + 1)).toBe(index);
          expect(markAt(grid, count, x + 1, grid.rows * grid.pitchPx + 1)).toBeUndefined();
          expect(markAt(grid, count, -1, y)).toBeUndefined();
        },
      ),
    );
  });

  test("are gone through by arrow keys, which stop at both ends", () => {
    const grid = markGrid(100, 120);
    expect(markForKey("ArrowRight", 5, grid, 100)).toBe(6);
    expect(markForKey("ArrowDown", 5, grid, 100)).toBe(15);
    expect(markForKey("ArrowUp", 5, grid, 100)).toBe(0);
    expect(markForKey("End", 5, grid, 100)).toBe(99);
    expect(markForKey("Home", 5, grid, 100)).toBe(0);
    expect(markForKey("Enter", 5, grid, 100)).toBeUndefined();
    expect(markForKey("toString", 5, grid, 100)).toBeUndefined();
  });

  test("are drawn in a path and a fill a state, each mark in one of them, however many there are", () => {
    const paths: { marks: number }[] = [];
    class Path {
      marks = 0;
      constructor() {
        paths.push(this);
      }
      moveTo() {}
      arc() {
        this.marks += 1;
      }
      rect() {
        this.marks += 1;
      }
    }
    vi.stubGlobal("Path2D", Path);
    const context = { fillStyle: "", clearRect: vi.fn<() => void>(), fill: vi.fn<() => void>() };
    const states = ["Succeeded", "InProgress", "Pending", "Skipped"];
    const marks = Array.from({ length: 5_000 }, (_, index) => ({
      state: states[index % states.length] ?? "",
      tone: "ok" as const,
    }));
    drawMarks(Object.assign(Object.create(null), context), marks, markGrid(5_000, 816), () => "#000");
    expect(context.clearRect).toHaveBeenCalledTimes(1);
    expect(context.fill).toHaveBeenCalledTimes(states.length);
    expect(paths.map((path) => path.marks)).toEqual(states.map(() => 1_250));
  });
});
