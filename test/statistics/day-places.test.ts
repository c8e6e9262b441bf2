import { expect, test } from "vitest";
import type { Notice } from "../../functions/case/notice.ts";
import { mailsCounted } from "../../functions/statistics/counts.ts";
import {
  dayEntriesOf,
  outPlaceOf,
  readDayPlace,
  readOut,
  writeDayPlace,
} from "../../functions/statistics/day-places.ts";
import { aCandidate, aCase, anAnswer, morning } from "../support/a-case.ts";

const later = "2026-11-25T08:00:00.000Z";
const told = aCase({}, [
  {
    type: "contact-answered",
    at: morning,
    answer: anAnswer({ candidates: [aCandidate({ email: "abuse@net.example" })] }),
  },
]);
const [queued] = told.notices;
if (!queued) throw new Error("nobody is told");
const out = (state: "sent" | "bounced" | "complained" | "delivered", spoilt: Partial<Notice> = {}) => ({
  reviews: [],
  notices: [{ ...queued, state, sentAt: morning, ...spoilt } as Notice],
});
const before = { reviews: [], notices: [queued] };

test.each([
  ["a mail that goes out", before, out("sent"), [{ list: "mailed", at: morning, words: [queued.id] }]],
  [
    "one of which the bounce is heard first",
    before,
    out("bounced"),
    [
      { list: "mailed", at: morning, words: [queued.id] },
      { list: "back", at: morning, words: ["bounced", queued.id] },
    ],
  ],
  ["one that came in", out("sent"), out("delivered"), []],
  [
    "one that came back the next day, by the day on which it went out",
    out("delivered"),
    out("bounced"),
    [{ list: "back", at: morning, words: ["bounced", queued.id] }],
  ],
  ["one that stays as it is", out("complained"), out("complained"), []],
  [
    "one that goes out once more",
    out("bounced"),
    out("sent", { sentAt: later }),
    [{ list: "mailed", at: later, words: [queued.id] }],
  ],
  ["one for which another stands in its mail", before, out("sent", { mail: { id: "TM-1" } }), []],
] as const)("lists %s", (_, was, is, entries) => {
  expect(dayEntriesOf(was, is)).toEqual(entries);
  expect(mailsCounted(is.notices).length).toBe(entries.length === 0 && is.notices[0]?.mail ? 0 : 1);
});

test("a place is read as it was written, and nothing else is one", () => {
  const place = { caseId: "TD-0000-0000-0001", at: morning, words: ["urgent", "gone", "2026-11-20"] };
  expect(readDayPlace(writeDayPlace(place))).toEqual(place);
  expect(readOut(place)).toEqual({ lane: "urgent", outcome: "gone", openedOn: "2026-11-20" });
  // Words that are none of ours.
  expect(readOut({ ...place, words: ["x", "y"] })).toEqual({ lane: "standard", outcome: "decided", openedOn: "" });
  for (const text of ["", "#", `${morning}`, `${morning}#../x`, `x#${place.caseId}`, "2026#TD-1"])
    expect([text, readDayPlace(text)]).toEqual([text, undefined]);
});

test("what is open is nowhere among what went out", () => {
  const statistic = { caseId: "TD-1", openedAt: morning } as Parameters<typeof outPlaceOf>[0];
  expect(outPlaceOf(statistic, "urgent")).toBeUndefined();
});
