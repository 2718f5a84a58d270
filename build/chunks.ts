const inPackages = (pattern: string) => new RegExp(`node_modules/${pattern}`.replaceAll("/", "[\\\\/]"));

/**
 * How the build is cut: few files, each of which the first screen needs as a whole, so that the entry script stays
 * small and the rest loads beside it. A group takes in what its modules import, unless a higher one has it.
 *
 * - `boot`: the entry and what it imports statically.
 * - `react`: React alone. Nothing that the first request needs may import it.
 * - `queries`: react-query's core, our queries, and the part of the domain that they share with the AWS room.
 * - `sdk`: the AWS SDK as far as CodeDeploy needs it. Left out, so that they fall into chunks of their own: event
 *   streams, which the SDK loads for operations that CodeDeploy does not have, and the query protocol with its XML,
 *   which only STS speaks.
 */
export const chunkGroups = [
  { name: "boot", tags: ["$initial" as const], priority: 4 },
  { name: "react", test: inPackages("(react|react-dom|scheduler)/"), priority: 3 },
  {
    name: "queries",
    test: /src[\\/](queries[\\/](deployments|query-client)|domain[\\/]target)\.ts$/,
    priority: 2,
  },
  {
    name: "sdk",
    test: inPackages(
      "(@smithy/(?!core/dist-es/submodules/event-streams)" +
        "|@aws-crypto" +
        "|@aws-sdk/(client-codedeploy|util-|types|core/(?!dist-es/submodules/protocols/(query|xml))))",
    ),
    priority: 1,
  },
];
