import { stopDates } from "../stopped-clock.ts";

// The clock of the page and the answers, which say how long ago something was, are loaded at different times of a process.
stopDates(Date.UTC(2026, 10, 26, 14, 5, 10));
