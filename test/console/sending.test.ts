import { beforeEach, describe, expect, it } from "vitest";
import type { SendingState } from "../../functions/send/sending.ts";
import { aConsole, aNight, type Console, textOf, threeAtNight } from "./a-console.ts";

const runs: SendingState = { lane: { kind: "runs" }, stops: {}, refusals: {} };
const byBreaker: SendingState = {
  ...runs,
  lane: { kind: "stopped", since: threeAtNight, why: "4.5 % permanent bounces among the last 400 mails", told: true },
};
const byJoe = { at: threeAtNight, by: "joe", why: "The texts are wrong." };
const pausedByJoe: SendingState = { ...runs, stops: { urgent: byJoe, standard: byJoe } };

let console: Console;
beforeEach(() => {
  console = aConsole();
});

describe("while notices are held back", () => {
  it.each(["/", "/search", "/overview", "/report", "/policy", "case"])(
    "a red bar says so on every page, and leads to what resumes it: %s",
    async (page) => {
      const { phishing: caseId } = await aNight(console);
      const address = page === "case" ? `/cases/${caseId}` : page;
      expect((await console.get(address)).text).not.toContain("Times below");
      for (const [state, says] of [
        [pausedByJoe, "Sending is paused."],
        [byBreaker, "The circuit breaker has paused standard notices."],
      ] as const) {
        console.sendingIs(state);
        const { text } = await console.get(address);
        expect(textOf(text)).toContain(`${says} Times below don’t apply until it resumes. See why, or resume`);
        expect(text.indexOf("Times below")).toBeLessThan(text.indexOf("<h1"));
      }
    },
  );

  it("the bar has each reason: what a person paused may be less than what is held back", async () => {
    console.sendingIs({
      lane: { kind: "stopped", since: threeAtNight, why: "5 % bounces", told: true, urgentToo: true },
      stops: { standard: byJoe },
      refusals: { urgent: { since: threeAtNight, code: "MessageRejected", tries: 1, nextTryAt: threeAtNight } },
      day: { spent: "all", perDay: 100, sentInLastDay: 100 },
    });
    expect(textOf((await console.get("/report")).text)).toContain(
      "Standard sending is paused. The circuit breaker has paused all notices, urgent ones too. SES refuses our " +
        "mail. No notice goes out: the day’s mails are spent. Times below",
    );
  });

  it("the first page does not say that all is well when no case waits", async () => {
    console.sendingIs(byBreaker);
    const { text } = await console.get("/");
    expect(text).not.toContain("All is well");
    expect(textOf(text)).toContain("Nothing needs you");
  });
});

it("each page says of sending what was read a moment ago, and its own page what is so now", async () => {
  const asked: string[] = [];
  const { state, lately } = console.deps.sending;
  Object.assign(console.deps.sending, {
    state: () => {
      asked.push("state");
      return state();
    },
    lately: () => {
      asked.push("lately");
      return lately();
    },
  });
  await console.get("/");
  await console.get("/report");
  expect(asked.splice(0)).toEqual(["lately", "lately"]);
  const { headers } = await console.post("/sending/stop", { lane: "all", why: "Notices name the wrong host." });
  expect((await console.get(headers.get("location") ?? "")).text).toContain("Sending is paused");
  expect(asked).toEqual(["state"]);
});

describe("what the circuit breaker paused", () => {
  it("says since when, why, and what goes on; once, also where its form comes back", async () => {
    console.sendingIs(byBreaker);
    for (const { text } of [
      await console.get("/sending"),
      await console.post("/sending", { does: "breaker", why: "" }),
    ]) {
      expect(text.match(/has paused standard notices/g)).toHaveLength(1);
      expect(textOf(text)).toContain(
        "4.5 % permanent bounces among the last 400 mails. Urgent notices go out; standard ones wait, and none is " +
          "lost.",
      );
    }
  });

  it("is resumed with who and why", async () => {
    console.sendingIs(byBreaker);
    console.later(5);
    const why = "The directory entry of the dead desk is corrected.";
    const answer = await console.post("/sending", { does: "breaker", why: ` ${why} ` });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sending"]);
    expect(console.sending()).toEqual({
      ...runs,
      lane: { kind: "runs", since: "2026-11-24T03:05:00.000Z", by: "jane", why },
    });
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["sending.resumed"]);
    expect((await console.get("/sending")).text).toContain("Mail is going out");
    expect((await console.get("/")).text).toContain("All is well");
  });

  it.each([
    ["", "Say why in a sentence; it is kept with your name."],
    ["   ", "Say why in a sentence; it is kept with your name."],
    ["x".repeat(1001), "Keep it to 1000 characters."],
  ])("stays paused without a reason that can be kept (%#)", async (why, says) => {
    console.sendingIs(byBreaker);
    const answer = await console.post("/sending", { does: "breaker", why });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(`<p class="problem" id="breaker-why-problem">${says}</p>`);
    expect(console.sending()).toEqual(byBreaker);
  });

  it("keeps the reason of who was first", async () => {
    const resumed: SendingState = {
      ...runs,
      lane: { kind: "runs", since: threeAtNight, by: "anna", why: "the list was corrected" },
    };
    console.sendingIs(resumed);
    expect((await console.post("/sending", { does: "breaker", why: "mine" })).status).toBe(303);
    expect(console.sending()).toEqual(resumed);
    expect(console.said).toEqual([]);
  });
});

