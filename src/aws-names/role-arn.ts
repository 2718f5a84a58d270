import { ARN_START } from "./partitions.ts";

/** The ARN of an IAM role, with its path and name. */
export const ROLE_ARN = new RegExp(`^${ARN_START}:iam::\\d{12}:role/[\\w+=,.@/-]{1,512}$`);
