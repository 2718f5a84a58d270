/** The hues that a log is shown in. Black, white and their like are the page's own ink and have none. */
export type AnsiColour = "red" | "green" | "yellow" | "blue" | "magenta" | "cyan" | "gray";

/** Codes 30 to 37. */
export const BASIC_COLOURS = [
  undefined,
  "red",
  "green",
  "yellow",
  "blue",
  "magenta",
  "cyan",
  undefined,
] as const;

/** Codes 90 to 97. */
export const BRIGHT_COLOURS = [
  "gray",
  "red",
  "green",
  "yellow",
  "blue",
  "magenta",
  "cyan",
  undefined,
] as const;

/** The colour after 38 or 48 (`5;n` or `2;r;g;b`), and how many codes it takes. */
export function extendedColour([kind, ...values]: number[]): {
  colour: AnsiColour | undefined;
  length: number;
} {
  if (kind === 2) return { colour: nearestHue(values), length: 4 };
  if (kind !== 5) return { colour: undefined, length: 0 };
  return { colour: indexedColour(values[0] ?? 0), length: 2 };
}

/** @see https://en.wikipedia.org/wiki/ANSI_escape_code#8-bit */
function indexedColour(index: number): AnsiColour | undefined {
  if (index < 16) return index < 8 ? BASIC_COLOURS[index] : BRIGHT_COLOURS[index - 8];
  if (index > 231) return nearestHue([10 * (index - 232) + 8]);
  const cube = index - 16;
  return nearestHue([Math.floor(cube / 36), Math.floor(cube / 6) % 6, cube % 6].map(cubeLevel));
}

function cubeLevel(step: number): number {
  return step === 0 ? 0 : 55 + 40 * step;
}

/** Upper bounds in degrees. */
const HUES: readonly (readonly [number, AnsiColour])[] = [
  [20, "red"],
  [70, "yellow"],
  [165, "green"],
  [200, "cyan"],
  [260, "blue"],
  [330, "magenta"],
  [360, "red"],
];

/** The log's own hue nearest to a colour (0 to 255 each): its brightness is the theme's business. */
function nearestHue([red = 0, green = red, blue = red]: number[]): AnsiColour | undefined {
  const max = Math.max(red, green, blue);
  const range = max - Math.min(red, green, blue);
  if (!(range >= 40)) return max > 80 && max < 190 ? "gray" : undefined;
  const sector =
    max === red
      ? (green - blue) / range
      : max === green
        ? 2 + (blue - red) / range
        : 4 + (red - green) / range;
  const degrees = (sector * 60 + 360) % 360;
  return HUES.find(([bound]) => degrees <= bound)?.[1];
}
