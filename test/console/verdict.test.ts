import { beforeEach, describe, expect, it } from "vitest";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { EventOf } from "../../functions/case/event.ts";
import { whichHours } from "../../functions/case/hours-to-wait.ts";
import { clockTime } from "../../functions/console/words.ts";
import { plusMinutes, plusMs } from "../../functions/kernel/instant.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
import { aConsole, aNight, type Console, firstNotice, reviewOf } from "./a-console.ts";

let console: Console;
let night: Awaited<ReturnType<typeof aNight>>;
beforeEach(async () => {
  console = aConsole();
  night = await aNight(console);
});

const address = async (caseId: string, question: string) =>
  `/cases/${caseId}/reviews/${reviewOf(await console.read(caseId), question)}`;
const decide = async (caseId: string, question: string, fields: Readonly<Record<string, string>>) =>
  console.post(await address(caseId, question), fields);
/** A case whose first desk answered. */
const replied = async (reply: Partial<EventOf<"replied">>, above: readonly Candidate[] = []): Promise<string> => {
  const caseId = await console.opened(aReport({ reportId: "r-8", category: "botnet" }));
  const state = await console.lookedUp(caseId, { candidates: [aCandidate(), ...above] });
  await console.replied(caseId, firstNotice(state), reply);
  return caseId;
};

