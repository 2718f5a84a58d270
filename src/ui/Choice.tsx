import { keysOf } from "../values/look-up.ts";
import { ToggleButton } from "./ToggleButton.tsx";

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
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const { name, words, chosen, choose, isNameHidden } = props;
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className={isNameHidden ? "sr-only" : "mb-1 font-semibold"}>{name}</legend>
      {keysOf(words).map((value) => (
        <ToggleButton key={value} isOn={value === chosen} onClick={() => choose(value)}>
          {words[value]}
        </ToggleButton>
      ))}
    </fieldset>
  );
}
