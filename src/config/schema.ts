import * as v from "valibot";
import { JOINS } from "../aws-names/services.ts";
import { PATTERNS } from "./patterns.ts";

const Region = v.pipe(v.string(), v.regex(PATTERNS.region, "an AWS Region name, for example eu-west-1"));

const IdentityPoolId = v.pipe(
  v.string(),
  v.regex(
    PATTERNS.identityPoolId,
    "an identity pool id, for example eu-west-1:12345678-90ab-cdef-1234-567890abcdef",
  ),
);

/** Said wherever somebody seems to want the flow that cannot work. */
const CLASSIC_ONLY =
  "guests need Cognito’s classic flow: the session policy of the enhanced flow denies CodeDeploy to guests";

const RoleArn = v.pipe(
  v.string(),
  v.regex(
    PATTERNS.roleArn,
    "the ARN of an IAM role, for example arn:aws:iam::123456789012:role/DeploywatchGuest",
  ),
);

const LoopbackUrl = v.pipe(
  v.string(),
  v.regex(
    PATTERNS.loopback,
    "an http address of this machine (127.0.0.1, localhost or [::1]): the emulator is for demos and tests only",
  ),
);

const Origin = v.pipe(
  v.string(),
  v.regex(
    PATTERNS.origin,
    "an https address without a path, for example https://acme.auth.eu-west-1.amazoncognito.com",
  ),
);

const Endpoint = v.pipe(
  v.string(),
  v.regex(PATTERNS.endpoint, "an https address, for example https://login.example.com/token"),
);

const SignInSchema = v.strictObject({
  authority: v.pipe(
    v.string(),
    v.regex(
      PATTERNS.endpoint,
      "the issuer, for example https://cognito-idp.eu-west-1.amazonaws.com/eu-west-1_AbCdEfGhI",
    ),
  ),
  clientId: v.pipe(v.string(), v.regex(PATTERNS.clientId, "the id of an app client that has no secret")),
  domain: v.optional(Origin),
  metadata: v.optional(
    v.strictObject({
      authorizationEndpoint: Endpoint,
      tokenEndpoint: Endpoint,
      revocationEndpoint: v.optional(Endpoint),
      endSessionEndpoint: v.optional(Endpoint),
    }),
  ),
  scopes: v.optional(
    v.pipe(
      v.array(v.pipe(v.string(), v.regex(PATTERNS.scope, "the name of a scope"))),
      v.minLength(1, "at least openid"),
    ),
  ),
});

const GuestSchema = v.strictObject({
  roleArn: RoleArn,
  flow: v.optional(v.pipe(v.string(), v.regex(PATTERNS.flow, `"classic": ${CLASSIC_ONLY}`))),
});

const Example = v.strictObject({
  region: Region,
  deploymentId: v.pipe(
    v.string(),
    v.minLength(1, "a deployment id"),
    v.maxLength(100, "a deployment id of at most 100 characters"),
  ),
  description: v.string(),
});

/**
 * The schema of `config.json`; `KEY_DESCRIPTIONS` says what each key is for. Strict: an unknown key is a fault, because it
 * is most likely a misspelt one.
 */
export const ConfigSchema = v.strictObject({
  $schema: v.optional(v.string()),
  name: v.optional(v.pipe(v.string(), v.maxLength(100, "at most 100 characters"))),
  regions: v.pipe(v.array(Region), v.minLength(1, "at least one Region")),
  identityPoolId: IdentityPoolId,
  signIn: v.optional(SignInSchema),
  guest: v.optional(GuestSchema),
  actions: v.optional(v.boolean()),
  emulator: v.optional(v.strictObject({ endpoint: LoopbackUrl })),
  joins: v.optional(v.array(v.picklist(JOINS, `one of ${JOINS.join(", ")}`))),
  examples: v.optional(v.array(Example)),
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

/**
 * What the server of local mode writes as `config.json`: it asks AWS in the page's place, with the credentials of its machine.
 * Nobody else writes `local`, so it is no part of the schema that editors complete.
 */
export const LocalSchema = v.strictObject({
  local: v.literal(true, "true"),
  regions: ConfigSchema.entries.regions,
  actions: ConfigSchema.entries.actions,
  joins: ConfigSchema.entries.joins,
});

/** A site: people sign in, or everybody is a guest. */
export type SiteConfig = Omit<ParsedConfig, "signIn" | "guest"> & { local?: undefined } & (
    | { signIn: SignInConfig; guest?: undefined }
    | { guest: GuestConfig; signIn?: undefined }
  );

/** The page of local mode. It has none of a site's own keys. */
type LocalConfig = v.InferOutput<typeof LocalSchema> & {
  [Key in Exclude<keyof ParsedConfig, keyof v.InferOutput<typeof LocalSchema>>]?: undefined;
};

/** A valid `config.json`. */
export type Config = SiteConfig | LocalConfig;
