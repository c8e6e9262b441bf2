import { describe, expect, test, vi } from "vitest";
import { shown } from "../../../functions/console/shown.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { isEntry } from "../../../functions/store/queue-entry.ts";
import { asIndentedJson, asJson } from "../../../infra/command/as-json.ts";
import { caseText, whatOf } from "../../../infra/command/cases.ts";
import { entryText } from "../../../infra/command/entry.ts";
import { lined } from "../../../infra/command/lined.ts";
import { inLines, printable, printableLine, printLine } from "../../../infra/command/print.ts";
import { restoredText } from "../../../infra/command/restored.ts";
import { reviewsText } from "../../../infra/command/reviews.ts";
import { sayContact } from "../../../infra/command/say-contact.ts";
import { aCandidate, anAnswer, morning } from "../../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../../support/a-flow.ts";

/** A window's title, a cleared screen, C1's own escape, a forged line and a turned reading order. */
const hostile = "\u001b]0;pwned\u0007\u001b[2J\u001b[1;1H\u009b31m\nTD-AAAA-BBBB-CCCC  closed: removed\u202e";
const url = "https://secret-abuse.example/child/1.jpg";
const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const withoutColours = (line: string): string => line.replace(/\u001b\[\d+m/g, "");

test("what moves a terminal, hides or turns words is spelled out; lines, tabs and our colours stay", () => {
  expect(printable("a\u001b[2Jb\u009b31mc\u202ed\u00ade\r")).toBe("a\\u001b[2Jb\\u009b31mc\\u202ed\\u00ade\\u000d");
  expect(printable("\u001b[8mhidden\u001b[7m")).toBe("\\u001b[8mhidden\\u001b[7m");
  const ours = "\u001b[31m\u001b[1mURGENT\u001b[22m\u001b[39m\ta\nb\r\n";
  expect(printable(ours)).toBe(ours.replace("\r", ""));
});

test("a line has no break of its own: what somebody wrote begins none", () => {
  const written = "wait\r\n\nURGENT\u2028forged\u0085\ttab";
  expect(printableLine(written)).toBe("wait\\u000a\\u000aURGENT\\u2028forged\\u0085\ttab");
  expect(inLines(["one", written]).split("\n")).toHaveLength(2);
  expect(lined([["why"], [written]]).split("\n")).toHaveLength(2);
  const out = vi.spyOn(console, "log").mockReturnValue();
  printLine(written);
  expect(out.mock.calls).toEqual([[printableLine(written)]]);
  out.mockRestore();
});

describe("words of several lines forge no line of a command's", () => {
  const forged = "acme\nTD-AAAA-BBBB-CCCC@3  csam  forged\n\nURGENT  forged-question\r\n  answers: close";
  const begun = (text: string) => text.split("\n").filter((line) => /^\s*(?:TD-AAAA|URGENT|answers: close)/.test(line));
  const standing = { at: morning, by: forged, why: forged };

  test("`takedown reviews`: of a hold's note, of a reason, of a form, of who has it", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [] }));
    await flow.report(nativeMessage({ evidence: { explanation: forged } }));
    await flow.report(statusMessage("hold", flow.now(), { note: forged }));
    await flow.pass({ hours: 1 });
    const state = await flow.theCase();
    const [review] = state.reviews;
    if (!review) throw new Error("nothing waits");
    const hostileReview = { ...review, reason: forged, forms: [{ url: forged, scope: "network" as const }] };
    const other = { ...state, id: "TD-0000-0000-0002", reviews: [{ ...review, reason: `b${forged}` }] };
    const has = { caseId: state.id, by: forged, at: morning, until: plusHours(morning, 1) };
    const claims = { reservations: new Map([[state.id, has]]), now: morning };
    const text = reviewsText([state, { ...state, reviews: [hostileReview] }, other], claims);
    expect(text).toMatch(/forged-question/);
    expect(begun(withoutColours(text)).filter((line) => !line.includes("answers: close,"))).toEqual([]);
  });

  test("`takedown case`: of what was reported, said, noted and looked at", async () => {
    const flow = aFlow();
    await flow.report(nativeMessage({ reportId: forged, evidence: { explanation: forged } }));
    await flow.report(statusMessage("hold", flow.now(), { reportId: forged, note: forged }));
    const state = await flow.theCase();
    const views = [{ caseId: state.id, at: morning, by: forged }] as unknown as Parameters<typeof caseText>[2];
    const text = caseText(state, await flow.store.history(state.id), views);
    expect([text.includes("forged-question"), begun(text)]).toEqual([true, []]);
  });

  test("`takedown restored` and `takedown lookup`", () => {
    const one = { caseId: "TD-0000-0000-0001", noticeId: "1", desk: forged };
    const stand = { unknown: [one], inLine: [], onWire: [], damaged: [] } as unknown as Parameters<
      typeof restoredText
    >[2];
    const guard = { restoredTo: morning, ...standing };
    expect(begun(restoredText(guard, {}, stand))).toEqual([]);
    const remarks = [forged];
    expect(begun(sayContact(anAnswer({ candidates: [aCandidate({ remarks, name: forged })] }), forged))).toEqual([]);
  });
});

test("JSON means the same, and is not changed by being printed", () => {
  const said = { [hostile]: `${hostile}\u{e0100}\u3164\ufe0f` };
  for (const json of [asJson(said), asIndentedJson(said)]) {
    expect(JSON.parse(json)).toEqual(said);
    expect(printable(json)).toBe(json);
    expect(json.replaceAll("\n", "")).not.toMatch(unseen);
  }
});

const messages = {
  "the name of a field": { ...JSON.parse(nativeMessage()), [`f${hostile}`]: 1 },
  "the name of a field of the evidence": { ...JSON.parse(nativeMessage()), evidence: { [`f${hostile}`]: 1 } },
  "a stranger's reporter": JSON.parse(statusMessage("gone", morning, { reporter: `x${hostile}` })),
  "a URL for the name of a field": { ...JSON.parse(nativeMessage()), [url]: 1 },
  "a URL within the name of a field": { ...JSON.parse(nativeMessage()), evidence: { [`see ${url} now`]: 1 } },
} as const;

describe.each(Object.entries(messages))("with %s from the queue", (_, message) => {
  const waiting = async () => {
    const flow = aFlow();
    for (let receives = 1; receives < 3; receives++) flow.receivedAgain();
    await flow.report(JSON.stringify(message));
    return (await flow.store.inReview(10)).items;
  };

  test("`takedown reviews` prints it in one line that moves no terminal and holds no URL", async () => {
    const [state] = await waiting();
    if (!state) throw new Error("nothing waits");
    expect(whatOf(state)).not.toMatch(unseen);
    expect(whatOf(state)).not.toMatch(/https?:|secret-abuse\.example|child/);
  });

  test("`takedown case` prints the entry, and nothing in it moves a terminal or is a link", async () => {
    const [state] = await waiting();
    if (!isEntry(state)) throw new Error("nothing waits");
    const text = entryText(state, [shown(JSON.stringify(message))]);
    expect(text.replaceAll("\n", "")).not.toMatch(unseen);
    expect(text).not.toMatch(/https?:/);
  });

  test("what is kept of the field is on one line and holds no whole URL", async () => {
    const [state] = await waiting();
    const field = isEntry(state) ? state.field : "";
    expect(field).not.toMatch(unseen);
    expect(field).not.toMatch(/https?:|secret-abuse\.example|child/);
  });
});
