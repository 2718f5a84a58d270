/** Every Region that AWS has named, of all partitions. */
const REGIONS = new Set(
  [
    "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2",
    "ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7",
    "ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3",
    "il-central-1 me-central-1 me-south-1 mx-central-1 sa-east-1 us-east-1 us-east-2 us-west-1 us-west-2",
    "cn-north-1 cn-northwest-1 us-gov-east-1 us-gov-west-1 eusc-de-east-1",
    "us-iso-east-1 us-iso-west-1 us-isob-east-1 us-isob-west-1 us-isof-east-1 us-isof-south-1 eu-isoe-west-1",
  ].flatMap((line) => line.split(" ")),
);

/** What a Region's name begins and ends with, for those that AWS opens after this list was written. */
const REGION_TO_COME =
  /^(?:af|ap|ca|cn|eu|eu-isoe|eusc-[a-z]{2}|il|me|mx|sa|us|us-gov|us-iso[bf]?)-(?:central|(?:north|south)(?:east|west)?|east|west)-\d$/;

/** A name between other words: not in a longer name (`prod-eu-west-1`), a zone (`eu-west-1a`) or a host name. */
const NAMES_IN_TEXT = /(?<![\w-]|\w\.)[a-z]{2,4}(?:-[a-z]{2,12}){1,2}-\d(?![\w-]|\.\w)/gi;

/** Whether AWS has a Region of this name. Its own words only: `prod-eu-west-1` has the form of a Region and is none. */
export function isKnownRegion(name: string): boolean {
  return REGIONS.has(name);
}

/** Whether a text that stands in a Region's place can name one: a known one, or one that AWS may have opened since. */
export function canBeRegion(name: string): boolean {
  return REGIONS.has(name) || REGION_TO_COME.test(name);
}

/** The known Regions that stand between the words of `text`, in order, each with its place. */
export function regionsIn(text: string): { region: string; at: number }[] {
  return Array.from(text.matchAll(NAMES_IN_TEXT), ({ 0: name, index }) => ({
    region: name.toLowerCase(),
    at: index,
  })).filter(({ region }) => isKnownRegion(region));
}
