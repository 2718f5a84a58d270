/** A group of AWS Regions with accounts, hosts and a console of its own. */
interface Partition {
  /** Its name in ARNs. */
  id: string;
  /** How the hosts of its services end. */
  dnsSuffix: string;
  consoleHost: string;
}

/** How the ARNs of every partition begin: the source of a regular expression. */
export const ARN_START = "arn:aws(?:-[a-z]+)*";

/** A Region's name in the partition `aws`, or in China: the source of a regular expression, without its ends. */
export const TWO_LETTER_REGION = "[a-z]{2}-[a-z]+-\\d{1,2}";

const AWS: Partition = {
  id: "aws",
  dnsSuffix: "amazonaws.com",
  consoleHost: "console.aws.amazon.com",
};

/** The others, by the start of their Regions' names. The isolated ones have no public hosts and are not among them. */
const OTHERS: readonly (readonly [prefix: string, partition: Partition])[] = [
  ["cn-", { id: "aws-cn", dnsSuffix: "amazonaws.com.cn", consoleHost: "console.amazonaws.cn" }],
  ["us-gov-", { ...AWS, id: "aws-us-gov", consoleHost: "console.amazonaws-us-gov.com" }],
  ["eusc-", { id: "aws-eusc", dnsSuffix: "amazonaws.eu", consoleHost: "console.amazonaws-eusc.eu" }],
];

/**
 * The partition of a Region; `aws` for one that is not known.
 *
 * @see https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
 * @see https://docs.aws.eu/general/latest/gr/endpoints.html for the European Sovereign Cloud
 */
export function partitionOf(region: string): Partition {
  return OTHERS.find(([prefix]) => region.startsWith(prefix))?.[1] ?? AWS;
}
