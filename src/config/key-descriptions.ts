/**
 * What each key of `config.json` is for, by its path; `[]` stands for the members of a list. It goes into the JSON Schema
 * that editors complete the file with. Apart from the schema, so that the app need not load these words.
 */
export const KEY_DESCRIPTIONS: Readonly<Record<string, string>> = {
  $schema: "Where editors find this schema.",
  name: "The name of this installation, shown on the home page.",
  regions: "The Regions whose deployments this installation shows.",
  "regions[]": "An AWS Region name, for example eu-west-1.",
  identityPoolId: "The Cognito identity pool; its Region is the part before the colon.",
  signIn: "How people sign in. Either this or guest.",
  "signIn.authority": "The issuer of the ID tokens, as in their iss claim. The identity pool must trust it.",
  "signIn.clientId": "The app client: public, authorization code flow with PKCE.",
  "signIn.domain": "The sign-in address of a Cognito user pool, its managed login.",
  "signIn.metadata": "The endpoints of another issuer than Cognito, in place of domain.",
  "signIn.scopes": 'What is asked of the issuer; ["openid", "email"] unless told otherwise.',
  guest:
    "Everybody who can open the page may see the deployments that this role may read. Either this or signIn.",
  "guest.roleArn": "The role that visitors without an account take on (Cognito's classic flow).",
  actions:
    "Whether people whose role allows it may stop, continue and repeat deployments from the page. false unless told otherwise; not with guest.",
  "emulator.endpoint": "Where a local emulator listens, instead of AWS. Loopback addresses only.",
  joins:
    "What to ask beside CodeDeploy, each with permissions of its own: alarms (CloudWatch alarms that may stop a deployment), ecs (why new tasks stop, and the events of the ECS service), targetHealth (how the load balancer sees the new targets), revisions (what AppSpecs, task definitions and versions of functions change), logs (the last lines of hook functions, on request), autoScaling (why a replacement fleet does not come up).",
  "joins[]": "The name of a join.",
  examples: "Deployments that the home page offers to look at.",
  "examples[].region": "An AWS Region name, for example eu-west-1.",
  "examples[].description": "One sentence that says what there is to see.",
};
