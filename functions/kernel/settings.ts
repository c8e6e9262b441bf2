import { isPublicSuffix } from "./domain.ts";
import { readHost } from "./host.ts";
import { readUrl } from "./read-url.ts";
import {
  countryRow,
  directoryEntry,
  domain,
  httpsUrl,
  optOut,
  reporterId,
  reporterRow,
  text,
} from "./settings-rows.ts";
import * as z from "./zod.ts";

/** A report that names anybody else goes to a person, unread. */
const reporter = reporterRow.check(
  z.refine(({ senders, through }) => senders === undefined || through === undefined, {
    path: ["through"],
    error: "a reporter speaks by its senders or through a topic or rule, and not by both; take one of them out",
  }),
);

/** Credentials are in its secret, all else beside its adapter. */
const channel = z.strictObject({
  /** True: nothing is sent to it, and its reports go to its form. Secret and queues stay. */
  paused: z.optional(z.boolean()),
});

/** Blocks pages in browsers. Notified once of each case of phishing or malware. */
const netcraft = z.strictObject({
  /** Who reports, as Netcraft wants to know: a mailbox of the operator's. It may write there. */
  email: z.email(),
  paused: z.optional(z.boolean()),
});

/** With all below it, so never a suffix under which strangers register names; links have no xn-- name. */
const linkHost = domain.check(
  z.refine((host) => !isPublicSuffix(host), "anybody may have a host below this; list the capture service's own host"),
  z.refine((host) => !/(^|\.)xn--/.test(host), "a host in ASCII letters, without xn--, like urlscan.io"),
);

/** Claims that a person may change themselves at many providers. */
const ownWords = ["name", "nickname", "preferred_username", "email", "profile", "website", "picture"];

export const sessionHoursAtMost = 8;

/** Absent: the console takes only requests signed by IAM. */
const signIn = z.strictObject({
  /** Exactly as the provider writes it in its tokens, with or without a slash at the end. */
  issuer: httpsUrl("https://id.example.org").check(
    z.refine((url) => !/[?#@]/.test(url), "an issuer without query, fragment or user (OpenID Connect Core §2)"),
  ),
  /** The client's id at the provider. */
  clientId: text,
  /** What is asked for. Some providers hand out groups only for a scope of its own. */
  scopes: z
    ._default(z.array(z.string().check(z.regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/, "one scope, without spaces"))), [
      "openid",
      "profile",
      "email",
    ])
    .check(
      z.refine(
        (scopes) => scopes.includes("openid"),
        "openid has to be among the scopes, or the provider says nobody's name",
      ),
    ),
  /** The claim of the ID token that lists a person's groups or roles. */
  groupsClaim: z
    ._default(text, "groups")
    .check(
      z.refine(
        (claim) => !ownWords.includes(claim),
        "a claim that the provider's administrators write; at many providers a person may change this one",
      ),
    ),
  /** Groups whose people decide. Nobody is let in who is in none of these and in none of `readers`. */
  reviewers: z.array(text).check(z.minLength(1)),
  /** Groups whose people see everything and decide nothing. */
  readers: z._default(z.array(text), []),
  /** Then a person signs in again; a working day, since only at sign-in is the provider asked who may still come in. */
  sessionHours: z._default(z.int().check(z.minimum(1), z.maximum(sessionHoursAtMost)), sessionHoursAtMost),
});

/** A name of the public DNS, the only place that webhooks are sent to (`adapters/webhook-client.ts`). */
const isAtPublicName = (url: string): boolean => {
  const read = readHost(readUrl(url)?.hostname ?? "", { allowReserved: true });
  return read.ok && read.value.kind === "name";
};

/** Notified by a signed request (Standard Webhooks), or in the form of a chat or a pager. */
const webhookFields = z.strictObject({
  /** Its queue and its secret are named by it. */
  name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,29}$/, "a short name in lower case, like rtir")),
  /**
   * The form of a chat or pager, whose address or routing key is put into its secret. Absent: a
   * request signed by the secret (Standard Webhooks).
   */
  form: z.optional(z.enum(["slack", "teams", "pagerduty", "pagerduty-eu"])),
  /** Where a signed one is notified; none for a `form`. */
  url: z.optional(
    httpsUrl("https://rtir.example.org/takedown").check(
      z.refine((url) => !/[#@]/.test(url), "an address without user and fragment; what is secret is signed, not sent"),
      z.refine(
        isAtPublicName,
        "an address at a public name, like https://rtir.example.org/takedown; " +
          "tell-webhooks connects to nothing private",
      ),
    ),
  ),
  /** What on-call is told, or what reporters are told, or both. */
  hears: z.array(z.enum(["on-call", "reporters"])).check(z.minLength(1)),
  /** News of these reporters alone; absent: of all. */
  reporters: z.optional(z.array(reporterId).check(z.minLength(1))),
  /** True: nothing is sent to it, and nothing kept for it. Its secret and queue stay for when it goes on. */
  paused: z.optional(z.boolean()),
});

