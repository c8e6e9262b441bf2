import { allToAPerson, type WaysOfLanes } from "../case/answer-ways.ts";
import type { CategoryPolicy, Level, Policy, PolicyOf, Recipient } from "../case/policy.ts";
import { deskRulesOf } from "../contact/provider-rows.ts";
import { activeChannels, protector } from "../kernel/channels.ts";
import type { CurrentSettings } from "../kernel/in-force.ts";
import { ownMailDomains } from "../kernel/own-mail.ts";
import { idsOf } from "../kernel/reporter-ids.ts";
import type { Settings } from "../kernel/settings.ts";
import { type Category, categories, isUrgent, type Lane } from "../report/category.ts";
import { taken } from "../send/channels/taken.ts";
import { hostCountries, hotlineTakes } from "./countries.ts";
import { desksAtHome } from "./desks-at-home.ts";
import { type RulesThere, rulesThere } from "./rules-there.ts";

/*
 * Whom we notify, in which order, and how long we wait: one row per category. Whoever changes a number here
 * changes what happens to children and to hosts. Each group of rows quotes the rule that it follows.
 */

const host: Recipient = { anyOf: ["platform", "network"] };
/** Who lends out names (dynamic DNS) can take one back wherever its host stands: DNS and child abuse. */
const lender: Recipient = { anyOf: ["registrar"], onlyIf: "name-is-lent" };
const upstream: Level = { id: "upstream", name: "the network above the host", to: [{ anyOf: ["upstream"] }] };
/**
 * It could only take the whole name away. It is not notified of one host below an honest name, and only by a
 * person's word of a name that is old, undated or listed (`case/registrar-turn.ts`).
 */
const registrar: Level = {
  id: "registrar",
  name: "the domain's registrar",
  to: [{ anyOf: ["registrar"], onlyIf: "name-itself-is-reported" }],
};
/** Of child abuse a person is asked, once those before are silent (`case/registrar-turn.ts`). */
const registrarByPerson: Level = {
  id: "registrar",
  name: "the domain's registrar, where a person says so",
  to: [{ anyOf: ["registrar"], onlyIf: "domain-is-malicious" }],
};
const hotline: Level = { id: "hotline", name: "the hosting country's hotline", to: [{ anyOf: ["hotline"] }] };
const cert: Level = { id: "cert", name: "the hosting country's CERT", to: [{ anyOf: ["cert"] }] };

/**
 * Days after a case's end until the report is forgotten. Child abuse: three months, since every address kept is
 * one that can leak, and the hotline has its own record. All else: six months and a week, since whoever was
 * removed may complain for six months (Reg. (EU) 2022/2065 Art. 20(1)) and the notifier is asked then. A stage
 * may set its own (`settings.forgetAfterDays`).
 */
const forgetAfterDays = { childAbuse: 90, others: 190 } as const;

/**
 * > Whoever can look is asked first, and a person where nobody answers; in the urgent lane a person decides what
 * ends a case.
 *
 * A program answers within minutes; two hours let one that looks each hour answer, too. They are asked as long
 * before a reminder or an escalation level is due, so that neither is delayed. What was removed comes back within
 * a day where the account stayed open, and within a week where it is bought anew: a look between finds it four
 * days sooner, and costs no person anything.
 *
 * A name that its registry holds resolves nowhere, whoever runs its servers. Twice, a day apart: a hold by
 * mistake is taken off within hours.
 */
export const urgentCheckMinutesAtMost = 30;
/** Two looks of the operator's own checker, six hours apart, and an hour for both. */
const checkerMinutes = 7 * 60;
const comesBack = [1, 3, 7] as const;
/** Where no program looks, a person is asked once, when what returns is back, in the urgent lane by case. */
const comesBackAtLast = [7] as const;
const standardChecks = {
  answerWithinMinutes: 120,
  allSayGone: "closes",
  registryHolds: "closes",
  againAfterDays: comesBack,
  personAgainAfterDays: comesBackAtLast,
} as const;
const urgentChecks = {
  ...standardChecks,
  answerWithinMinutes: urgentCheckMinutesAtMost,
  allSayGone: "asks-a-person",
  registryHolds: "asks-a-person",
} as const;

