import { type DeskMatch, readDeskMatch, readDeskMatches } from "./desk-match.ts";
import { readHost } from "./host.ts";
import { once } from "./once.ts";
import { isPlatformKind, platformKinds, scopeOf } from "./platform-kinds.ts";
import { readUrl } from "./read-url.ts";
import { directoryScopes } from "./scope.ts";
import * as z from "./zod.ts";

/** A URL's parser and a trim drop line breaks unseen, and what was typed would not be what is taken. */
const isOneLine = (written: string): boolean => !/[\p{Cc}\u2028\u2029]/u.test(written);
const oneLine = "one line without control characters; take the line break or tab out";
const text = once(() => z.string().check(z.refine(isOneLine, oneLine), z.trim(), z.minLength(1)));
const httpsUrl = (like: string) =>
  z.pipe(
    z.string().check(z.refine(isOneLine, oneLine), z.meta({ format: "uri" })),
    z.url({ protocol: /^https$/, error: `an https address, like ${like}` }),
  );
export const domain = once(() =>
  z
    .string()
    .check(
      z.regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, "a domain in lower case, like reports.example.org"),
    ),
);

/**
 * Categories in the area of expertise for which a Digital Services Coordinator designated this
 * reporter (DSA Art. 22(2)). Only about those, and only to an online platform, a notice says that
 * it comes from a trusted flagger. Default none; `false` says the same.
 */
const trustedFlagger = once(() =>
  z.pipe(
    z._default(
      z.union(
        [z.array(text()), z.literal(false)],
        "name the categories that the Digital Services Coordinator designated this reporter for, " +
          'like ["csam", "csem"]; a status without its area is claimed for nothing',
      ),
      [],
    ),
    z.transform((areas) => (areas === false ? [] : areas)),
  ),
);

const reporterIdForm = /^[a-z0-9][a-z0-9-]{1,40}$/;
/** Whether a reporter can have this id; what a queue says may name anybody. */
export const isReporterId = (id: string): boolean => reporterIdForm.test(id);
const reporterId = once(() =>
  z.string().check(z.regex(reporterIdForm, "2 to 41 lower-case letters, digits and hyphens, a letter or digit first")),
);

const topicOrRule = once(() =>
  z
    .string()
    .check(
      z.regex(
        /^arn:aws[a-z-]*:(sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]+|events:[a-z0-9-]+:\d{12}:rule\/[A-Za-z0-9._/-]+)$/,
        "the ARN of an SNS topic or a rule of EventBridge, like arn:aws:sns:eu-central-1:123456789012:reports",
      ),
    ),
);

