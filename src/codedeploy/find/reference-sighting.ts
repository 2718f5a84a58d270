/** What one way of reading a text has found: the ids, in order and each once, and the Region if it is clear. */
export interface ReferenceSighting {
  deploymentIds: readonly string[];
  region: string | undefined;
}
