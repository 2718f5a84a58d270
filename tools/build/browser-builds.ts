/** For Vite, and for the tests, which are to run what the page runs: packages that name their browser build in a way that is not followed. */
export const BROWSER_BUILDS = {
  "@aws-sdk/credential-providers": "@aws-sdk/credential-providers/dist-es/index.browser.js",
};