export const reporterRow = once(() =>
  z.strictObject({
    /** By which its reports and messages name it, like finder. */
    id: reporterId(),
    /**
     * Ids that this reporter had before. Reports under them stay theirs, and are still taken in: what
     * is said under one id of a report under another counts, and so do limits, people and rights.
     */
    formerIds: z.optional(z.array(reporterId()).check(z.maxLength(5))),
    /**
     * As it may stand in a notice; about child sexual abuse only where `namedInChildAbuse` says so.
     */
    organisation: text(),
    /** A role mailbox that a desk may write to, never a person's. */
    contact: z.email(),
    /** The categories for which a Digital Services Coordinator designated it (DSA Art. 22), like ["csam", "csem"]. */
    trustedFlagger: trustedFlagger(),
    /**
     * Whether notices about child sexual abuse name it. Absent: they do not. DSA Art. 16(2)(c) lets a notifier be left
     * out there, and forbids no name.
     */
    namedInChildAbuse: z.optional(z.boolean()),
    /** For whom it reports, as a notice that names it says, like the bank whose brand it looks after. */
    onBehalfOf: z.optional(text()),
    /**
     * Names under which the reporter's own people sign in to the console: the session's name for who
     * is signed in by IAM, the provider's `sub` or a mailbox for a browser; both for whoever has
     * both. They may not clear what their side reported.
     */
    people: z._default(z.array(text()), []),
    /**
     * Categories in which this reporter's `live` is believed, and a case is urgent by it. Child
     * abuse, intimate imagery and terrorism are urgent in any case and need not stand here. In others
     * none by default: whoever marks everything as live would pass every limit.
     */
    liveIn: z._default(z.array(text()), []),
    /**
     * Who may put messages in this reporter's name on a queue: unique ids of IAM roles or users, or
     * account numbers, as SQS says them of each message (`SenderId`). What anybody else sends in this
     * name goes before a person. Absent: every producer is believed. SNS and EventBridge are senders
     * of their own, alike for every topic and rule: who reports by one has `through` instead.
     */
    senders: z.optional(
      z
        .array(
          z
            .string()
            .check(
              z.regex(
                /^(\d{12}|A[A-Z0-9]{15,127})$/,
                "the unique id of a role or user, like AROAEXAMPLE123456789, or the number of an account",
              ),
            ),
        )
        .check(z.minLength(1)),
    ),
    /**
     * The SNS topic or rule of EventBridge by which alone this reporter speaks: it gets a queue of
     * its own, whose policy lets nothing else in (`report/own-queue.ts`). What comes there in
     * another's name, or in this name by another queue, goes before a person.
     */
    through: z.optional(topicOrRule()),
    /**
     * Whether the reporter has something that looks, and answers the news `check-wanted` with *gone* or
     * *still-up*. Then it is asked before on-call is, before a desk is reminded and before the next
     * rung is told. Absent: it has none.
     */
    checks: z.optional(z.boolean()),
    /**
     * Reports within a minute, for each lane. What is over it waits on its queue in the standard
     * lane, and on-call is told. Five a second is more than people or a feed report for long, and a
     * slip that reports everything is seen before it is mailed to anybody.
     */
    reportsAMinute: z._default(z.int().check(z.positive()), 300),
  }),
);

/** Who may put reports on the queues. A report that names anybody else goes to a person, unread. */
const reporter = once(() =>
  reporterRow().check(
    z.refine(({ senders, through }) => senders === undefined || through === undefined, {
      path: ["through"],
      error: "a reporter speaks by its senders or through a topic or rule, and not by both; take one of them out",
    }),
  ),
);

const isMailMatch = (match: DeskMatch): boolean =>
  (match.kind === "mailbox" && z.email().safeParse(match.email).success) ||
  (match.kind === "mail-domain" && domain().safeParse(match.domain).success);

/**
 * A host's name as hosts are compared by it: ASCII, and its last label no number, or it is a
 * misspelt address or range that would match nothing.
 */
