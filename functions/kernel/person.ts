/** In characters. */
export const claimAtMost = 100;

/** Without space or bracket, which end the claim. */
export const bare = (sub: string): string => encodeURIComponent(sub).replaceAll("(", "%28").replaceAll(")", "%29");

const atTheEnd = / \(oidc (\S+) (\S+)\)$/;

/** By issuer and `sub` where a provider named them: a name or a mailbox may change. */
export const isSamePerson = (one: string, other: string): boolean => {
  const [end, otherEnd] = [atTheEnd.exec(one)?.[0], atTheEnd.exec(other)?.[0]];
  return end === undefined && otherEnd === undefined ? one === other : end === otherEnd;
};

/** Equal for all names of one person by `isSamePerson`. */
export const personKey = (person: string): string => atTheEnd.exec(person)?.[0] ?? person;

/**
 * Whether both signed in by the same provider, or by IAM. Who can do both has two names, and nothing shows that
 * they are one person: two names count as two persons only where this holds.
 */
export const signedInAlike = (one: string, other: string): boolean =>
  atTheEnd.exec(one)?.[1] === atTheEnd.exec(other)?.[1];

/**
 * Whether a text can name a browser's user for `isListed` and `isSamePerson`: a mailbox, or the whole name with its
 * end.
 */
export const isNameable = (text: string): boolean =>
  atTheEnd.test(text) || (text.length <= claimAtMost && bareMailbox.test(text));

/** Without what stands around one in a mail or a list: names are compared letter by letter. */
const bareMailbox = /^[^\s@<>()[\]",:;\\]+@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?$/u;

export const isNamedBy = (person: string, name: string): boolean =>
  isSamePerson(person, name) || isListed(person, [name]);

/** For a person named by a provider, the list may hold `sub` or mailbox. */
export const isListed = (person: string, list: readonly string[]): boolean => {
  const end = atTheEnd.exec(person);
  if (!end) return list.includes(person);
  const email = /(\S+@\S+)$/.exec(person.slice(0, end.index))?.[1]?.toLowerCase();
  return list.some((one) => bare(one) === end[2] || one.toLowerCase() === email);
};
