import type { Aftermath } from "../../../codedeploy/failure/why.ts";
import { Notice } from "../../../ui/Notice.tsx";

const WORDS: Readonly<Record<Aftermath, { title: string; text: string }>> = {
  "alias-split": {
    title: "The alias may point to two versions.",
    text: "Lambda keeps sending part of the traffic to each, and later deployments fail, until the alias points to one version. Check its routing and set it by hand.",
  },
  "rollback-failed": {
    title: "Neither revision may be fully in place.",
    text: "This deployment was to bring back an earlier revision, and failed. Compare the targets, then deploy a revision that is known to work.",
  },
  "instances-indeterminate": {
    title: "Some instances may be half deployed.",
    text: "CodeDeploy leaves each instance in the state in which the stop found it. Deploy again to bring all of them to one revision.",
  },
};

/** Warns of what a deployment leaves behind, and says how to put it right. */
export function AftermathNotice({ aftermath }: { aftermath: Aftermath }) {
  const { title, text } = WORDS[aftermath];
  return (
    <Notice tone="wait" title={title}>
      <p>{text}</p>
    </Notice>
  );
}
