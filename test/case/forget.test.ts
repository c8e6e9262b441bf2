import { describe, expect, test } from "vitest";
import type { CaseEvent } from "../../functions/case/event.ts";
import { forgetfulCaseEvent } from "../../functions/case/forget.ts";
import { policyTable } from "../../functions/escalation/policy.ts";
import { sweep } from "../../functions/follow-up/sweep.ts";
import { changeCase } from "../../functions/store/change-case.ts";
import { aCandidate, anAnswer, aSettings } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";

type Flow = ReturnType<typeof aFlow>;
const urgent = (spoilt: Record<string, unknown> = {}) =>
  nativeMessage({ category: "ncii", labels: ["secret client"], ...spoilt });
const says = async (flow: Flow, status: string, more: object = {}) =>
  flow.report(JSON.stringify({ version: 1, reporter: "hotline", reportId: "r-1", status, at: flow.now(), ...more }));

/** A case in which everything that may be said was said, closed by a person. */
const aFullCase = async (spoilt: Parameters<typeof aFlow>[0] = {}): Promise<Flow> => {
  const flow = aFlow(spoilt);
  flow.contacts(() => ({
    candidates: [aCandidate({ range: "shop.bad.example", remarks: ["secret-remark"] })],
    failures: [{ source: "rdap", outcome: "silent", detail: "secret-detail about shop.bad.example" }],
  }));
  await flow.report(urgent());
  await flow.report(urgent({ reportId: "https://shop.bad.example/login" }));
  await says(flow, "hold", { note: "secret-note" });
  await flow.pass({ minutes: 1 });
  await says(flow, "release");
  const { id } = await flow.theCase();
  const [notice] = (await flow.theCase()).notices;
  const at = flow.now();
  const more: readonly CaseEvent[] = [
    { type: "bounced", at, noticeId: notice?.id ?? "", permanent: false, detail: "secret-detail" },
    {
      type: "replied",
      at,
      noticeId: notice?.id ?? "",
      replyClass: "question",
      authenticated: true,
      mailHash: "hash",
      ticket: "SECRET-1",
      said: "secret-words https://shop.bad.example/login",
      namedParty: "secret-party",
      form: { url: "https://secret.form.example", scope: "network" },
    },
  ];
  await changeCase(flow.work, id, () => more);
  await flow.decides({
    verdict: { decision: "close", outcome: "removed" },
    why: "secret-why: shop.bad.example is gone",
  });
  return flow;
};
const everythingOf = async (flow: Flow): Promise<string> => {
  const { id } = await flow.onlyCase();
  return JSON.stringify([await flow.store.read(id), await flow.store.history(id)]);
};
/** Sweeps once after some days, as the schedule does each minute. */
const daysLater = async (flow: Flow, days: number) => {
  const then = {
    ...flow.work,
    clock: { now: () => new Date(Date.parse(flow.now()) + days * 24 * 3_600_000).toISOString() },
  };
  await sweep({ ...then, tellOnCall: async () => {} });
};

