import { describe, expect, test } from "vitest";
import { loadBalancers } from "./load-balancers.ts";

const ELB = "arn:aws:elasticloadbalancing:eu-west-1:111122223333";
const LISTENER = `${ELB}:listener/app/shop/50dc6c495c0c9188/f2f7dc8efc522ab2`;

describe("load balancers", () => {
  test("for instances are listed by name, without a link that a name could not carry", () => {
    const loadBalancerInfo = {
      elbInfoList: [{ name: "old" }, {}, { name: "" }],
      targetGroupInfoList: [{ name: "web" }],
    };
    expect(loadBalancers({ loadBalancerInfo })).toEqual({
      classic: [{ id: "old", name: "old", url: undefined }],
      targetGroups: [{ id: "web", name: "web", url: undefined }],
      pairs: [],
    });
  });

  test("for ECS show both target groups, and production and test listener by readable names", () => {
    const loadBalancerInfo = {
      targetGroupPairInfoList: [
        {
          targetGroups: [{ name: "blue" }, { name: "green" }],
          prodTrafficRoute: { listenerArns: [LISTENER] },
          testTrafficRoute: { listenerArns: [] },
        },
      ],
    };
    expect(loadBalancers({ loadBalancerInfo })?.pairs).toEqual([
      {
        targetGroups: [
          { id: "blue", name: "blue", url: undefined },
          { id: "green", name: "green", url: undefined },
        ],
        productionListeners: [
          {
            id: LISTENER,
            name: "shop (listener f2f7dc8efc522ab2)",
            url: `https://eu-west-1.console.aws.amazon.com/ec2/home?region=eu-west-1#ELBListenerV2:listenerArn=${encodeURIComponent(LISTENER)}`,
          },
        ],
        testListeners: [],
      },
    ]);
  });

  test("open a target group that is named by its ARN", () => {
    const name = `${ELB}:targetgroup/web/73e2d6bc24d8a067`;
    expect(
      loadBalancers({ loadBalancerInfo: { targetGroupInfoList: [{ name }] } })?.targetGroups,
    ).toMatchObject([{ name: "web", url: expect.stringContaining("#TargetGroup:targetGroupArn=arn%3Aaws") }]);
  });

  test.each([
    `${LISTENER}?x`,
    `${ELB}:listener/app/shop`,
    LISTENER.replace("elasticloadbalancing", "ec2"),
    "arn:aws:elasticloadbalancing:<b>:1:listener/app/a/b/c",
  ])("have no link when the ARN is none: %s", (arn) => {
    const pair = { prodTrafficRoute: { listenerArns: [arn] } };
    const found = loadBalancers({ loadBalancerInfo: { targetGroupPairInfoList: [pair] } });
    expect(found?.pairs[0]?.productionListeners).toEqual([{ id: arn, name: arn, url: undefined }]);
  });

  test.each([
    {},
    { loadBalancerInfo: {} },
    { loadBalancerInfo: { elbInfoList: [], targetGroupPairInfoList: [{ prodTrafficRoute: {} }] } },
  ])("are not mentioned when AWS names none: %j", (deployment) => {
    expect(loadBalancers(deployment)).toBeUndefined();
  });
});
