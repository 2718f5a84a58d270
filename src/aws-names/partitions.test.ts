import { expect, test } from "vitest";
import { partitionOf } from "./partitions.ts";

test.each([
  ["eu-west-1", "aws", "amazonaws.com", "console.aws.amazon.com"],
  ["cn-north-1", "aws-cn", "amazonaws.com.cn", "console.amazonaws.cn"],
  ["us-gov-west-1", "aws-us-gov", "amazonaws.com", "console.amazonaws-us-gov.com"],
  ["eusc-de-east-1", "aws-eusc", "amazonaws.eu", "console.amazonaws-eusc.eu"],
  ["mars-1", "aws", "amazonaws.com", "console.aws.amazon.com"],
])(
  "%s is of the partition %s, whose hosts end in %s and whose console is %s",
  (region, id, dnsSuffix, consoleHost) => {
    expect(partitionOf(region)).toEqual({ id, dnsSuffix, consoleHost });
  },
);
