/**
 * What AWS, or the way to it, did not let a command do, in a sentence with what helps; nothing for
 * any other error. The SDK marks what a service answered by `$metadata`.
 */
export const awsProblem = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  const says = error.message.replace(/\s+/g, " ").replace(/\.$/, "");
  if (says === "Region is missing")
    return "No AWS region is known. Give a profile that says region, or set AWS_REGION.";
  if (/^(?:Credentials|Token)ProviderError$/.test(error.name))
    return `There are no AWS credentials: ${says}. ${signIn(process.env.AWS_PROFILE)}`;
  // The SDK marks these by `$metadata` as well, once it has tried again.
  if ("code" in error && typeof error.code === "string" && unreached.includes(error.code))
    return `AWS can't be reached (${error.code}): ${says}. Check the network, and the region of your profile.`;
  if ("$metadata" in error) return `AWS refused it (${error.name}): ${says}. ${helps(error.name)}`;
  return undefined;
};

const signIn = (profile: string | undefined): string =>
  profile
    ? `AWS_PROFILE is ${profile}: see that aws configure list-profiles names it, and sign in by it.`
    : "Sign in (like aws sso login), or set AWS_PROFILE.";

const helps = (name: string): string => {
  if (/Expired|InvalidClientToken|UnrecognizedClient|InvalidSignature/.test(name))
    return "Your credentials are over or wrong: sign in again.";
  if (/AccessDenied|NotAuthorized|Unauthorized/.test(name))
    return "Your credentials have no right to it, or are those of another account.";
  return "Check the names that you gave, and the account and region of your AWS credentials.";
};

const unreached = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH"];
