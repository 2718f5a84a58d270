/** Prints rows under a title, as a table that reads well in a terminal and pastes well into a page. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const texts = rows.map((row) => columns.map((column) => text(row[column])));
  const widths = columns.map((column, place) =>
    Math.max(column.length, ...texts.map((cells) => cells[place]?.length ?? 0)),
  );
  const isNumeric = columns.map((column) => rows.every((row) => typeof row[column] === "number"));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, place) =>
        isNumeric[place] ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const lines = [line(columns), line(widths.map((width) => "-".repeat(width))), ...texts.map(line)];
  process.stdout.write(`\n${title}\n\n${lines.map((row) => `  ${row}\n`).join("")}\n`);
}

function text(value: string | number | undefined): string {
  return typeof value === "number" ? value.toLocaleString("en") : (value ?? "");
}
