/** A length in minutes that AWS sent, when it is one: a whole number, zero or more. */
export function usableMinutes(minutes: number | undefined): number | undefined {
  return typeof minutes === "number" && Number.isSafeInteger(minutes) && minutes >= 0 ? minutes : undefined;
}
