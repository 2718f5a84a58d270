/**
 * How the build is cut, so that the entry script stays small and the rest loads beside it in few files: what the
 * entry itself needs, react-query's core with our queries, React, and the AWS SDK as far as CodeDeploy and STS share
 * it. Everything else falls where Rolldown puts it.
 */
export const chunkGroups = [
  { name: "boot", tags: ["$initial" as const], priority: 4 },
  { name: "react", test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 3 },
  { name: "queries", test: /node_modules[\\/]@tanstack[\\/]query-core[\\/]/, priority: 2 },
  {
    name: "sdk",
    test: /node_modules[\\/](@smithy|@aws-crypto|@aws-sdk[\\/](client-codedeploy|core|util-|xml-builder|types))/,
    priority: 1,
    minShareCount: 1,
  },
];
