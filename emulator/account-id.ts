/** The one AWS account that the emulator plays. */
export const accountId = "123456789012";
