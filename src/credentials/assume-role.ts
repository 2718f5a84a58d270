// A module of its own to be loaded lazily: importing the package itself would load every provider that it has.
export { fromWebToken } from "@aws-sdk/credential-providers";
