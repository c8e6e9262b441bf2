import type { Case } from "../../../functions/case/case.ts";
import { endRules } from "../../../functions/case/decide/escalate.ts";
import { aCandidate, anAnswer, morning } from "../../support/a-case.ts";
import {
  asks,
  beforeAPerson,
  checked,
  closes,
  form,
  found,
  type Laws,
  later,
  lawsOf,
  looks,
  looksFirst,
  network,
  noFacts,
  ofHost,
  opened,
  records,
  told,
  under,
} from "../../support/laws.ts";

const inTheUnitedStates: Case = {
  ...found({ candidates: [aCandidate({ country: "US" })], country: "US" }),
  category: "copyright",
};

const held = (answer: Parameters<typeof found>[0]) =>
  found({ candidates: [], addresses: [], outOfDns: "client hold", heldSince: morning, ...answer });

const neighbours = { of: ["AS64500"], systems: ["AS64510", "AS64511"] };
const nobodyAbove = (state: Case): Case => ({ ...state, contact: anAnswer({ neighbours }) });
const registrar = aCandidate({ email: "abuse@registrar.example", name: "Reg", scope: "registrar" });
const undated = anAnswer({ candidates: [network, registrar], name: {} });
const apex = ofHost("bad.example");
const noSuchName = { source: "dns", server: "host", outcome: "none", detail: "No such name." } as const;
const ofApex: Case = { ...told, target: apex.target, contact: undated };
const undatedReason =
  "The answers that we have carry no date of the name's registration. Its registrar, Reg, at " +
  "abuse@registrar.example can only stop the whole name with everything on it, and was not notified.";