describe("a verdict", () => {
  it("is recorded with who and why, and the case goes on", async () => {
    const answer = await decide(night.phishing, "no-contact", {
      decision: "send-to",
      email: "abuse@found.example",
      why: "Their own site names it.",
    });
    const to = `/cases/${night.phishing}?recorded=given`;
    expect([answer.status, answer.headers.get("location")]).toEqual([303, to]);
    const page = await console.get(to);
    expect(page.text).toContain(`It takes effect at ${clockTime(plusMinutes(console.now(), 1))}.`);
    expect(page.text).toContain("Why: Their own site names it.");
    expect((await console.read(night.phishing)).reviews[0]?.given?.by).toBe("jane");
    await console.minutePasses();
    const after = await console.get(to);
    expect(after.text).toContain(
      "What jane decided took effect: Send the notice to another address (abuse@found.example). " +
        "Why: Their own site names it.",
    );
    expect(after.text).toContain("It has taken effect, or was undone.");
    const state = await console.read(night.phishing);
    expect(state.reviews).toEqual([]);
    expect(state.notices.map(({ to }) => to.email)).toEqual(["abuse@found.example"]);
    expect(console.said.map((line) => JSON.parse(line).code)).toEqual(["verdict.recorded"]);
  });

  it("may be that nobody can say yet, and when to be asked again", async () => {
    await console.asks(night.quiet, "unanswered", "Nobody answered.");
    const why = "Their holidays end on Friday.";
    const refused = await decide(night.quiet, "unanswered", { decision: "wait", again: "9999", why });
    expect([refused.status, refused.text.includes(whichHours(["standard"]))]).toEqual([422, true]);
    expect((await console.get(`/cases/${night.quiet}`)).text).toContain('<option value="72">in 3 days</option>');
    const until = plusMinutes(console.now(), 72 * 60);
    await decide(night.quiet, "unanswered", { decision: "wait", again: "72", why });
    await console.minutePasses();
    expect((await console.read(night.quiet)).waitUntil).toBe(until);
    expect((await console.get(`/cases/${night.quiet}`)).text).toContain("Not yet; ask again in 3 days");
  });

  it.each([
    [{ decision: "send-to", email: "abuse@found.example", why: "  " }, "Say why in a sentence"],
    [{ why: "because" }, "Choose one of the answers."],
    [{ decision: "treat-as-sent", why: "no answer to this question" }, "Choose one of the answers."],
    [{ decision: "send-to", email: "abuse@a.example, victim@b.example", why: "because" }, "ASCII"],
    [{ decision: "send-to", email: "noreply@found.example", why: "because" }, "nobody reads it"],
    [{ decision: "close", why: "because" }, "Say how it ended."],
    [{ decision: "close", outcome: "withdrawn", why: "because" }, "Say how it ended."],
    [{ decision: "escalate", why: "because" }, "Choose one of the answers"],
    [{ decision: "look-again", why: "x".repeat(1001) }, "Keep it to 1000 characters."],
  ])(
    "that is none (%j) is refused in words at its field, with what was filled in",
    async (fields: Readonly<Record<string, string>>, words) => {
      const before = await console.read(night.phishing);
      const answer = await decide(night.phishing, "no-contact", fields);
      expect(answer.status).toBe(422);
      expect(answer.text).toContain("Not recorded");
      const [banner = ""] = /<div class="banner bad".*?<\/div>/s.exec(answer.text) ?? [];
      const problems = [...banner.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
      expect(problems).toHaveLength(1);
      expect(answer.text).toContain(`id="${problems[0]}"`);
      expect(answer.text).toMatch(new RegExp(`class="problem"[^>]*>[^<]*${words.replace(/[.]/g, "\\.")}`));
      if (fields.why?.trim()) expect(answer.text).toContain(fields.why.slice(0, 1001));
      expect(await console.read(night.phishing)).toEqual(before);
    },
  );

  it("that may send a notice twice is asked twice", async () => {
    const given = { decision: "send-again", why: "Nothing in the log of the desk." };
    const first = await decide(night.child, "unknown-send", given);
    expect(first.status).toBe(200);
    expect(first.text).toContain("Send it again?");
    expect((await console.read(night.child)).reviews).toHaveLength(1);
    const hidden = Object.fromEntries(
      [...first.text.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, ...field]) => field),
    );
    expect(hidden).toEqual({ "written-by": "jane", ...given, confirmed: "yes" });
    expect((await decide(night.child, "unknown-send", hidden)).status).toBe(303);
    expect((await console.read(night.child)).notices[0]?.state).toBe("queued");
  });

  it("that comes second says whose was first, and shows the case as it is", async () => {
    const path = await address(night.phishing, "no-contact");
    await console.post(path, { decision: "close", outcome: "gone", why: "The page is empty." });
    console.signIn("joe");
    const second = await console.post(path, { decision: "send-to", email: "abuse@found.example", why: "I found it." });
    expect(second.status).toBe(409);
    expect(second.text).toContain("Somebody was first");
    const effect = clockTime(plusMinutes(console.now(), 1));
    expect(second.text).toContain(`jane decided: Close the case: the content is gone. It takes effect at ${effect}`);
    await console.minutePasses();
    const third = await console.post(path, { decision: "send-to", email: "abuse@found.example", why: "I found it." });
    expect(third.text).toContain("What jane decided took effect: Close the case: the content is gone.");
    expect(third.text).toContain("Your answer was not recorded.");
    expect(third.text).toContain("Closed: the content is gone");
    for (const { text } of [second, third]) expect(text).toContain('<p class="copy">I found it.</p>');
  });

  it("pressed twice by the same person is one decision", async () => {
    const path = await address(night.phishing, "no-contact");
    const fields = { decision: "look-again", why: "They were down." };
    expect((await console.post(path, fields)).status).toBe(303);
    const again = await console.post(path, fields);
    expect(again.status).toBe(409);
    expect(again.text).toContain("You have answered this already");
    expect(again.text).not.toContain('class="copy"');
    const other = await console.post(path, { ...fields, why: "They answer now, see http://found.example/x." });
    expect(other.text).toContain('<p class="copy">They answer now, see hxxp://found[.]example/x.</p>');
  });

  it("about a protected domain takes two different persons", async () => {
    const yes = { decision: "clear", why: "Broken into; their CERT asked us." };
    expect((await decide(night.parliament, "protected-target", yes)).headers.get("location")).toBe(
      `/cases/${night.parliament}?recorded=agreed`,
    );
    expect((await console.get(`/cases/${night.parliament}?recorded=agreed`)).text).toContain(
      "A second, different person has to agree before anything goes out.",
    );
    const again = await decide(night.parliament, "protected-target", yes);
    expect([again.status, again.text.includes("You agreed already; a second, different person has to agree.")]).toEqual(
      [403, true],
    );
    console.signIn("joe");
    expect((await console.get(`/cases/${night.parliament}`)).text).toContain("<strong>jane</strong> has agreed.");
    expect((await decide(night.parliament, "protected-target", yes)).headers.get("location")).toBe(
      `/cases/${night.parliament}?recorded=given`,
    );
    await console.minutePasses();
    expect((await console.read(night.parliament)).reviews).toEqual([]);
  });

  it("keeps what was written when others change the case all the time", async () => {
    const contended = aConsole({
      store: { ...console.store, commit: async () => ({ ok: false, error: { kind: "somebody-was-first" } }) },
    });
    const answer = await contended.post(await address(night.phishing, "no-contact"), {
      decision: "look-again",
      why: "They were down.",
    });
    expect(answer.status).toBe(503);
    expect(answer.text).toContain("They were down.");
    expect(answer.text).toContain("send it once more");
  });

  it("about no case is a page that says so", async () => {
    expect((await console.post("/cases/TD-0000-0000-0000/reviews/x.1", { decision: "close" })).status).toBe(404);
  });
});

