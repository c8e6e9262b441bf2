import { beforeAll, expect, it } from "vitest";
import type { LocalConsole } from "../../infra/local/console-server.ts";
import { aConsole, firstNotice } from "../console/a-console.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
import { aChromium, phone, readsWell } from "./a-browser.ts";

const letter =
  "Dear sender,\n\nwe have looked into it and see no reason to act. Our customer tells us that the page is theirs " +
  "and that they have the right to use the name. Please write to them directly.\n\nKind regards\nAbuse team, #12345";

const console = aConsole();
let server: LocalConsole;
const chromium = aChromium();
beforeAll(async () => {
  server = await chromium.serves(console);
});

const told = async (name: string): Promise<string> => {
  const target = { kind: "url", url: `https://${name}.bad.example/pay/login`, host: `${name}.bad.example` } as const;
  const id = await console.opened(aReport({ reportId: name, target }));
  const candidates = [aCandidate(), aCandidate({ email: "abuse@upstream.example", scope: "upstream" })];
  await console.lookedUp(id, { candidates });
  return id;
};
const wroteBack = async (said: string): Promise<string> => {
  const id = await told(`answered-${said.length}`);
  const notice = { noticeId: firstNotice(await console.read(id)), at: console.now() };
  await console.claimed(id, notice.noticeId);
  await console.sent(id, notice.noticeId, `0100-${said.length}`);
  const reply = { replyClass: "refused", authenticated: true, mailHash: "one", confidence: 0.834, said } as const;
  await console.happened(id, { type: "replied", ...reply, ...notice });
  return id;
};
const cameBack = async (): Promise<string> => {
  const id = await told("contact");
  const reason = "What was written to abuse@one.example came back: 550 no such user.";
  await console.asks(id, "no-contact", reason);
  return id;
};

it.each([
  ["where a desk wrote", () => wroteBack(letter)],
  ["where a desk wrote at length", () => wroteBack(letter.repeat(12))],
  ["where somebody is to be written to", cameBack],
])("says on two screens what is asked, what happened last and what may be answered, %s", async (name, given) => {
  const page = await chromium.signedIn(server, { ...phone, isMobile: true });
  await page.goto(`${server.origin}/cases/${await given()}`);
  const question = page.locator(".question").first();
  for (const part of [
    question.locator(".happened"),
    question.locator(".answer").last(),
    question.getByRole("button", { name: "Record this decision" }),
    question.locator(".presets"),
  ]) {
    const box = await part.boundingBox();
    expect((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN)).toBeLessThanOrEqual(2 * 844);
  }
  const quotes = question.locator("blockquote");
  // Of a page that is there at once, as all of ours are: nothing is waited for.
  const words = (await quotes.count()) > 0 ? await quotes.first().boundingBox() : null;
  const reason = await question.locator(".happened").boundingBox();
  // What the desk wrote stands before what the machine made of it.
  if (words) expect(reason?.y).toBeGreaterThanOrEqual(words.y + words.height);
  expect(words !== null).toBe(name.includes("desk wrote"));
  const asks = await question.locator("h3").boundingBox();
  expect(asks?.y).toBeLessThan(844);
  await readsWell(page, name);
});