const rulesOfTheEnd = endRules("no answer");
lawsOf(rulesOfTheEnd, {
  "wait-of-a-person": [
    ["a person said to wait", { ...told, waitUntil: later(60) }, { wakes: [later(60)], isLast: true }],
    ["nobody did", told],
  ],
  "before-a-person": [
    ["a person weighs that it is still up", beforeAPerson(told, "still-up"), { isLast: true }],
    ["nobody was told, so whom to write to is another matter", beforeAPerson(opened, "still-up")],
  ],
  "registrar-at-last": [
    ["no answer has its date, and the host was told", ofApex, asks(told, "registrar", undatedReason)],
    [
      "the only date is later than the report",
      {
        ...told,
        target: apex.target,
        contact: { ...undated, name: { registeredAt: "2026-12-20T00:00:00.000Z" } },
      },
      asks(
        told,
        "registrar",
        undatedReason.replace(
          "The answers that we have carry no date of the name's registration.",
          "The name is registered since 2026-12-20, after the report, which is no date of the name that was reported.",
        ),
      ),
    ],
    [
      "no answer has its date, and nobody can be told but the registrar",
      { ...apex, contact: { ...undated, candidates: [registrar] } },
    ],
    ["it is an old name", { ...ofApex, contact: { ...undated, name: { registeredAt: "2009-03-01T00:00:00.000Z" } } }],
    ["a person said no", { ...ofApex, noRegistrar: true }, noFacts],
    [
      "a person is asked, and nothing else until it has escalation level",
      beforeAPerson(ofApex, "registrar"),
      { wakes: [later(21)], isLast: true },
    ],
    ["it has escalation level", beforeAPerson(ofApex, "registrar"), noFacts, later(21)],
    [
      "a person is asked in the urgent lane, where each question rings at once",
      { ...beforeAPerson(ofApex, "registrar"), lane: "urgent" },
      noFacts,
    ],
    ["one host below an honest name is reported", { ...told, contact: undated }, noFacts],
  ],
  "no-further-step": [
    [
      "somebody was told",
      told,
      {
        record: [
          ...(asks(told, "unanswered", "No escalation level is left: no answer.").record ?? []),
          { type: "reminded-slowly", at: morning, nth: 0, waitUntil: later(168) },
        ],
        isLast: true,
      },
    ],
    [
      "somebody was told, in the urgent lane",
      { ...told, lane: "urgent" },
      {
        ...asks({ ...told, lane: "urgent" }, "unanswered", "No escalation level is left: no answer.", {
          blocking: true,
        }),
        isLast: true,
      },
    ],
    [
      "somebody was told in a network that announces itself, and nobody above it is known",
      nobodyAbove({ ...told, lane: "urgent" }),
      {
        ...asks(
          { ...told, lane: "urgent" },
          "unanswered",
          "No escalation level is left: no answer. Neighbours of AS64500 by BGP: AS64510, AS64511.",
          { blocking: true },
        ),
        isLast: true,
      },
    ],
    [
      "its desks were reminded as often as the policy says, and nobody has answered yet",
      beforeAPerson({ ...told, slowReminders: 2 }, "unanswered"),
      { record: [], isLast: true },
    ],
    ["nobody was", opened],
  ],
  "returned-to-reporter": [
    [
      "its host is in the United States, and its reporter has heard what a notice there takes",
      { ...inTheUnitedStates, returned: true },
      records(closes("returned-to-reporter", "only the right holder can notify whoever could be told")),
    ],
    ["nothing was returned", inTheUnitedStates],
  ],
  "form-filled-in": [
    [
      "a person filled in the form",
      { ...found({ candidates: [], forms: [form] }), cleared: ["form-only"] },
      {
        record: [
          ...(asks(opened, "unanswered", "The provider's form was filled in by a person; nothing more is known.")
            .record ?? []),
          { type: "reminded-slowly", at: morning, nth: 0, waitUntil: later(168) },
        ],
        isLast: true,
      },
    ],
    ["nobody did yet", found({ candidates: [], forms: [form] })],
  ],
  "form-only": [
    [
      "there is a form, and no mailbox",
      found({ candidates: [], forms: [form] }),
      asks(opened, "form-only", "This provider takes reports by its form only.", { blocking: true, forms: [form] }),
    ],
    ["there is none", found({ candidates: [] }), noFacts],
  ],
  "contact-may-be-suspect": [
    [
      "the only contact is under the reported name",
      found({ candidates: [aCandidate({ email: "abuse@bad.example" })] }),
      asks(
        opened,
        "contact-may-be-suspect",
        "The only contact is under the reported domain itself, or is its holder's; " +
          "writing to it may warn the offender.",
        { blocking: true },
      ),
    ],
    ["no contact is", found({ candidates: [] })],
  ],
  "check-out-of-dns": under(
    looks,
    [
      "its reporter has something that looks",
      found({ candidates: [], outOfDns: "client hold" }),
      records(looksFirst("out-of-dns", "out-of-dns.0", later(2))),
    ],
    [
      "it has not answered yet",
      checked(found({ candidates: [], outOfDns: "client hold" }), { why: "out-of-dns" }),
      { isLast: true },
    ],
    ["it has none", found({ candidates: [], outOfDns: "client hold" }), undefined, morning, {}],
    ["the name stands", found({ candidates: [] })],
  ),
  "held-by-registry": [
    [
      "its registry holds the name since the look-up before",
      held({ askedAt: later(24) }),
      records(closes("gone", "its registry has the name out of DNS (client hold), found twice, a day apart")),
    ],
    ["it was looked up once", held({}), { wakes: [later(24)], isLast: true }],
    ["somebody saw it since", { ...held({ askedAt: later(24) }), lastSeenAt: later(1) }],
    ["the case is urgent", { ...held({ askedAt: later(24) }), lane: "urgent" }],
    ["a registrar says so, and not the registry", found({ candidates: [], outOfDns: "client hold" })],
    ["somebody can be told all the same", held({ candidates: [aCandidate()] })],
  ],
  "name-gone": [
    [
      "the registry took the name out of DNS",
      found({ candidates: [], outOfDns: "client hold" }),
      asks(
        opened,
        "name-gone",
        "The registry has taken the name out of DNS (client hold); what was reported may be gone.",
        { blocking: true },
      ),
    ],
    [
      "it does not resolve, and its registrar could stop it",
      { ...apex, contact: { ...undated, candidates: [registrar], addresses: [], failures: [noSuchName] } },
      asks(opened, "name-gone", `The name does not resolve; what was reported may be gone. ${undatedReason}`, {
        blocking: true,
      }),
    ],
    ["the name stands", found({ candidates: [] })],
  ],
  "no-contact": [
    [
      "no source names anybody",
      found({ candidates: [] }),
      asks(opened, "no-contact", "No source names a contact for this host.", { blocking: true }),
    ],
    [
      "nobody can be told but the registrar of an old name",
      {
        ...apex,
        contact: { ...undated, candidates: [registrar], name: { registeredAt: "2009-03-01T00:00:00.000Z" } },
      },
      asks(
        opened,
        "no-contact",
        "1 contact was found, none of which may be written to. The name is registered since 2009-03-01. Its " +
          "registrar, Reg, at abuse@registrar.example can only stop the whole name with everything on it, and was " +
          "not notified.",
        { blocking: true },
      ),
    ],
  ],
} satisfies Laws<typeof rulesOfTheEnd>);
