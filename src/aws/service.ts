import type { CredentialSource } from "../access/credentials.ts";
import type { AwsService } from "../aws-names/services.ts";
import { originsFor } from "../config/endpoints.ts";
import type { Config } from "../config/schema.ts";
import { callAws } from "./call-aws.ts";

/** A `read` may be asked twice. An `action` changes something at AWS: no program ever sends it a second time. */
export type OperationKind = "read" | "action";

/**
 * An operation of a table: how it is asked through `Asker`, for example an SDK client. Its input names the Region. An action
 * calls `onSend` before its request goes out: until then, AWS cannot have received it.
 */
interface Operation {
  readonly kind: OperationKind;
  ask(asker: never, input: never, signal: AbortSignal, onSend?: () => void): Promise<unknown>;
}

/** A table of a service's operations by name: `getDeployment` is AWS's GetDeployment. */
export type Operations = Readonly<Record<string, Operation>>;

/** What an operation of a table is given: at least the Region. */
export type InputOf<Table extends Operations, Name extends keyof Table> = Table[Name]["ask"] extends (
  asker: never,
  input: infer Input extends { region: string },
  signal: AbortSignal,
) => unknown
  ? Input
  : never;

/** What an operation of a table answers. */
export type ResultOf<Table extends Operations, Name extends keyof Table> = Awaited<
  ReturnType<Table[Name]["ask"]>
>;

/** A table in the form in which TypeScript relates a name that is known at run time only to its input and result. */
export type Askable<Table extends Operations, Asker> = {
  readonly [Name in keyof Table]: {
    readonly kind: OperationKind;
    ask(
      asker: Asker,
      input: InputOf<Table, Name>,
      signal: AbortSignal,
      onSend?: () => void,
    ): Promise<ResultOf<Table, Name>>;
  };
};

/**
 * A service as the rest of the app sees it, derived from its table: a method for each operation. Each ends within 15 s,
 * whatever hangs, and rejects with an AppError; when `signal` aborts it rejects with the signal's reason. `onSend` is
 * called as an action's request goes out: a failure before that is one of which AWS knows nothing.
 */
export type Service<Table extends Operations> = {
  readonly [Name in keyof Table]: (
    input: InputOf<Table, Name>,
    signal: AbortSignal,
    onSend?: () => void,
  ) => Promise<ResultOf<Table, Name>>;
};

/** Makes attempts at the operations of a table. */
export interface Attempts<Table extends Operations> {
  kindOf(name: keyof Table): OperationKind;
  /** One attempt at an operation, and no more. */
  attempt<Name extends keyof Table>(
    name: Name,
    input: InputOf<Table, Name>,
    signal: AbortSignal,
    onSend?: () => void,
  ): Promise<ResultOf<Table, Name>>;
}

/**
 * The service with these operations. The table is needed as a type only, so that its commands can load later.
 *
 * @param load gives what makes attempts; called before each operation
 * @param onRequest called as a request goes out whose caller does not want to know
 * @throws from each operation, besides what {@link Service} says: what `load` threw
 */
export function createService<Table extends Operations>(
  service: AwsService,
  config: Config,
  credentials: CredentialSource,
  load: () => Promise<Attempts<Table>>,
  onRequest?: () => void,
): Service<Table> {
  const methodOf =
    <Name extends string & keyof Table>(name: Name) =>
    async (
      input: InputOf<Table, Name> & { region: string },
      signal: AbortSignal,
      onSend: (() => void) | undefined = onRequest,
    ) => {
      const attempts = await load();
      const action = actionOf(service, name);
      const origins = originsFor(config, service, input.region);
      return callAws({ kind: attempts.kindOf(name), action, origins, signal, credentials }, (attemptSignal) =>
        attempts.attempt(name, input, attemptSignal, onSend),
      );
    };
  return new Proxy(Object.create(null), {
    get: (_, name: string & keyof Table) => methodOf(name),
  });
}

/** The IAM action that an operation needs: `getDeployment` needs `codedeploy:GetDeployment`. */
export function actionOf(service: AwsService, operation: string): string {
  return `${service}:${operation.charAt(0).toUpperCase()}${operation.slice(1)}`;
}