const hostName = /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*(?!\d+$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** Each line has to be able to match: who is misspelt here is written to after all. */
export const directoryMatch = once(() =>
  text().check(
    z.refine(
      (written) =>
        readDeskMatches([written]).every((match) => {
          // A number stands for any where `#` does.
          if (match.kind === "name") return hostName.test(match.name.replaceAll("#", "0"));
          return match.kind === "range" || match.kind === "system" || isMailMatch(match);
        }),
      "a name in ASCII like pages.example, a range like 192.0.2.0/24, a system like AS64500, a mailbox, or " +
        "a mail domain like @provider.example",
    ),
  ),
);

/**
 * What a desk takes, and not what its provider is. Such an entry says in `scope` what it answers
 * for.
 */
const deskKinds = ["contact", "form-only", "opted-out"] as const;

/**
 * A provider or a desk: a row of `contact/platforms.json`, and in the same words how the operator
 * adds to those or overrides one, by its name. Looked at before any registry is asked.
 */
export const directoryEntry = once(() =>
  z.pipe(
    z.strictObject({
      /**
       * Hosts and desks this entry is about: a name and all below it (`pages.example`;
       * `pages.{example,org}` for several, `ns#.pages.example` for numbered ones), an address range
       * (`192.0.2.0/24`), a system that announces it (`AS64500`), or hosts whose desk by the
       * registries is at this mail domain (`@provider.example`).
       */
      matches: z.array(directoryMatch()).check(z.minLength(1)),
      /** The provider's, or the desk's. */
      name: text(),
      /** What its desk answers for; needed where `kind` does not say it. */
      scope: z.optional(z.enum(directoryScopes)),
      /**
       * What the provider is. `proxy` and `cdn` stand in front of the real host, so the registrar and
       * whoever is behind it are sought too. Or what the desk takes: `form-only` is as `mail:
       * "unread"`, and nobody of an `opted-out` entry is ever written to.
       */
      kind: z._default(z.enum([...deskKinds, ...platformKinds]), "contact"),
      /**
       * Names and tags by which registries know a registrar, each in full; case and punctuation do not count. Its desk
       * is told where they name no mailbox of it.
       */
      registrarNames: z.optional(z.array(text())),
      /** The desk's mailbox. */
      email: z.optional(z.email()),
      /** The page on which it takes reports. */
      form: z.optional(z.url()),
      /**
       * Whether mail to its desks is read, as it is where nothing is said. `unread`: they take
       * reports by the form alone.
       */
      mail: z.optional(z.enum(["read", "unread"])),
      /** The name of the interface by which it takes reports from programs. */
      api: z.optional(text()),
      /** In which it is written to, like nl. */
      language: z.optional(z.string().check(z.length(2))),
      /** In which it stands, like NL. */
      country: z.optional(z.string().check(z.length(2))),
      /** All countries it is operated from, the first one before the others. */
      countries: z.optional(z.array(z.string().check(z.length(2)))),
      /** Whether this desk takes a machine-readable report beside the text. */
      xarf: z._default(z.enum(["single", "none"]), "single"),
      /** Whether mail to this desk says in its header that a machine sent it; else as for all. */
      autoSubmitted: z.optional(z.boolean()),
      /**
       * Of the mailbox; `high` where nothing is said. A `low` one is told only where a registry names
       * the same mail domain.
       */
      certainty: z.optional(z.enum(["high", "medium", "low"])),
      /** How it is known. */
      source: z.optional(text()),
      /** The day on which that was read. */
      read: z.optional(z.iso.date()),
      /**
       * After this day the mailbox counts only where a registry names the same mail domain, and
       * on-call is told.
       */
      expires: z.optional(z.iso.date()),
      /** For who reads the entry. */
      note: z.optional(text()),
    }),
    z.transform(({ scope, ...entry }, context) => {
      const known = scope ?? (isPlatformKind(entry.kind) ? scopeOf(entry.kind) : undefined);
      if (known !== undefined) return { ...entry, scope: known };
      context.issues.push({
        code: "custom",
        path: ["scope"],
        input: scope,
        message:
          `${entry.name}: say in scope what its desk answers for, ` +
          `or in kind what the provider is (${platformKinds.join(", ")})`,
      });
      return z.NEVER;
    }),
  ),
);

export const optOut = once(() =>
  z.string().check(
    z.refine((written) => {
      const match = readDeskMatch(written);
      return match.kind === "range" || match.kind === "system" || isMailMatch(match);
    }, "a mailbox, a mail domain like @provider.example, a range like 192.0.2.0/24, or a system like AS64500"),
  ),
);

const isTimeZone = (name: string): boolean => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // The one way that Intl has of saying that there is no such zone.
    return false;
  }
};

const hour = once(() => z.int().check(z.minimum(0), z.maximum(24)));

/** Categories whose escalation path has a hotline (`escalation/policy.ts`). */
export const hotlineCategories = ["csam", "csem", "ncii", "terrorism"] as const;

/**
 * What the operator adds to, or says otherwise than, the row of a hosting country in
 * `escalation/countries.ts`. Hotlines' and CERTs' mailboxes stand here alone: they are agreed, not
 * looked up.
 */