describe("pausing sending", () => {
  const why = "Notices name the wrong host since the last deployment.";

  it("is there for whoever may decide, on every page, and for nobody else", async () => {
    const reader = aConsole({ mayDecide: false });
    for (const page of ["/", "/search", "/settings", "/report", "/sending"]) {
      expect((await console.get(page)).text, page).toContain('action="/sending/stop"');
      expect((await reader.get(page)).text, page).not.toContain('action="/sending/stop"');
    }
    expect((await reader.post("/sending/stop", { why })).status).toBe(403);
  });

  it("pauses both lanes with who and why, and is not offered again", async () => {
    const answer = await console.post("/sending/stop", { lane: "all", why });
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/sending"]);
    const word = { at: expect.any(String), by: "jane", why };
    expect(console.sending().stops).toEqual({ urgent: word, standard: word });
    const { text } = await console.get("/sending");
    expect(textOf(text)).toMatch(new RegExp(`Paused by jane, .*: ${why}`));
    expect(text).not.toContain('action="/sending/stop"');
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["sending.paused"]);
  });

  it("pauses everything where the form does not say well what", async () => {
    await console.post("/sending/stop", { lane: "everything!", why });
    expect(Object.keys(console.sending().stops).sort()).toEqual(["standard", "urgent"]);
  });

  it("keeps who paused a lane first", async () => {
    await console.post("/sending/stop", { lane: "standard", why });
    console.later(5);
    await console.post("/sending/stop", { lane: "all", why: "me too" });
    expect(console.sending().stops.standard?.why).toBe(why);
    expect(console.sending().stops.urgent?.why).toBe("me too");
  });

  it("resumes one lane by a form of its own with its own reason, and leaves the breaker's pause as it is", async () => {
    console.sendingIs({ ...byBreaker, stops: pausedByJoe.stops });
    const seen = { "seen-urgent": threeAtNight, "seen-standard": threeAtNight };
    expect((await console.get("/sending")).text).toContain(`name="seen-urgent" value="${threeAtNight}"`);
    const resumes = async (words: string) =>
      (await console.post("/sending", { does: "pause", lane: "urgent", why: words, ...seen })).status;
    expect([await resumes(""), await resumes("Urgent notices are right.")]).toEqual([422, 303]);
    expect(Object.keys(console.sending().stops)).toEqual(["standard"]);
    expect(console.sending().lane.kind).toBe("stopped");
  });

  it("says who paused and resumed, newest first, also when nothing is paused", async () => {
    await console.post("/sending/stop", { lane: "standard", why: "The texts are wrong." });
    const { at = "" } = console.sending().stops.standard ?? {};
    console.later(1);
    await console.post("/sending", { does: "pause", lane: "standard", why: "They are right.", "seen-standard": at });
    const read = textOf((await console.get("/sending")).text);
    expect(read).toMatch(/Resumed , standard lane: jane, .*: They are right\. Paused , standard lane: jane, /);
  });

  it("ends no later pause by a page that showed an earlier one", async () => {
    const later = { at: "2026-11-24T03:30:00.000Z", by: "bob", why: "another reason" };
    console.sendingIs({ ...byBreaker, stops: { urgent: later } });
    await console.post("/sending", { does: "pause", lane: "all", why: "as agreed", "seen-urgent": threeAtNight });
    expect(console.sending().stops).toEqual({ urgent: later });
  });

  it("resumes nothing by a form that names no lane, or not what it is to do", async () => {
    const state = { ...byBreaker, stops: { urgent: byJoe } };
    console.sendingIs(state);
    const seen = { "seen-urgent": threeAtNight };
    await console.post("/sending", { does: "pause", why: "as before", ...seen });
    await console.post("/sending", { lane: "all", why: "as before", ...seen });
    expect(console.sending()).toEqual(state);
  });

  it("pauses at once without a reason, and asks for it after", async () => {
    await console.post("/sending/stop", { lane: "all", why: "  " });
    expect(Object.keys(console.sending().stops).sort()).toEqual(["standard", "urgent"]);
    expect(textOf((await console.get("/sending")).text)).toMatch(/Paused by jane, .*: no reason given yet/);
    const at = console.sending().stops.urgent?.at ?? "";
    const seen = { does: "reason", "seen-urgent": at, "seen-standard": at };
    const refused = (await console.post("/sending", { ...seen, why: "" })).text;
    expect(refused).toContain('id="reason-why-problem"');
    expect(refused).toContain('<a href="#reason-why">');
    expect((await console.post("/sending", { ...seen, why })).status).toBe(303);
    expect(Object.values(console.sending().stops).map((word) => word?.why)).toEqual([why, why]);
    expect((await console.get("/sending")).text).not.toContain('id="reason-why"');
  });

  it("gives no later pause the reason that was meant for another, and none a second one", async () => {
    await console.post("/sending/stop", { lane: "urgent", why: "" });
    await console.post("/sending", { does: "reason", "seen-urgent": "2026-11-24T02:00:00.000Z", why });
    expect(console.sending().stops.urgent?.why).toBe("");
    const seen = { does: "reason", "seen-urgent": console.sending().stops.urgent?.at ?? "" };
    await console.post("/sending", { ...seen, why });
    await console.post("/sending", { ...seen, why: "another" });
    expect(console.sending().stops.urgent?.why).toBe(why);
  });

  it("says in red at the top that sending is NOT paused, whatever kept it from being paused", async () => {
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
      expect(textOf(text.slice(text.indexOf('<main id="content">'))), kept).toMatch(/^ ?Sending is NOT paused/);
      expect(text, kept).toContain("npx takedown sending --stop");
    }
    expect(console.sending().stops).toEqual({});
  });
});

