import type { Category } from "../report/category.ts";

const childAbuseSource =
  "Kept three months, since every address kept is one that can leak. The site is never told. A registrar has no duty " +
  "for content; the Framework to Address Abuse has it act on child abuse.";

const noRegistrarSource = "The registrar has no duty for content (ICANN RAA 3.18 is about DNS abuse).";

const dnsAbuseSource =
  "ICANN RAA 3.18: a registrar acts on DNS abuse. It can only stop the whole name, so a machine notifies it of one " +
  "registered within a year and on no list; of others a person decides.";

/** The source of each row's rule, in a sentence for the console. */
export const policySources = {
  csam: childAbuseSource,
  csem: childAbuseSource,
  ncii: noRegistrarSource,
  terrorism: noRegistrarSource,
  phishing: dnsAbuseSource,
  malware: dnsAbuseSource,
  botnet: dnsAbuseSource,
  fraud: dnsAbuseSource,
  brand: noRegistrarSource,
  copyright: noRegistrarSource,
  "exposed-data": `Who holds the site is harmed by it, too, and is told. ${noRegistrarSource}`,
  other: noRegistrarSource,
} as const satisfies Record<Category, string>;