const webhook = webhookFields.check(
  z.refine(({ form, url }) => form !== undefined || url !== undefined, {
    path: ["url"],
    error:
      "missing. An https address, like https://rtir.example.org/takedown; or give a form (slack, teams, pagerduty)",
  }),
  z.refine(({ form, url }) => form === undefined || url === undefined, {
    path: ["url"],
    error: "no url where there is a form: take it out; the address or routing key is put into the webhook's secret",
  }),
  z.refine(({ form, hears }) => form === undefined || !hears.includes("reporters"), {
    path: ["hears"],
    error: 'only ["on-call"] where there is a form: what reporters hear is for their machines, one event a report',
  }),
);

const mails = {
  stage: text,
  /** Your name, as notices are signed by it. */
  organisation: text,
  /** The address in From; its domain carries DKIM and SPF. */
  senderAddress: z.email(),
  /** Addresses from which mails went out before. Their domains stay our own: nothing is ever written to them. */
  formerSenderAddresses: z._default(z.array(z.email()), []),
  /**
   * Dry run: every mail goes to this mailbox and to nobody else, and says on its first line whom it
   * would have gone to. The case goes on as if the contact had been written to. Absent: mails go to
   * the contacts.
   */
  dryRunMailbox: z.optional(z.email()),
  /** Where desks answer; the whole subdomain belongs to the dispatcher. */
  replyDomain: domain,
  /**
   * Where desks answered before. Answers to them are taken in like all others, as long as they
   * stand here: for as long as mails that name them may be answered.
   */
  formerReplyDomains: z._default(z.array(domain).check(z.maxLength(20)), []),
  /** A phone number or page where a desk can check that a notice is genuine. Plain text, printed as it stands. */
  verifyBy: text,
  /** A phone number that is answered, for a desk that wants to ask. Absent: notices name none. */
  phone: z.optional(
    text.check(z.regex(/^\+\d[\d ()./-]{4,28}\d$/, "a phone number with its country's code, like +49 30 1234567")),
  ),
  configurationSets: z.strictObject({ urgent: text, standard: text }),
};

const whoAndWhat = {
  /**
   * Who may report, each by its id. What each said last stands with each case that they report: 200
   * of them are a tenth of the room that a case has (`case/bounds.ts`).
   */
  reporters: z.array(reporter).check(z.minLength(1), z.maxLength(200)),
  /** Browsers sign in to the console by your own OIDC provider. Absent: requests that IAM signs alone. */
  signIn: z.optional(signIn),
  /** Ticket systems, paging and chat; nothing of what was reported is told to any. */
  webhooks: z.optional(
    z.array(webhook).check(
      z.minLength(1),
      z.maxLength(10),
      z.refine(
        (webhooks) => new Set(webhooks.map(({ name }) => name)).size === webhooks.length,
        "webhooks with a name of their own each; their queues and secrets are named by it",
      ),
    ),
  ),
  /** Never written about without two persons: our own domains, governments', the large commons. */
  protectedDomains: z._default(z.array(domain), []),
  /**
   * Who asked never to be written to: a mailbox (`abuse@provider.example`), every mailbox at a mail
   * domain and below it (`@provider.example`), or the desks of a network, by its range
   * (`192.0.2.0/24`) or its system (`AS64500`), for the hosts in it.
   */
  optedOut: z._default(z.array(optOut), []),
  /**
   * Whether notices to one desk wait for each other, as long as the policy's row says. False sends
   * each by itself, at once.
   */
  digests: z._default(z.boolean(), true),
  /**
   * Whether mails to desks have the header `Auto-Submitted: auto-generated` (RFC 3834). Off, since
   * many ticket systems drop or suspend mail that has it, and then no person reads it. A desk's own
   * row of the directory may say otherwise.
   */
  autoSubmitted: z._default(z.boolean(), false),
  /**
   * Hosts, each with all below it, whose addresses in a report's `evidence.links` are printed in
   * clear in notices. Nothing there is ever fetched. List no host that redirects to an address
   * within the link, like a shortener.
   */
  linkHosts: z._default(z.array(linkHost).check(z.maxLength(20)), ["urlscan.io", "virustotal.com"]),
};

