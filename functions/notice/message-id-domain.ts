/** SES rewrites Message-ID as `<id@REGION.amazonses.com>`, in us-east-1 `<id@email.amazonses.com>`. */
export const messageIdDomain = (region: string): string =>
  region === "us-east-1" ? "email.amazonses.com" : `${region}.amazonses.com`;
