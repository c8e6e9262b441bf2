import { type DeskMatch, readDeskMatch, readDeskMatches } from "./desk-match.ts";
import { isPlatformKind, platformKinds, scopeOf } from "./platform-kinds.ts";
import { directoryScopes } from "./scope.ts";
import * as z from "./zod.ts";

/** A URL parser and a trim drop line breaks unseen. */
const isOneLine = (written: string): boolean => !/[\p{Cc}\u2028\u2029]/u.test(written);

const oneLine = "one line without control characters; take the line break or tab out";

export const text = z.string().check(z.refine(isOneLine, oneLine), z.trim(), z.minLength(1));

export const httpsUrl = (like: string) =>
  z.pipe(
    z.string().check(z.refine(isOneLine, oneLine), z.meta({ format: "uri" })),
    z.url({ protocol: /^https$/, error: `an https address, like ${like}` }),
  );

export const domain = z
  .string()
  .check(
    z.regex(/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z0-9-]{2,}$/, "a domain in lower case, like reports.example.org"),
  );

/**
 * Categories for which a Digital Services Coordinator designated this reporter (DSA Art. 22(2)). Only about those,
 * and only to an online platform, a notice says that it comes from a trusted flagger. `false` means none.
 */
const trustedFlagger = z.pipe(
  z._default(
    z.union(
      [z.array(text), z.literal(false)],
      "name the categories that the Digital Services Coordinator designated this reporter for, " +
        'like ["csam", "csem"]; a status without its area is claimed for nothing',
    ),
    [],
  ),
  z.transform((areas) => (areas === false ? [] : areas)),
);

const reporterIdForm = /^[a-z0-9][a-z0-9-]{1,40}$/;

/** What a queue says may name anybody. */
export const isReporterId = (id: string): boolean => reporterIdForm.test(id);

export const reporterId = z
  .string()
  .check(z.regex(reporterIdForm, "2 to 41 lower-case letters, digits and hyphens, a letter or digit first"));

const topicOrRule = z
  .string()
  .check(
    z.regex(
      /^arn:aws[a-z-]*:(sns:[a-z0-9-]+:\d{12}:[A-Za-z0-9_-]+|events:[a-z0-9-]+:\d{12}:rule\/[A-Za-z0-9._/-]+)$/,
      "the ARN of an SNS topic or a rule of EventBridge, like arn:aws:sns:eu-central-1:123456789012:reports",
    ),
  );

export const reporterRow = z.strictObject({
  /** By which its reports and messages name it, like finder. */
  id: reporterId,
  /**
   * Ids that this reporter had before. Reports under them stay theirs, and are still taken in: what is said under
   * one id of a report under another counts, and so do limits, people and rights.
   */
  formerIds: z.optional(z.array(reporterId).check(z.maxLength(5))),
  /** As it may stand in a notice; about child sexual abuse only where `namedInChildAbuse` says so. */
  organisation: text,
  /** A role mailbox that a desk may write to, never a person's. */
  contact: z.email(),
  /** The categories for which a Digital Services Coordinator designated it (DSA Art. 22), like ["csam", "csem"]. */
  trustedFlagger: trustedFlagger,
  /**
   * Whether notices about child sexual abuse name it. Absent: they do not. DSA Art. 16(2)(c) lets a notifier be
   * left out there, and forbids no name.
   */
  namedInChildAbuse: z.optional(z.boolean()),
  /** For whom it reports, as a notice that names it says, like the bank whose brand it looks after. */
  onBehalfOf: z.optional(text),
  /**
   * Names under which the reporter's own people sign in to the console: the session's name for who is signed in by
   * IAM, the provider's `sub` or a mailbox for a browser; both for whoever has both. They may not clear what their
   * side reported.
   */
  people: z._default(z.array(text), []),
  /**
   * Categories in which this reporter's `live` is believed, and a case is urgent by it. Child abuse, intimate
   * imagery and terrorism are urgent in any case and need not stand here. In others none by default: whoever marks
   * everything as live would pass every limit.
   */
  liveIn: z._default(z.array(text), []),
  /**
   * Who may put messages in this reporter's name on a queue: unique ids of IAM roles or users, or account numbers,
   * as SQS says them of each message (`SenderId`). What anybody else sends in this name goes before a person.
   * Absent: every producer is believed. SNS and EventBridge are senders of their own, alike for every topic and
   * rule: who reports by one has `through` instead.
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
   * The SNS topic or rule of EventBridge by which alone this reporter speaks: it gets a queue of its own, whose
   * policy lets nothing else in (`report/own-queue.ts`). What comes there in another's name, or in this name by
   * another queue, goes before a person.
   */
  through: z.optional(topicOrRule),
  /**
   * Whether the reporter has something that looks, and answers the news `check-wanted` with *gone* or *still-up*.
   * Then it is asked before on-call is, before a desk is reminded and before the next level is notified. Absent: it has
   * none.
   */
  checks: z.optional(z.boolean()),
  /**
   * Reports within a minute, for each lane. What is over it waits on its queue in the standard lane, and on-call is
   * told. Five a second is more than people or a feed report for long, and a slip that reports everything is seen
   * before it is mailed to anybody.
   */
  reportsAMinute: z._default(z.int().check(z.positive()), 300),
});

const isMailMatch = (match: DeskMatch): boolean =>
  (match.kind === "mailbox" && z.email().safeParse(match.email).success) ||
  (match.kind === "mail-domain" && domain.safeParse(match.domain).success);

/** ASCII, and no number as last label: that is a misspelt address or range that would match nothing. */
const hostName = /^([a-z0-9_]([a-z0-9_-]*[a-z0-9_])?\.)*(?!\d+$)[a-z0-9]([a-z0-9-]*[a-z0-9])?$/;

