import type { DirectoryEntry } from "../kernel/settings.ts";

/** What is known of a provider beside the operator's own directory, and how. `expires`: not used after that day unless somebody has looked again. */
export type KnownProvider = DirectoryEntry & { readonly expires: string; readonly knownFrom: string };

/**
 * Providers who take reports by a form only, or let mail lie. None of these pages could be opened when this was written:
 * each is second hand, from the sources named, read on 2026-11-24, so that it counts for half a year and not for ever. An
 * entry of the operator's directory with the same name takes its place; write one with a later `expires` once you have
 * looked at the page, or with an `email` where the provider gave you one.
 */
export const knownProviders: readonly KnownProvider[] = [
  {
    name: "Cloudflare",
    matches: ["AS13335", "@cloudflare.com"],
    scope: "network",
    kind: "form-only",
    form: "https://www.cloudflare.com/trust-hub/reporting-abuse/",
    xarf: "none",
    expires: "2027-05-24",
    knownFrom: "Cloudflare's own page and help article, by a stored copy: mail is generally unable to be processed",
  },
  {
    name: "GoDaddy",
    matches: ["@godaddy.com"],
    scope: "registrar",
    kind: "form-only",
    form: "https://supportcenter.godaddy.com/AbuseReport",
    xarf: "none",
    expires: "2027-05-24",
    knownFrom: "the tables of abwhose and ninoseki's rules, and of later public takedown tools that give the same address",
  },
  {
    name: "Gname",
    matches: ["@gname.com"],
    scope: "registrar",
    kind: "form-only",
    form: "https://www.gname.com/abuse",
    xarf: "none",
    expires: "2027-05-24",
    knownFrom: "the tables of abwhose and of two public takedown tools",
  },
  {
    name: "Microsoft",
    matches: ["@microsoft.com"],
    scope: "network",
    kind: "form-only",
    form: "https://msrc.microsoft.com/report/abuse",
    xarf: "none",
    expires: "2027-05-24",
    knownFrom: "the header x-report-abuse of Microsoft's own answers, and the tables of ninoseki's rules",
  },
];
