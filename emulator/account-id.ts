/** The one AWS account that the emulator plays. */
export const ACCOUNT_ID = "123456789012";