export const countryRow = once(() =>
  z.strictObject({
    /** The hosting country. */
    country: z.string().check(z.regex(/^[a-z]{2}$/i, "two letters of ISO 3166, like NL")),
    /** Its hotline, by the mailbox that was agreed with it. */
    hotline: z.optional(
      z.strictObject({
        name: text(),
        email: z.email(),
        phone: z.optional(text()),
        /** What it takes, as it says itself, like ["csam", "csem", "ncii"]. Absent: csam and csem alone. */
        takes: z.optional(z.array(z.enum(hotlineCategories)).check(z.minLength(1))),
      }),
    ),
    /**
     * Whom a person calls: the police unit for such reports. Shown to the person on call, and never
     * written to by the machine.
     */
    police: z.optional(z.strictObject({ name: text(), contact: text() })),
    /** Its national CERT, likewise. */
    cert: z.optional(z.strictObject({ name: text(), email: z.email(), phone: z.optional(text()) })),
    /** In which desks there are written to, like nl. */
    language: z.optional(z.string().check(z.length(2))),
    /**
     * True where the hosting country's police must clear a child abuse notice before the host hears
     * of it. The row's `hotline`, being the way to them, hears at once; where the police alone are to
     * hear first, leave it out and give the number to call as `police`.
     */
    lawEnforcementFirst: z.optional(z.boolean()),
    /** By which the standard lane keeps quiet hours. */
    timeZone: z.optional(
      z.string().check(z.refine(isTimeZone, "a time zone of the IANA database, like Europe/Amsterdam")),
    ),
    /**
     * Hours of the wall clock in which desks there are written to in the standard lane; else 8 to 18.
     */
    workingHours: z.optional(
      z
        .strictObject({ from: hour(), to: hour() })
        .check(
          z.refine(
            ({ from, to }) => from < to,
            "the working day would end before it begins: from must be less than to",
          ),
        ),
    ),
    /** Days off beside the public holidays that are known, like 2026-12-24. */
    holidays: z.optional(z.array(z.iso.date())),
  }),
);

/** Its credentials stand in its secret, and whatever else there is to know beside its adapter. */
const channel = once(() =>
  z.strictObject({
    /** True: nothing is sent to it, and its reports go to its form. Its secret and queues stay for when it goes on. */
    paused: z.optional(z.boolean()),
  }),
);

/** Claims that a person may change themselves at many providers. */
const ownWords = ["name", "nickname", "preferred_username", "email", "profile", "website", "picture"];

/** So long a session of a browser lasts at most. */
export const sessionHoursAtMost = 8;

/**
 * Sign-in of browsers by the operator's own OIDC provider. Absent: the console takes requests
 * signed by IAM alone.
 */
