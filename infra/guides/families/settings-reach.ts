import type { CategoryPolicy } from "../../../functions/case/policy.ts";
import type { CountryRow, Reporter, Settings } from "../../../functions/kernel/settings.ts";

/*
 * What a change of each setting and of each column of the policy reaches, and when. The compiler asks
 * for a row where a setting has none; `npm run generate -- runbook` writes the page, and a test holds it.
 */

type Reach = { readonly open: string; readonly closed: string; readonly when: string };

const nothing = "nothing";
const deployed = "with the deployment";
const atNextLook = "when a case is next looked at: with whatever happens to it, and before any mail goes out";
const walked = "within minutes to two hours, by the walk through all that waits";

const clocks = (what: string): Reach => ({
  open: `${what}, sooner or later, from the moments that it always counts from`,
  closed: nothing,
  when: walked,
});
const mails = (what: string): Reach => ({ open: what, closed: "what is still sent about one", when: deployed });
const byLookUp = "with the host's next look-up, which comes before each mail that asks something";
/** Whoever was told hears that it was taken back. */
const noWithdrawal = "nothing: a withdrawal goes to who was told";
const namesNobody = "nothing: a withdrawal names no reporter";
const recipients = (what: string): Reach => ({
  open: what,
  closed: "a withdrawal that is still to go",
  when: atNextLook,
});

const settings = {
  stage: { open: "names queues, topics and logs", closed: nothing, when: "never change it: it is another stage" },
  organisation: mails("mails from now on"),
  senderAddress: mails("mails from now on; put the address of before into `formerSenderAddresses`"),
  formerSenderAddresses: recipients("its domain stays our own: nothing is written to it"),
  dryRunMailbox: mails("mails from now on; what went out before went where it went"),
  replyDomain: mails("mails from now on; put the domain of before into `formerReplyDomains`"),
  formerReplyDomains: {
    open: "answers to it are taken in while it stands here; taken out, they are set aside as a stranger's",
    closed: "the same",
    when: deployed,
  },
  verifyBy: mails("mails from now on"),
  phone: mails("mails from now on"),
  configurationSets: { open: nothing, closed: nothing, when: "the stack sets it" },
  reporters: { open: "see the table of a reporter's row", closed: "the same", when: deployed },
  webhooks: { open: "news and questions from now on", closed: "the same", when: deployed },
  signIn: {
    open: nothing,
    closed: nothing,
    when: "at a person's next sign-in; sessions of before end by themselves, or are ended",
  },
  protectedDomains: {
    open: "two persons are asked before anything more goes out; what went out stays",
    closed: noWithdrawal,
    when: atNextLook,
  },
  optedOut: recipients(
    "nothing more goes to it, reminders and withdrawals neither; the next desk or a person is asked",
  ),
  digests: {
    open: "notices that are queued from now on; one that waits in a window stays there",
    closed: nothing,
    when: deployed,
  },
  autoSubmitted: mails("mails from now on"),
  linkHosts: mails("mails from now on"),
  directory: {
    open: "look-ups from now on, and each notice has one of the last hour or two; who was told was told",
    closed: nothing,
    when: "at the next look-up; `opted-out` and `form-only` before any mail goes out",
  },
  channels: {
    open:
      "look-ups from now on; what waits for an API that is paused now is left to its form, " +
      "and what it took is asked about no more",
    closed: nothing,
    when: "at the next look-up; one that is paused is told nothing from then on",
  },
  checker: {
    open: "what is due from now on is asked about first; a check that is open is waited for",
    closed: "what a desk removed is asked about on the days that are to come",
    when: walked,
  },
  countries: { open: "see the table of a country's row", closed: nothing, when: walked },
  ownCountry: { open: "questions that are asked from now on", closed: nothing, when: deployed },
  hostsAbroad: {
    open:
      "child abuse on hosts abroad: left to hotlines, nothing more goes to the host's side, reminders neither; what " +
      "a person is asked stays asked",
    closed: noWithdrawal,
    when: atNextLook,
  },
  approveNewContacts: {
    open: "contacts that are asked about from now on; who was told until when a notice waits was told right",
    closed: nothing,
    when: deployed,
  },
  forgetAfterDays: {
    open: nothing,
    closed:
      "counted from the case's end: shorter, it is forgotten when that is over, or at once; longer, what is not " +
      "forgotten yet is kept on. A hold or a question keeps a case open, and so from being forgotten",
    when: walked,
  },
  clocks: clocks("reminders, the next escalation level and the question to on-call"),
  allowReserved: { open: nothing, closed: nothing, when: "for samples and tests alone" },
} satisfies Record<keyof Settings, Reach>;

const reporters = {
  id: {
    open: "put the id of before into `formerIds`; without it what is said under the new one finds no report",
    closed: "the same",
    when: deployed,
  },
  formerIds: {
    open: "words under any id find the report under each; reports that come again are known; limits and people are one",
    closed: "the same, and `still-up` opens a case again",
    when: deployed,
  },
  organisation: {
    open: "mails from now on, where the category lets a notifier be named",
    closed: namesNobody,
    when: deployed,
  },
  contact: {
    open: "mails from now on, and reports in XARF, which name their reporter by it",
    closed: namesNobody,
    when: deployed,
  },
  trustedFlagger: { open: "mails from now on", closed: namesNobody, when: deployed },
  namedInChildAbuse: { open: "mails from now on", closed: namesNobody, when: deployed },
  onBehalfOf: { open: "mails from now on, where they name it", closed: namesNobody, when: deployed },
  people: { open: "questions that are answered from now on", closed: nothing, when: deployed },
  liveIn: { open: "reports from now on; a case that is urgent stays so", closed: nothing, when: deployed },
  checks: {
    open: "what is due from now on is asked about first; a check that is open is waited for",
    closed: "what a desk removed is asked about on the days that are to come",
    when: walked,
  },
  senders: { open: "messages from now on", closed: "the same", when: deployed },
  through: { open: "messages from now on", closed: "the same", when: deployed },
  reportsAMinute: {
    open: "reports from now on; what was put off is taken up by the new limit",
    closed: nothing,
    when: deployed,
  },
} satisfies Record<keyof Reporter, Reach>;