/**
 * > An exhausted escalation path never closes by silence: a person is asked once for each silent desk, and then it is
 * reminded slowly.
 *
 * A desk that was silent for a whole escalation path mostly stays so; some read their mail each week, and a person who
 * was away is back after three. The urgent lane has none: a person is asked.
 */
const slowly = { dnsAbuse: [7, 14], rights: [14, 28] } as const;

/** What most rows say, then per lane. */
const usual = {
  forgetAfterDays: forgetAfterDays.others,
  reminderAfterHours: 24,
  remindersAtMost: 1,
  quietHours: "never",
} as const;
const urgent = {
  ...usual,
  checks: urgentChecks,
  escalatesAfterHours: 24,
  slowRemindersAfterDays: [],
  digestMinutes: 0,
  neverTo: ["site"],
} as const;
const standard = { ...usual, checks: standardChecks, neverTo: [] } as const;

/**
 * > Hosting country's hotline and the host at once; reminder 24 h; escalates after 24 h; on call after
 * 48 h; quiet hours never; digest none; the site's own mailbox never.
 */
const childAbuse = {
  ...urgent,
  forgetAfterDays: forgetAfterDays.childAbuse,
  path: [
    { id: "host-and-hotline", name: "the host and its country's hotline", to: [host, { anyOf: ["hotline"] }, lender] },
    upstream,
    registrarByPerson,
  ],
  onCallAfterHours: 48,
} as const;

/**
 * > Host or platform; reminder 24 h; escalates after 24 h; on call after 72 h; quiet hours never;
 * digest none. No registrar: it has no duty for content.
 */
const personsAtRisk = {
  ...urgent,
  path: [{ id: "host", name: "the host", to: [host] }, upstream, hotline],
  onCallAfterHours: 72,
} as const;

/**
 * > Host, and the registrar at once where the domain itself is malicious; reminder 24 h; escalates
 * after 48 h; on call after 7 d; digest 15 min. ICANN RAA 3.18 gives the registrar a duty for DNS
 * abuse.
 */
const dnsAbuse = {
  ...standard,
  path: [
    { id: "host", name: "the host", to: [host, { anyOf: ["registrar"], onlyIf: "domain-is-malicious" }, lender] },
    upstream,
    registrar,
    cert,
  ],
  escalatesAfterHours: 48,
  slowRemindersAfterDays: slowly.dnsAbuse,
  onCallAfterHours: 7 * 24,
  digestMinutes: 15,
} as const;

/**
 * > Phishing and malware: as DNS abuse, but escalates after 24 h; on call after 4 d.
 *
 * Practice is 24 to 48 h, and a hoster that names a time for phishing names a day: each of four escalation levels
 * has one, and then a person is asked.
 */
const liveAbuse = { ...dnsAbuse, escalatesAfterHours: 24, onCallAfterHours: 4 * 24 } as const;

/**
 * > Host or platform; reminder 72 h; escalates after 5 d; on call after 14 d; recipient's night,
 * weekend and public holidays kept; digest 1 h. No registrar: RAA 3.18 is not about content.
 */
const rights = {
  ...standard,
  path: [{ id: "host", name: "the host", to: [host] }, upstream],
  reminderAfterHours: 72,
  escalatesAfterHours: 5 * 24,
  slowRemindersAfterDays: slowly.rights,
  onCallAfterHours: 14 * 24,
  quietHours: "nights-and-days-off",
  digestMinutes: 60,
} as const;

/**
 * > Host or platform, and at once whoever holds the site, where the registries name a desk of theirs; reminder
 * 24 h; escalates after 48 h, at last to the CERT; on call after 7 d; digest 15 min. No registrar: RAA 3.18 is not
 * about content.
 *
 * The site's holder is harmed, too, and can end it first; a CERT reaches them where nobody else does.
 */
const exposedData = {
  ...dnsAbuse,
  path: [{ id: "host", name: "the host and who holds the site", to: [host, { anyOf: ["site"] }] }, upstream, cert],
} as const;