const signIn = once(() =>
  z.strictObject({
    /** Exactly as the provider writes it in its tokens, with or without a slash at the end. */
    issuer: httpsUrl("https://id.example.org").check(
      z.refine((url) => !/[?#@]/.test(url), "an issuer without query, fragment or user (OpenID Connect Core §2)"),
    ),
    /** The client's id at the provider. */
    clientId: text(),
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
      ._default(text(), "groups")
      .check(
        z.refine(
          (claim) => !ownWords.includes(claim),
          "a claim that the provider's administrators write; at many providers a person may change this one",
        ),
      ),
    /**
     * Groups whose people decide. Nobody is let in who is in none of these and in none of `readers`.
     */
    reviewers: z.array(text()).check(z.minLength(1)),
    /** Groups whose people see everything and decide nothing. */
    readers: z._default(z.array(text()), []),
    /**
     * Then a person signs in again; a working day, since only at sign-in is the provider asked who
     * may still come in.
     */
    sessionHours: z._default(z.int().check(z.minimum(1), z.maximum(sessionHoursAtMost)), sessionHoursAtMost),
  }),
);

/** No number, loopback or private name: nothing else would be connected to (`adapters/webhook-client.ts`). */
const isAtPublicName = (url: string): boolean => {
  const read = readHost(readUrl(url)?.hostname ?? "", { allowReserved: true });
  return read.ok && read.value.kind === "name";
};

/** A place of the operator's that is told by a signed request (Standard Webhooks). */
const webhook = once(() =>
  z.strictObject({
    /** Its queue and its secret are named by it. */
    name: z.string().check(z.regex(/^[a-z][a-z0-9-]{0,29}$/, "a short name in lower case, like rtir")),
    /** Where it is told. */
    url: httpsUrl("https://rtir.example.org/takedown").check(
      z.refine((url) => !/[#@]/.test(url), "an address without user and fragment; what is secret is signed, not sent"),
      z.refine(
        isAtPublicName,
        "an address at a public name, like https://rtir.example.org/takedown; " +
          "tell-webhooks connects to nothing private",
      ),
    ),
    /** What on-call is told, or what reporters are told, or both. */
    hears: z.array(z.enum(["on-call", "reporters"])).check(z.minLength(1)),
    /** News of these reporters alone; absent: of all. */
    reporters: z.optional(z.array(reporterId()).check(z.minLength(1))),
    /** True: nothing is sent to it, and nothing kept for it. Its secret and queue stay for when it goes on. */
    paused: z.optional(z.boolean()),
  }),
);

const mails = () => ({
  stage: text(),
  /** Your name, as notices are signed by it. */
  organisation: text(),
  /** The address in From; its domain carries DKIM and SPF. */
  senderAddress: z.email(),
  /**
   * Addresses from which mails went out before. Their domains stay our own: nothing is ever written
   * to them.
   */
  formerSenderAddresses: z._default(z.array(z.email()), []),
  /**
   * Dry run: every mail goes to this mailbox and to nobody else, and says on its first line whom it
   * would have gone to. The case goes on as if the contact had been written to. Absent: mails go to
   * the contacts.
   */
  dryRunMailbox: z.optional(z.email()),
  /** Where desks answer; the whole subdomain belongs to the dispatcher. */
  replyDomain: domain(),
  /**
   * Where desks answered before. Answers to them are taken in like all others, as long as they stand
   * here: for as long as mails that name them may be answered.
   */
  formerReplyDomains: z._default(z.array(domain()).check(z.maxLength(20)), []),
  /**
   * A phone number or page where a desk can check that a notice is genuine. Plain text, printed as
   * it stands.
   */
  verifyBy: text(),
  /** A phone number that is answered, for a desk that wants to ask. Absent: notices name none. */
  phone: z.optional(
    text().check(z.regex(/^\+\d[\d ()./-]{4,28}\d$/, "a phone number with its country's code, like +49 30 1234567")),
  ),
  configurationSets: z.strictObject({ urgent: text(), standard: text() }),
});

const whoAndWhat = () => ({
  /**
   * Who may report, each by its id. What each said last stands with each case that they report: 200 of
   * them are a tenth of the room that a case has (`case/bounds.ts`).
   */
  reporters: z.array(reporter()).check(z.minLength(1), z.maxLength(200)),
  /** Browsers sign in to the console by your own OIDC provider. Absent: requests that IAM signs alone. */
  signIn: z.optional(signIn()),
  /** Ticket systems, paging and chat; nothing of what was reported is told to any. */
  webhooks: z.optional(
    z.array(webhook()).check(
      z.minLength(1),
      z.maxLength(10),
      z.refine(
        (webhooks) => new Set(webhooks.map(({ name }) => name)).size === webhooks.length,
        "webhooks with a name of their own each; their queues and secrets are named by it",
      ),
    ),
  ),
  /** Never written about without two persons: our own domains, governments', the large commons. */
  protectedDomains: z._default(z.array(domain()), []),
  /**
   * Who asked never to be written to: a mailbox (`abuse@provider.example`), every mailbox at a mail
   * domain and below it (`@provider.example`), or the desks of a network, by its range
   * (`192.0.2.0/24`) or its system (`AS64500`), for the hosts in it.
   */
  optedOut: z._default(z.array(optOut()), []),
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
   * The second reader of desks' replies, beside the rules (`answers/reader.ts`). `on`: both together
   * decide what a reply says. `shadow`: what it reads is kept and shown, and decides nothing; so one
   * that is new can be watched first. `off`: it is not asked. What both come to
   * is a table of its own (`answers/agree.ts`).
   */
  secondReader: z._default(z.enum(["on", "shadow", "off"]), "on"),
});

const desksAndDays = () => ({
  /** Providers and desks beside the known ones, or in the place of one; looked at before any registry. */
  directory: z._default(z.array(directoryEntry()), []),
  /**
   * Providers that are told by their API, each with a secret of its own (`channel/`). Absent: by
   * their form, which a person fills in.
   */
  channels: z.optional(z.partial(z.strictObject({ cloudflare: channel(), godaddy: channel(), ngrok: channel() }))),
  /** Hotlines, CERTs, police, working hours and holidays of hosting countries. */
  countries: z._default(z.array(countryRow()), []),
  /**
   * The operator's own country, like NL: its row's hotline, CERT and police are named to the person
   * who is asked about what nobody can be looked up for, such as an .onion address. That row has to
   * stand in `countries`. Absent: the person is asked without them.
   */
  ownCountry: z.optional(z.string().check(z.regex(/^[a-z]{2}$/i, "two letters of ISO 3166, like NL"))),
  /**
   * Child abuse on hosts in other countries than `ownCountry`: `notified`, or `left-to-hotlines`, for a member of a
   * hotline network whose own exchange tells them. Then the host's side is never notified: that country's hotline is,
   * where `countries` names it, or else a person is asked.
   */
  hostsAbroad: z._default(z.enum(["notified", "left-to-hotlines"]), "notified"),
  /**
   * Minutes for which a person is asked before a contact is written to that was not before, by
   * category; then the notice goes out by itself, so that nobody's absence keeps it. Off where
   * absent. The urgent lane waits ten at most, whatever stands here.
   */
  approveNewContacts: z._default(z.record(text(), z.int().check(z.minimum(1), z.maximum(24 * 60))), {}),
  /**
   * Days after a case's end until what was reported is forgotten, by category; else what
   * `escalation/policy.ts` says, with its reason.
   */
  forgetAfterDays: z._default(z.record(text(), z.int().check(z.positive())), {}),
  /**
   * Hours in the place of those of a category's row in `escalation/policy.ts`, by category: until a
   * desk is reminded, until the next step of the ladder is told, and until on-call is asked. What is
   * not named stays as the policy has it.
   */
  clocks: z._default(
    z.record(
      text(),
      z.strictObject({
        reminderAfterHours: z.optional(z.int().check(z.positive())),
        climbsAfterHours: z.optional(z.int().check(z.positive())),
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
});

/** The schema of the settings, made when somebody needs it: a function's start takes what was checked before. */
export const makeSettingsSchema = once(() => z.strictObject({ ...mails(), ...whoAndWhat(), ...desksAndDays() }));

/**
 * All that one deployment decides for itself; written by `infra/stack/stages.ts`, read once by each
 * function at its start. A missing or misspelt field fails at synth, and at a start where the file is not the one
 * that was checked then, with its name.
 */
export const settingsSchema = /* @__PURE__ */ makeSettingsSchema();

export type Settings = z.infer<typeof settingsSchema>;
export type SignInSettings = z.infer<ReturnType<typeof signIn>>;
export type Reporter = Settings["reporters"][number];
export type DirectoryEntry = z.infer<ReturnType<typeof directoryEntry>>;
export type CountryRow = Settings["countries"][number];
