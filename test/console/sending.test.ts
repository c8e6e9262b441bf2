import { beforeEach, describe, expect, it } from "vitest";
import type { SendingState } from "../../functions/send/sending.ts";
import { aConsole, aNight, type Console, threeAtNight } from "./a-console.ts";

const textOf = (html: string): string => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
const stopped: SendingState = {
  lane: { kind: "stopped", since: threeAtNight, why: "4.5 % permanent bounces among the last 400 mails", told: true },
  stops: {},
  refusals: {},
};

const byJoe = { at: threeAtNight, by: "joe", why: "The texts are wrong." };
const stoppedByJoe = { urgent: byJoe, standard: byJoe };

let console: Console;
beforeEach(() => {
  console = aConsole();
});

it.each(["/search", "/overview", "/report", "/policy", "case"])(
  "every other page, while notices are held back says so: %s",
  async (page) => {
    const { phishing: caseId } = await aNight(console);
    const address = page === "case" ? `/cases/${caseId}` : page;
    expect((await console.get(address)).text).not.toContain("What it holds back waits");
    console.sendingIs({ lane: { kind: "runs" }, refusals: {}, stops: stoppedByJoe });
    expect(textOf((await console.get(address)).text)).toContain("All sending is stopped . What it holds back waits");
    console.sendingIs(stopped);
    expect(textOf((await console.get(address)).text)).toContain("Standard notices have stopped . What it holds");
  },
);

it("says each reason on every other page: what a person stopped may be less than what stands still", async () => {
  console.sendingIs({
    lane: { kind: "stopped", since: threeAtNight, why: "5 % bounces", told: true, urgentToo: true },
    stops: { standard: byJoe },
    refusals: { urgent: { since: threeAtNight, code: "MessageRejected", tries: 1, nextTryAt: threeAtNight } },
    day: { spent: "all", perDay: 100, sentInLastDay: 100 },
  });
  const says = textOf((await console.get("/report")).text);
  expect(says).toContain(
    "Standard sending is stopped. All notices have stopped, urgent ones too. SES refuses our mail. " +
      "No notice goes out: the day’s mails are spent . What it holds back waits",
  );
});

describe("the first page, while standard notices are stopped", () => {
  it("says it once where its form comes back", async () => {
    console.sendingIs(stopped);
    const { status, text } = await console.post("/sending/resume", { why: "" });
    expect([status, text.match(/Standard notices have stopped/g)?.length]).toEqual([422, 1]);
  });

  it("says so above everything else, with since when, why, and what goes on", async () => {
    console.sendingIs(stopped);
    await aNight(console);
    const { text } = await console.get("/");
    expect(text.indexOf("Standard notices have stopped")).toBeLessThan(text.indexOf("need you ("));
    expect(textOf(text)).toContain(
      "4.5 % permanent bounces among the last 400 mails. Urgent notices go on; standard ones wait, and none is lost.",
    );
    expect(textOf(text)).toContain(
      'npx takedown sending --resume --why "what was corrected"'.replaceAll('"', "&quot;"),
    );
  });

  it("does not say that all is well when no case waits", async () => {
    console.sendingIs(stopped);
    const { text } = await console.get("/");
    expect(text).not.toContain("All is well");
    expect(textOf(text)).toContain("Nothing needs you");
  });

  it("lets them go out again with who and why, and the page is as before", async () => {
    console.sendingIs(stopped);
    console.later(5);
    const answer = await console.post("/sending/resume", {
      why: " The directory entry of the dead desk is corrected. ",
    });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/?sending=changed"]);
    expect(console.sending()).toEqual({
      lane: {
        kind: "runs",
        since: "2026-11-24T03:05:00.000Z",
        by: "jane",
        why: "The directory entry of the dead desk is corrected.",
      },
      stops: {},
      refusals: {},
    });
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["sending.resumed"]);
    expect((await console.get("/")).text).toContain("All is well");
  });

  it.each([
    ["", "Say in a sentence what was corrected; it is kept with your name."],
    ["   ", "Say in a sentence what was corrected; it is kept with your name."],
    ["x".repeat(1001), "Keep it to 1000 characters."],
  ])("stays stopped without a reason that can be kept (%#)", async (why, says) => {
    console.sendingIs(stopped);
    const answer = await console.post("/sending/resume", { why });
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(new RegExp(`<p class="problem" id="resume-why-problem">${says}</p>`));
    expect(console.sending()).toEqual(stopped);
  });

  it("keeps the reason of who was first", async () => {
    const runs: SendingState = {
      lane: { kind: "runs", since: threeAtNight, by: "anna", why: "the list was corrected" },
      stops: {},
      refusals: {},
    };
    console.sendingIs(runs);
    expect((await console.post("/sending/resume", { why: "mine" })).status).toBe(303);
    expect(console.sending()).toEqual(runs);
    expect(console.said).toEqual([]);
  });
});

