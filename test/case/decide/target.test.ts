import { expect } from "vitest";
import type { Case } from "../../../functions/case/case.ts";
import { targetRules } from "../../../functions/case/decide/target.ts";
import type { Verdict } from "../../../functions/case/event.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import type { Step } from "../../../functions/case/step.ts";
import { settingsSchema } from "../../../functions/kernel/settings.ts";
import { aCandidate, anAnswer, morning } from "../../support/a-case.ts";
import { aNotice, inLine, queuedOne } from "../../support/a-notice.ts";
import {
  asks,
  beforeAPerson,
  cancels,
  checked,
  closes,
  found,
  having,
  held,
  heldAsked,
  inWindow,
  type Law,
  type Laws,
  later,
  lawsOf,
  looks,
  looksFirst,
  many,
  minutes,
  noFacts,
  nowhere,
  onWire,
  opened,
  protectedAsked,
  records,
  requeues,
  type Settings,
  saidGone,
  sent,
  takenBack,
  told,
  under,
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
const withProtector: Settings = { channels: { netcraft: { email: "reports@dispatcher.example" } } };
const withApi: Settings = { channels: { godaddy: {} } };

const machines = {
  step: "letter",
  letter: { about: "0-first-1", asked: ["time"] },
  problem: "a hold stands",
} as const;

const out = (step: Step, hours: number, to = aCandidate()) =>
  aNotice("sent", { id: `0-${step}-${hours}`, step, to, sentAt: later(hours) });
const afterTwo = (...notices: readonly Notice[]): Case => ({ ...inLine, notices: [...notices, queuedOne] });

/** Somebody has decided about its silence, and it can be taken back. */
const decided = (verdict: Verdict, state: Case = told): Case => {
  const asked = beforeAPerson(state, "unanswered", true);
  const given = { verdict, by: "jane", why: "seen", at: morning, takesEffectAt: minutes(1) };
  return { ...asked, reviews: asked.reviews.map((review) => ({ ...review, given })) };
};
const cleared = decided({ decision: "clear" });

lawsOf(targetRules, {
  "given-verdict": [
    ["somebody has just decided", decided({ decision: "close", outcome: "decided" }), { wakes: [minutes(1)] }],
    [
      "its minute is over",
      decided({ decision: "close", outcome: "decided" }),
      records(
        {
          type: "answered",
          at: minutes(1),
          reviewId: "unanswered.1",
          verdict: { decision: "close", outcome: "decided" },
          by: "jane",
          why: "seen",
          waitUntil: minutes(2881),
          givenAt: morning,
        },
        closes("decided", "jane: seen", { at: minutes(1), wordAt: morning }),
      ),
      minutes(1),
    ],
    [
      "it can't be followed any more",
      decided({ decision: "send-to", email: sent.to.email }),
      records({
        type: "verdict-dropped",
        at: minutes(1),
        reviewId: "unanswered.1",
        why: "This mailbox had a notice about this case already; it is in the list of notices.",
      }),
      minutes(1),
    ],
    [
      "whoever cleared it has come to stand for a reporter",
      { ...cleared, enteredBy: ["jane"] },
      records({
        type: "verdict-dropped",
        at: minutes(1),
        reviewId: "unanswered.1",
        why: "Whoever said yes has come to stand for a reporter of this case; somebody else has to clear it.",
      }),
      minutes(1),
    ],
    ["nobody has decided", beforeAPerson(told, "unanswered", true), { wakes: [] }],
  ],
  "notify-protector": under(
    withProtector,
    ["its desk has had its notice", told, { hints: ["tell-channel"], wakes: [minutes(5)] }],
    ["its desk has none yet", having(queuedOne), undefined],
    ["Netcraft was notified", { ...told, protector: { at: morning } }, undefined],
    ["a day has passed", told, undefined, later(24)],
    ["it is held", { ...told, holds: [{ by: "p", why: "w", since: morning, version: 1 }] }, undefined],
  ),
  "channel-status": under(
    withApi,
    ["its API took it just now", having(tookIt), { wakes: [later(1)] }],
    ["an hour has passed", having(tookIt), { hints: ["tell-channel"], wakes: [minutes(65)] }, later(1)],
    [
      "it was asked after an hour, and then after six",
      having({ ...tookIt, asked: { at: later(1) } }),
      { wakes: [later(6)] },
      later(2),
    ],
    [
      "it was asked a day ago, after the first six hours",
      having({ ...tookIt, asked: { at: later(6) } }),
      { wakes: [later(30)] },
      later(7),
    ],
    [
      "its provider has said its last word",
      having({ ...tookIt, asked: { at: later(1), isOver: true } }),
      undefined,
      later(30),
    ],
    ["it was asked each day for a month", having({ ...tookIt, asked: { at: later(710) } }), undefined, later(711)],
    ["its API is off", having(tookIt), undefined, later(1), {}],
    [
      "its answer was lost, and its API lists what it was told",
      having({ ...onWire, to: byApi }),
      { wakes: [minutes(5)] },
    ],
    ["it is a mail", told, undefined, later(1)],
  ),
  "unsettled-send": [
    ["a mail was just handed to SES", having(onWire), { record: [], wakes: [minutes(15)] }],
    [
      "nobody knows for a quarter of an hour what became of it",
      having(onWire),
      {
        record: [{ type: "send-unknown", at: minutes(15), noticeId: onWire.id }],
        wakes: [minutes(15)],
      },
      minutes(15),
    ],
    [
      "it is in a mail about several cases, whose record knows",
      having(aNotice("on-wire", { mail: { id: "TM-1" } })),
      { record: [], hints: ["send-notice"], wakes: [minutes(82.5)] },
      later(1),
    ],
  ],
  "ended-hold": [
    [
      "all holds are over",
      held(told, later(2)),
      records({ type: "released", at: later(2), by: "the clock", why: "the hold was until now" }),
      later(2),
    ],
    ["a hold stands", held(told, later(2)), noFacts, later(1)],
    ["a hold has no end", held(told), noFacts, later(100)],
  ],
  "notice-not-needed": [
    [
      "the latest look-up names another desk",
      { ...inLine, contact: anAnswer({ candidates: [aCandidate({ email: "abuse@other.example" })] }) },
      cancels(morning, "the latest look-up names another desk", queuedOne),
    ],
    ["the notice is as wanted as before", inLine, noFacts],
    ["it went out, and the look-up names another desk", { ...told, contact: anAnswer({ candidates: [] }) }, noFacts],
  ],
  "unanswered-desk": [
    [
      "the machine's answer was cancelled",
      having(...told.notices, aNotice("cancelled", machines)),
      records(
        expect.objectContaining({
          question: "reply",
          toRead: true,
          blocking: false,
          reason: "The desk asked something, and the machine's answer did not go out: a hold stands.",
          noticeId: "0-first-1",
        }),
      ),
    ],
    [
      "a person was asked in its place",
      having(...told.notices, aNotice("cancelled", { ...machines, letter: { ...machines.letter, left: true } })),
      noFacts,
    ],
    [
      "a person's own letter was cancelled",
      having(...told.notices, aNotice("cancelled", { ...machines, letter: { about: "0-first-1", by: "jane" } })),
      noFacts,
    ],
    [
      "it belongs to what was removed since",
      having(...told.notices, aNotice("cancelled", { ...machines, ended: true })),
      noFacts,
    ],
    ["nothing was cancelled", told, noFacts],
  ],
  "channel-off-since": under(
    {},
    [
      "its desk has a mailbox, which is mailed",
      having({ ...queuedOne, to: aCandidate({ channel: "aws" }) }),
      records({
        type: "channel-failed",
        at: morning,
        noticeId: queuedOne.id,
        why: "its provider's API is not turned on",
      }),
    ],
    ["its desk has none: that is cancelled, and its form is left", having({ ...queuedOne, to: byApi }), noFacts],
    ["it is on its way already", having({ ...onWire, to: aCandidate({ channel: "aws" }) }), noFacts],
    ["it goes by mail", having(queuedOne), noFacts],
  ),
  "day-off-since": under(
    off,
    [
      "the day on which it was to go out is off there by now",
      offSince,
      records(requeues("2026-11-26T07:00:00.000Z", "its desk is off at that time by what the settings say since")),
    ],
    [
      "its window ends on a day that is off by now",
      { ...offSince, notices: [{ ...waitsForTomorrow, window: tomorrow }] },
      records(
        requeues(
          "2026-11-26T07:00:00.000Z",
          "its desk is off at that time by what the settings say since",
          "2026-11-26T07:00:00.000Z",
        ),
      ),
      morning,
      { ...off, digests: true },
    ],
    ["the day is a working day", offSince, noFacts, morning, {}],
    ["a person said that it may go then", { ...offSince, notices: [{ ...waitsForTomorrow, approved: true }] }, noFacts],
    ["it was put off once already", { ...offSince, notices: [{ ...waitsForTomorrow, dueAt: morning }] }, noFacts],
    ["it went out", { ...offSince, notices: [aNotice("sent", { notBefore: tomorrow })] }, noFacts],
    ["the case is urgent", { ...offSince, lane: "urgent" }, noFacts],
    ["its category keeps no hours", { ...offSince, category: "fraud" }, noFacts],
  ),
  "inhibited-notice": under(
    inhibited,
    [
      "a person has nothing sent in its category for five hours",
      inLine,
      {
        record: [requeues(later(5), `a person had nothing sent there until ${later(5).slice(0, 16)}Z`)],
        wakes: [minutes(15)],
      },
    ],
    [
      "it waits for that end already",
      { ...inLine, notices: [{ ...queuedOne, notBefore: later(5) }] },
      { record: [], wakes: [minutes(15)] },
    ],
    ["its notice is out", told, { record: [], wakes: [] }],
    ["nothing is kept back", inLine, { record: [], wakes: [] }, morning, {}],
  ),
  "often-mailed": [
    [
      "its desk had two mails about the case within the day",
      afterTwo(out("first", -4), out("withdrawal", -2)),
      records(requeues(later(20), "its desk had 2 mails about this case within 24 hours")),
    ],
    ["the first of them went out a day ago", afterTwo(out("first", -24), out("withdrawal", -2)), noFacts],
    ["one of them was a person's", afterTwo(out("first", -4), out("letter", -2)), noFacts],
    [
      "one of them was another desk's",
      afterTwo(out("first", -4), out("first", -2, aCandidate({ email: "abuse@other.example" }))),
      noFacts,
    ],
    [
      "what is in line is a reminder, as often as the policy has it",
      {
        ...inLine,
        notices: [out("first", -4), out("withdrawal", -2), { ...queuedOne, step: "reminder" }],
      },
      noFacts,
    ],
    [
      "what is in line says that it is back where the desk removed it",
      {
        ...inLine,
        notices: [out("first", -4), out("withdrawal", -2), { ...queuedOne, step: "returned" }],
      },
      noFacts,
    ],
  ],
  withdrawn: [
    ["a report stands", told],
    [
      "nobody was told, and nobody stands by it",
      takenBack(opened),
      { record: [closes("withdrawn", "every reporter took the report back")], isLast: true },
    ],
  ],
  gates: [
    [
      "two things stand in the way",
      held({ ...opened, target: { kind: "host", host: "parliament.example" } }),
      records(...protectedAsked(held(opened)), ...heldAsked(held(opened))),
    ],
    ["nothing stands in the way", told, noFacts],
  ],
  live: [
    [
      "it happens now, and the host was looked up",
      { ...told, live: true },
      asks(told, "live", "Reported as happening now; a call may be faster than a mail."),
    ],
    ["the look-up may still name a form", { ...opened, live: true }],
    [
      "the look-up has had its minute",
      { ...opened, live: true },
      asks(opened, "live", "Reported as happening now; a call may be faster than a mail.", {
        at: minutes(1),
      }),
      minutes(1),
    ],
    ["a person knows it already", beforeAPerson({ ...told, live: true }, "live")],
  ],
  standstill: [
    ["a hold stands", held(told, later(2)), { wakes: [later(2)], isLast: true }],
    ["a question blocks", beforeAPerson(told, "protected-target", true), { wakes: [undefined], isLast: true }],
    ["the police are asked: the host's side waits", beforeAPerson(told, "clearance", true)],
    [
      "a person is asked whether the name is gone",
      beforeAPerson(found({ candidates: [], goneSince: morning }), "name-gone", true),
      { wakes: [undefined, later(1)], isLast: true },
    ],
  ],
  "doubted-name": [
    [
      "DNS has just said that there is no such name",
      found({ goneSince: morning }),
      { wakes: [later(1)], isLast: true },
    ],
    [
      "an hour has passed since",
      found({ goneSince: morning }),
      { hints: ["find-contact"], wakes: [minutes(65)], isLast: true },
      later(1),
    ],
    ["DNS knows the name", told],
  ],
  "first-look-up": [
    ["nobody was looked up yet", opened, { hints: ["find-contact"], wakes: [minutes(5), later(12)], isLast: true }],
    [
      "no look-up has answered for twelve hours",
      opened,
      records(expect.objectContaining({ question: "no-contact", blocking: false })),
      later(12),
    ],
    [
      "a person wants a fresh look-up an hour later",
      { ...told, lookAgain: later(1) },
      { hints: ["find-contact"], wakes: [minutes(90), later(13)], isLast: true },
      later(1),
    ],
    ["the look-up has its answer", told],
  ],
  "ended-entry": under(
    entryEnded,
    [
      "the entry that named its desk ended an hour ago",
      byEntry,
      { hints: ["find-contact"], wakes: [later(3), minutes(781)], isLast: true },
      later(2),
    ],
    [
      "it ended just now, and others may still look up by it",
      byEntry,
      { wakes: [minutes(61)], isLast: true },
      later(1),
    ],
    ["a registry names the desk", told, undefined, later(2)],
    ["the entry stands", byEntry, undefined, later(2), {}],
  ),
  "second-look-up": [
    [
      "the host was missed at its desk an hour ago",
      having(aNotice("sent", { missedAt: morning })),
      { hints: ["find-contact"], wakes: [minutes(90), later(13)], isLast: true },
      later(1),
    ],
    ["it was missed just now", having(aNotice("sent", { missedAt: morning }))],
    ["the host is at its desk", told, undefined, later(1)],
  ],
  "silent-sources": [
    [
      "sources were silent once",
      { ...found({ candidates: [], retry: true }), silentLookups: 1 },
      { wakes: [minutes(5)], isLast: true },
    ],
    [
      "their wait is over",
      { ...found({ candidates: [], retry: true }), silentLookups: 1 },
      { hints: ["find-contact"], wakes: [minutes(10), minutes(725)], isLast: true },
      minutes(5),
    ],
    ["they were silent too often", { ...found({ candidates: [], retry: true }), silentLookups: 99 }],
    ["somebody may be told", { ...found({ retry: true }), silentLookups: 1 }],
  ],
  path: [
    ["the host's desk was told just now", told, { hints: [], wakes: [later(48), later(24)] }],
    [
      "the next notice would be one too many for one page",
      { ...told, notices: many(sent, 40) },
      asks(told, "unanswered", "This case has 40 notices, and a machine writes no more about one page.", {
        at: later(24),
        blocking: true,
      }),
      later(24),
    ],
  ],
  "later-look-up": [
    ["the host was missed just now", having(aNotice("sent", { missedAt: morning })), { wakes: [later(1)] }],
    ["the host is at its desk", told, { wakes: [] }],
  ],
  "missed-window": [
    ["its window's end is to come", { ...inLine, notices: [inWindow] }, { hints: [], wakes: [minutes(35)] }],
    [
      "its window was over twenty minutes ago, and it waits still",
      { ...inLine, notices: [inWindow] },
      { hints: ["send-notice"], wakes: [minutes(95)] },
      minutes(35),
    ],
    ["it goes by itself", inLine, { hints: [], wakes: [] }],
  ],
  "due-notice": [
    ["its time has come", inLine, { hints: ["send-notice"], wakes: [minutes(5)] }],
    ["the look-up is too old by now", inLine, { hints: ["find-contact"], wakes: [later(3)] }, later(2)],
    ["its night is not over", { ...inLine, notices: [aNotice("queued", { notBefore: later(9) })] }],
    [
      "a withdrawal waits until SES has said whether the desk had the notice",
      { ...inLine, notices: [onWire, aNotice("queued", { id: "0-withdrawal-x", step: "withdrawal" })] },
    ],
  ],
  "check-over": [
    ["its time runs", checked(told), { wakes: [later(2)] }, later(1)],
    [
      "its time is over",
      checked(told),
      records({ type: "check-ended", at: later(2), came: "silence", why: "before-reminder" }),
      later(2),
    ],
    ["it has said just now that it is gone", saidGone(checked(told)), { wakes: [minutes(61)] }, later(1)],
    [
      "it has said nothing else for a minute",
      saidGone(checked(told)),
      records({ type: "check-ended", at: minutes(61), came: "gone", why: "before-reminder" }),
      minutes(61),
    ],
    ["nobody is asked", told],
  ],
  "check-before-list": under(
    looks,
    ["a form waits for the morning's list, and a reporter has something that looks", listed, { wakes: [later(19)] }],
    [
      "the list comes within two hours",
      listed,
      records(looksFirst("before-a-person", "before-a-person.form-only.1", later(21), later(19))),
      later(19),
    ],
    ["nobody has something that looks", listed, undefined, later(19), {}],
    ["on-call hears of it at once", beforeAPerson(told, "no-contact")],
    ["whoever can look was asked of the name", beforeAPerson(told, "name-gone")],
    ["it is urgent", { ...listed, lane: "urgent" }],
    ["on-call has the list", beforeAPerson(told, "form-only")],
  ),
  "settled-gone": under(
    looks,
    ["whoever looks said so just now", saidGone(told), { wakes: [minutes(61)] }, later(1)],
    [
      "nothing else was said for a minute",
      saidGone(told),
      records(
        closes("gone", "every reporter who stands by it says that it is gone", { at: later(2), saidAt: later(1) }),
      ),
      later(2),
    ],
    [
      "it is urgent, and a person decides",
      saidGone({ ...told, lane: "urgent" }),
      asks(told, "said-gone", "hotline says that it is gone.", { at: later(2), toRead: true }),
      later(2),
    ],
    ["another reporter has not said so", saidGone({ ...told, reporters: ["hotline", "cert"] }), undefined, later(2)],
    [
      "nobody has something that looks",
      saidGone(told),
      records(
        closes("gone", "every reporter who stands by it says that it is gone", { at: later(1), saidAt: later(1) }),
      ),
      later(1),
      {},
    ],
    ["all took it back as well", takenBack(saidGone(told)), undefined, later(1), {}],
  ),
  "said-gone": [
    [
      "one other has not said so",
      saidGone(two),
      asks(told, "said-gone", "hotline says that it is gone; cert has not said so.", { at: later(1), toRead: true }),
      later(1),
    ],
    ["a person is asked already", saidGone(beforeAPerson(two, "said-gone")), noFacts, later(1)],
    [
      "the other can look",
      { ...two, lastSaid: { cert: { gone: later(1) } }, goneHeardAt: later(1) },
      records(looksFirst("another-says-gone", `another-says-gone.${later(1)}`, later(3), later(1))),
      later(1),
      looks,
    ],
    ["who looks is asked already", otherSaysGone(later(2)), noFacts, later(1), looks],
    [
      "who looks stayed silent",
      otherSaysGone(),
      asks(told, "said-gone", "cert says that it is gone; hotline has not said so.", { at: later(2), toRead: true }),
      later(2),
      looks,
    ],
    ...(
      [
        [["r1", "r2"], "r1, r2"],
        [["r1", "r2", "r3"], "r1, r2, r3"],
        [["r1", "r2", "r3", "r4"], "4 other reporters"],
      ] as const
    ).map(
      ([others, named]): Law => [
        `${named} have not said so`,
        saidGone({ ...told, reporters: ["hotline", ...others] }),
        asks(told, "said-gone", `hotline says that it is gone; ${named} have not said so.`, {
          at: later(1),
          toRead: true,
        }),
        later(1),
      ],
    ),
    ["a person has answered", { ...two, lastSaid: { hotline: { gone: later(1) } } }],
    ["all say so", saidGone(told), undefined, later(1)],
  ],
  "look-up-ahead": [
    [
      "the look-up will be too old at the window's end",
      { ...inLine, contact: anAnswer({ askedAt: later(-1) }), notices: [inWindow] },
      { hints: ["find-contact"], wakes: [minutes(10), minutes(65)] },
      minutes(5),
    ],
    ["the look-up will be fresh enough", { ...inLine, notices: [inWindow] }, { hints: [], wakes: [] }],
  ],
  "unlocated-host": [
    ["DNS has just been silent", found(nowhere), { wakes: [minutes(5)] }],
    ["it was silent two hours ago", found(nowhere), { hints: ["find-contact"], wakes: [later(3)] }, later(2)],
    ["DNS says where it stands", told, undefined, later(2)],
  ],
  "later-notice": [
    [
      "its night is not over",
      { ...inLine, notices: [aNotice("queued", { notBefore: later(9) })] },
      { wakes: [later(9)] },
    ],
    ["its time has come", inLine, { wakes: [] }],
  ],
} satisfies Laws<typeof targetRules>);