const desksAndDays = {
  /** Providers and desks beside the known ones, or in the place of one; looked at before any registry. */
  directory: z._default(z.array(directoryEntry), []),
  /**
   * Providers told by their API, each by a secret of its own; AWS by the function's role, and it
   * stores reports in the United States and Europe. Absent: by mail, or by their form and a person.
   */
  channels: z.optional(z.partial(z.strictObject({ cloudflare: channel, godaddy: channel, aws: channel, netcraft }))),
  /**
   * A checker of your own looks at what is reported in the standard lane, by a stack of its own;
   * `account`: where that is deployed, if not in the stage's. Absent: nobody looks but reporters
   * with `checks`.
   */
  checker: z.optional(
    z.strictObject({ account: z.optional(z.string().check(z.regex(/^\d{12}$/, "an account's twelve digits"))) }),
  ),
  /** Hotlines, CERTs, police, working hours and holidays of hosting countries. */
  countries: z._default(z.array(countryRow), []),
  /**
   * The operator's own country, like NL: its row's hotline, CERT and police are named to the person
   * who is asked about what nobody can be looked up for, such as an .onion address. That row has to
   * stand in `countries`. Absent: the person is asked without them.
   */
  ownCountry: z.optional(z.string().check(z.regex(/^[a-z]{2}$/i, "two letters of ISO 3166, like NL"))),
  /**
   * Child abuse on hosts in other countries than `ownCountry`: `notified`, or `left-to-hotlines`,
   * for a member of a hotline network whose own exchange tells them. Then the host's side is never
   * notified: that country's hotline is, where `countries` names it, or else a person is asked.
   */
  hostsAbroad: z._default(z.enum(["notified", "left-to-hotlines"]), "notified"),
  /**
   * Minutes for which a person is asked before a contact is written to that was not before, by
   * category; then the notice goes out by itself, so that nobody's absence keeps it. Off where
   * absent. The urgent lane waits ten at most, whatever stands here.
   */
  approveNewContacts: z._default(z.record(text, z.int().check(z.minimum(1), z.maximum(24 * 60))), {}),
  /**
   * Days after a case's end until what was reported is forgotten, by category; else what
   * `escalation/policy.ts` says, with its reason.
   */
  forgetAfterDays: z._default(z.record(text, z.int().check(z.positive())), {}),
  /**
   * Hours in the place of those of a category's row in `escalation/policy.ts`, by category: until a
   * desk is reminded, until the next step of the escalation path is told, and until on-call is asked. What
   * is not named stays as the policy has it.
   */
  clocks: z._default(
    z.record(
      text,
      z.strictObject({
        reminderAfterHours: z.optional(z.int().check(z.positive())),
        escalatesAfterHours: z.optional(z.int().check(z.positive())),
        onCallAfterHours: z.optional(z.int().check(z.positive())),
      }),
    ),
    {},
  ),
  /**
   * For samples and tests alone: lets documentation and loopback addresses be reported, looked up
   * and connected to. Everything reserved is refused without it, and `infra/stack/stages.ts`
   * refuses to deploy with it.
   */
  allowReserved: z._default(z.boolean(), false),
};

/**
 * What a deployment decides for itself, in `infra/stack/stages.ts`. A function reads it once, at
 * its start. A missing or misspelt field fails at synth, with its name.
 */
export const settingsSchema = z.strictObject({ ...mails, ...whoAndWhat, ...desksAndDays });

export type Settings = z.infer<typeof settingsSchema>;
export type SignInSettings = z.infer<typeof signIn>;
export type Reporter = Settings["reporters"][number];
export type DirectoryEntry = z.infer<typeof directoryEntry>;
export type CountryRow = Settings["countries"][number];
