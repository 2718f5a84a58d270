import * as v from "valibot";

/** What each key is for, in one place: the JSON Schema for editors is made from this schema as well. */
const Region = v.pipe(
  v.string(),
  v.regex(/^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}$/, "an AWS Region name, for example eu-west-1"),
  v.description("An AWS Region name, for example eu-west-1."),
);

const IdentityPoolId = v.pipe(
  v.string(),
  v.regex(
    /^[a-z]{2,4}(?:-[a-z]+)+-\d{1,2}:[0-9a-f-]{36}$/,
    "an identity pool id, for example eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
  ),
  v.description("The Cognito identity pool; its Region is the part before the colon."),
);

const RoleArn = v.pipe(
  v.string(),
  v.regex(
    /^arn:aws(?:-[a-z]+)*:iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/,
    "the ARN of an IAM role, for example arn:aws:iam::123456789012:role/DeploywatchGuest",
  ),
  v.description("The role that visitors without an account take on (Cognito's classic flow)."),
);

const LoopbackUrl = v.pipe(
  v.string(),
  v.regex(
    /^http:\/\/(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?\/?$/,
    "an http address of this machine (127.0.0.1, localhost or [::1]): the emulator is for demos and tests only",
  ),
  v.description("Where a local emulator listens, instead of AWS. Loopback addresses only."),
);

const Example = v.strictObject({
  region: Region,
  deploymentId: v.pipe(
    v.string(),
    v.minLength(1, "a deployment id"),
    v.maxLength(100, "a deployment id of at most 100 characters"),
  ),
  description: v.pipe(v.string(), v.description("One sentence that says what there is to see.")),
});

/** The schema of `config.json`. Strict: an unknown key is a fault, because it is most likely a misspelt one. */
export const ConfigSchema = v.strictObject({
  $schema: v.optional(v.pipe(v.string(), v.description("Where editors find this schema."))),
  name: v.optional(
    v.pipe(
      v.string(),
      v.maxLength(100, "at most 100 characters"),
      v.description("The name of this installation, shown on the home page."),
    ),
  ),
  regions: v.pipe(
    v.array(Region),
    v.minLength(1, "at least one Region"),
    v.description("The Regions whose deployments this installation shows."),
  ),
  identityPoolId: IdentityPoolId,
  guest: v.pipe(
    v.strictObject({ roleArn: RoleArn }),
    v.description("Everybody who can open the page may see the deployments that this role may read."),
  ),
  emulator: v.optional(v.strictObject({ endpoint: LoopbackUrl })),
  examples: v.optional(
    v.pipe(v.array(Example), v.description("Deployments that the home page offers to look at.")),
  ),
});

/** A valid `config.json`. */
export type Config = v.InferOutput<typeof ConfigSchema>;