const table: readonly CategoryPolicy[] = [
  { category: "csam", ...childAbuse },
  { category: "csem", ...childAbuse },
  { category: "ncii", ...personsAtRisk },
  { category: "terrorism", ...personsAtRisk },
  { category: "phishing", ...liveAbuse },
  { category: "malware", ...liveAbuse },
  { category: "botnet", ...dnsAbuse },
  { category: "fraud", ...dnsAbuse },
  { category: "brand", ...rights },
  { category: "copyright", ...rights },
  { category: "exposed-data", ...exposedData },
  { category: "other", ...rights },
];

/** Throws where a category has no row, or two. Numbers are checked at build time (`read-policy-table.ts`). */
export const byCategory = (rows: readonly CategoryPolicy[]): ReadonlyMap<string, CategoryPolicy> => {
  const found = new Map(rows.map((row): [string, CategoryPolicy] => [row.category, row]));
  const missing = categories.filter((category) => !found.has(category));
  if (missing.length > 0) throw new Error(`The policy table has no row for: ${missing.join(", ")}.`);
  if (found.size !== rows.length) throw new Error("The policy table has two rows for one category.");
  return found;
};

export const policyTable = byCategory(table);

/** The rows with a stage's own hours (`settings.clocks`). */
export const rowsOf = (
  { clocks, checker }: Pick<Settings, "clocks" | "checker">,
  rows: typeof policyTable = policyTable,
): typeof policyTable =>
  new Map(
    [...rows].map(([category, row]) => {
      const {
        reminderAfterHours = row.reminderAfterHours,
        escalatesAfterHours = row.escalatesAfterHours,
        onCallAfterHours = row.onCallAfterHours,
      } = clocks[category] ?? {};
      const { answerWithinMinutes } = row.checks;
      const within =
        checker && !isUrgent(row.category) ? Math.max(checkerMinutes, answerWithinMinutes) : answerWithinMinutes;
      const checks = { ...row.checks, answerWithinMinutes: within };
      return [category, { ...row, checks, reminderAfterHours, escalatesAfterHours, onCallAfterHours }];
    }),
  );

/**
 * > Reporters' messages send one desk ten mails an hour and two about a case in a day, at most.
 *
 * Every mail that the machine writes follows from a report, so all count. Ten is as many as people at a desk
 * read one by one. Four go out at once, then one every ten minutes for what shares one: as soon as a person
 * there gets to the next, and none waits for a person here. Two about a case: that it is there, and that it was
 * taken back.
 */
export const deskPace = { mailsToOneDeskAnHour: 10, urgentSharesMinutes: 10, mailsOfACaseADay: 2 } as const;

/**
 * > A desk that gave its customer a time is reminded when that is over, once for each notice, and escalating goes
 * on as planned.
 *
 * Five days at most: as long as the slowest escalation path waits for the host's side, so that whoever names a month is
 * reminded before the next escalation level. None in the urgent lane: a day more is a day in which somebody is
 * harmed, and the desk could act itself.
 */
export const customersHoursAtMost: Readonly<Record<Lane, number>> = { urgent: 0, standard: rights.escalatesAfterHours };

/**
 * What an answer that ends nothing leads to, where the host's desk is proven to have written it.
 *
 * > A refusal of competence escalates. A dispute of fact goes to the reporter, and escalates only when
 * > they say that it is still there. Not ours: whoever is named is told only where today's
 * > registries name them for this host. Unclear keeps the clock running and pages nobody. In the
 * > urgent lane a person still decides.
 *
 * *Use our form* is a person's: they fill it in, or say for a while that this desk is passed over. A refusal
 * without a ground stops nothing: the reporter hears, and escalation goes on in its time. None of these closes a
 * case.
 */
export const answerWays: WaysOfLanes = {
  urgent: allToAPerson,
  standard: {
    "use-our-form": "person",
    "not-ours": "right-party",
    refused: "clock",
    "refused-competence": "escalates",
    "refused-fact": "reporter",
    "not-found": "reporter",
    question: "answers",
    unclear: "to-read",
  },
};

/** The urgent lane asks silent registries only briefly before a person is notified. */
export const lookAgainMinutes: Readonly<Record<Lane, readonly number[]>> = {
  urgent: [1, 5],
  standard: [5, 15, 60, 240],
};

/**
 * > Policy can ask that a contact never used before is approved by a person first, for no longer
 * than the lane allows: urgent minutes.
 */
