/** In place of react-query's fetching page by page, which no query of the app asks for. */
export function infiniteQueryBehavior(): never {
  throw new Error("This build has no infinite queries.");
}

/** Of a query without pages. */
export function hasNextPage(): false {
  return false;
}

/** Of a query without pages. */
export function hasPreviousPage(): false {
  return false;
}
