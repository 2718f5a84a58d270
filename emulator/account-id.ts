/** The one AWS account that the emulator stands in for. */
export const ACCOUNT_ID = "123456789012";
