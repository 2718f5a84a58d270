/** "Signature expired: 20261122T140210Z is now earlier than … (20261122T141510Z - 5 min.)", and its opposite. */
const TIMES = /signature (?:expired|not yet current): (\d{8}T\d{6}Z) .*\((\d{8}T\d{6}Z) [+-] /i;
const BASIC_ISO = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/;

/**
 * How far this device's clock is ahead of AWS's, in milliseconds, as AWS's message about a refused signature
 * tells it; negative when it is behind, `undefined` when the message has no times.
 */
export function clockSkewMs(detail: string | undefined): number | undefined {
  const [, here, there] = TIMES.exec(detail ?? "") ?? [];
  if (here === undefined || there === undefined) return undefined;
  const skewMs = basicIsoMs(here) - basicIsoMs(there);
  return Number.isNaN(skewMs) ? undefined : skewMs;
}

function basicIsoMs(text: string): number {
  return Date.parse(text.replace(BASIC_ISO, "$1-$2-$3T$4:$5:$6Z"));
}
