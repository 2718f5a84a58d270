import { useId } from "react";

interface RegionSelectProps {
  regions: readonly string[];
  value: string;
  onChange: (region: string) => void;
}

/** The Region to look in, where the text does not say. */
export function RegionSelect({ regions, value, onChange }: RegionSelectProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-2">
      <label htmlFor={id}>Region</label>
      <select
        id={id}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className="min-h-8 rounded-md border border-edge bg-page px-2"
      >
        {regions.map((region) => (
          <option key={region}>{region}</option>
        ))}
      </select>
    </div>
  );
}