const countries = {
  country: { open: "cases whose host stands there", closed: nothing, when: atNextLook },
  hotline: {
    open: "escalation levels that are escalated from now on, and the one stood on, where it is among its recipients",
    closed: noWithdrawal,
    when: byLookUp,
  },
  police: { open: "questions that are asked from now on", closed: nothing, when: deployed },
  cert: { open: "escalation levels that are escalated from now on", closed: noWithdrawal, when: byLookUp },
  language: mails("mails from now on"),
  lawEnforcementFirst: {
    open:
      "a clearance is asked before the host's side hears; once given, it stands. Where it was told already, only " +
      "before another desk is told in the place of its own",
    closed: noWithdrawal,
    when: atNextLook,
  },
  timeZone: {
    open: "notices in line wait for its working hours; none goes out sooner than it was to",
    closed: nothing,
    when: walked,
  },
  workingHours: {
    open: "notices in line wait for them; none goes out sooner than it was to",
    closed: nothing,
    when: walked,
  },
  holidays: {
    open: "a day that comes keeps notices in line until the day after; one that goes sends none sooner",
    closed: nothing,
    when: walked,
  },
} satisfies Record<keyof CountryRow, Reach>;

const policy = {
  category: { open: "a category without a row fails at the start", closed: nothing, when: deployed },
  path: {
    open:
      "by the names of levels: one that comes above gets its turn in its time, one below the case's own is " +
      "passed by, and where its own goes those above have their time. Another recipient on its own level is notified",
    closed: nothing,
    when: atNextLook,
  },
  reminderAfterHours: clocks("reminders that are to come"),
  remindersAtMost: clocks("reminders that are to come"),
  slowRemindersAfterDays: {
    open: "cases that begin to wait, or are reminded, from now on; a wait that was begun keeps its end",
    closed: nothing,
    when: atNextLook,
  },
  escalatesAfterHours: clocks("the next escalation level"),
  onCallAfterHours: clocks("the question to on-call, in the standard lane where nothing else moves the case"),
  forgetAfterDays: settings.forgetAfterDays,
  quietHours: {
    open: "notices in line wait for hours that come, but for one that is due before the walk; none goes out sooner",
    closed: nothing,
    when: walked,
  },
  digestMinutes: {
    open: "notices that are queued from now on; a window that stands stays",
    closed: nothing,
    when: deployed,
  },
  checks: {
    open: "checks that are asked from now on",
    closed: "what a desk removed is asked about on the days that are to come",
    when: walked,
  },
  neverTo: {
    open: "nothing more is asked of such a desk, by what is in line and by reminders neither; a person may name it",
    closed: noWithdrawal,
    when: atNextLook,
  },
} satisfies Record<keyof CategoryPolicy, Reach>;

const table = (title: string, rows: Readonly<Record<string, Reach>>): string =>
  [
    `## ${title}`,
    "",
    "| | open cases | closed cases | when |",
    "| --- | --- | --- | --- |",
    ...Object.entries(rows).map(([name, { open, closed, when }]) => `| \`${name}\` | ${open} | ${closed} | ${when} |`),
  ].join("\n");

/** The tables of the page, by what their rows are fields of. */
export const reachTables = { settings, reporters, countries, policy } as const;

/** `infra/guides/settings-reach.md`, whole. */
export const settingsReachPage = (): string =>
  `${[
    "# What a change of settings reaches, and when",
    "",
    "Written by `npm run generate -- runbook` from `families/settings-reach.ts`. Tests ask for a row for each " +
      "setting, and prove each row in a flow (`test/flow/reach/`).",
    "",
    "What happened stays: a mail that went out, a question that was answered, a time that a person was told. " +
      "What is to come follows today's settings. Whom a case may write to is asked whenever it is looked at, " +
      "and again before a mail goes out. Where an opt-out or a row of forms only ends, a reminder that is due later " +
      "goes in its moment, and one that was due before when the case is next looked at: at its next level at the " +
      "latest. When a case is due is computed as it changes; where clocks, days off or " +
      "retention are others, the sweep begins after three minutes to walk through all that waits, " +
      "1,000 cases a minute, and brings forward what is due sooner, until a walk finds nothing " +
      "more. It tells nobody itself and sends nothing " +
      "before its time.",
    "",
    table("Settings of a stage", settings),
    "",
    table("A reporter's row", reporters),
    "",
    table("A country's row", countries),
    "",
    table("The policy's columns (`functions/escalation/policy.ts`)", policy),
    "",
    "## Where domains and ids change",
    "",
    "1. Put the old name into `formerReplyDomains`, `formerSenderAddresses` or the reporter's `formerIds` in the " +
      "commit that changes it.",
    "2. Keep the DNS records of an old domain: its MX, or no answer comes; its DKIM and MAIL FROM, or mails that lie " +
      "in queues fail their checks. Its identity stays in SES when the stack stops making it.",
    "3. Take the old name out when no mail or report under it lives: the longest retention of your categories later.",
  ].join("\n")}\n`;