it.each([
  [
    "standard",
    "Standard notices wait: the day’s mails are nearly spent",
    "What is left is kept for urgent notices; standard ones wait and go out automatically as the day passes.",
  ],
  [
    "all",
    "No notice goes out: the day’s mails are spent",
    "All notices, urgent ones too, wait and go out automatically as the day passes.",
  ],
] as const)("when the day's quota is spent for %s says who waits, and has no form", async (spent, title, says) => {
  console.sendingIs({ ...runs, day: { spent, perDay: 200, sentInLastDay: 190 } });
  const { text } = await console.get("/sending");
  expect(textOf(text)).toContain(title);
  expect(textOf(text)).toContain(`SES took 190 of 200 mails that it allows in 24 hours. ${says}`);
  expect(text).not.toContain('action="/sending"');
});

describe("SES's reputation on the first page", () => {
  const counted = (house: Console, adds: Readonly<Record<string, number>>) => {
    const asked: string[] = [];
    Object.assign(house.store, {
      counts: async (book: string, month: string) => {
        asked.push(`${book} ${month}`);
        return new Map([
          ["24", adds],
          ["16", { sent: 10, bounced: 10 }],
        ]);
      },
    });
    return asked;
  };

  it("is a banner where a week's rate is near AWS's limit, with the count beside it", async () => {
    counted(console, { sent: 35, bounced: 1, complained: 1 });
    const read = textOf((await console.get("/")).text);
    expect(read).toContain(
      "SES reputation, last 7 days Bounces: 2.9 % (1 of 35): close below 5 %, where AWS reviews the account. " +
        "See these mails Complaints: 2.9 % (1 of 35): above 0.5 %, where AWS may stop the account's sending. " +
        "See these mails",
    );
  });

  it("is not mentioned where it is well below, and read for the first page alone", async () => {
    const asked = counted(console, { sent: 5000, bounced: 10 });
    for (const page of ["/", "/?lane=urgent", "/report"])
      expect((await console.get(page)).text).not.toContain("SES reputation");
    expect(asked).toEqual(["days 2026-11"]);
  });
});
