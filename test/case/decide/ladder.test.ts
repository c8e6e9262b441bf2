import type { Case } from "../../../functions/case/case.ts";
import { ladderRules } from "../../../functions/case/decide/ladder.ts";
import { aCandidate, anAnswer, morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import {
  asks,
  beforeAPerson,
  checked,
  climbsTo,
  form,
  found,
  four,
  idTo,
  type Law,
  type Laws,
  later,
  lawsOf,
  looks,
  many,
  network,
  onWire,
  opened,
  second,
  sent,
  told,
  upstream,
} from "../../support/laws.ts";

/** An hour after the notice its desk said that its customer has until the sixth hour of the next day. */
const handedOver: Case = {
  ...told,
  notices: [aNotice("delivered", { passedOn: { at: later(1), until: later(30) } })],
};

const inTheUnitedStates: Case = {
  ...found({ candidates: [aCandidate({ country: "US" })], country: "US" }),
  category: "copyright",
};

/** The host's desk wrote that the host is this party's, and it was looked up again. */
const disowned = (party: string, contact = anAnswer({ candidates: [network, upstream] })): Case => ({
  ...told,
  contact,
  notices: [aNotice("sent", { answer: "not-ours", answeredAt: morning, taken: { way: "right-party", party } })],
});

const urgent: Case = { ...told, lane: "urgent" };
/** Its reporter has not said since that it is still there. */
const disputed: Case = {
  ...told,
  contact: anAnswer({ candidates: [network, upstream] }),
  notices: [aNotice("sent", { answer: "refused", answeredAt: morning, taken: { way: "reporter" } })],
};

const godaddysForm = { url: "https://godaddy.example/abuse", scope: "platform", api: "GoDaddy abuse reports" } as const;
/** The network's desk is told, and the platform's API did not let us in. */
const apiFailed: Case = {
  ...told,
  contact: anAnswer({ candidates: [network], forms: [godaddysForm] }),
  passedOver: ["godaddy@api.invalid"],
  notices: [
    ...told.notices,
    aNotice("cancelled", {
      id: "0-first-api",
      to: { ...network, email: "godaddy@api.invalid", scope: "platform", channel: "godaddy" },
      problem: "GoDaddy answered HTTP 401: we are not let in.",
    }),
  ],
};
const month = { about: { category: "phishing" }, since: later(20), until: later(740), planned: later(740) };
const inhibited = { inhibitions: [month] };

const registrar = aCandidate({ email: "abuse@registrar.example", name: "Reg", scope: "registrar" });
/** Above the registrar's step; the host's desk was told. The name was registered at this time, if that is known. */
const beyond = (registeredAt: string | undefined): Case => ({
  ...told,
  target: { kind: "host", host: "bad.example" },
  rung: 3,
  rungId: "cert",
  rungsBelow: ["host", "upstream", "registrar"],
  contact: anAnswer({ candidates: [network, registrar], name: registeredAt === undefined ? {} : { registeredAt } }),
});
const young = "2026-10-01T00:00:00.000Z";
const old = "2009-03-01T00:00:00.000Z";
const toRegistrar: Law["wants"] = {
  record: [
    {
      type: "notice-queued",
      at: morning,
      noticeId: idTo(registrar.email, "escalation", 3),
      rung: 3,
      step: "escalation",
      to: registrar,
      notBefore: morning,
    },
  ],
};

lawsOf(ladderRules, {
  "registrar-since": [
    {
      given: "its step was passed, and its name is young by today's look-up",
      state: beyond(young),
      wants: toRegistrar,
    },
    { given: "a person allowed it", state: { ...beyond(old), cleared: ["registrar"] }, wants: toRegistrar },
    { given: "its name is old", state: beyond(old), wants: { record: [] } },
    { given: "no answer has a date", state: beyond(undefined), wants: { record: [] } },
    { given: "a person said no", state: { ...beyond(young), noRegistrar: true }, wants: { record: [] } },
    {
      given: "it was told before",
      state: { ...beyond(young), notices: [sent, aNotice("sent", { id: "2-escalation-x", to: registrar })] },
      wants: { record: [] },
    },
    {
      given: "its step is still to come",
      state: { ...beyond(young), rung: 1, rungId: "upstream", rungsBelow: ["host"] },
      wants: { record: [] },
    },
  ],
  "registrar-behind-person": [
    {
      given: "the domain is said to be malicious, and is old",
      state: { ...beyond(old), domainIsMalicious: true },
      wants: asks(told, morning, {
        question: "registrar",
        blocking: false,
        reason:
          "The name is registered since 2009-03-01. Its registrar, Reg, at abuse@registrar.example can only stop " +
          "the whole name with everything on it, and was not notified.",
      }),
    },
    { given: "it is young", state: { ...beyond(young), domainIsMalicious: true }, wants: undefined },
    { given: "nobody says so", state: beyond(old), wants: undefined },
    {
      given: "a person is asked",
      state: beforeAPerson({ ...beyond(old), domainIsMalicious: true }, "registrar"),
      wants: { record: [] },
    },
    {
      given: "a person said no",
      state: { ...beyond(old), domainIsMalicious: true, noRegistrar: true },
      wants: { record: [] },
    },
  ],
  "more-networks": [
    { given: "the host stands in one network", state: told, wants: undefined },
    {
      given: "four networks serve the host",
      state: found({ addresses: four.map(({ serves }) => serves?.[0] ?? ""), candidates: four }),
      wants: asks(opened, morning, {
        question: "more-networks",
        toRead: true,
        blocking: false,
        reason: "Three networks are told by the machine; not told: abuse@n4.example.",
      }),
    },
  ],
  "right-holder": [
    {
      given: "its host is in the United States",
      state: inTheUnitedStates,
      wants: {
        record: [
          {
            type: "returned-to-reporter",
            at: morning,
            lacks: ["signature", "work", "contact", "good-faith", "accuracy-and-authority"],
          },
        ],
      },
    },
    { given: "its reporter heard so", state: { ...inTheUnitedStates, returned: true }, wants: undefined },
    { given: "its host is elsewhere", state: { ...found({}), category: "copyright" }, wants: undefined },
    { given: "it is no matter of copyright", state: { ...inTheUnitedStates, category: "brand" }, wants: undefined },
  ],
  "first-rung": [
    {
      given: "nobody was told yet",
      state: found({}),
      wants: {
        record: [
          { type: "climbed", at: morning, rung: 0, id: "host", name: "the host", why: "nobody was told yet: the host" },
          {
            type: "notice-queued",
            at: morning,
            noticeId: queuedOne.id,
            rung: 0,
            step: "first",
            to: network,
            notBefore: morning,
          },
        ],
        isLast: true,
      },
    },
    { given: "the case stands on a rung", state: told, wants: undefined },
  ],
  "named-party": [
    { given: "no desk names anybody", state: told, wants: { record: [] } },
    {
      given: "whom it names the registries name, too",
      state: disowned("abuse@Carrier.example"),
      wants: {
        record: [
          {
            type: "notice-queued",
            at: morning,
            noticeId: idTo(upstream.email).replace("first", "escalation"),
            rung: 0,
            step: "escalation",
            to: upstream,
            notBefore: morning,
          },
        ],
      },
    },
    {
      given: "whom it names no registry names",
      state: disowned("abuse@elsewhere.example"),
      wants: { record: [] },
    },
    {
      given: "whom it names the ladder has no rung for",
      state: disowned(
        "abuse@site.example",
        anAnswer({ candidates: [{ ...second, email: "abuse@site.example", scope: "site" }] }),
      ),
      wants: { record: [] },
    },
  ],
  "stand-in": [
    { given: "the host's desk is asked", state: told, wants: { record: [] } },
    {
      given: "its mail came back, and another desk is named",
      state: {
        ...told,
        contact: anAnswer({ candidates: [network, second] }),
        notices: [aNotice("bounced")],
      },
      wants: {
        record: [
          {
            type: "notice-queued",
            at: morning,
            noticeId: idTo(second.email),
            rung: 0,
            step: "first",
            to: second,
            notBefore: morning,
          },
        ],
      },
    },
  ],
  "after-clearance": [
    {
      given: "the police cleared it, and the host takes its form only",
      state: { ...inLine, notices: [], cleared: ["clearance"], contact: anAnswer({ candidates: [], forms: [form] }) },
      wants: asks(inLine, morning, {
        question: "form-only",
        blocking: false,
        reason: "A provider beside those who are told takes reports by its form only.",
        forms: [form],
      }),
    },
    { given: "the police were never asked", state: told, wants: undefined },
  ],
  "left-untried": [
    {
      given: "four mailboxes of the host's desk are dead, and a fifth is named",
      state: { ...told, contact: anAnswer({ candidates: [second] }), notices: many(aNotice("bounced"), 4) },
      wants: asks(told, morning, {
        question: "no-contact",
        blocking: true,
        reason:
          "Mail to 4 mailboxes of this host's desk came back or was unwanted. " +
          "Others are named, and no machine tries them.",
      }),
    },
    { given: "one is dead", state: { ...told, notices: [aNotice("bounced")] }, wants: undefined },
  ],
  "nobody-on-rung": [
    {
      given: "what was queued was cancelled, and a network stands above",
      state: {
        ...told,
        contact: anAnswer({ candidates: [upstream] }),
        notices: [aNotice("cancelled")],
      },
      wants: { record: climbsTo(upstream, "nobody is left on this rung", "first"), isLast: true },
    },
    { given: "the host's desk is asked", state: told, wants: undefined },
  ],
  "dead-rung": [
    {
      given: "its only notice came back, and a network stands above",
      state: {
        ...told,
        contact: anAnswer({ candidates: [network, upstream] }),
        notices: [aNotice("bounced")],
      },
      wants: { record: climbsTo(upstream, "every notice on this rung came back", "escalation"), isLast: true },
    },
    { given: "its notice went out", state: told, wants: undefined },
  ],
  "in-line": [
    { given: "a notice is in line", state: inLine, wants: { isLast: true } },
    { given: "the first mail of all is on the wire", state: { ...told, notices: [onWire] }, wants: { isLast: true } },
    { given: "it went out", state: told, wants: undefined },
  ],
  "on-call": [
    {
      given: "the policy's seven days are over, in the urgent lane",
      state: urgent,
      at: later(168),
      wants: asks(urgent, later(168), {
        question: "unanswered",
        blocking: true,
        reason: "No desk has answered. The 7 days that the policy gives from the report are over.",
      }),
    },
    { given: "they are not", state: urgent, at: later(167), wants: undefined },
    { given: "a person said to wait", state: { ...urgent, waitUntil: later(200) }, at: later(168), wants: undefined },
    {
      given: "it is before a person already",
      state: beforeAPerson(urgent, "still-up"),
      at: later(168),
      wants: undefined,
    },
    {
      given: "they are, and the standard lane's ladder moves in its own time",
      state: told,
      at: later(168),
      wants: undefined,
    },
    {
      given: "they are, and the standard lane's notice is on its way",
      state: { ...told, notices: [onWire] },
      at: later(168),
      wants: undefined,
    },
    {
      given: "they are, and a desk of the standard lane disputes it, so that nothing moves",
      state: disputed,
      at: later(168),
      wants: asks(disputed, later(168), {
        question: "unanswered",
        blocking: true,
        reason:
          "abuse@network.example answered that it refuses to act; it is not known to be gone. " +
          "The 7 days that the policy gives from the report are over.",
      }),
    },
  ],
  "check-first": [
    {
      given: "a reminder is due in two hours, and its reporter has something that looks",
      state: told,
      settings: looks,
      at: later(22),
      wants: {
        record: [
          {
            type: "check-wanted",
            at: later(22),
            why: "before-reminder",
            cause: "before-reminder.0.0",
            reporters: ["hotline"],
            until: later(24),
          },
        ],
      },
    },
    { given: "it is due later", state: told, settings: looks, at: later(21), wants: { wakes: [later(22)] } },
    {
      given: "it is due, and the answer is waited for",
      state: checked(told, { until: later(25) }),
      settings: looks,
      at: later(24),
      wants: { isLast: true },
    },
    {
      given: "the answer is waited for, and nothing is due yet",
      state: checked(told, { until: later(24) }),
      settings: looks,
      at: later(23),
      wants: undefined,
    },
    { given: "its reporter has none", state: told, at: later(24), wants: undefined },
  ],
  reminder: [
    {
      given: "the desk was silent for a day",
      state: told,
      at: later(24),
      wants: {
        record: [
          {
            type: "notice-queued",
            at: later(24),
            noticeId: idTo(network.email, "reminder"),
            rung: 0,
            step: "reminder",
            to: queuedOne.to,
            notBefore: later(24),
          },
        ],
      },
    },
    { given: "it was not", state: told, at: later(23), wants: { record: [] } },
    { given: "its customer's time is not over", state: handedOver, at: later(29), wants: { record: [] } },
    {
      given: "its customer's time is over",
      state: handedOver,
      at: later(30),
      wants: {
        record: [
          {
            type: "notice-queued",
            at: later(30),
            noticeId: idTo(network.email, "reminder"),
            rung: 0,
            step: "reminder",
            to: queuedOne.to,
            notBefore: later(30),
          },
        ],
      },
    },
    { given: "it says that it has acted", state: { ...told, quiet: true }, at: later(24), wants: undefined },
  ],
  "silent-rung": [
    {
      given: "the rung was silent for two days, and a network stands above",
      state: { ...told, contact: anAnswer({ candidates: [network, upstream] }) },
      at: later(48),
      wants: { record: climbsTo(upstream, "no answer", "escalation", later(48)), isLast: true },
    },
    {
      given: "a person is asked already, and a colleague has written to its desk since",
      state: {
        ...beforeAPerson(told, "still-up"),
        notices: [sent, aNotice("sent", { id: "0-letter-x", step: "letter", sentAt: later(30) })],
      },
      at: later(48),
      wants: { hints: [], wakes: [later(54)], isLast: true },
    },
    { given: "it was silent for less", state: told, at: later(47), wants: undefined },
    { given: "a person said to wait", state: { ...told, waitUntil: later(60) }, at: later(48), wants: undefined },
    { given: "its desk says that it has acted", state: { ...told, quiet: true }, at: later(48), wants: undefined },
  ],
  "form-in-place-of-api": [
    {
      given: "others are told, and its API did not take the report",
      state: apiFailed,
      settings: { channels: { godaddy: {} } },
      wants: asks(apiFailed, morning, {
        question: "form-only",
        blocking: false,
        reason:
          "A provider beside those who are told takes reports by its form only. " +
          "Its API was tried: GoDaddy answered HTTP 401: we are not let in.",
        forms: [godaddysForm],
      }),
    },
    { given: "a person has filled in the form", state: { ...apiFailed, cleared: ["form-only"] }, wants: undefined },
    { given: "no API was tried", state: told, wants: { record: [] } },
  ],
  patience: [
    { given: "the host's desk was told just now", state: told, wants: { wakes: [later(48), later(24)] } },
    { given: "its desk says that it has acted", state: { ...told, quiet: true }, wants: { wakes: [later(168)] } },
    {
      given: "its desk gave its customer a day and a quarter",
      state: handedOver,
      wants: { wakes: [later(48), later(30)] },
    },
    {
      given: "a person said to wait beyond the next rung",
      state: { ...told, waitUntil: later(60) },
      wants: { wakes: [later(60), later(24)] },
    },
    {
      given: "its category is inhibited for a month from the twentieth hour, which may end any day",
      state: told,
      at: later(20),
      settings: inhibited,
      wants: { wakes: [later(768), later(744), later(48), later(24)] },
    },
    {
      given: "that inhibition, with minutes left to the reminder",
      state: told,
      at: later(23.9),
      settings: { inhibitions: [{ ...month, since: later(23.9) }] },
      wants: { wakes: [later(764.1), later(740.1), later(48), later(24.15)] },
    },
    {
      given: "its desk opted out, which may be a mistake",
      state: told,
      settings: { optedOut: [network.email] },
      wants: { wakes: [later(48), later(24)] },
    },
    {
      given: "its desk opted out, and its reporter would be asked first whether it is gone",
      state: told,
      settings: { ...looks, optedOut: [network.email] },
      wants: { wakes: [later(48), later(22)] },
    },
    {
      given: "its desk opted out, and the reminder's moment is over",
      state: told,
      at: later(25),
      settings: { optedOut: [network.email] },
      wants: { wakes: [later(48)] },
    },
    {
      given: "on-call's time has passed, and it is before a person",
      state: beforeAPerson(told, "still-up"),
      at: later(170),
      wants: { wakes: [later(48), later(24)] },
    },
  ],
} satisfies Laws<typeof ladderRules>);
