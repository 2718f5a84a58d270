import { expect, test } from "vitest";
import { partitionOf } from "./partitions.ts";

test.each([
  ["eu-west-1", "aws", "amazonaws.com"],
  ["cn-north-1", "aws-cn", "amazonaws.com.cn"],
  ["us-gov-west-1", "aws-us-gov", "amazonaws.com"],
  ["eusc-de-east-1", "aws-eusc", "amazonaws.eu"],
  ["mars-1", "aws", "amazonaws.com"],
])("%s is of the partition %s, whose hosts end in %s", (region, id, dnsSuffix) => {
  expect(partitionOf(region)).toMatchObject({ id, dnsSuffix });
});
