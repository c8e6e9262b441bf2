/**
 * SES writes Message-ID anew as `<id@REGION.amazonses.com>`, in us-east-1 as
 * `<id@email.amazonses.com>`.
 */
export const messageIdDomain = (region: string): string =>
  region === "us-east-1" ? "email.amazonses.com" : `${region}.amazonses.com`;