describe("a case whose retention is over", () => {
  test("has lost what was reported and all that anybody wrote", async () => {
    const flow = await aFullCase();
    expect(await everythingOf(flow)).toMatch(/bad\.example/);
    await daysLater(flow, 191);
    const text = await everythingOf(flow);
    expect(text).not.toMatch(/bad\.example|secret|SECRET|network\.example|passwords/);
  });

  test("still says that it was, what was done when, and how it ended", async () => {
    const flow = await aFullCase();
    const { id } = await flow.onlyCase();
    const before = await flow.store.history(id);
    await daysLater(flow, 191);
    const history = await flow.store.history(id);
    expect(
      history.slice(0, before.length).map(({ version, at, events }) => [version, at, events.map(({ type }) => type)]),
    ).toEqual(before.map(({ version, at, events }) => [version, at, events.map(({ type }) => type)]));
    expect(history.at(-1)?.events.map(({ type }) => type)).toEqual(["forgotten"]);
    expect(await flow.onlyCase()).toMatchObject({
      category: "ncii",
      closed: { outcome: "removed" },
      reporters: ["hotline"],
      reports: 2,
    });
  });

  test("leaves the statistics as they were", async () => {
    const flow = await aFullCase();
    const before = await flow.store.statistics("2026-11");
    await daysLater(flow, 191);
    expect(before.map(({ asked }) => asked[0]?.provider)).toEqual(["network.example"]);
    expect(await flow.store.statistics("2026-11")).toEqual(before);
  });

  test("is due no more, and forgets again what is written late", async () => {
    const flow = await aFullCase();
    await daysLater(flow, 191);
    expect(await flow.store.due("9999-01-01T00:00:00.000Z", 10)).toEqual([]);
    const { id } = await flow.onlyCase();
    const noticeId = (await flow.theCase()).notices[0]?.id ?? "";
    await changeCase(flow.work, id, () => [
      {
        type: "replied",
        at: flow.now(),
        noticeId,
        replyClass: "unclear",
        authenticated: false,
        mailHash: "h",
        ticket: "SECRET-2",
        said: "secret-late-words",
      },
    ]);
    expect(await everythingOf(flow)).toContain("secret-late-words");
    // Its state has nothing of it at any time: nothing would ever take it out again.
    expect(JSON.stringify(await flow.onlyCase())).not.toMatch(/secret|SECRET/);
    await daysLater(flow, 192);
    expect(await everythingOf(flow)).not.toMatch(/secret|SECRET/);
    expect(await flow.store.due("9999-01-01T00:00:00.000Z", 10)).toEqual([]);
  });

  test("is made to forget by the next sweep when the first died half-way", async () => {
    const flow = await aFullCase();
    const dying = { ...flow.store, forgetHistory: async () => Promise.reject(new Error("died")) };
    const then = { ...flow.work, clock: { now: () => "2027-12-01T00:00:00.000Z" } };
    await expect(sweep({ ...then, store: dying, tellOnCall: async () => {} })).rejects.toThrow(
      "could not be followed up",
    );
    expect(await everythingOf(flow)).toContain("secret");
    await sweep({ ...then, tellOnCall: async () => {} });
    expect(await everythingOf(flow)).not.toContain("secret");
  });

  test("is not opened again: what a reporter says of it then goes to a person", async () => {
    const flow = await aFullCase();
    await daysLater(flow, 191);
    const { id } = await flow.onlyCase();
    await says(flow, "still-up");
    expect((await flow.store.read(id))?.closed?.outcome).toBe("removed");
    const { items } = await flow.store.inReview(10);
    expect(items.map(({ kind, reviews }) => [kind, reviews[0]?.reason])).toEqual([
      ["entry", "reportId: The report is so old that what it was about is forgotten. 1 message of hotline, about r-1."],
    ]);
  });
});

describe("a case is kept", () => {
  test("until the days of its category are over, counted from its end", async () => {
    const flow = await aFullCase();
    await daysLater(flow, 189);
    expect(await everythingOf(flow)).toContain("secret");
    const [due] = await flow.store.due("9999-01-01T00:00:00.000Z", 10);
    expect(due?.dueAt).toBe(
      new Date(Date.parse((await flow.onlyCase()).closed?.at ?? "") + 190 * 24 * 3_600_000).toISOString(),
    );
  });

  test("three months for child abuse, else half a year and a week, or as the stage says", async () => {
    expect([...policyTable.values()].map(({ category, forgetAfterDays }) => [category, forgetAfterDays])).toEqual(
      [...policyTable.keys()].map((category) => [category, category === "csam" || category === "csem" ? 90 : 190]),
    );
    const flow = await aFullCase({ forgetAfterDays: { ncii: 7 } });
    await daysLater(flow, 6);
    expect(await everythingOf(flow)).toContain("secret");
    await daysLater(flow, 8);
    expect(await everythingOf(flow)).not.toContain("secret");
    expect(aSettings().forgetAfterDays).toEqual({});
  });

  test("as long as it is open, however old", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [] }));
    await flow.report(urgent());
    await daysLater(flow, 2_000);
    expect(await everythingOf(flow)).toContain("bad.example");
  });

  test("when nobody could read it: for three months after a person closed it", async () => {
    const flow = aFlow();
    await flow.report("secret nonsense");
    const entry = await flow.onlyEntry();
    const everything = async () => JSON.stringify([await flow.onlyEntry(), await flow.messagesOf(entry)]);
    await flow.acts(entry, "discard", { why: "secret-why" });
    await daysLater(flow, 89);
    expect(await everything()).toContain("secret nonsense");
    await daysLater(flow, 91);
    expect(await everything()).not.toContain("secret");
  });
});

test("a line of history that forgot gives the same when it is asked again", () => {
  const at = "2026-11-24T10:00:00.000Z";
  const events: readonly CaseEvent[] = [
    { type: "contact-answered", at, answer: anAnswer() },
    { type: "held", at, by: "jane", why: "secret" },
    {
      type: "answered",
      at,
      reviewId: "r",
      verdict: { decision: "send-to", email: "abuse@secret.example" },
      by: "jane",
      why: "secret",
    },
    {
      type: "answered",
      at,
      reviewId: "r",
      verdict: { decision: "clear", clearance: { by: "secret", reference: "secret" } },
      by: "jane",
      why: "secret",
    },
  ];
  for (const event of events) {
    const once = forgetfulCaseEvent(event);
    expect(JSON.stringify(once)).not.toContain("secret");
    expect(forgetfulCaseEvent(once)).toEqual(once);
  }
});