/** Each line must be able to match: a misspelt desk would be written to. */
export const directoryMatch = text.check(
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
);

/** What a desk takes. Such an entry says in `scope` what it answers for. */
const deskKinds = ["contact", "form-only", "opted-out"] as const;

/**
 * A provider or a desk: a row of `contact/platforms.json`, or the operator's, which adds one or overrides the row of
 * the same name. Looked at before any registry is asked.
 */
export const directoryEntry = z.pipe(
  z.strictObject({
    /**
     * Hosts and desks this entry is about: a name and all below it (`pages.example`; `pages.{example,org}` for
     * several, `ns#.pages.example` for numbered ones), an address range (`192.0.2.0/24`), a system that announces
     * it (`AS64500`), or hosts whose desk by the registries is at this mail domain (`@provider.example`).
     */
    matches: z.array(directoryMatch).check(z.minLength(1)),
    /** The provider's, or the desk's. */
    name: text,
    /** What its desk answers for; needed where `kind` does not say it. */
    scope: z.optional(z.enum(directoryScopes)),
    /**
     * What the provider is. `proxy` and `cdn` stand in front of the real host, so the registrar and whoever is
     * behind it are sought too. Or what the desk takes: `form-only` is as `mail: "unread"`, and nobody of an
     * `opted-out` entry is ever written to.
     */
    kind: z._default(z.enum([...deskKinds, ...platformKinds]), "contact"),
    /**
     * Names and tags by which registries know a registrar, each in full; case and punctuation do not count. Its
     * desk is told where they name no mailbox of it.
     */
    registrarNames: z.optional(z.array(text)),
    /** The desk's mailbox. */
    email: z.optional(z.email()),
    /** The page on which it takes reports. */
    form: z.optional(httpsUrl("https://pages.example/abuse")),
    /** Whom a person calls there. Shown to the person on call alone. */
    phone: z.optional(text),
    /**
     * Whether mail to its desks is read, as it is where nothing is said. `unread`: they take reports by the form
     * alone.
     */
    mail: z.optional(z.enum(["read", "unread"])),
    /** The name of the interface by which it takes reports from programs. */
    api: z.optional(text),
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
     * Of the mailbox; `high` where nothing is said. A `low` one is told only where a registry names the same mail
     * domain.
     */
    certainty: z.optional(z.enum(["high", "medium", "low"])),
    /** How it is known. */
    source: z.optional(text),
    /** The day on which that was read. */
    read: z.optional(z.iso.date()),
    /**
     * After this day the mailbox counts only where a registry names the same mail domain, and on-call is told.
     */
    expires: z.optional(z.iso.date()),
    /** For who reads the entry. */
    note: z.optional(text),
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
);

export const optOut = z.string().check(
  z.refine((written) => {
    const match = readDeskMatch(written);
    return match.kind === "range" || match.kind === "system" || isMailMatch(match);
  }, "a mailbox, a mail domain like @provider.example, a range like 192.0.2.0/24, or a system like AS64500"),
);

const isTimeZone = (name: string): boolean => {
  try {
    return Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
  } catch {
    // Intl's only way to refuse a zone.
    return false;
  }
};

const hour = z.int().check(z.minimum(0), z.maximum(24));

/** Categories whose escalation path has a hotline (`escalation/policy.ts`). */
export const hotlineCategories = ["csam", "csem", "ncii", "terrorism"] as const;

/**
 * What the operator adds to, or overrides in, a hosting country's entry in `countries.json`. Hotlines' and
 * CERTs' mailboxes stand here alone: they are agreed, not looked up.
 */
export const countryRow = z.strictObject({
  /** The hosting country. */
  country: z.string().check(z.regex(/^[a-z]{2}$/i, "two letters of ISO 3166, like NL")),
  /** Its hotline, by the mailbox that was agreed with it. */
  hotline: z.optional(
    z.strictObject({
      name: text,
      email: z.email(),
      phone: z.optional(text),
      /** What it says it takes, like ["csam", "csem", "ncii"]. Absent: csam and csem alone. */
      takes: z.optional(z.array(z.enum(hotlineCategories)).check(z.minLength(1))),
    }),
  ),
  /**
   * Whom a person calls: the police unit for such reports. Shown to the person on call, and never written to by the
   * machine.
   */
  police: z.optional(z.strictObject({ name: text, contact: text })),
  /** Its national CERT, likewise. */
  cert: z.optional(z.strictObject({ name: text, email: z.email(), phone: z.optional(text) })),
  /** In which desks there are written to, like nl. */
  language: z.optional(z.string().check(z.length(2))),
  /**
   * True where the hosting country's police must clear a child abuse notice before the host hears of it. The row's
   * `hotline`, being the way to them, hears at once; where the police alone are to hear first, leave it out and
   * give the number to call as `police`.
   */
  lawEnforcementFirst: z.optional(z.boolean()),
  /** By which the standard lane keeps quiet hours. */
  timeZone: z.optional(
    z.string().check(z.refine(isTimeZone, "a time zone of the IANA database, like Europe/Amsterdam")),
  ),
  /** Hours of the wall clock in which desks there are written to in the standard lane; else 8 to 18. */
  workingHours: z.optional(
    z
      .strictObject({ from: hour, to: hour })
      .check(
        z.refine(({ from, to }) => from < to, "the working day would end before it begins: from must be less than to"),
      ),
  ),
  /** Days off beside the public holidays that are known, like 2026-12-24. */
  holidays: z.optional(z.array(z.iso.date())),
});
