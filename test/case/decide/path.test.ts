import type { Case } from "../../../functions/case/case.ts";
import { pathRules } from "../../../functions/case/decide/path.ts";
import { aCandidate, anAnswer, morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import {
  asks,
  beforeAPerson,
  checked,
  escalatesTo,
  form,
  found,
  four,
  having,
  idTo,
  type Law,
  type Laws,
  later,
  lawsOf,
  looks,
  looksFirst,
  many,
  network,
  noFacts,
  onWire,
  opened,
  queues,
  records,
  second,
  sent,
  told,
  under,
  upstream,
} from "../../support/laws.ts";

/** An hour after the notice its desk said that its customer has until the sixth hour of the next day. */
const handedOver: Case = having(aNotice("delivered", { passedOn: { at: later(1), until: later(30) } }));

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
  level: 3,
  levelId: "cert",
  levelsBelow: ["host", "upstream", "registrar"],
  contact: anAnswer({ candidates: [network, registrar], name: registeredAt === undefined ? {} : { registeredAt } }),
});
const young = "2026-10-01T00:00:00.000Z";
const old = "2009-03-01T00:00:00.000Z";
const toRegistrar: Law[2] = records(queues(registrar, "escalation", { level: 3 }));

lawsOf(pathRules, {
  "registrar-since": [
    ["its step was passed, and its name is young by today's look-up", beyond(young), toRegistrar],
    ["a person allowed it", { ...beyond(old), cleared: ["registrar"] }, toRegistrar],
    ["its name is old", beyond(old), noFacts],
    ["no answer has a date", beyond(undefined), noFacts],
    ["a person said no", { ...beyond(young), noRegistrar: true }, noFacts],
    [
      "it was told before",
      { ...beyond(young), notices: [sent, aNotice("sent", { id: "2-escalation-x", to: registrar })] },
      noFacts,
    ],
    ["its step is still to come", { ...beyond(young), level: 1, levelId: "upstream", levelsBelow: ["host"] }, noFacts],
  ],
  "registrar-behind-person": [
    [
      "the domain is said to be malicious, and is old",
      { ...beyond(old), domainIsMalicious: true },
      asks(
        told,
        "registrar",
        "The name is registered since 2009-03-01. Its registrar, Reg, at abuse@registrar.example can only stop " +
          "the whole name with everything on it, and was not notified.",
      ),
    ],
    ["it is young", { ...beyond(young), domainIsMalicious: true }],
    ["nobody says so", beyond(old)],
    ["a person is asked", beforeAPerson({ ...beyond(old), domainIsMalicious: true }, "registrar"), noFacts],
    ["a person said no", { ...beyond(old), domainIsMalicious: true, noRegistrar: true }, noFacts],
  ],
  "more-networks": [
    ["the host stands in one network", told],
    [
      "four networks serve the host",
      found({ addresses: four.map(({ serves }) => serves?.[0] ?? ""), candidates: four }),
      asks(opened, "more-networks", "Three networks are told by the machine; not told: abuse@n4.example.", {
        toRead: true,
      }),
    ],
  ],
  "right-holder": [
    [
      "its host is in the United States",
      inTheUnitedStates,
      records({
        type: "returned-to-reporter",
        at: morning,
        lacks: ["signature", "work", "contact", "good-faith", "accuracy-and-authority"],
      }),
    ],
    ["its reporter heard so", { ...inTheUnitedStates, returned: true }],
    ["its host is elsewhere", { ...found({}), category: "copyright" }],
    ["it is no matter of copyright", { ...inTheUnitedStates, category: "brand" }],
  ],
  "first-step": [
    [
      "nobody was told yet",
      found({}),
      {
        record: [
          {
            type: "escalated",
            at: morning,
            level: 0,
            id: "host",
            name: "the host",
            why: "nobody was told yet: the host",
          },
          queues(network),
        ],
        isLast: true,
      },
    ],
    ["the case stands on an escalation level", told],
  ],
  "named-party": [
    ["no desk names anybody", told, noFacts],
    [
      "whom it names the registries name, too",
      disowned("abuse@Carrier.example"),
      records({
        type: "notice-queued",
        at: morning,
        noticeId: idTo(upstream.email).replace("first", "escalation"),
        level: 0,
        step: "escalation",
        to: upstream,
        notBefore: morning,
      }),
    ],
    ["whom it names no registry names", disowned("abuse@elsewhere.example"), noFacts],
    [
      "whom it names the escalation path has no escalation level for",
      disowned(
        "abuse@site.example",
        anAnswer({ candidates: [{ ...second, email: "abuse@site.example", scope: "site" }] }),
      ),
      noFacts,
    ],
  ],
  "stand-in": [
    ["the host's desk is asked", told, noFacts],
    [
      "its mail came back, and another desk is named",
      {
        ...told,
        contact: anAnswer({ candidates: [network, second] }),
        notices: [aNotice("bounced")],
      },
      records(queues(second)),
    ],
  ],
  "after-clearance": [
    [
      "the police cleared it, and the host takes its form only",
      { ...inLine, notices: [], cleared: ["clearance"], contact: anAnswer({ candidates: [], forms: [form] }) },
      asks(inLine, "form-only", "A provider beside those who are told takes reports by its form only.", {
        forms: [form],
      }),
    ],
    ["the police were never asked", told],
  ],
  "left-untried": [
    [
      "four mailboxes of the host's desk are dead, and a fifth is named",
      { ...told, contact: anAnswer({ candidates: [second] }), notices: many(aNotice("bounced"), 4) },
      asks(
        told,
        "no-contact",
        "Mail to 4 mailboxes of this host's desk came back or was unwanted. " +
          "Others are named, and no machine tries them.",
        { blocking: true },
      ),
    ],
    ["three are dead", { ...told, contact: anAnswer({ candidates: [second] }), notices: many(aNotice("bounced"), 3) }],
  ],
  "nobody-on-step": [
    [
      "what was queued was cancelled, and a network stands above",
      { ...told, contact: anAnswer({ candidates: [upstream] }), notices: [aNotice("cancelled")] },
      { record: escalatesTo(upstream, "nobody is left on this escalation level", "first"), isLast: true },
    ],
    ["the host's desk is asked", told],
  ],
  "dead-step": [
    [
      "its only notice came back, and a network stands above",
      {
        ...told,
        contact: anAnswer({ candidates: [network, upstream] }),
        notices: [aNotice("bounced")],
      },
      { record: escalatesTo(upstream, "every notice on this escalation level came back", "escalation"), isLast: true },
    ],
    ["its notice went out", told],
  ],
  "in-line": [
    ["a notice is in line", inLine, { isLast: true }],
    ["the first mail of all is on the wire", having(onWire), { isLast: true }],
    ["it is, and another was cancelled", having(onWire, aNotice("cancelled", { id: "0-first-x" })), { isLast: true }],
    ["it is, and another went out before", having(onWire, aNotice("sent", { id: "0-first-x" }))],
    ["nobody knows whether it went out", having(aNotice("unknown"))],
    ["it was cancelled", having(aNotice("cancelled"))],
    ["it went out", told],
  ],
  "on-call": [
    [
      "the policy's seven days are over, in the urgent lane",
      urgent,
      asks(urgent, "unanswered", "No desk has answered. The 7 days that the policy gives from the report are over.", {
        at: later(168),
        blocking: true,
      }),
      later(168),
    ],
    ["they are not", urgent, undefined, later(167)],
    ["a person said to wait", { ...urgent, waitUntil: later(200) }, undefined, later(168)],
    ["a person is asked already", beforeAPerson(urgent, "still-up"), undefined, later(168)],
    ["the standard lane's escalation path moves by itself", told, undefined, later(168)],
    ["the standard lane's notice is on its way", having(onWire), undefined, later(168)],
    [
      "they are, and a desk of the standard lane disputes it, so that nothing moves",
      disputed,
      asks(
        disputed,
        "unanswered",
        "abuse@network.example answered that it refuses to act; it is not known to be gone. " +
          "The 7 days that the policy gives from the report are over.",
        { at: later(168), blocking: true },
      ),
      later(168),
    ],
  ],
  "check-first": under(
    looks,
    [
      "a reminder is due in two hours, and its reporter has something that looks",
      told,
      records(looksFirst("before-reminder", "before-reminder.0.0", later(24), later(22))),
      later(22),
    ],
    ["it is due later", told, { wakes: [later(22)] }, later(21)],
    ["it is due, and the answer is waited for", checked(told, { until: later(25) }), { isLast: true }, later(24)],
    ["the answer is waited for, and nothing is due yet", checked(told, { until: later(24) }), undefined, later(23)],
    ["its reporter has none", told, undefined, later(24), {}],
  ),
  reminder: [
    ["the desk was silent for a day", told, records(queues(queuedOne.to, "reminder", { at: later(24) })), later(24)],
    ["it was not", told, noFacts, later(23)],
    ["its customer's time is not over", handedOver, noFacts, later(29)],
    [
      "its customer's time is over",
      handedOver,
      records(queues(queuedOne.to, "reminder", { at: later(30) })),
      later(30),
    ],
    ["it says that it has acted", { ...told, quiet: true }, undefined, later(24)],
  ],
  "silent-step": [
    [
      "the escalation level was silent for two days, and a network stands above",
      { ...told, contact: anAnswer({ candidates: [network, upstream] }) },
      { record: escalatesTo(upstream, "no answer", "escalation", later(48)), isLast: true },
      later(48),
    ],
    [
      "a person is asked already, and a colleague has written to its desk since",
      {
        ...beforeAPerson(told, "still-up"),
        notices: [sent, aNotice("sent", { id: "0-letter-x", step: "letter", sentAt: later(30) })],
      },
      { hints: [], wakes: [later(54)], isLast: true },
      later(48),
    ],
    ["it was silent for less", told, undefined, later(47)],
    ["a person said to wait", { ...told, waitUntil: later(60) }, undefined, later(48)],
    ["its desk says that it has acted", { ...told, quiet: true }, undefined, later(48)],
  ],
  "form-in-place-of-api": [
    [
      "others are told, and its API did not take the report",
      apiFailed,
      asks(
        apiFailed,
        "form-only",
        "A provider beside those who are told takes reports by its form only. " +
          "Its API was tried: GoDaddy answered HTTP 401: we are not let in.",
        { forms: [godaddysForm] },
      ),
      morning,
      { channels: { godaddy: {} } },
    ],
    ["a person has filled in the form", { ...apiFailed, cleared: ["form-only"] }],
    ["no API was tried", told, noFacts],
  ],
  patience: [
    ["the host's desk was told just now", told, { wakes: [later(48), later(24)] }],
    ["its desk says that it has acted", { ...told, quiet: true }, { wakes: [later(168)] }],
    ["its customer has a day and a quarter", handedOver, { wakes: [later(48), later(30)] }],
    [
      "a person said to wait beyond the next escalation level",
      { ...told, waitUntil: later(60) },
      { wakes: [later(60), later(24)] },
    ],
    [
      "its category is inhibited for a month from the twentieth hour, which may end any day",
      told,
      { wakes: [later(768), later(744), later(48), later(24)] },
      later(20),
      inhibited,
    ],
    [
      "that inhibition, with minutes left to the reminder",
      told,
      { wakes: [later(764.1), later(740.1), later(48), later(24.15)] },
      later(23.9),
      { inhibitions: [{ ...month, since: later(23.9) }] },
    ],
    [
      "its desk opted out, which may be a mistake",
      told,
      { wakes: [later(48), later(24)] },
      morning,
      { optedOut: [network.email] },
    ],
    [
      "its desk opted out, and its reporter would be asked first whether it is gone",
      told,
      { wakes: [later(48), later(22)] },
      morning,
      { ...looks, optedOut: [network.email] },
    ],
    [
      "its desk opted out, and the reminder's moment is over",
      told,
      { wakes: [later(48)] },
      later(25),
      { optedOut: [network.email] },
    ],
    [
      "on-call's time has passed, and it is before a person",
      beforeAPerson(told, "still-up"),
      { wakes: [later(48), later(24)] },
      later(170),
    ],
  ],
} satisfies Laws<typeof pathRules>);
