import { expect } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { targetRules } from "../../../functions/case/decide/target.ts";
import type { Verdict } from "../../../functions/case/event.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import type { Step } from "../../../functions/case/step.ts";
import { plusMinutes } from "../../../functions/kernel/instant.ts";
import { settingsSchema } from "../../../functions/kernel/settings.ts";
import { aCandidate, anAnswer, morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import {
  asks,
  beforeAPerson,
  cancels,
  checked,
  found,
  held,
  heldAsked,
  inWindow,
  type Laws,
  later,
  lawsOf,
  looks,
  many,
  nowhere,
  onWire,
  opened,
  protectedAsked,
  type Settings,
  saidGone,
  sent,
  takenBack,
  told,
} from "../../support/laws.ts";

const two: Case = { ...told, reporters: ["hotline", "cert"] };
/** The other of two says that it is gone, and the one who looks was asked. */
const otherSaysGone = (until?: string): Case => {
  const why = "another-says-gone";
  const checks = { causes: [`${why}.${later(1)}`], lastAskedAt: later(1) };
  const open = { why, askedAt: later(1), until, reporters: ["hotline"] } as const;
  return {
    ...two,
    lastSaid: { cert: { gone: later(1) } },
    goneHeardAt: later(1),
    checks: { ...checks, ...(until && { open: { ...open, until } }) },
  };
};

const tomorrow = "2026-11-25T07:00:00.000Z";
const asksForForm = beforeAPerson(told, "form-only");
const listed: Case = { ...asksForForm, reviews: asksForForm.reviews.map((one) => ({ ...one, announced: false })) };
const waitsForTomorrow = { ...queuedOne, notBefore: tomorrow };
const offSince: Case = {
  ...inLine,
  category: "brand",
  contact: anAnswer({ country: "NL" }),
  notices: [waitsForTomorrow],
};
const off: Settings = {
  countries: settingsSchema.shape.countries.parse([{ country: "NL", holidays: ["2026-11-25"] }]),
};
const inhibited = {
  inhibitions: [{ about: { category: "phishing" }, since: morning, until: later(5), planned: later(5) }],
};
const byEntry = found({ candidates: [aCandidate({ source: "directory" })] });
const entryEnded = { endedDesks: new Map([[aCandidate().email, later(1)]]) };

const byApi = aCandidate({ email: "godaddy@api.invalid", channel: "godaddy", scope: "platform" });
const tookIt = aNotice("sent", { to: byApi, ticket: "DCU-1" });
const withApi: Settings = { channels: { godaddy: {}, ngrok: {} } };

const machines = {
  step: "letter",
  letter: { about: "0-first-1", asked: ["time"] },
  problem: "a hold stands",
} as const;

const out = (step: Step, hours: number, to = aCandidate()) =>
  aNotice("sent", { id: `0-${step}-${hours}`, step, to, sentAt: later(hours) });
const afterTwo = (...notices: readonly Notice[]): Case => ({ ...inLine, notices: [...notices, queuedOne] });

const oneMinuteLater = plusMinutes(morning, 1);
/** Somebody has decided about its silence, and it can be taken back. */
const decided = (verdict: Verdict, state: Case = told): Case => {
  const asked = beforeAPerson(state, "unanswered", true);
  const given = { verdict, by: "jane", why: "seen", at: morning, takesEffectAt: oneMinuteLater };
  return { ...asked, reviews: asked.reviews.map((review) => ({ ...review, given })) };
};
const cleared = decided({ decision: "clear" });

lawsOf(targetRules, {
  "given-verdict": [
    {
      given: "somebody has just decided",
      state: decided({ decision: "close", outcome: "decided" }),
      wants: { wakes: [oneMinuteLater] },
    },
    {
      given: "its minute is over",
      state: decided({ decision: "close", outcome: "decided" }),
      at: oneMinuteLater,
      wants: {
        record: [
          {
            type: "answered",
            at: oneMinuteLater,
            reviewId: "unanswered.1",
            verdict: { decision: "close", outcome: "decided" },
            by: "jane",
            why: "seen",
            waitUntil: plusMinutes(later(48), 1),
            givenAt: morning,
          },
          { type: "closed", at: oneMinuteLater, outcome: "decided", why: "jane: seen", wordAt: morning },
        ],
      },
    },
    {
      given: "it can't be followed any more",
      state: decided({ decision: "send-to", email: sent.to.email }),
      at: oneMinuteLater,
      wants: {
        record: [
          {
            type: "verdict-dropped",
            at: oneMinuteLater,
            reviewId: "unanswered.1",
            why: "This mailbox had a notice about this case already; it is in the list of notices.",
          },
        ],
      },
    },
    {
      given: "whoever cleared it has come to stand for a reporter",
      state: { ...cleared, enteredBy: ["jane"] },
      at: oneMinuteLater,
      wants: {
        record: [
          {
            type: "verdict-dropped",
            at: oneMinuteLater,
            reviewId: "unanswered.1",
            why: "Whoever said yes has come to stand for a reporter of this case; somebody else has to clear it.",
          },
        ],
      },
    },
    { given: "nobody has decided", state: beforeAPerson(told, "unanswered", true), wants: { wakes: [] } },
  ],
  "channel-status": [
    {
      given: "its API took the report just now",
      state: { ...told, notices: [tookIt] },
      settings: withApi,
      wants: { wakes: [later(1)] },
    },
    {
      given: "an hour has passed",
      state: { ...told, notices: [tookIt] },
      settings: withApi,
      at: later(1),
      wants: { hints: ["tell-channel"], wakes: [plusMinutes(later(1), 5)] },
    },
    {
      given: "it was asked after an hour, and then after six",
      state: { ...told, notices: [{ ...tookIt, asked: { at: later(1) } }] },
      settings: withApi,
      at: later(2),
      wants: { wakes: [later(6)] },
    },
    {
      given: "it was asked a day ago, after the first six hours",
      state: { ...told, notices: [{ ...tookIt, asked: { at: later(6) } }] },
      settings: withApi,
      at: later(7),
      wants: { wakes: [later(30)] },
    },
    {
      given: "its provider has said its last word",
      state: { ...told, notices: [{ ...tookIt, asked: { at: later(1), isOver: true } }] },
      settings: withApi,
      at: later(30),
      wants: undefined,
    },
    {
      given: "it was asked each day for a month",
      state: { ...told, notices: [{ ...tookIt, asked: { at: later(710) } }] },
      settings: withApi,
      at: later(711),
      wants: undefined,
    },
    { given: "its API is off", state: { ...told, notices: [tookIt] }, at: later(1), wants: undefined },
    {
      given: "its answer was lost, and its API lists what it was told",
      state: { ...told, notices: [{ ...onWire, to: byApi }] },
      settings: withApi,
      wants: { wakes: [plusMinutes(morning, 5)] },
    },
    {
      given: "its answer was lost, and its API lists nothing",
      state: { ...told, notices: [{ ...onWire, to: { ...byApi, channel: "ngrok" } }] },
      settings: withApi,
      wants: undefined,
    },
    { given: "it is a mail", state: told, settings: withApi, at: later(1), wants: undefined },
  ],
  "unsettled-send": [
    {
      given: "a mail was just handed to SES",
      state: { ...told, notices: [onWire] },
      wants: { record: [], wakes: [plusMinutes(morning, 15)] },
    },
    {
      given: "nobody knows for a quarter of an hour what became of it",
      state: { ...told, notices: [onWire] },
      at: plusMinutes(morning, 15),
      wants: {
        record: [{ type: "send-unknown", at: plusMinutes(morning, 15), noticeId: onWire.id }],
        wakes: [plusMinutes(morning, 15)],
      },
    },
    {
      given: "it is in a mail about several cases, whose record knows",
      state: { ...told, notices: [aNotice("on-wire", { mail: { id: "TM-1" } })] },
      at: later(1),
      wants: { record: [], hints: ["send-notice"], wakes: [plusMinutes(morning, 82.5)] },
    },
  ],
  "ended-hold": [
    {
      given: "all holds are over",
      state: held(told, later(2)),
      at: later(2),
      wants: { record: [{ type: "released", at: later(2), by: "the clock", why: "the hold was until now" }] },
    },
    { given: "a hold stands", state: held(told, later(2)), at: later(1), wants: { record: [] } },
    { given: "a hold has no end", state: held(told), at: later(100), wants: { record: [] } },
  ],
  "needless-notice": [
    {
      given: "the latest look-up names another desk",
      state: { ...inLine, contact: anAnswer({ candidates: [aCandidate({ email: "abuse@other.example" })] }) },
      wants: cancels(morning, "the latest look-up names another desk", queuedOne),
    },
    { given: "the notice is as wanted as before", state: inLine, wants: { record: [] } },
    {
      given: "it went out, and the look-up names another desk",
      state: { ...told, contact: anAnswer({ candidates: [] }) },
      wants: { record: [] },
    },
  ],
  "unanswered-desk": [
    {
      given: "the machine's answer was cancelled",
      state: { ...told, notices: [...told.notices, aNotice("cancelled", machines)] },
      wants: {
        record: [
          expect.objectContaining({
            question: "reply",
            toRead: true,
            blocking: false,
            reason: "The desk asked something, and the machine's answer did not go out: a hold stands.",
            noticeId: "0-first-1",
          }),
        ],
      },
    },
    {
      given: "a person was asked in its place",
      state: {
        ...told,
        notices: [...told.notices, aNotice("cancelled", { ...machines, letter: { ...machines.letter, left: true } })],
      },
      wants: { record: [] },
    },
    {
      given: "a person's own letter was cancelled",
      state: {
        ...told,
        notices: [...told.notices, aNotice("cancelled", { ...machines, letter: { about: "0-first-1", by: "jane" } })],
      },
      wants: { record: [] },
    },
    {
      given: "it belongs to what was removed since",
      state: { ...told, notices: [...told.notices, aNotice("cancelled", { ...machines, ended: true })] },
      wants: { record: [] },
    },
    { given: "nothing was cancelled", state: told, wants: { record: [] } },
  ],
  "day-off-since": [
    {
      given: "the day on which it was to go out is off there by now",
      state: offSince,
      settings: off,
      wants: {
        record: [
          {
            type: "notice-requeued",
            at: morning,
            noticeId: queuedOne.id,
            notBefore: "2026-11-26T07:00:00.000Z",
            why: "its desk is off at that time by what the settings say since",
          },
        ],
      },
    },
    {
      given: "its window ends on a day that is off by now",
      state: { ...offSince, notices: [{ ...waitsForTomorrow, window: tomorrow }] },
      settings: { ...off, digests: true },
      wants: {
        record: [
          {
            type: "notice-requeued",
            at: morning,
            noticeId: queuedOne.id,
            notBefore: "2026-11-26T07:00:00.000Z",
            window: "2026-11-26T07:00:00.000Z",
            why: "its desk is off at that time by what the settings say since",
          },
        ],
      },
    },
    { given: "the day is a working day", state: offSince, wants: { record: [] } },
    {
      given: "a person said that it may go then",
      state: { ...offSince, notices: [{ ...waitsForTomorrow, approved: true }] },
      settings: off,
      wants: { record: [] },
    },
    {
      given: "it was put off once already",
      state: { ...offSince, notices: [{ ...waitsForTomorrow, dueAt: morning }] },
      settings: off,
      wants: { record: [] },
    },
    {
      given: "it went out",
      state: { ...offSince, notices: [aNotice("sent", { notBefore: tomorrow })] },
      settings: off,
      wants: { record: [] },
    },
    { given: "the case is urgent", state: { ...offSince, lane: "urgent" }, settings: off, wants: { record: [] } },
    {
      given: "its category keeps no hours",
      state: { ...offSince, category: "fraud" },
      settings: off,
      wants: { record: [] },
    },
  ],
  "inhibited-notice": [
    {
      given: "a person has nothing sent in its category for five hours",
      state: inLine,
      settings: inhibited,
      wants: {
        record: [
          {
            type: "notice-requeued",
            at: morning,
            noticeId: queuedOne.id,
            notBefore: later(5),
            why: `a person had nothing sent there until ${later(5).slice(0, 16)}Z`,
          },
        ],
        wakes: [plusMinutes(morning, 15)],
      },
    },
    {
      given: "it waits for that end already",
      state: { ...inLine, notices: [{ ...queuedOne, notBefore: later(5) }] },
      settings: inhibited,
      wants: { record: [], wakes: [plusMinutes(morning, 15)] },
    },
    { given: "its notice is out", state: told, settings: inhibited, wants: { record: [], wakes: [] } },
    { given: "nothing is kept back", state: inLine, wants: { record: [], wakes: [] } },
  ],
  "often-mailed": [
    {
      given: "its desk had two mails about the case within the day",
      state: afterTwo(out("first", -4), out("withdrawal", -2)),
      wants: {
        record: [
          {
            type: "notice-requeued",
            at: morning,
            noticeId: queuedOne.id,
            notBefore: later(20),
            why: "its desk had 2 mails about this case within 24 hours",
          },
        ],
      },
    },
    {
      given: "the first of the two went out a day ago",
      state: afterTwo(out("first", -24), out("withdrawal", -2)),
      wants: { record: [] },
    },
    {
      given: "one of the two was a person's",
      state: afterTwo(out("first", -4), out("letter", -2)),
      wants: { record: [] },
    },
    {
      given: "one of the two was another desk's",
      state: afterTwo(out("first", -4), out("first", -2, aCandidate({ email: "abuse@other.example" }))),
      wants: { record: [] },
    },
    {
      given: "what is in line is a reminder, as often as the policy has it",
      state: {
        ...inLine,
        notices: [out("first", -4), out("withdrawal", -2), { ...queuedOne, step: "reminder" }],
      },
      wants: { record: [] },
    },
    {
      given: "what is in line says that it is back where the desk removed it",
      state: {
        ...inLine,
        notices: [out("first", -4), out("withdrawal", -2), { ...queuedOne, step: "returned" }],
      },
      wants: { record: [] },
    },
  ],
  withdrawn: [
    { given: "a report stands", state: told, wants: undefined },
    {
      given: "nobody was told, and nobody stands by it",
      state: takenBack(opened),
      wants: {
        record: [{ type: "closed", at: morning, outcome: "withdrawn", why: "every reporter took the report back" }],
        isLast: true,
      },
    },
  ],
  gates: [
    {
      given: "two things stand in the way",
      state: held({ ...opened, target: { kind: "host", host: "parliament.example" } }),
      wants: { record: [...protectedAsked(held(opened)), ...heldAsked(held(opened))] },
    },
    { given: "nothing stands in the way", state: told, wants: { record: [] } },
  ],
  live: [
    {
      given: "it happens now, and the host was looked up",
      state: { ...told, live: true },
      wants: asks(told, morning, {
        question: "live",
        blocking: false,
        reason: "Reported as happening now; a call may be faster than a mail.",
      }),
    },
    { given: "the look-up may still name a form", state: { ...opened, live: true }, wants: undefined },
    {
      given: "the look-up has had its minute",
      state: { ...opened, live: true },
      at: plusMinutes(morning, 1),
      wants: asks(opened, plusMinutes(morning, 1), {
        question: "live",
        blocking: false,
        reason: "Reported as happening now; a call may be faster than a mail.",
      }),
    },
    { given: "a person knows it already", state: beforeAPerson({ ...told, live: true }, "live"), wants: undefined },
  ],
  standstill: [
    { given: "a hold stands", state: held(told, later(2)), wants: { wakes: [later(2)], isLast: true } },
    {
      given: "a question blocks",
      state: beforeAPerson(told, "protected-target", true),
      wants: { wakes: [undefined], isLast: true },
    },
    {
      given: "the police are asked, which keeps the host's side alone",
      state: beforeAPerson(told, "clearance", true),
      wants: undefined,
    },
    {
      given: "a person is asked whether the name is gone",
      state: beforeAPerson(found({ candidates: [], goneSince: morning }), "name-gone", true),
      wants: { wakes: [undefined, later(1)], isLast: true },
    },
  ],
  "doubted-name": [
    {
      given: "DNS has just said that there is no such name",
      state: found({ goneSince: morning }),
      wants: { wakes: [later(1)], isLast: true },
    },
    {
      given: "an hour has passed since",
      state: found({ goneSince: morning }),
      at: later(1),
      wants: { hints: ["find-contact"], wakes: [plusMinutes(later(1), 5)], isLast: true },
    },
    { given: "DNS knows the name", state: told, wants: undefined },
  ],
  "first-look-up": [
    {
      given: "nobody was looked up yet",
      state: opened,
      wants: { hints: ["find-contact"], wakes: [plusMinutes(morning, 5), later(12)], isLast: true },
    },
    {
      given: "no look-up has answered for twelve hours",
      state: opened,
      at: later(12),
      wants: { record: [expect.objectContaining({ question: "no-contact", blocking: false })] },
    },
    {
      given: "a person wants a fresh look-up an hour later",
      state: { ...told, lookAgain: later(1) },
      at: later(1),
      wants: { hints: ["find-contact"], wakes: [plusMinutes(later(1), 30), later(13)], isLast: true },
    },
    { given: "the look-up has its answer", state: told, wants: undefined },
  ],
  "ended-entry": [
    {
      given: "the entry that named its desk ended an hour ago",
      state: byEntry,
      settings: entryEnded,
      at: later(2),
      wants: { hints: ["find-contact"], wakes: [plusMinutes(later(2), 60), plusMinutes(later(13), 1)], isLast: true },
    },
    {
      given: "it ended just now, and others may still look up by it",
      state: byEntry,
      settings: entryEnded,
      at: later(1),
      wants: { wakes: [plusMinutes(later(1), 1)], isLast: true },
    },
    { given: "a registry names the desk", state: told, settings: entryEnded, at: later(2), wants: undefined },
    { given: "the entry stands", state: byEntry, at: later(2), wants: undefined },
  ],
  "second-look-up": [
    {
      given: "the host was missed at its desk an hour ago",
      state: { ...told, notices: [aNotice("sent", { missedAt: morning })] },
      at: later(1),
      wants: { hints: ["find-contact"], wakes: [plusMinutes(later(1), 30), later(13)], isLast: true },
    },
    {
      given: "it was missed just now",
      state: { ...told, notices: [aNotice("sent", { missedAt: morning })] },
      wants: undefined,
    },
    { given: "the host is at its desk", state: told, at: later(1), wants: undefined },
  ],
  "silent-sources": [
    {
      given: "sources were silent once",
      state: { ...found({ candidates: [], retry: true }), silentLookups: 1 },
      wants: { wakes: [plusMinutes(morning, 5)], isLast: true },
    },
    {
      given: "their wait is over",
      state: { ...found({ candidates: [], retry: true }), silentLookups: 1 },
      at: plusMinutes(morning, 5),
      wants: { hints: ["find-contact"], wakes: [plusMinutes(morning, 10), plusMinutes(later(12), 5)], isLast: true },
    },
    {
      given: "they were silent as often as is asked",
      state: { ...found({ candidates: [], retry: true }), silentLookups: 99 },
      wants: undefined,
    },
    { given: "somebody may be told", state: { ...found({ retry: true }), silentLookups: 1 }, wants: undefined },
  ],
  ladder: [
    {
      given: "the host's desk was told just now",
      state: told,
      wants: { hints: [], wakes: [later(48), later(24)] },
    },
    {
      given: "the next notice would be one too many for one page",
      state: { ...told, notices: many(sent, 40) },
      at: later(24),
      wants: asks(told, later(24), {
        question: "unanswered",
        blocking: true,
        reason: "This case has 40 notices, and a machine writes no more about one page.",
      }),
    },
  ],
  "later-look-up": [
    {
      given: "the host was missed just now",
      state: { ...told, notices: [aNotice("sent", { missedAt: morning })] },
      wants: { wakes: [later(1)] },
    },
    { given: "the host is at its desk", state: told, wants: { wakes: [] } },
  ],
  "missed-window": [
    {
      given: "its window's end is to come",
      state: { ...inLine, notices: [inWindow] },
      wants: { hints: [], wakes: [plusMinutes(morning, 35)] },
    },
    {
      given: "its window was over twenty minutes ago, and it waits still",
      state: { ...inLine, notices: [inWindow] },
      at: plusMinutes(morning, 35),
      wants: { hints: ["send-notice"], wakes: [plusMinutes(morning, 95)] },
    },
    { given: "it goes by itself", state: inLine, wants: { hints: [], wakes: [] } },
  ],
  "due-notice": [
    { given: "its time has come", state: inLine, wants: { hints: ["send-notice"], wakes: [plusMinutes(morning, 5)] } },
    {
      given: "the look-up is too old by now",
      state: inLine,
      at: later(2),
      wants: { hints: ["find-contact"], wakes: [later(3)] },
    },
    {
      given: "its night is not over",
      state: { ...inLine, notices: [aNotice("queued", { notBefore: later(9) })] },
      wants: undefined,
    },
    {
      given: "a withdrawal waits until SES has said whether the desk had the notice",
      state: { ...inLine, notices: [onWire, aNotice("queued", { id: "0-withdrawal-x", step: "withdrawal" })] },
      wants: undefined,
    },
  ],
  "check-over": [
    { given: "its time runs", state: checked(told), at: later(1), wants: { wakes: [later(2)] } },
    {
      given: "its time is over",
      state: checked(told),
      at: later(2),
      wants: { record: [{ type: "check-ended", at: later(2), came: "silence", why: "before-reminder" }] },
    },
    {
      given: "it has said just now that it is gone",
      state: saidGone(checked(told)),
      at: later(1),
      wants: { wakes: [plusMinutes(later(1), 1)] },
    },
    {
      given: "it has said nothing else for a minute",
      state: saidGone(checked(told)),
      at: plusMinutes(later(1), 1),
      wants: { record: [{ type: "check-ended", at: plusMinutes(later(1), 1), came: "gone", why: "before-reminder" }] },
    },
    { given: "nobody is asked", state: told, wants: undefined },
  ],
  "check-before-list": [
    {
      given: "a form waits for the morning's list, and a reporter has something that looks",
      state: listed,
      settings: looks,
      wants: { wakes: [later(19)] },
    },
    {
      given: "the list comes within two hours",
      state: listed,
      settings: looks,
      at: later(19),
      wants: {
        record: [
          {
            type: "check-wanted",
            at: later(19),
            why: "before-a-person",
            cause: "before-a-person.form-only.1",
            reporters: ["hotline"],
            until: later(21),
          },
        ],
      },
    },
    {
      given: "nobody has something that looks",
      state: listed,
      at: later(19),
      wants: undefined,
    },
    {
      given: "on-call hears of it at once",
      state: beforeAPerson(told, "no-contact"),
      settings: looks,
      wants: undefined,
    },
    {
      given: "whoever can look was asked when the name was out of DNS",
      state: beforeAPerson(told, "name-gone"),
      settings: looks,
      wants: undefined,
    },
    {
      given: "it is urgent, and on-call hears at once",
      state: { ...listed, lane: "urgent" },
      settings: looks,
      wants: undefined,
    },
    { given: "on-call has the list", state: beforeAPerson(told, "form-only"), settings: looks, wants: undefined },
  ],
  "settled-gone": [
    {
      given: "whoever looks said so just now",
      state: saidGone(told),
      settings: looks,
      at: later(1),
      wants: { wakes: [plusMinutes(later(1), 1)] },
    },
    {
      given: "nothing else was said for a minute",
      state: saidGone(told),
      settings: looks,
      at: later(2),
      wants: {
        record: [
          {
            type: "closed",
            at: later(2),
            outcome: "gone",
            why: "every reporter who stands by it says that it is gone",
            saidAt: later(1),
          },
        ],
      },
    },
    {
      given: "it is urgent, and a person decides",
      state: saidGone({ ...told, lane: "urgent" }),
      settings: looks,
      at: later(2),
      wants: asks(told, later(2), {
        question: "said-gone",
        toRead: true,
        blocking: false,
        reason: "hotline says that it is gone.",
      }),
    },
    {
      given: "another reporter has not said so",
      state: saidGone({ ...told, reporters: ["hotline", "cert"] }),
      settings: looks,
      at: later(2),
      wants: undefined,
    },
    {
      given: "nobody has something that looks",
      state: saidGone(told),
      at: later(1),
      wants: {
        record: [
          {
            type: "closed",
            at: later(1),
            outcome: "gone",
            why: "every reporter who stands by it says that it is gone",
            saidAt: later(1),
          },
        ],
      },
    },
    { given: "all took it back as well", state: takenBack(saidGone(told)), at: later(1), wants: undefined },
  ],
  "said-gone": [
    {
      given: "one other has not said so",
      state: saidGone(two),
      at: later(1),
      wants: asks(told, later(1), {
        question: "said-gone",
        toRead: true,
        blocking: false,
        reason: "hotline says that it is gone; cert has not said so.",
      }),
    },
    {
      given: "a person is asked already",
      state: saidGone(beforeAPerson(two, "said-gone")),
      at: later(1),
      wants: { record: [] },
    },
    {
      given: "the other can look",
      state: { ...two, lastSaid: { cert: { gone: later(1) } }, goneHeardAt: later(1) },
      settings: looks,
      at: later(1),
      wants: {
        record: [
          {
            type: "check-wanted",
            at: later(1),
            why: "another-says-gone",
            cause: `another-says-gone.${later(1)}`,
            reporters: ["hotline"],
            until: later(3),
          },
        ],
      },
    },
    {
      given: "who looks is asked already",
      state: otherSaysGone(later(2)),
      settings: looks,
      at: later(1),
      wants: { record: [] },
    },
    {
      given: "who looks stayed silent",
      state: otherSaysGone(),
      settings: looks,
      at: later(2),
      wants: asks(told, later(2), {
        question: "said-gone",
        toRead: true,
        blocking: false,
        reason: "cert says that it is gone; hotline has not said so.",
      }),
    },
    ...(
      [
        [["r1", "r2"], "r1, r2"],
        [["r1", "r2", "r3"], "r1, r2, r3"],
        [["r1", "r2", "r3", "r4"], "4 other reporters"],
      ] as const
    ).map(([others, named]) => ({
      given: `${named} have not said so`,
      state: saidGone({ ...told, reporters: ["hotline", ...others] }),
      at: later(1),
      wants: asks(told, later(1), {
        question: "said-gone",
        toRead: true,
        blocking: false,
        reason: `hotline says that it is gone; ${named} have not said so.`,
      }),
    })),
    { given: "a person has answered", state: { ...two, lastSaid: { hotline: { gone: later(1) } } }, wants: undefined },
    { given: "all say so", state: saidGone(told), at: later(1), wants: undefined },
  ],
  "look-up-ahead": [
    {
      given: "the look-up will be too old at the window's end",
      state: { ...inLine, contact: anAnswer({ askedAt: later(-1) }), notices: [inWindow] },
      at: plusMinutes(morning, 5),
      wants: { hints: ["find-contact"], wakes: [plusMinutes(morning, 10), plusMinutes(morning, 65)] },
    },
    {
      given: "the look-up will be fresh enough",
      state: { ...inLine, notices: [inWindow] },
      wants: { hints: [], wakes: [] },
    },
  ],
  "unlocated-host": [
    { given: "DNS has just been silent", state: found(nowhere), wants: { wakes: [plusMinutes(morning, 5)] } },
    {
      given: "it was silent two hours ago",
      state: found(nowhere),
      at: later(2),
      wants: { hints: ["find-contact"], wakes: [later(3)] },
    },
    { given: "DNS says where it stands", state: told, at: later(2), wants: undefined },
  ],
  "later-notice": [
    {
      given: "its night is not over",
      state: { ...inLine, notices: [aNotice("queued", { notBefore: later(9) })] },
      wants: { wakes: [later(9)] },
    },
    { given: "its time has come", state: inLine, wants: { wakes: [] } },
  ],
} satisfies Laws<typeof targetRules>);
