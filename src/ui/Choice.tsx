import { clsx } from "clsx";
import { keysOf } from "../values/look-up.ts";
import { Button } from "./Button.tsx";

interface ChoiceProps<Value extends string> {
  /** What is chosen: "Time zone". */
  name: string;
  /** A word for each value, in the order of the buttons. */
  words: Readonly<Record<Value, string>>;
  chosen: Value;
  choose: (value: Value) => void;
  /** Leaves the name to screen readers, where its place says what it is. */
  isNameHidden?: boolean;
}

/** One of a few values, each a button of which one is pressed. */
export function Choice<Value extends string>({
  name,
  words,
  chosen,
  choose,
  isNameHidden,
}: ChoiceProps<Value>) {
  return (
    <fieldset className="flex flex-wrap items-center gap-1">
      <legend className={isNameHidden ? "sr-only" : "mb-1 font-semibold"}>{name}</legend>
      {keysOf(words).map((value) => (
        <Button
          key={value}
          look="bare"
          aria-pressed={value === chosen}
          className={clsx(value === chosen ? "border-edge!" : "text-muted")}
          onClick={() => choose(value)}
        >
          {words[value]}
        </Button>
      ))}
    </fieldset>
  );
}
