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

/** Said wherever somebody seems to want the flow that cannot work. */
const CLASSIC_ONLY =
  "guests need Cognito’s classic flow: the session policy of the enhanced flow denies CodeDeploy to guests";

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

const HOST = "[\\w.-]+(?::\\d{1,5})?|\\[::1\\](?::\\d{1,5})?";
const httpAddress = (path: string) => new RegExp(`^https?://(?:${HOST})${path}$`);

const Origin = v.pipe(
  v.string(),
  v.regex(
    httpAddress("/?"),
    "an https address without a path, for example https://acme.auth.eu-west-1.amazoncognito.com",
  ),
);

const Endpoint = v.pipe(
  v.string(),
  v.regex(httpAddress("(?:/[\\w.~/-]*)?"), "an https address, for example https://login.example.com/token"),
);

const SignInSchema = v.strictObject({
  authority: v.pipe(
    v.string(),
    v.regex(
      httpAddress("(?:/[\\w.~/-]*)?"),
      "the issuer, for example https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
    ),
    v.description("The issuer of the ID tokens, as in their iss claim. The identity pool must trust it."),
  ),
  clientId: v.pipe(
    v.string(),
    v.regex(/^[\w.:@/-]{1,255}$/, "the id of an app client that has no secret"),
    v.description("The app client: public, authorization code flow with PKCE."),
  ),
  domain: v.optional(
    v.pipe(Origin, v.description("The sign-in address of a Cognito user pool, its managed login.")),
  ),
  metadata: v.optional(
    v.pipe(
      v.strictObject({
        authorizationEndpoint: Endpoint,
        tokenEndpoint: Endpoint,
        revocationEndpoint: v.optional(Endpoint),
        endSessionEndpoint: v.optional(Endpoint),
      }),
      v.description("The endpoints of another issuer than Cognito, in place of domain."),
    ),
  ),
  scopes: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(/^[\w.:/-]{1,200}$/, "the name of a scope"))),
      v.minLength(1, "at least openid"),
      v.description('What is asked of the issuer; ["openid", "email"] unless told otherwise.'),
    ),
  ),
});

const GuestSchema = v.strictObject({
  roleArn: RoleArn,
  flow: v.optional(v.pipe(v.string(), v.regex(/^classic$/, `"classic": ${CLASSIC_ONLY}`))),
});

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
  signIn: v.optional(v.pipe(SignInSchema, v.description("How people sign in. Either this or guest."))),
  guest: v.optional(
    v.pipe(
      GuestSchema,
      v.description(
        "Everybody who can open the page may see the deployments that this role may read. Either this or signIn.",
      ),
    ),
  ),
  emulator: v.optional(v.strictObject({ endpoint: LoopbackUrl })),
  examples: v.optional(
    v.pipe(v.array(Example), v.description("Deployments that the home page offers to look at.")),
  ),
});

/** How people sign in. */
export type SignInConfig = v.InferOutput<typeof SignInSchema>;
/** What everybody is let in with. */
export type GuestConfig = v.InferOutput<typeof GuestSchema>;
/** What belongs in a place that was left empty, where that is more than any value. */
export const REQUIRED: Readonly<Record<string, string>> = {
  "$.guest.roleArn": `the ARN of an IAM role to take on: ${CLASSIC_ONLY}`,
};

/** What fits the schema, before the rules that tie one key to another. */
export type ParsedConfig = v.InferOutput<typeof ConfigSchema>;

/** A valid `config.json`: people sign in, or everybody is a guest. */
export type Config = Omit<ParsedConfig, "signIn" | "guest"> &
  ({ signIn: SignInConfig; guest?: undefined } | { guest: GuestConfig; signIn?: undefined });
