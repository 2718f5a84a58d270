/** One thing that is wrong in `config.json`. */
export interface ConfigProblem {
  /** Where, as a JSON path: `$.regions[0]`. */
  path: string;
  /** What belongs there. */
  expected: string;
  /** What is there, as short JSON; absent when nothing is. */
  found?: string;
}

/** Why there is no configuration to work with. */
export type ConfigFault =
  | { kind: "missing" }
  | { kind: "html" }
  | { kind: "not-json"; detail: string }
  | { kind: "unreachable"; detail: string }
  | { kind: "invalid"; problems: ConfigProblem[] };
