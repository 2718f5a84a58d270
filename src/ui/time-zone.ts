import { createContext, useContext } from "react";
import type { TimeZone } from "../format/date-time.ts";

const TimeZoneContext = createContext<TimeZone>("local");

export const TimeZoneProvider = TimeZoneContext.Provider;

/** The zone in which every moment on the page is shown. */
export function useTimeZone(): TimeZone {
  return useContext(TimeZoneContext);
}
