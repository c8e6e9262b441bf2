/** A claim is cut to so many characters. */
export const claimAtMost = 100;

/** Without space or bracket, which end the claim. */
export const bare = (sub: string): string => encodeURIComponent(sub).replaceAll("(", "%28").replaceAll(")", "%29");

const atTheEnd = / \(oidc (\S+) (\S+)\)$/;

/**
 * Whether two names are one person's: by issuer and `sub` where a provider named them, for a name
 * or a mailbox may change.
 */
export const isSamePerson = (one: string, other: string): boolean => {
  const [end, otherEnd] = [atTheEnd.exec(one)?.[0], atTheEnd.exec(other)?.[0]];
  return end === undefined && otherEnd === undefined ? one === other : end === otherEnd;
};

/** The same text for all names of one person, in the sense of `isSamePerson`. */
export const personKey = (person: string): string => atTheEnd.exec(person)?.[0] ?? person;

/**
 * Whether both signed in in the same way: with the same provider, or signed by IAM. Who can do both
 * has two names, and nothing tells that they are one person; so two names count as two persons only
 * where this holds.
 */
export const signedInAlike = (one: string, other: string): boolean =>
  atTheEnd.exec(one)?.[1] === atTheEnd.exec(other)?.[1];

/**
 * Whether a text can name somebody who signs in by a browser, as `isListed` and `isSamePerson` find them: by a
 * mailbox, or by the whole name with its end.
 */
export const isNameable = (text: string): boolean =>
  atTheEnd.test(text) || (text.length <= claimAtMost && bareMailbox.test(text));

/** Without what stands around one in a mail or a list: what is named so is compared letter by letter. */
const bareMailbox = /^[^\s@<>()[\]",:;\\]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

/** Whether a name, or a mailbox alone, is this person's. */
export const isNamedBy = (person: string, name: string): boolean =>
  isSamePerson(person, name) || isListed(person, [name]);

/**
 * Whether a person is on a list of names; of somebody whom the provider named, `sub` or mailbox may
 * stand there.
 */
export const isListed = (person: string, list: readonly string[]): boolean => {
  const end = atTheEnd.exec(person);
  if (!end) return list.includes(person);
  const email = /(\S+@\S+)$/.exec(person.slice(0, end.index))?.[1]?.toLowerCase();
  return list.some((one) => bare(one) === end[2] || one.toLowerCase() === email);
};