it("the first page says of sending what every page says, and what somebody has just changed at once", async () => {
  const house = aConsole();
  const old: SendingState = { lane: { kind: "runs" }, stops: {}, refusals: {} };
  const asked: string[] = [];
  const { state } = house.deps.sending;
  Object.assign(house.deps.sending, {
    state: () => {
      asked.push("state");
      return state();
    },
    lately: async () => {
      asked.push("lately");
      return old;
    },
  });
  await house.get("/");
  await house.get("/report");
  expect(asked.splice(0)).toEqual(["lately", "lately"]);
  const { headers } = await house.post("/sending/stop", { lane: "all", why: "Notices name the wrong host." });
  expect((await house.get(headers.get("location") ?? "")).text).toContain("All sending is stopped");
  expect(asked.filter((one) => one === "state")).toHaveLength(1);
});

describe("stopping sending", () => {
  const why = "Notices name the wrong host since the last deployment.";

  it("is there for whoever may decide, one click from every page, and for nobody else", async () => {
    for (const page of ["/", "/settings", "/report"])
      expect((await console.get(page)).text, page).toContain('href="/sending"');
    expect((await console.get("/sending")).text).toContain('action="/sending/stop"');
    const reader = aConsole({ mayDecide: false });
    expect((await reader.get("/")).text).not.toContain('href="/sending"');
    expect((await reader.get("/sending")).text).not.toContain('action="/sending/stop"');
    expect((await aConsole({ mayDecide: false }).post("/sending/stop", { why })).status).toBe(403);
  });

  it("stops both lanes with who and why, says so above everything else, and is not offered again", async () => {
    await aNight(console);
    const answer = await console.post("/sending/stop", { lane: "all", why });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/?sending=changed"]);
    const word = { at: expect.any(String), by: "jane", why };
    expect(console.sending().stops).toEqual({ urgent: word, standard: word });
    const { text } = await console.get("/");
    expect(text.indexOf("All sending is stopped")).toBeLessThan(text.indexOf("need you ("));
    expect(textOf(text)).toContain(`: ${why}`);
    expect((await console.get("/sending")).text).not.toContain('action="/sending/stop"');
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["sending.paused"]);
  });

  it("stops everything where the form does not say well what", async () => {
    await console.post("/sending/stop", { lane: "everything!", why });
    expect(Object.keys(console.sending().stops).sort()).toEqual(["standard", "urgent"]);
  });

  it("keeps who stopped a lane first", async () => {
    await console.post("/sending/stop", { lane: "standard", why });
    console.later(5);
    await console.post("/sending/stop", { lane: "all", why: "me too" });
    expect(console.sending().stops.standard?.why).toBe(why);
    expect(console.sending().stops.urgent?.why).toBe("me too");
  });

  it("lets one lane go on by a second form with its own reason, and leaves the breaker's stop as it is", async () => {
    console.sendingIs({
      ...stopped,
      stops: { urgent: { at: threeAtNight, by: "anna", why }, standard: { at: threeAtNight, by: "anna", why } },
    });
    const seen = { "seen-urgent": threeAtNight, "seen-standard": threeAtNight };
    expect((await console.get("/")).text).toContain(`name="seen-urgent" value="${threeAtNight}"`);
    expect((await console.post("/sending/resume", { ends: "pause", lane: "urgent", why: "", ...seen })).status).toBe(
      422,
    );
    expect(
      (
        await console.post("/sending/resume", {
          ends: "pause",
          lane: "urgent",
          why: "Urgent notices are right.",
          ...seen,
        })
      ).status,
    ).toBe(303);
    expect(Object.keys(console.sending().stops)).toEqual(["standard"]);
    expect(console.sending().lane.kind).toBe("stopped");
  });

  it("ends no later stop by a page on which an earlier one stood", async () => {
    const later = { at: "2026-11-24T03:30:00.000Z", by: "bob", why: "another reason" };
    console.sendingIs({ ...stopped, stops: { urgent: later } });
    await console.post("/sending/resume", {
      ends: "pause",
      lane: "all",
      why: "as agreed",
      "seen-urgent": threeAtNight,
    });
    expect(console.sending().stops).toEqual({ urgent: later });
  });

  it("lets nothing go on by a form that names no lane", async () => {
    console.sendingIs({ ...stopped, stops: { urgent: { at: threeAtNight, by: "anna", why } } });
    await console.post("/sending/resume", { ends: "pause", why: "as before" });
    expect(Object.keys(console.sending().stops)).toEqual(["urgent"]);
  });

  it("stops at once without a reason, and asks for it after", async () => {
    const answer = await console.post("/sending/stop", { lane: "all", why: "  " });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/?sending=changed"]);
    expect(Object.keys(console.sending().stops).sort()).toEqual(["standard", "urgent"]);
    const { text } = await console.get("/");
    expect(textOf(text)).toMatch(/Stopped by jane, .*: no reason given yet/);
    const at = console.sending().stops.urgent?.at ?? "";
    const seen = { "seen-urgent": at, "seen-standard": at };
    expect((await console.post("/sending/reason", { ...seen, why: "" })).text).toContain('id="reason-why-problem"');
    expect((await console.post("/sending/reason", { ...seen, why })).status).toBe(303);
    expect(Object.values(console.sending().stops).map((word) => word?.why)).toEqual([why, why]);
    expect((await console.get("/")).text).not.toContain('action="/sending/reason"');
  });

  it("gives no later stop the reason that was meant for another, and none a second one", async () => {
    await console.post("/sending/stop", { lane: "urgent", why: "" });
    await console.post("/sending/reason", { "seen-urgent": "2026-11-24T02:00:00.000Z", why });
    expect(console.sending().stops.urgent?.why).toBe("");
    const seen = { "seen-urgent": console.sending().stops.urgent?.at ?? "" };
    await console.post("/sending/reason", { ...seen, why });
    await console.post("/sending/reason", { ...seen, why: "another" });
    expect(console.sending().stops.urgent?.why).toBe(why);
  });

  it("says in red at the top that sending is NOT stopped, whatever kept it from being stopped", async () => {
    const refused = {
      "from elsewhere": () => console.post("/sending/stop", { why }, { "sec-fetch-site": "cross-site" }),
      "somebody else's form": () => console.post("/sending/stop", { why, "written-by": "anna" }),
      "too long": () => console.post("/sending/stop", { why: "x".repeat(100_000) }),
      "no form": () => console.post("/sending/stop", { why }, { "content-type": "application/json" }),
      "a reader": () => aConsole({ mayDecide: false }).post("/sending/stop", { why }),
      "a table that does not answer": () => {
        console.orders.tableIsDown = true;
        return console.post("/sending/stop", { why });
      },
      "nobody signed in": () => {
        console.signIn(undefined);
        return console.post("/sending/stop", { why });
      },
    };
    for (const [kept, post] of Object.entries(refused)) {
      const { status, text } = await post();
      expect(status, kept).toBeGreaterThanOrEqual(400);
      expect(textOf(text.slice(text.indexOf('<main id="content">'))), kept).toMatch(/^ ?Sending is NOT stopped/);
      expect(text, kept).toContain("npx takedown sending --stop");
    }
    expect(console.sending().stops).toEqual({});
  });
});

describe("the first page, when the day's quota is spent", () => {
  it.each([
    [
      "standard",
      "Standard notices wait: the day’s mails are nearly spent",
      "What is left is kept for urgent notices; standard ones wait and go out by themselves as the day passes.",
    ],
    [
      "all",
      "No notice goes out: the day’s mails are spent",
      "All notices, urgent ones too, wait and go out by themselves as the day passes.",
    ],
  ] as const)("for %s says who waits, and asks nothing", async (spent, title, says) => {
    console.sendingIs({
      lane: { kind: "runs" },
      stops: {},
      refusals: {},
      day: { spent, perDay: 200, sentInLastDay: 190 },
    });
    const { text } = await console.get("/");
    expect(textOf(text)).toContain(title);
    expect(textOf(text)).toContain(`SES took 190 of 200 mails that it allows in 24 hours. ${says}`);
    expect(text).not.toContain('action="/sending/resume"');
    expect(text).not.toContain("All is well");
  });
});
