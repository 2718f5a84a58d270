const REGIONS = {
  Regions: "eu-west-1,us-east-1",
  DeploymentGroupArns: "arn:aws:codedeploy:*:123456789012:deploymentgroup:shop/*",
};

/** The ways to deploy the template, as parameters. */
export const SITUATIONS = {
  "a user pool of its own": REGIONS,
  "every deployment group": {
    ...REGIONS,
    DeploymentGroupArns: "arn:aws:codedeploy:*:123456789012:deploymentgroup:*",
  },
  "a domain name of its own": {
    ...REGIONS,
    DomainName: "deploys.example.com",
    CertificateArn: "arn:aws:acm:us-east-1:123456789012:certificate/12345678-90ab-cdef-1234-567890abcdef",
  },
  actions: { ...REGIONS, Actions: "true" },
  "actions and all joins": {
    ...REGIONS,
    Actions: "true",
    JoinAlarms: "true",
    JoinEcs: "true",
    JoinTargetHealth: "true",
    JoinRevisions: "true",
    JoinLogs: "true",
    JoinAutoScaling: "true",
  },
  "all joins": {
    ...REGIONS,
    JoinAlarms: "true",
    JoinEcs: "true",
    JoinTargetHealth: "true",
    JoinRevisions: "true",
    JoinLogs: "true",
    JoinAutoScaling: "true",
  },
  "an existing user pool": {
    ...REGIONS,
    ExistingUserPoolId: "eu-west-1_Existing1",
    ExistingUserPoolClientId: "existingclient",
    ExistingUserPoolDomain: "https://acme.auth.eu-west-1.amazoncognito.com",
  },
  "another issuer": {
    ...REGIONS,
    OidcProviderArn: "arn:aws:iam::123456789012:oidc-provider/login.example.com",
    OidcIssuer: "https://login.example.com",
    OidcClientId: "deploywatch",
    OidcAuthorizationEndpoint: "https://login.example.com/authorize",
    OidcTokenEndpoint: "https://login.example.com/oauth/token",
  },
  "another issuer with all that it offers": {
    ...REGIONS,
    Name: "Déploiements d’ACME (été) <1 & 2>",
    OidcProviderArn: "arn:aws:iam::123456789012:oidc-provider/login.example.com/tenant",
    OidcIssuer: "https://login.example.com/tenant",
    OidcClientId: "deploywatch@example",
    OidcAuthorizationEndpoint: "https://login.example.com/tenant/authorize",
    OidcTokenEndpoint: "https://login.example.com/tenant/token",
    OidcRevocationEndpoint: "https://tokens.example.com:8443/revoke",
    OidcEndSessionEndpoint: "https://login.example.com/tenant/logout",
    OidcScopes: "openid,email,offline_access",
  },
} as const;
