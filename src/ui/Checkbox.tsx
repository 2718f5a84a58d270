interface CheckboxProps {
  label: string;
  isOn: boolean;
  set: (isOn: boolean) => void;
  className?: string;
}

/** A native checkbox with its words, at least 24 px high (WCAG 2.5.8). */
export function Checkbox({ label, isOn, set, className }: CheckboxProps) {
  return (
    <label className={`flex control-small items-center gap-2 ${className ?? ""}`}>
      <input
        type="checkbox"
        checked={isOn}
        onChange={({ target }) => set(target.checked)}
        className="size-4"
      />
      {label}
    </label>
  );
}
