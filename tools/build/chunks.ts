/** Fits module ids on every system, whichever way their slashes lean. */
const path = (pattern: string) => new RegExp(pattern.replaceAll("/", "[\\\\/]"));

/**
 * How the build is cut: few files, each of which the first screen needs as a whole, so that the entry script stays
 * small and the rest loads beside it. A group takes in what its modules import, unless one before it has it.
 *
 * - `boot`: the entry and what it imports statically.
 * - `react`: React alone. Nothing that the first request needs may import it.
 * - `queries`: react-query's core, our queries, and the part of the domain that they share with the AWS room.
 * - `sdk`: the AWS SDK as far as CodeDeploy needs it, with the commands of the first screen. Event streams are left out, and so fall into a chunk of their
 *   own: the SDK would load them for operations that CodeDeploy does not have.
 * - `operations`: CodeDeploy's, with the checks of answers that what other tabs say goes through as well.
 * - `page`: what every page of the app starts with. Without it, all that later chunks share would be one of its own.
 * - `list-facts`: what `target-facts` shares with the pages of lists, which would else wait for all of that.
 * - `credentials`: what is needed to assume a role, in one file rather than three that load each other in turn, so
 *   that it is there before Cognito has answered.
 * - `user-credentials`: the same for people who have signed in, rather than four.
 * - `target-facts`: what the targets add to the first screen, which is asked for in one go, and what must be there once no network is.
 *
 * What comes after the status is cut by what comes together, since each file costs a visit about 7 ms of processor time, however
 * small it is:
 *
 * - `tabs`: what lets new tabs in.
 * - `small-parts`: what several pages share, and what each has in its frame.
 * - `lists`: what the pages of lists ask AWS for.
 * - `faults`: whatever could not be shown.
 * - `details`: the rest of a deployment's page.
 * - `joins`: what that page shows of other services.
 */
export const CHUNK_GROUPS = [
  { name: "boot", tags: ["$initial" as const] },
  { name: "react", test: path("node_modules/(react|react-dom|scheduler)/") },
  {
    name: "queries",
    test: path("src/(queries/(deployments|query-client)|codedeploy/targets/target)\\.ts$"),
  },
  {
    name: "sdk",
    test: path(
      "node_modules/(@smithy/(?!core/dist-es/submodules/(event-streams|checksum/crc32)|middleware-compression)" +
        "|@aws-sdk/(client-codedeploy/(?!dist-es/commands/(?!(List|BatchGet|Get)Deployments?(Config|Targets)?Command))|util-|types|core/(?!dist-es/submodules/protocols/(query|xml|json/AwsJson1_0))))",
    ),
  },
  { name: "operations", test: path("src/aws/codedeploy/operations\\.ts$") },
  { name: "page", test: path("src/(app/(App|mount)|ui/ScrollRegion)\\.tsx$") },
  {
    name: "list-facts",
    test: path(
      "src/(errors/error-words|codedeploy/deployment/(creator-words|rollback)|codedeploy/group/group-history" +
        "|codedeploy/revision/revision|aws-names/(console-links|source-links|arn)|queries/each-page)\\.ts$|src/ui/Tag\\.tsx$",
    ),
  },
  {
    name: "credentials",
    test: path(
      "src/access/guest/assume-role\\.ts$" +
        "|node_modules/@aws-sdk/(credential-providers/dist-es/fromWebToken|credential-provider-web-identity)",
    ),
  },
  {
    name: "user-credentials",
    test: path(
      "src/access/sign-in/user-credentials\\.ts$" +
        "|node_modules/@aws-sdk/(credential-providers/dist-es/fromCognitoIdentityPool|credential-provider-cognito-identity" +
        "|nested-clients/dist-es/submodules/cognito-identity)",
    ),
  },
  {
    name: "target-facts",
    test: path(
      "src/pages/deployment/(status|why)/(StatusSentence|TrafficProgress|InstanceSteps|ChangedLine|UsualDuration|GroupNeighbours|Transitions|WhyCard|HappeningNow)\\.tsx$" +
        "|src/pages/deployment/RefreshNotice\\.tsx$" +
        "|src/queries/polling/targets-refresh\\.ts$",
    ),
  },
  { name: "tabs", test: path("src/access/tabs/(access-channel|hand-over)\\.ts$") },
  {
    name: "small-parts",
    test: path(
      "src/(pages/frame/|ui/(?!log/|rows/grid-keys|dialog/ConfirmDialog|browser/)|pages/home/recent-deployments|codedeploy/settings/safety)|node_modules/lucide-react/",
    ),
  },
  {
    name: "lists",
    test: path(
      "src/(queries/lists/(list-pages|first-tries|application-groups|group-pages|running-deployments)|codedeploy/revision/revision-line)\\.ts$",
    ),
  },
  { name: "faults", test: path("src/pages/faults/") },
  {
    name: "details",
    test: path(
      "src/pages/deployment/(DeploymentDetails|header/LiveExtras|share/(ShareMenu|PrintHead))\\.tsx$",
    ),
  },
  {
    name: "joins",
    test: path(
      "src/pages/deployment/(joins/(JoinsPolling|OtherServices|ToldChange)|status/TroubleSentence)\\.tsx$",
    ),
  },
];
