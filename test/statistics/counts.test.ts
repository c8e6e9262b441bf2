import { describe, expect, test } from "vitest";
import type { Case } from "../../functions/case/case.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import { addsOf, type Count, countingOf, hourEdges, partOf } from "../../functions/statistics/counts.ts";
import { aCandidate, aCase, anAnswer, morning } from "../support/a-case.ts";
import { aNotice } from "../support/a-notice.ts";

const aState = (spoilt: Partial<Case> = {}): Case => ({
  ...aCase({}),
  reviews: [],
  notices: [],
  ...spoilt,
});
const asked = (spoilt: Partial<Case> = {}): Case =>
  aState({
    contact: anAnswer({ country: "NL" }),
    notices: [aNotice("delivered", { sentAt: morning })],
    ...spoilt,
  });
const removed = (hours: number, spoilt: Partial<Case> = {}): Case =>
  asked({ closed: { at: plusHours(morning, hours), outcome: "removed" }, ...spoilt });

/** What a change adds, `book name` by `what`. */
const added = (before: Case | undefined, next: Case) =>
  Object.fromEntries(
    addsOf({ counting: countingOf(before, next, next.closed?.at ?? morning) }).map(({ book, name, adds }: Count) => [
      `${book} ${name}`,
      adds,
    ]),
  );

describe("what a change adds to the counts", () => {
  test("a case that opens came in, and is open", () => {
    expect(added(undefined, aState())).toEqual({ "days 24": { "in-standard": 1 }, "open all": { standard: 1 } });
  });

  test("a first notice makes it one that was asked about, in each of its groups, and a mail of the day", () => {
    expect(added(aState(), asked())).toMatchObject({
      "days 24": { sent: 1, delivered: 1 },
      "country NL": { asked: 1 },
      "category phishing": { asked: 1 },
    });
  });

  test("a removal goes out, is open no more, and counts where its hours lie", () => {
    expect(added(asked(), removed(5))).toMatchObject({
      "days 24": { "out-standard": 1, "end-removed": 1 },
      "open all": { standard: -1 },
      "country NL": { closed: 1, gone: 1, h6: 1 },
    });
  });

  test("opened again, it is as if it had never ended, and it ends once", () => {
    const again = asked({ version: 9 });
    const first = added(asked(), removed(5));
    const back = added(removed(5), again);
    for (const [line, adds] of Object.entries(first))
      for (const [name, number] of Object.entries(adds)) expect(back[line]?.[name], `${line} ${name}`).toBe(-number);
  });

  test("a mail that comes back late counts on the day it went out", () => {
    const bounced = asked({ notices: [aNotice("bounced", { sentAt: morning })] });
    expect(added(asked(), bounced)["days 24"]).toEqual({ delivered: -1, bounced: 1 });
  });

  test("a mail about several cases counts for the first of them alone, and what an API takes is no mail", () => {
    const [notice] = asked().notices;
    if (!notice) throw new Error("no notice");
    const inMail = { ...notice, mail: { id: "TM-1" } };
    const byApi = { ...notice, to: { ...aCandidate(), channel: "godaddy" as const } };
    for (const one of [inMail, byApi]) expect(added(aState(), asked({ notices: [one] }))["days 24"]).toBeUndefined();
  });

  test("what changes nothing of it, and what is forgotten, adds nothing", () => {
    const state = removed(5);
    expect(countingOf(state, { ...state, version: state.version + 1 }, morning)).toBeUndefined();
    expect(countingOf(state, { ...state, forgottenAt: morning, notices: [] }, morning)).toBeUndefined();
  });

  test("a question counts when it is asked, and no more while it is open", () => {
    const review = {
      id: "held-2",
      question: "held",
      askedAt: morning,
      blocking: true,
      reason: "x",
      announced: false,
    } as const;
    expect(added(aState(), aState({ reviews: [review] }))).toEqual({ "days 24": { "asked-held": 1 } });
    expect(added(aState({ reviews: [review] }), aState({ reviews: [review] }))).toEqual({});
  });

  test("a country that is none, as somebody wrote it, makes no group of its own", () => {
    const odd = { contact: anAnswer({ country: "<b>" }) };
    expect(added(aState(odd), asked(odd))).toHaveProperty(["country unknown"]);
  });
});

test("each part of the histogram ends at its edge, and what took longer comes behind the last", () => {
  expect([0, 0.25, 0.26, 6, 1440, 1441].map(partOf)).toEqual(["h0", "h0", "h1", "h6", "h21", `h${hourEdges.length}`]);
});
