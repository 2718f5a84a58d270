import routes from "./app-routes.json" with { type: "json" };

/**
 * The paths that are pages of the app and no files: `/`, `/index.html`, and those of `src/app/pages.ts`, most of which begin with a Region. A
 * host answers them with index.html. Everything else is a file or a 404: a missing script that came as HTML would be
 * cached, and looks like a broken app.
 *
 * `npm run template` writes it, and the configurations of nginx, from `src/app/pages.ts`. What comes first must have the
 * form of a Region's name, so that `/foo/gone.js` is a 404. A deployment id may hold a dot: behind a Region, a dot in the
 * last part does not make a path a file.
 */
export const APP_ROUTE = new RegExp(routes.appRoute);

/** Where sign-in pages lead back to, below where the app lies. */
export const SIGNED_IN = routes.signedIn;

/** Whether a path, as it stands in the request, is a page of the app. */
export function isAppRoute(path: string): boolean {
  return APP_ROUTE.test(path);
}
