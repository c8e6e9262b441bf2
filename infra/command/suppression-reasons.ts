/** Why SES puts an address on the account's list, by its own words in lower case; apart, so that help loads no SDK. */
export const suppressionReasons = ["bounce", "complaint"] as const;
export type SuppressionReason = (typeof suppressionReasons)[number];
