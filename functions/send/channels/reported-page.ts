/** What was reported, as the case names it. Without `url` where it is no page. */
export type ReportedPage = { readonly host: string; readonly url?: string };

const addressIn = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

/** Whether two addresses are one page, as the URL standard normalises them. */
export const isSamePage = (one: string, other: string | undefined): boolean =>
  other !== undefined && (one === other || (addressIn(one)?.href ?? one) === addressIn(other)?.href);

/** Whether a provider's name of a host is this one, in any case and script. */
export const isSameHost = (name: string, host: string): boolean =>
  name === host || addressIn(`http://${name}/`)?.hostname === addressIn(`http://${host}/`)?.hostname;

/** An answer about the right number and another page says nothing of ours. */
export const anotherPage = (name: string) =>
  ({ kind: "person", why: `${name} answered about another page than was reported.` }) as const;
