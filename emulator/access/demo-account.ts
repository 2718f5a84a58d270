// The names of what the emulated account has from the start: two identity pools and five roles.

/** The pool of the demo's configuration. */
export const DEMO_IDENTITY_POOL_ID = "us-east-1:0b3e5d9c-7f14-4c2a-9d56-2f8a1e6b4c70";

/** The pool of the demo with sign-in. */
export const DEMO_SIGN_IN_POOL_ID = "us-east-1:5c1f0a7e-92d4-4b6e-8a3f-6d0b9e2c7f18";

/** The roles of the demo's people: read everything, or one application; stop and continue as well; deploy as well. */
export const READER_ROLE_NAME = "DeploywatchReader";
export const CHECKOUT_ROLE_NAME = "DeploywatchCheckoutReader";
export const OPERATOR_ROLE_NAME = "DeploywatchOperator";
export const DEPLOYER_ROLE_NAME = "DeploywatchDeployer";

/** The role that the demo's guests take. */
export const GUEST_ROLE_NAME = "DeploywatchGuest";
