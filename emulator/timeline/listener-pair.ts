import type { LoadBalancerInfo } from "@aws-sdk/client-codedeploy";
import { accountId } from "../account-id.ts";
import type { Wire } from "../wire.ts";
import { fingerprint } from "./fingerprint.ts";

/** The two target groups of an ECS service with its production and its test listener. */
export function listenerPair(service: string, region: string): Wire<LoadBalancerInfo> {
  const listener = (route: string) =>
    `arn:aws:elasticloadbalancing:${region}:${accountId}:listener/app/${service}/${fingerprint(service, 16)}/${fingerprint(`${service} ${route}`, 16)}`;
  return {
    targetGroupPairInfoList: [
      {
        targetGroups: [{ name: `${service}-blue` }, { name: `${service}-green` }],
        prodTrafficRoute: { listenerArns: [listener("production")] },
        testTrafficRoute: { listenerArns: [listener("test")] },
      },
    ],
  };
}
