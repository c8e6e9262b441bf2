import { sizeOf } from "../kernel/range.ts";
import { abuseByName, abuseFirst, isNationalRegistry, namesAbuse, passesOn, widerBlock } from "./desks.ts";
import { plainName } from "./jcard.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { disputedIn, disputedRemark, forbidsOwn, insteadRemark, invalidRemark, readRemarks } from "./remarks.ts";
import { firstOf, type headersIn, type Network, type RpslObject, valuesOf } from "./rpsl-objects.ts";
import type { FoundInText } from "./whois-text.ts";

type Headers = ReturnType<typeof headersIn>;

const mails = (object: RpslObject, ...names: readonly string[]): readonly string[] =>
  valuesOf(object, ...names).flatMap((value) => mailboxesIn(value).map(({ email }) => email));

const remarksOf = (object: RpslObject, ...names: readonly string[]) =>
  readRemarks(valuesOf(object, "remarks", "descr", ...names));

const nameOf = (object: RpslObject): { readonly name: string | undefined } => {
  const name = firstOf(object, "role") ?? firstOf(object, "org-name") ?? firstOf(object, "person");
  return { name: plainName(name ?? "") || undefined };
};

/** The objects of an answer, by handle. */
export const directoryOf = (objects: readonly RpslObject[]) => {
  const handles = new Map<string, RpslObject>();
  for (const object of objects) {
    for (const handle of valuesOf(object, "nic-hdl", "nic-hdl-br", "irt", "organisation"))
      if (!handles.has(handle.toUpperCase())) handles.set(handle.toUpperCase(), object);
  }
  return {
    has: (handle: string): boolean => handles.has(handle.toUpperCase()),
    /** Each once. */
    named: (from: readonly (RpslObject | undefined)[], ...names: readonly string[]): readonly RpslObject[] => {
      const targets = from
        .flatMap((object) => valuesOf(object, ...names))
        .map((handle) => handles.get(handle.split(/[ #]/)[0]?.toUpperCase() ?? ""));
      return [...new Set(targets)].filter((target) => target !== undefined);
    },
  };
};
export type Directory = ReturnType<typeof directoryOf>;

type WhatIsSaid = {
  readonly objects: readonly RpslObject[];
  readonly headers: Headers;
  readonly networks: readonly Network[];
};

/** Mailboxes that the answer calls wrong or unwanted, or contradicts itself on. */
const saidOf = ({ objects, headers, networks }: WhatIsSaid) => {
  const fields = objects.flatMap((object) => mails(object, "abuse-mailbox"));
  const desks = [...fields, ...headers.flatMap(({ emails }) => emails)];
  const invalid = new Set([
    ...readRemarks(
      objects
        .flatMap((object) => valuesOf(object, "remarks"))
        .filter((line) => /invalid|not valid|unverified/i.test(line)),
    ).invalid,
    ...headers.flatMap(({ emails, failed }) => (failed ? emails.map((email) => email.toLowerCase()) : [])),
  ]);
  const forbidden = new Set(
    objects.flatMap((object) => {
      const remarks = remarksOf(object);
      const own = remarks.forbidsOwn ? mails(object, "abuse-mailbox", "e-mail", "email") : [];
      return [
        ...remarks.forbidden,
        ...own.filter((email) => forbidsOwn(remarks, email)).map((email) => email.toLowerCase()),
      ];
    }),
  );
  const disputed = new Set(networks.flatMap(({ object }) => [...disputedIn(remarksOf(object), desks)]));
  return { invalid, forbidden, disputed };
};

/** The desks of an answer, in the order in which they were added. */
export const deskBook = (answer: WhatIsSaid) => {
  const { invalid, forbidden, disputed } = saidOf(answer);
  const found: FoundInText[] = [];
  const late: FoundInText[] = [];
  const seen = new Set<string>();
  const checked = (entry: FoundInText): FoundInText =>
    invalid.has(entry.email.toLowerCase())
      ? { ...entry, confidence: "low", remark: invalidRemark, beside: true }
      : entry;
  return {
    found,
    /** A national registry's own desks: behind all others. */
    late,
    isForbidden: (email: string): boolean => forbidden.has(email.toLowerCase()),
    /** The first word on a mailbox counts; a hostile answer names the same one a million times. */
    add: (entry: FoundInText): void => {
      const mailbox = entry.email.toLowerCase();
      const isDisputed = disputed.has(mailbox);
      if (seen.has(mailbox) || (forbidden.has(mailbox) && !isDisputed)) return;
      seen.add(mailbox);
      if (isDisputed) found.push({ ...entry, confidence: "guess", remark: disputedRemark });
      else if (isNationalRegistry(mailbox)) late.push({ ...entry, confidence: "low", remark: passesOn });
      else found.push(checked(entry));
    },
  };
};
export type DeskBook = ReturnType<typeof deskBook>;

/** The most exact header is the registry's verdict. Wider blocks' headers come after the smallest block. */
export const addOfBlocks = (
  book: DeskBook,
  directory: Directory,
  networks: readonly Network[],
  headers: Headers,
): void => {
  const [smallest] = networks;
  const exact = headers.filter(
    (header) => !smallest?.range || !header.range || sizeOf(header.range) <= sizeOf(smallest.range),
  );
  for (const email of exact.flatMap(({ emails }) => emails)) book.add({ email, confidence: "high" });
  for (const [position, network] of networks.slice(0, 20).entries())
    addOfBlock(book, directory, network.object, position === 0);
  for (const email of headers.filter((header) => !exact.includes(header)).flatMap(({ emails }) => emails))
    book.add({ email, confidence: "medium", remark: widerBlock });
};

const addOfBlock = ({ add }: DeskBook, { named }: Directory, object: RpslObject, isSmallest: boolean): void => {
  const confidence = isSmallest ? "high" : "medium";
  const remark = isSmallest ? {} : { remark: widerBlock };
  for (const contact of named([object, ...named([object], "org")], "abuse-c")) {
    const boxes = mails(contact, "abuse-mailbox");
    for (const email of abuseFirst(boxes.length > 0 ? boxes : mails(contact, "e-mail", "email")))
      add({ email, confidence, ...remark, ...nameOf(contact) });
    for (const email of remarksOf(contact).instead)
      add({ email, confidence: "low", remark: insteadRemark, ...nameOf(contact) });
  }
  for (const email of mails(object, "abuse-mailbox", "abuse-email", "abuse-contact"))
    add({ email, confidence, ...remark });
  const irts = named([object], "mnt-irt");
  const around = [
    ...new Set([...irts, ...named([object], "org"), ...named([object], "tech-c", "admin-c", "owner-c", "zone-c")]),
  ];
  for (const other of around)
    for (const email of mails(other, "abuse-mailbox")) add({ email, confidence, ...remark, ...nameOf(other) });
  for (const irt of irts.filter(hasNoAbuseMailbox))
    for (const email of mails(irt, "e-mail")) add({ email, confidence: "medium", ...remark });
  for (const other of [object, ...around]) {
    const said = remarksOf(other, "trouble");
    for (const email of said.emails)
      add({
        email,
        confidence: said.instead.includes(email) ? "low" : "medium",
        remark: isSmallest ? "Named for abuse in the registry's remarks." : widerBlock,
      });
  }
  // An object with an abuse-mailbox has said where reports are read.
  for (const other of around.filter(hasNoAbuseMailbox))
    for (const email of mails(other, "e-mail", "email").filter(namesAbuse))
      add({ email, confidence: "medium", remark: abuseByName });
};

const hasNoAbuseMailbox = (object: RpslObject): boolean => valuesOf(object, "abuse-mailbox").length === 0;

/** What else the answer names, if its blocks named nobody. */
export const addOfOthers = (
  { add, found }: DeskBook,
  objects: readonly RpslObject[],
  networks: readonly Network[],
): void => {
  if (found.length > 0) return;
  for (const object of objects)
    for (const email of mails(object, "abuse-mailbox"))
      add({
        email,
        confidence: "medium",
        remark: "An abuse mailbox in the answer, not tied to the block itself.",
        ...nameOf(object),
      });
  for (const object of objects.filter(isRoute))
    for (const email of remarksOf(object).emails)
      add({ email, confidence: "medium", remark: "Named for abuse in the route's remarks." });
  // The record behind a contact's handle, asked for by itself.
  if (found.length > 0 || networks.length > 0) return;
  for (const object of objects.filter((one) => firstOf(one, "nic-hdl-br") !== undefined))
    for (const email of mails(object, "e-mail"))
      add({ email, confidence: "guess", remark: "The mailbox of a contact of the block.", ...nameOf(object) });
};

export const isRoute = ({ kind }: RpslObject): boolean => kind.startsWith("route");

/** The block's technical contacts, for a person only, if nobody else is named. */
export const technicalOf = (
  { found, isForbidden }: DeskBook,
  { named }: Directory,
  smallest: Network | undefined,
): readonly FoundInText[] =>
  found.length > 0 || !smallest
    ? []
    : named([smallest.object], "tech-c", "admin-c", "owner-c", "org")
        .flatMap((object) =>
          mails(object, "e-mail", "email").map(
            (email): FoundInText => ({
              email,
              confidence: "guess",
              remark: "Not an abuse desk: the block's technical or administrative contact.",
              ...nameOf(object),
            }),
          ),
        )
        .filter(({ email }) => !isNationalRegistry(email) && !isForbidden(email));
