/** In place of what the SDK does with names of buckets: the app has no client of S3. */
export function resolveParamsForS3(): never {
  throw new Error("This build has no client of S3.");
}
