import type { ContactForm } from "../case/candidate.ts";
import { type AddressRange, readRange, sizeOf } from "../kernel/range.ts";
import { abuseFirst, isNationalRegistry, namesAbuse, nationalWhois, nationalWhoisOf, passesOn } from "./desks.ts";
import { holderKeys, isAssignment } from "./holder.ts";
import { plainName } from "./jcard.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import { isPlaceholderName } from "./placeholder-blocks.ts";
import { nothing, type Reading } from "./reading.ts";
import { disputedIn, disputedRemark, forbidsOwn, insteadRemark, invalidRemark, readRemarks, saysForm, unreadRemark } from "./remarks.ts";
import { firstOf, headersIn, objectsIn, type RpslObject, valuesOf } from "./rpsl-objects.ts";
import { candidatesOf, countryCode, type FoundInText, referralHost } from "./whois-text.ts";

const networkKinds = ["inetnum", "inet6num", "aut-num"];

const everything = /^(0\.0\.0\.0 - 255\.255\.255\.255|::\/0|0\.0\.0\.0\/0)$/;

type Network = { readonly object: RpslObject; readonly key: string; readonly range?: AddressRange };

/** Smaller first; an aut-num has no size and keeps its place. */
const bySize = (a: { readonly range?: AddressRange }, b: { readonly range?: AddressRange }): number => {
  if (!a.range || !b.range) return 0;
  const [first, second] = [sizeOf(a.range), sizeOf(b.range)];
  return first < second ? -1 : first > second ? 1 : 0;
};

const wider = "The contact of a wider block around the address.";

/**
 * Reads the RPSL text of RIPE, APNIC, AFRINIC, LACNIC, NIC.br and the registries that mirror them. In order: the
 * `% Abuse contact for` line of the smallest block, the path abuse-c → nic-hdl → abuse-mailbox or e-mail, abuse-mailbox
 * of whatever the block names (irt, organisation, roles), remarks on abuse, then the same of wider blocks. A national
 * registry's desk comes after the operator's own abuse mailboxes; the operator's technical mailboxes come last.
 */
