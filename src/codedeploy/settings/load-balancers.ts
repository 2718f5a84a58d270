import type { TargetGroupPairInfo, TrafficRoute } from "@aws-sdk/client-codedeploy";
import { parseArn } from "../../aws-names/arn.ts";
import { consoleUrl } from "../../aws-names/console-links.ts";
import type { Deployment } from "../deployment/deployment.ts";
import { distinct, present } from "../../values/lists.ts";

/** A load balancer, target group or listener. */
export interface NamedResource {
  /** As AWS sent it: a name or an ARN. */
  id: string;
  /** As a person says it; the id itself where that is a name. */
  name: string;
  /** Its page in the AWS console, made from an ARN only. */
  url: string | undefined;
}

interface TargetGroupPair {
  targetGroups: NamedResource[];
  productionListeners: NamedResource[];
  testListeners: NamedResource[];
}

export interface LoadBalancers {
  classic: NamedResource[];
  targetGroups: NamedResource[];
  pairs: TargetGroupPair[];
}

/** What kind of page the EC2 console has for a resource, and how its name stands in the ARN. */
const PAGES: readonly { resource: RegExp; fragment: string; nameOf: (parts: readonly string[]) => string }[] =
  [
    {
      resource: /^targetgroup\/[^/]+\/[^/]+$/,
      fragment: "TargetGroup:targetGroupArn=",
      nameOf: ([, name]) => name ?? "",
    },
    {
      resource: /^listener\/(?:app|net|gwy)\/[^/]+\/[^/]+\/[^/]+$/,
      fragment: "ELBListenerV2:listenerArn=",
      nameOf: ([, , balancer, , listener]) => `${balancer ?? ""} (listener ${listener ?? ""})`,
    },
  ];

/**
 * What moves the traffic: Classic Load Balancers and target groups for instances, pairs of target groups with
 * their listeners for ECS; `undefined` when AWS names none.
 *
 * @see https://docs.aws.amazon.com/codedeploy/latest/APIReference/API_LoadBalancerInfo.html
 */
export function loadBalancers({ loadBalancerInfo: sent }: Deployment): LoadBalancers | undefined {
  const classic = named(sent?.elbInfoList);
  const targetGroups = named(sent?.targetGroupInfoList);
  const pairs = distinct(present(sent?.targetGroupPairInfoList).map(pairOf)).filter(hasAny);
  return classic.length + targetGroups.length + pairs.length === 0
    ? undefined
    : { classic, targetGroups, pairs };
}

function pairOf({ targetGroups, prodTrafficRoute, testTrafficRoute }: TargetGroupPairInfo): TargetGroupPair {
  return {
    targetGroups: named(targetGroups),
    productionListeners: listeners(prodTrafficRoute),
    testListeners: listeners(testTrafficRoute),
  };
}

function hasAny({ targetGroups, productionListeners, testListeners }: TargetGroupPair): boolean {
  return targetGroups.length + productionListeners.length + testListeners.length > 0;
}

function named(list: readonly { name?: string | undefined }[] | undefined): NamedResource[] {
  return distinct(present(list).flatMap(({ name }) => (name ? [resource(name)] : [])));
}

function listeners(route: TrafficRoute | undefined): NamedResource[] {
  return distinct(present(route?.listenerArns))
    .filter((arn) => arn !== "")
    .map(resource);
}

function resource(id: string): NamedResource {
  const arn = parseArn(id);
  const page = arn && PAGES.find((candidate) => candidate.resource.test(arn.resource));
  if (arn?.service !== "elasticloadbalancing" || !page) return { id, name: id, url: undefined };
  return {
    id,
    name: page.nameOf(arn.resource.split("/")),
    url: consoleUrl(arn.region, "ec2/home", { fragment: `${page.fragment}${encodeURIComponent(id)}` }),
  };
}
