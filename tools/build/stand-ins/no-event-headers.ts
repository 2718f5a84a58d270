/** In place of what signs the messages of event streams, which CodeDeploy has none of. */
export class HeaderFormatter {
  format(): never {
    throw new Error("This build signs no event streams.");
  }
}