export const readRpsl = (_query: string, text: string): Reading => {
  const objects = objectsIn(text);
  const refer = objects
    .flatMap((object) => valuesOf(object, "refer", "whois"))
    .map(referralHost)
    .find((host) => host !== undefined);
  const all = objects
    .filter(({ kind }) => networkKinds.includes(kind))
    .map((object): Network => {
      const key = object.attributes[0]?.value ?? "";
      const range = readRange(key);
      return { object, key, ...(range ? { range } : {}) };
    });
  const networks = all
    .filter(
      ({ key, object }) =>
        !everything.test(key) && !isPlaceholderName(firstOf(object, "netname") ?? "") && !/^(not allocated|unallocated)/i.test(firstOf(object, "status") ?? ""),
    )
    .sort(bySize);
  const placeholders = all.filter((network) => !networks.includes(network)).map(({ key }) => key);
  if (networks.length === 0 && (placeholders.length > 0 || refer)) {
    const holder = refer ?? regionalReferral(objects);
    return nothing("referral", holder ? { referral: holder } : {});
  }
  const smallest = networks[0];
  const country = countryCode(firstOf(smallest?.object, "country"));
  const facts = { ...(smallest ? { range: smallest.key } : {}), ...(country ? { country } : {}) };
  const headers = headersIn(text)
    .filter(({ key }) => !placeholders.includes(key))
    .sort(bySize);

  const found: FoundInText[] = [];
  const late: FoundInText[] = [];
  const invalid = new Set([
    ...readRemarks(objects.flatMap((object) => valuesOf(object, "remarks")).filter((line) => /invalid|not valid|unverified/i.test(line))).invalid,
    ...headers.flatMap(({ emails, failed }) => (failed ? emails.map((email) => email.toLowerCase()) : [])),
  ]);
  const checked = (entry: FoundInText): FoundInText =>
    invalid.has(entry.email.toLowerCase()) ? { ...entry, confidence: "low", remark: invalidRemark, beside: true } : entry;
  const forbidden = new Set(
    objects.flatMap((object) => {
      const remarks = readRemarks(valuesOf(object, "remarks", "descr"));
      const own = remarks.forbidsOwn ? valuesOf(object, "abuse-mailbox", "e-mail", "email").flatMap((value) => mailboxesIn(value)) : [];
      return [...remarks.forbidden, ...own.filter(({ email }) => forbidsOwn(remarks, email)).map(({ email }) => email.toLowerCase())];
    }),
  );
  const fields = objects.flatMap((object) => valuesOf(object, "abuse-mailbox").flatMap((value) => mailboxesIn(value).map(({ email }) => email)));
  const desks = [...fields, ...headers.flatMap(({ emails }) => emails)];
  const disputed = new Set(networks.flatMap(({ object }) => [...disputedIn(readRemarks(valuesOf(object, "remarks", "descr")), desks)]));
  const seen = new Set<string>();
  // The first word on a mailbox counts; a hostile answer names the same one a million times.
  const add = (entry: FoundInText) => {
    const mailbox = entry.email.toLowerCase();
    const isDisputed = disputed.has(mailbox);
    if (seen.has(mailbox) || (forbidden.has(mailbox) && !isDisputed)) return;
    seen.add(mailbox);
    if (isDisputed) {
      found.push({ ...entry, confidence: "guess", remark: disputedRemark });
      return;
    }
    if (isNationalRegistry(mailbox)) late.push({ ...entry, confidence: "low", remark: passesOn });
    else found.push(checked(entry));
  };
  const handles = new Map<string, RpslObject>();
  for (const object of objects) {
    for (const handle of valuesOf(object, "nic-hdl", "nic-hdl-br", "irt", "organisation"))
      if (!handles.has(handle.toUpperCase())) handles.set(handle.toUpperCase(), object);
  }
  /** The objects that these name, each once. */
  const named = (from: readonly (RpslObject | undefined)[], ...names: readonly string[]): readonly RpslObject[] => {
    const targets = from.flatMap((object) => valuesOf(object, ...names)).map((handle) => handles.get(handle.split(/[ #]/)[0]?.toUpperCase() ?? ""));
    return [...new Set(targets)].filter((target) => target !== undefined);
  };
  const nameOf = (object: RpslObject) => {
    const name = plainName(firstOf(object, "role") ?? firstOf(object, "org-name") ?? firstOf(object, "person") ?? "");
    return name ? { name } : {};
  };
  const mails = (object: RpslObject, ...names: readonly string[]) =>
    valuesOf(object, ...names).flatMap((value) => mailboxesIn(value).map(({ email }) => email));

  // The most exact header is the registry's own verdict. Headers of wider blocks wait until all of the smallest block is read.
  const exact = headers.filter((header) => !smallest?.range || !header.range || sizeOf(header.range) <= sizeOf(smallest.range));
  for (const email of exact.flatMap(({ emails }) => emails)) add({ email, confidence: "high" });
  for (const [position, network] of networks.slice(0, 20).entries()) {
    const confidence = position === 0 ? "high" : "medium";
    const remark = position === 0 ? {} : { remark: wider };
    for (const contact of named([network.object, ...named([network.object], "org")], "abuse-c")) {
      const boxes = mails(contact, "abuse-mailbox");
      for (const email of abuseFirst(boxes.length > 0 ? boxes : mails(contact, "e-mail", "email"))) add({ email, confidence, ...remark, ...nameOf(contact) });
      for (const email of readRemarks(valuesOf(contact, "remarks", "descr")).instead)
        add({ email, confidence: "low", remark: insteadRemark, ...nameOf(contact) });
    }
    for (const email of mails(network.object, "abuse-mailbox", "abuse-email", "abuse-contact")) add({ email, confidence, ...remark });
    const irts = named([network.object], "mnt-irt");
    const around = [...new Set([...irts, ...named([network.object], "org"), ...named([network.object], "tech-c", "admin-c", "owner-c", "zone-c")])];
    for (const object of around) for (const email of mails(object, "abuse-mailbox")) add({ email, confidence, ...remark, ...nameOf(object) });
    for (const irt of irts)
      if (valuesOf(irt, "abuse-mailbox").length === 0) for (const email of mails(irt, "e-mail")) add({ email, confidence: "medium", ...remark });
    for (const object of [network.object, ...around]) {
      const said = readRemarks(valuesOf(object, "remarks", "descr", "trouble"));
      for (const email of said.emails)
        add({
          email,
          confidence: said.instead.includes(email) ? "low" : "medium",
          remark: position === 0 ? "Named for abuse in the registry's remarks." : wider,
        });
    }
    // An object with an abuse-mailbox has said where reports are read.
    for (const object of around.filter((other) => valuesOf(other, "abuse-mailbox").length === 0)) {
      for (const email of mails(object, "e-mail", "email"))
        if (namesAbuse(email)) add({ email, confidence: "medium", remark: "An abuse mailbox by its name, listed for another role." });
    }
  }
  for (const email of headers.filter((header) => !exact.includes(header)).flatMap(({ emails }) => emails)) add({ email, confidence: "medium", remark: wider });
  if (found.length === 0) {
    for (const object of objects)
      for (const email of mails(object, "abuse-mailbox"))
        add({ email, confidence: "medium", remark: "An abuse mailbox in the answer, not tied to the block itself.", ...nameOf(object) });
    for (const object of objects.filter(({ kind }) => kind.startsWith("route")))
      for (const email of readRemarks(valuesOf(object, "remarks", "descr")).emails)
        add({ email, confidence: "medium", remark: "Named for abuse in the route's remarks." });
  }
  // The record behind a contact's handle, asked for by itself.
  if (found.length === 0 && networks.length === 0)
    for (const object of objects.filter((one) => firstOf(one, "nic-hdl-br") !== undefined))
      for (const email of mails(object, "e-mail")) add({ email, confidence: "guess", remark: "The mailbox of a contact of the block.", ...nameOf(object) });
  const technical =
    found.length > 0 || !smallest
      ? []
      : named([smallest.object], "tech-c", "admin-c", "owner-c", "org").flatMap((object) =>
          mails(object, "e-mail", "email").map(
            (email): FoundInText => ({
              email,
              confidence: "guess",
              remark: "Not an abuse desk: the block's technical or administrative contact.",
              ...nameOf(object),
            }),
          ),
        );
  const candidates = candidatesOf(
    [...found, ...late, ...technical.filter(({ email }) => !isNationalRegistry(email) && !forbidden.has(email.toLowerCase()))],
    "network",
    facts,
  );
  const beside = smallest ? [smallest.object, ...named([smallest.object], "abuse-c", "mnt-irt", "org", "tech-c", "admin-c")] : [];
  const status = firstOf(smallest?.object, "status");
  const organisations = smallest ? named([smallest.object], "org") : [];
  const holders = holderKeys([
    ...valuesOf(smallest?.object, "owner", "ownerid"),
    ...organisations.flatMap((object) => valuesOf(object, "organisation", "org-name")),
  ]);
  const told = readRemarks(beside.flatMap((object) => valuesOf(object, "remarks", "descr")));
  const forms = told.forms.map((url): ContactForm => ({ url, scope: "network" }));
  const unread = saysForm(told);
  const origins = [
    ...new Set(
      [
        ...objects.filter(({ kind }) => kind.startsWith("route")).flatMap((object) => valuesOf(object, "origin")),
        ...valuesOf(smallest?.object, "aut-num", "origin"),
      ].filter((origin) => /^AS\d{1,10}$/i.test(origin)),
    ),
  ];
  return {
    outcome: candidates.length > 0 || forms.length > 0 ? "found" : refer ? "referral" : "none",
    candidates: unread
      ? candidates.map((candidate) => ({
          ...candidate,
          confidence: candidate.confidence === "guess" ? "guess" : "low",
          remarks: [...candidate.remarks, unreadRemark],
        }))
      : candidates,
    forms,
    followUps:
      found.length > 0 || !smallest
        ? []
        : [...new Set(valuesOf(smallest.object, "abuse-c", "mnt-irt", "tech-c", "admin-c"))]
            .filter((handle) => !handles.has(handle.toUpperCase()))
            .slice(0, 3)
            .map((handle) => ({ handle, abuse: valuesOf(smallest.object, "abuse-c", "mnt-irt").includes(handle) })),
    origins,
    ...facts,
    ...(holders.length > 0 ? { holders } : {}),
    ...(status ? { isAssigned: isAssignment(status) } : {}),
    ...(refer
      ? { referral: refer }
      : nationalReferral(
          objects,
          late.map(({ email }) => email),
        )),
  };
};

/** The one regional registry that a placeholder names: `Transferred to the RIPE region`, `whois.arin.net`. A list of all of them names none. */
const regionalReferral = (objects: readonly RpslObject[]): string | undefined => {
  const text = objects.flatMap((object) => valuesOf(object, "remarks", "descr")).join(" ");
  const named = [...text.matchAll(/transferred to the (arin|ripe|apnic|lacnic|afrinic)( ncc)? region|\bwhois\.(arin|ripe|apnic|lacnic|afrinic)\.net\b/gi)];
  const [only, ...others] = new Set(named.map((match) => (match[1] ?? match[3] ?? "").toLowerCase()));
  return only && others.length === 0 ? `whois.${only}.net` : undefined;
};

/**
 * Which national registry knows more: APNIC's mirrored objects name its WHOIS, and where the mailbox is the national
 * registry's own its WHOIS may still name the operator.
 */
const nationalReferral = (objects: readonly RpslObject[], desks: readonly string[]): { readonly referral?: string } => {
  const text = objects.flatMap((object) => valuesOf(object, "remarks", "descr")).join(" ");
  const named = [...nationalWhois].find((host) => new RegExp(`\\b${host.replaceAll(".", "\\.")}\\b`, "i").test(text));
  const names = objects.flatMap((object) => valuesOf(object, "netname", "mnt-by", "mnt-irt", "mnt-lower", "irt", "source", "changed"));
  const host = named ?? nationalWhoisOf({ emails: desks, names });
  return host ? { referral: host } : {};
};
