import type { Case } from "../../../functions/case/case.ts";
import { endRules } from "../../../functions/case/decide/climb.ts";
import { aCandidate, anAnswer, morning } from "../../support/a-case.ts";
import {
  asks,
  beforeAPerson,
  checked,
  form,
  found,
  type Laws,
  later,
  lawsOf,
  looks,
  network,
  ofHost,
  opened,
  told,
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
    {
      given: "a person said to wait",
      state: { ...told, waitUntil: later(60) },
      wants: { wakes: [later(60)], isLast: true },
    },
    { given: "nobody did", state: told, wants: undefined },
  ],
  "before-a-person": [
    { given: "a person weighs that it is still up", state: beforeAPerson(told, "still-up"), wants: { isLast: true } },
    {
      given: "nobody was told, so whom to write to is another matter",
      state: beforeAPerson(opened, "still-up"),
      wants: undefined,
    },
  ],
  "registrar-at-last": [
    {
      given: "no answer has its date, and the host was told",
      state: ofApex,
      wants: asks(told, morning, { question: "registrar", blocking: false, reason: undatedReason }),
    },
    {
      given: "the only date is later than the report",
      state: {
        ...told,
        target: apex.target,
        contact: { ...undated, name: { registeredAt: "2026-12-20T00:00:00.000Z" } },
      },
      wants: asks(told, morning, {
        question: "registrar",
        blocking: false,
        reason: undatedReason.replace(
          "The answers that we have carry no date of the name's registration.",
          "The name is registered since 2026-12-20, after the report, which is no date of the name that was reported.",
        ),
      }),
    },
    {
      given: "no answer has its date, and nobody can be told but the registrar",
      state: { ...apex, contact: { ...undated, candidates: [registrar] } },
      wants: undefined,
    },
    {
      given: "it is an old name",
      state: { ...ofApex, contact: { ...undated, name: { registeredAt: "2009-03-01T00:00:00.000Z" } } },
      wants: undefined,
    },
    { given: "a person said no", state: { ...ofApex, noRegistrar: true }, wants: { record: [] } },
    {
      given: "a person is asked, and nothing else until it has rung",
      state: beforeAPerson(ofApex, "registrar"),
      wants: { wakes: [later(21)], isLast: true },
    },
    {
      given: "it has rung",
      state: beforeAPerson(ofApex, "registrar"),
      at: later(21),
      wants: { record: [] },
    },
    {
      given: "a person is asked in the urgent lane, where each question rings at once",
      state: { ...beforeAPerson(ofApex, "registrar"), lane: "urgent" },
      wants: { record: [] },
    },
    { given: "one host below an honest name is reported", state: { ...told, contact: undated }, wants: { record: [] } },
  ],
  "no-further-rung": [
    {
      given: "somebody was told",
      state: told,
      wants: {
        record: [
          ...(asks(told, morning, {
            question: "unanswered",
            blocking: false,
            reason: "The ladder has no further rung: no answer.",
          }).record ?? []),
          { type: "reminded-slowly", at: morning, nth: 0, waitUntil: later(168) },
        ],
        isLast: true,
      },
    },
    {
      given: "somebody was told, in the urgent lane",
      state: { ...told, lane: "urgent" },
      wants: {
        ...asks({ ...told, lane: "urgent" }, morning, {
          question: "unanswered",
          blocking: true,
          reason: "The ladder has no further rung: no answer.",
        }),
        isLast: true,
      },
    },
    {
      given: "somebody was told in a network that announces itself, and nobody above it is known",
      state: nobodyAbove({ ...told, lane: "urgent" }),
      wants: {
        ...asks({ ...told, lane: "urgent" }, morning, {
          question: "unanswered",
          blocking: true,
          reason: "The ladder has no further rung: no answer. Neighbours of AS64500 by BGP: AS64510, AS64511.",
        }),
        isLast: true,
      },
    },
    {
      given: "its desks were reminded as often as the policy says, and nobody has answered yet",
      state: beforeAPerson({ ...told, slowReminders: 2 }, "unanswered"),
      wants: { record: [], isLast: true },
    },
    { given: "nobody was", state: opened, wants: undefined },
  ],
  "returned-to-reporter": [
    {
      given: "its host is in the United States, and its reporter has heard what a notice there takes",
      state: { ...inTheUnitedStates, returned: true },
      wants: {
        record: [
          {
            type: "closed",
            at: morning,
            outcome: "returned-to-reporter",
            why: "only the right holder can notify whoever could be told",
          },
        ],
      },
    },
    { given: "nothing was returned", state: inTheUnitedStates, wants: undefined },
  ],
  "form-filled-in": [
    {
      given: "a person filled in the form",
      state: { ...found({ candidates: [], forms: [form] }), cleared: ["form-only"] },
      wants: {
        record: [
          ...(asks(opened, morning, {
            question: "unanswered",
            blocking: false,
            reason: "The provider's form was filled in by a person; nothing more is known.",
          }).record ?? []),
          { type: "reminded-slowly", at: morning, nth: 0, waitUntil: later(168) },
        ],
        isLast: true,
      },
    },
    { given: "nobody did yet", state: found({ candidates: [], forms: [form] }), wants: undefined },
  ],
  "form-only": [
    {
      given: "there is a form, and no mailbox",
      state: found({ candidates: [], forms: [form] }),
      wants: asks(opened, morning, {
        question: "form-only",
        blocking: true,
        reason: "This provider takes reports by its form only.",
        forms: [form],
      }),
    },
    { given: "there is none", state: found({ candidates: [] }), wants: { record: [] } },
  ],
  "contact-may-be-suspect": [
    {
      given: "the only contact is under the reported name",
      state: found({ candidates: [aCandidate({ email: "abuse@bad.example" })] }),
      wants: asks(opened, morning, {
        question: "contact-may-be-suspect",
        blocking: true,
        reason:
          "The only contact is under the reported domain itself, or is its holder's; " +
          "writing to it may warn the offender.",
      }),
    },
    { given: "no contact is", state: found({ candidates: [] }), wants: undefined },
  ],
  "check-out-of-dns": [
    {
      given: "its reporter has something that looks",
      state: found({ candidates: [], outOfDns: "client hold" }),
      settings: looks,
      wants: {
        record: [
          {
            type: "check-wanted",
            at: morning,
            why: "out-of-dns",
            cause: "out-of-dns.0",
            reporters: ["hotline"],
            until: later(2),
          },
        ],
      },
    },
    {
      given: "it has not answered yet",
      state: checked(found({ candidates: [], outOfDns: "client hold" }), { why: "out-of-dns" }),
      settings: looks,
      wants: { isLast: true },
    },
    { given: "it has none", state: found({ candidates: [], outOfDns: "client hold" }), wants: undefined },
    { given: "the name stands", state: found({ candidates: [] }), settings: looks, wants: undefined },
  ],
  "held-by-registry": [
    {
      given: "its registry holds the name since the look-up before",
      state: held({ askedAt: later(24) }),
      wants: {
        record: [
          {
            type: "closed",
            at: morning,
            outcome: "gone",
            why: "its registry has the name out of DNS (client hold), found twice, a day apart",
          },
        ],
      },
    },
    { given: "it was looked up once", state: held({}), wants: { wakes: [later(24)], isLast: true } },
    {
      given: "somebody saw it since",
      state: { ...held({ askedAt: later(24) }), lastSeenAt: later(1) },
      wants: undefined,
    },
    {
      given: "the case is urgent",
      state: { ...held({ askedAt: later(24) }), lane: "urgent" },
      wants: undefined,
    },
    {
      given: "a registrar says so, and not the registry",
      state: found({ candidates: [], outOfDns: "client hold" }),
      wants: undefined,
    },
    { given: "somebody can be told all the same", state: held({ candidates: [aCandidate()] }), wants: undefined },
  ],
  "name-gone": [
    {
      given: "the registry took the name out of DNS",
      state: found({ candidates: [], outOfDns: "client hold" }),
      wants: asks(opened, morning, {
        question: "name-gone",
        blocking: true,
        reason: "The registry has taken the name out of DNS (client hold); what was reported may be gone.",
      }),
    },
    {
      given: "it does not resolve, and its registrar could stop it",
      state: { ...apex, contact: { ...undated, candidates: [registrar], addresses: [], failures: [noSuchName] } },
      wants: asks(opened, morning, {
        question: "name-gone",
        blocking: true,
        reason: `The name does not resolve; what was reported may be gone. ${undatedReason}`,
      }),
    },
    { given: "the name stands", state: found({ candidates: [] }), wants: undefined },
  ],
  "no-contact": [
    {
      given: "no source names anybody",
      state: found({ candidates: [] }),
      wants: asks(opened, morning, {
        question: "no-contact",
        blocking: true,
        reason: "No source names a contact for this host.",
      }),
    },
    {
      given: "nobody can be told but the registrar of an old name",
      state: {
        ...apex,
        contact: { ...undated, candidates: [registrar], name: { registeredAt: "2009-03-01T00:00:00.000Z" } },
      },
      wants: asks(opened, morning, {
        question: "no-contact",
        blocking: true,
        reason:
          "1 contact was found, none of which may be written to. The name is registered since 2009-03-01. Its " +
          "registrar, Reg, at abuse@registrar.example can only stop the whole name with everything on it, and was " +
          "not notified.",
      }),
    },
  ],
} satisfies Laws<typeof rulesOfTheEnd>);