it.each([
  [[], "Escalate nowCan’t be chosen now. No further level has a contact that may be notified"],
  [
    [aCandidate({ email: "noc@upstream.example", scope: "upstream" })],
    "Escalate nowThen: Escalated to the network above the host.",
  ],
] as const)("the answer that escalates says who would be told (%#)", async (above, says) => {
  const caseId = await replied({}, above);
  expect((await console.get(`/cases/${caseId}`)).text.replace(/<[^>]+>/g, "")).toContain(says);
});

describe("a question about a reply", () => {
  const asked = async (asRead: Partial<EventOf<"replied">>) => {
    const caseId = await replied({ replyClass: "refused", ...asRead });
    return { caseId, page: async () => (await console.get(`/cases/${caseId}`)).text };
  };
  const judged = () => console.store.judged(console.now().slice(0, 7));
  const sure = { confidence: 0.9 } as const;

  it("shows how surely it was read, and asks what the desk said with nothing chosen", async () => {
    const { page } = await asked(sure);
    const text = await page();
    expect(text).toContain("Read so with a sureness of 0.90.");
    expect(text).toContain('<option value="">I don’t say</option>');
    expect(/<select[^>]*name="said">.*?<\/select>/s.exec(text)?.[0]).not.toContain("selected");
    // It is asked of a reply alone.
    expect((await console.get(`/cases/${night.phishing}`)).text).not.toContain('name="said"');
  });

  it("keeps what the person says that the desk said, and counts it", async () => {
    const { caseId, page } = await asked(sure);
    await decide(caseId, "reply", { decision: "continue", why: "Seen.", said: "not-found" });
    expect(await judged()).toEqual([]);
    await console.minutePasses();
    expect(await page()).toContain("By their word the desk said: does not find it.");
    expect((await judged()).map(({ was, times }) => [was, times])).toEqual([["not-found", 1]]);
  });

  it.each<Readonly<Record<string, string>>>([
    {},
    { said: "" },
    { said: "bounce" },
    { said: "something" },
    { said: "toString" },
  ])("takes an answer that does not tell it (%j)", async (said) => {
    const { caseId } = await asked(sure);
    expect((await decide(caseId, "reply", { decision: "continue", why: "Seen.", ...said })).status).toBe(303);
    await console.minutePasses();
    expect((await judged()).map(({ was }) => was)).toEqual([undefined]);
  });

  it("comes back with what was said, where something else was wrong", async () => {
    const { caseId } = await asked(sure);
    const { text } = await decide(caseId, "reply", { decision: "continue", why: "", said: "not-found" });
    expect(text).toContain('<option value="not-found" selected');
    expect(await judged()).toEqual([]);
  });
});

describe("the desk's own words", () => {
  // The answer's own moment may be a little later than that of the question.
  it.each([0, 6])(
    "stand at the question that they raised, as text, also where they came %i ms later than it",
    async (laterMs) => {
      const said = "Which page? <b>https://shop.bad.example/login</b>";
      const caseId = await replied({ at: plusMs(console.now(), laterMs), said });
      const { text } = await console.get(`/cases/${caseId}`);
      expect(text.match(/Which page\? &lt;b&gt;hxxps:\/\/shop\[\.\]bad\[\.\]example\/login&lt;\/b&gt;/g)).toHaveLength(
        2,
      );
    },
  );
});
