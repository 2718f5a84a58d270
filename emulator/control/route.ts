import type { EmulatorState } from "../state.ts";

/** A request to the control interface, as its handler sees it. */
interface ControlRequest {
  readonly state: EmulatorState;
  readonly body: string;
  readonly query: URLSearchParams;
  /** What the path's group matched, decoded. */
  readonly parameter: string;
}

/** One entry of the control interface. Its path is below `/_emulator`; its answer goes out as JSON. */
export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  readonly path: RegExp;
  answer(request: ControlRequest): object;
}