export const urgentApprovalMinutesAtMost = 10;

const nothingEnded: ReadonlyMap<string, string> = new Map();

/** A case's policy: its category's row with the stage's hours, its country's, and what this stage forbids. */
export const policyOf = (settings: CurrentSettings, ofTable: typeof policyTable = policyTable): PolicyOf => {
  const rows = rowsOf(settings, ofTable);
  const own = ownMailDomains(settings);
  const peopleOf = new Map(
    settings.reporters.flatMap((reporter) => idsOf(reporter).map((id) => [id, reporter.people] as const)),
  );
  const checkers = new Set(settings.reporters.filter(({ checks }) => checks).flatMap(idsOf));
  const countries = hostCountries(settings);
  const protectedDomains = [...settings.protectedDomains, ...own];
  const deskRules = deskRulesOf(settings);
  const channels = activeChannels(settings);
  const noMailBesides = channels.flatMap((provider) => taken[provider].rules.noMailBesides);
  const made = (category: Category, lane: Lane, hostCountry: string | undefined, there: RulesThere): Policy => {
    const entry = rows.get(category);
    if (!entry) throw new Error(`No policy for category ${category}.`);
    const row = settings.digests ? entry : { ...entry, digestMinutes: 0 };
    const ownDesks = desksAtHome(settings, category);
    const forgetAfter = settings.forgetAfterDays[category];
    const country = hostCountry === undefined ? undefined : countries.get(hostCountry);
    return {
      row: forgetAfter === undefined ? row : { ...row, forgetAfterDays: forgetAfter },
      ...(country && { country }),
      ...there,
      protectedDomains,
      ...(ownDesks !== undefined && { ownDesks }),
      peopleOf,
      checkers,
      // What is live is urgent in any category.
      checkWithinMinutes:
        lane === "urgent"
          ? Math.min(row.checks.answerWithinMinutes, urgentCheckMinutesAtMost)
          : row.checks.answerWithinMinutes,
      hasChecker: settings.checker !== undefined,
      allSayGone: lane === "urgent" ? "asks-a-person" : row.checks.allSayGone,
      registryHolds: lane === "urgent" ? "asks-a-person" : row.checks.registryHolds,
      ownDomains: own,
      deskRules,
      inhibitions: settings.inhibitions ?? [],
      slowReminders: lane === "urgent" ? [] : row.slowRemindersAfterDays,
      standingAnswers: settings.standingAnswers ?? [],
      endedDesks: settings.endedDesks ?? nothingEnded,
      approvalWaitMinutes: Math.min(
        settings.approveNewContacts[category] ?? 0,
        lane === "urgent" ? urgentApprovalMinutesAtMost : 24 * 60,
      ),
      customersHoursAtMost: customersHoursAtMost[lane],
      answerWays,
      hotlineTakes: (at) => hotlineTakes(settings, at, category),
      channels: new Set(channels.filter((provider) => taken[provider].takes[category] !== undefined)),
      ...(protects(settings, category) && { protects: true }),
      noMailBesides,
      // What waits an hour for others need not be looked up twice for it.
      contactFreshHours: row.digestMinutes >= 60 ? 2 : 1,
      ...deskPace,
      lookAgainAfterMinutes: lookAgainMinutes[lane],
    };
  };
  // Asked for at every step of every case, and the same for all with these in common.
  const known = new Map<string, Policy>();
  return ({ category, contact, lane }) => {
    const written = contact?.country?.toUpperCase();
    // Only countries with a row: what a registry writes may be anything, and would be kept for ever.
    const country = written !== undefined && countries.has(written) ? written : undefined;
    const there = rulesThere(settings, category, contact);
    const key = JSON.stringify([category, lane, country, there]);
    const policy = known.get(key) ?? made(category, lane, country, there);
    known.set(key, policy);
    return policy;
  };
};

/** What a browser can be kept from, and nothing that is for hotlines or the police alone. */
const protects = ({ channels = {} }: Pick<Settings, "channels">, category: Category): boolean =>
  (category === "phishing" || category === "malware") &&
  channels[protector] !== undefined &&
  channels[protector].paused !== true;
