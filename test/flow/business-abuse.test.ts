import { expect, test } from "vitest";
import { tellOfBursts } from "../../functions/report/burst.ts";
import { aConsole } from "../console/a-console.ts";
import { aCandidate, aReport, aSettings } from "../support/a-case.ts";
import { aFlow, aReportedFlow, classifiedAbuse, nativeMessage } from "../support/a-flow.ts";

const desk = "abuse@network.example";
const reviewPath = (caseId: string) => `/cases/${caseId}/reviews/protected-target.1`;
const clears = { decision: "clear", why: "The reporter shows that the page is a copy." };
const aboutParliament = aReport({ target: { kind: "host", host: "www.parliament.example" } });

/** Each way to misuse the dispatcher, by name, and how it has to end. */
const rows: Readonly<Record<string, () => Promise<void>>> = {
  ["notice for a protected domain (google.com, gov.uk, wikipedia.org, our own domain, PSL suffix such as " +
    "github.io root)"]: async () => {
    for (const host of [
      "parliament.example",
      "www.parliament.example",
      "dispatch.example",
      "c.reply.dispatch.example",
      "github.io",
    ]) {
      const flow = await aReportedFlow({ report: { target: { url: `https://${host}/x` } } });
      await flow.decides({ verdict: { decision: "clear" }, by: "anna" });
      await flow.pass({ hours: 72 });
      expect([host, await flow.questions(), flow.mails.length]).toEqual([host, ["protected-target"], 0]);
    }
  },
  "notice whose URL host is only a public suffix / CDN root": async () => {
    for (const host of ["netlify.app", "blob.core.windows.net", "co.uk"]) {
      const flow = await aReportedFlow({ report: { target: { url: `https://${host}/x` } } });
      expect([host, await flow.questions(), flow.mails.length]).toEqual([host, ["protected-target"], 0]);
    }
  },
  "single user approves own report": async () => {
    const [hotline, cert] = aSettings().reporters;
    if (!hotline || !cert) throw new Error("the settings have two reporters");
    const console = aConsole({
      person: "jane",
      settings: aSettings({ reporters: [{ ...hotline, people: ["jane"] }, cert] }),
    });
    const caseId = await console.opened(aboutParliament);
    const refused = await console.post(reviewPath(caseId), clears);
    expect([
      refused.status,
      refused.text.includes("You stand for a reporter of this case; somebody else has to clear it."),
    ]).toEqual([403, true]);
    expect((await console.read(caseId)).reviews).toMatchObject([{ question: "protected-target" }]);
    expect((await console.read(caseId)).reviews[0]?.agreedBy).toBeUndefined();
  },
  "same user with two sessions approves": async () => {
    const first = aConsole({ person: "jane" });
    const second = aConsole({ person: "jane", store: first.store });
    const caseId = await first.opened(aboutParliament);
    expect((await first.post(reviewPath(caseId), clears)).status).toBe(303);
    expect((await second.post(reviewPath(caseId), clears)).status).toBe(403);
    expect((await first.read(caseId)).reviews).toMatchObject([{ question: "protected-target", agreedBy: "jane" }]);
  },
  "500 notices in 1 min by one reporter": async () => {
    const flow = aFlow();
    flow.contacts(() => ({ candidates: [] }));
    for (let number = 1; number <= 500; number++)
      await flow.report(nativeMessage({ reportId: `r-${number}`, target: { url: `https://h${number}.bad.example/` } }));
    const opened = async () => (await flow.store.openedOn("2026-11-24", 1_000)).items.length;
    expect([await opened(), flow.putOffs().length]).toEqual([300, 200]);
    const told: string[] = [];
    const never = { lastAt: async () => undefined, note: async () => {} };
    await tellOfBursts(
      { bursts: flow.work.bursts.noted, told: never, now: flow.now() },
      async (reporter) => void told.push(reporter),
    );
    expect(told).toEqual(["hotline"]);
    await flow.pass({ minutes: 16 });
    expect([await opened(), flow.putOffs().length]).toEqual([500, 0]);
  },
  "report with hold 'do not tip off' (law enforcement)": async () => {
    const flow = await aReportedFlow({
      contacts: {
        candidates: [aCandidate(), aCandidate({ email: "abuse@upstream.example", scope: "upstream" })],
      },
    });
    await flow.says("hold");
    await flow.sesTells({ kind: "bounced", permanent: false, detail: "not delivered 4.4.1" });
    await flow.deskReplies("question", true);
    for (const { id } of (await flow.theCase()).reviews) {
      await flow.decides({ reviewId: id, verdict: { decision: "send-again" } });
      await flow.decides({ reviewId: id, verdict: { decision: "escalate" } });
      await flow.decides({ reviewId: id, verdict: { decision: "send-to", email: "noc@network.example" } });
    }
    await flow.pass({ hours: 24 * 10 });
    expect(flow.told()).toEqual([desk]);
  },
  "hold set while a send is in flight": async () => {
    const flow = aFlow();
    let held: Promise<unknown> | undefined;
    flow.sesSays(() => {
      held ??= flow.says("hold");
      return { kind: "accepted", sesMessageId: "ses-1" };
    });
    await flow.report(nativeMessage());
    await held;
    await flow.pass({ hours: 24 * 10 });
    expect([flow.told(), (await flow.theCase()).holds.length]).toEqual([[desk], 1]);
  },
  "contact equals the suspected offender (registrant e-mail = site operator)": async () => {
    const flow = aFlow();
    const operator = aCandidate({ email: "owner@registrant.example", scope: "site" });
    flow.contacts(() => ({ candidates: [operator, aCandidate()] }));
    await flow.report(nativeMessage(classifiedAbuse));
    await flow.pass({ hours: 24 * 10 });
    expect(flow.told()).not.toContain(operator.email);
    expect(flow.told()).toContain(desk);
  },
  "contact domain == reported domain (abuse@bad.example for bad.example)": async () => {
    const flow = await aReportedFlow({
      contacts: { candidates: [aCandidate({ email: "abuse@bad.example" })] },
      report: { target: { url: "https://www.bad.example/x" } },
    });
    expect([flow.mails.length, await flow.questions()]).toEqual([0, ["contact-may-be-suspect"]]);
  },
  "follow-up after provider answered 'removed'": async () => {
    const flow = await aReportedFlow();
    await flow.deskReplies("removed", true);
    await flow.pass({ hours: 24 * 10 });
    expect([flow.told(), await flow.outcome()]).toEqual([[desk], "removed"]);
  },
  "reopen after closure by forged reply": async () => {
    const flow = await aReportedFlow();
    await flow.deskReplies("removed", true);
    for (const said of ["refused", "not-ours", "unclear"] as const) {
      await flow.pass({ hours: 1 });
      await flow.deskReplies(said, false);
    }
    await flow.pass({ hours: 24 * 10 });
    expect([flow.told(), await flow.outcome()]).toEqual([[desk], "removed"]);
  },
};

test.each(Object.entries(rows))("who misuses the dispatcher: %s", async (_, end) => end());
