import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { foundIn } from "../../../testing/found-in.ts";

const ID = "d-6HKR2W8QP";
const SECOND = "d-M4T9ZC1VX";
const THIRD = "d-0YB7LQ5NS";
const page = (region: string, id: string) =>
  `https://${region}.console.aws.amazon.com/codesuite/codedeploy/deployments/${id}?region=${region}`;
const CONSOLE = page("eu-north-1", ID);
const encode = encodeURIComponent;
const SIGN_IN = `https://acme.awsapps.com/start/#/console?account_id=111122223333&destination=${encode(CONSOLE)}`;

describe("a pasted link", () => {
  test.each([
    `https://console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}?region=eu-north-1`,
    CONSOLE,
    `https://eu-north-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}`,
    `https://111122223333-abcdefgh.eu-north-1.console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}?deployments-state=%7B%22f%22%3A%7B%7D%7D&region=eu-north-1#events`,
    `https://console.aws.amazon.com/codedeploy/home?region=eu-north-1#/deployments/${ID}`,
    `https://eu-north-1.console.amazonaws-eusc.eu/codesuite/codedeploy/deployments/${ID}?region=eu-north-1`,
    `https://console.amazonaws.cn/codesuite/codedeploy/deployments/${ID}?region=eu-north-1`,
    CONSOLE.slice("https://".length),
    CONSOLE.replace("?region", "?tab=events&amp;region"),
    CONSOLE.replace(ID, "d%2D6HKR2W8QP"),
    encode(CONSOLE),
    SIGN_IN,
    `https://eur01.safelinks.protection.outlook.com/?url=${encode(CONSOLE)}&data=05%7C02&reserved=0`,
    `https://eur01.safelinks.protection.outlook.com/?url=${encode(SIGN_IN)}&data=05%7C02`,
    `https://www.google.com/url?q=${encode(encode(SIGN_IN))}&sa=D`,
    `https://slack-redir.net/link?url=${encode(CONSOLE)}`,
    `https://eu-north-1.signin.aws.amazon.com/oauth?redirect_uri=${encode(`https://console.aws.amazon.com/codesuite/codedeploy/deployments/${ID}`)}`,
    `https://urldefense.com/v3/__${CONSOLE}__;!!AbC!x$`,
    `https://urldefense.proofpoint.com/v2/url?u=https-3A__eu-2Dnorth-2D1.console.aws.amazon.com_codesuite_codedeploy_deployments_d-2D6HKR2W8QP-3Fregion-3Deu-2Dnorth-2D1&d=Dw`,
    `https://deploywatch.example/eu-north-1/${ID}?tz=utc`,
    `http://127.0.0.1:4173/tools/deploys/eu-north-1/${ID}/`,
    `<https://deploywatch.example/eu-north-1/${ID}|web-us-east-1 prod>`,
    `[web](https://deploywatch.example/eu-north-1/${ID}).`,
    `“https://deploywatch.example/eu-north-1/${ID}”…`,
    `Build of us-east-1 failed again (https://deploywatch.example/eu-north-1/${ID}).`,
    `Started ${ID} – ${CONSOLE}\nWaiting for ${ID}`,
    `https://chat.example/?about=${ID}&region=eu-north-1`,
  ])("%s gives the id and the Region", (text) => {
    expect(foundIn(text)).toEqual([`eu-north-1/${ID}`]);
  });

  test.each([
    [`${page("eu-north-1", ID)} ${page("us-west-2", SECOND)}`, "us-west-2"],
    [`${page("eu-north-1", ID)}\n${page("sa-east-1", SECOND)}`, "sa-east-1"],
    [`https://w.example/eu-north-1/${ID} and https://w.example/sa-east-1/${SECOND}`, "sa-east-1"],
    [`https://w.example/x/eu-north-1/${ID}?view=wall&also=sa-east-1%2F${SECOND}`, "sa-east-1"],
    [`https://w.example/eu-north-1/${ID}?also=sa-east-1/${SECOND}&view=wall`, "sa-east-1"],
  ])("is one of several, each in its own Region: %s", (text, region) => {
    expect(foundIn(text)).toEqual([`eu-north-1/${ID}`, `${region}/${SECOND}`]);
  });

  test("of the wall gives all that are on it", () => {
    expect(
      foundIn(
        `https://w.example/eu-north-1/${ID},${SECOND}?also=us-west-2%2F${THIRD}&also=eu-north-1%2Fd-LAST00001%2Cd-LAST00002&view=wall`,
      ),
    ).toEqual([
      `eu-north-1/${ID}`,
      `eu-north-1/${SECOND}`,
      `us-west-2/${THIRD}`,
      "eu-north-1/d-LAST00001",
      "eu-north-1/d-LAST00002",
    ]);
  });

  test.each([
    "https://eu-north-1.console.aws.amazon.com/codesuite/codedeploy/applications?region=eu-north-1",
    "https://eu-north-1.console.aws.amazon.com/codesuite/codedeploy/deployments?region=eu-north-1",
    "https://github.com/acme-shop/web/deployments/1234",
    "https://bucket.example/eu-north-1/key",
    "https://d-9267abc012.awsapps.com/start/#/",
    "https://d-92670123ab.awsapps.com/start#/",
    "https://d-9267012345.awsapps.com/start/",
    "https://d-ABCDE12345.execute-api.eu-north-1.amazonaws.com/prod",
    "https://console.aws.amazon.com/directoryservicev2/home?region=eu-north-1#!/directories/d-9267012345/details",
    "https://%",
  ])("%s is said to lead to no deployment", (text) => {
    expect(foundIn(text)).toBe("link");
  });

  test("may be encoded any number of times up to ten", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9 }), (times) => {
        let link = CONSOLE;
        for (let round = 0; round < times; round += 1) link = `https://mail.example/?to=${encode(link)}`;
        expect(foundIn(link)).toEqual([`eu-north-1/${ID}`]);
      }),
    );
  });
});
