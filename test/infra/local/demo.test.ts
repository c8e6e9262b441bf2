import { afterAll, beforeAll, expect, test } from "vitest";
import { tableSending } from "../../../functions/adapters/table-sending.ts";
import { caseWork } from "../../../functions/handlers/case-work.ts";
import { movableClock } from "../../../infra/local/clock.ts";
import { consoleOf, type LocalConsole, startConsole } from "../../../infra/local/console-server.ts";
import { type Deliveries, openDeliveries } from "../../../infra/local/deliveries.ts";
import { demoInFront, mailsAddress } from "../../../infra/local/demo.tsx";
import { letHappen } from "../../../infra/local/outside-world.ts";
import { morning } from "../../support/a-case.ts";
import { aStand } from "../../support/a-stand.ts";

let house: Awaited<ReturnType<typeof aStand>>;
let deliveries: Deliveries;
let local: LocalConsole;
let cookie = "";
let sending: ReturnType<typeof tableSending>;
beforeAll(async () => {
  house = await aStand({ digests: false });
  const { stand } = house;
  deliveries = openDeliveries(stand.folder);
  const base = caseWork(stand.variables, stand.clock, stand.log);
  sending = tableSending(base.table);
  local = await startConsole({
    app: (person) => consoleOf(base, person),
    inFront: demoInFront({ stand, deliveries, sending }),
    port: 0,
  });
  const signedIn = await fetch(local.url, { redirect: "manual" });
  cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
});
afterAll(async () => {
  await local.close();
  await house.close();
});

const page = async (path: string) => (await fetch(local.origin + path, { headers: { cookie } })).text();
const replies = async (fields: Readonly<Record<string, string>>, origin = local.origin) => {
  const body = new URLSearchParams(fields);
  const answer = await fetch(local.origin + mailsAddress, {
    method: "POST",
    redirect: "manual",
    headers: { cookie, origin },
    body,
  });
  await letHappen(house.stand, deliveries, house.clock.now());
  await house.run();
  return [answer.status, answer.headers.get("location")];
};
/** Takes a report in and has its notice sent, an hour after the last to the same desk; gives the mail's number. */
const notified = async (reportId: string): Promise<string> => {
  house.pass(60);
  await house.put("report-standard", house.report(reportId));
  await house.run();
  return String(house.mails().at(-1)?.number);
};

test("the first screen of the demo says three things to try, and each page leads to the sent mails", async () => {
  const first = await page("/");
  expect(first).toContain("Three things to try");
  expect(first).toContain(`href="${mailsAddress}"`);
  const cases = await page("/cases");
  expect(cases).not.toContain("Three things to try");
  expect(cases).toContain(`href="${mailsAddress}"`);
});

test("what a visitor writes as a desk is read as any reply: it closes the case", async () => {
  const mail = await notified("r-1");
  expect(await page(mailsAddress)).toContain("to abuse@platform.example");
  expect(await page(`${mailsAddress}?find=${house.caseIdOf("r-1")}`)).toContain("to abuse@platform.example");
  expect(await page(`${mailsAddress}?find=TD-0000`)).not.toContain("to abuse@platform.example");
  const text = "Hello,\n\nwe have removed the page and suspended our customer's account.\n\nRegards\nAbuse desk";
  expect(await replies({ mail, text })).toEqual([303, `/cases/${house.caseIdOf("r-1")}`]);
  expect((await house.theCase("r-1")).closed?.outcome).toBe("removed");
});

test("an example is sent in one press, and asks a person where it is a desk's question", async () => {
  const mail = await notified("r-2");
  await replies({ mail, text: "", example: "asks" });
  expect((await house.theCase("r-2")).reviews.map(({ question }) => question)).toEqual(["reply"]);
});

test("what the sample desk would have written is not sent after a visitor's reply", async () => {
  const mail = await notified("r-3");
  const at = "2030-01-01T00:00:00.000Z";
  deliveries.plan([
    { id: `mail-${mail}-1`, at, does: { kind: "mail", mime: "" } },
    { id: `mail-${mail}0-1`, at, does: { kind: "mail", mime: "" } },
  ]);
  await replies({ mail, text: "We are looking into it." });
  expect(deliveries.takeDue(at).map(({ id }) => id)).toEqual([`mail-${mail}0-1`]);
});

test("nothing is sent for an empty reply, for a mail that there is not, and from another site", async () => {
  const mail = await notified("r-4");
  expect(await replies({ mail, text: " " })).toEqual([303, mailsAddress]);
  expect(await replies({ mail: "999", text: "Removed." })).toEqual([303, mailsAddress]);
  expect(await replies({ mail, text: "Removed." }, "https://elsewhere.example")).toEqual([403, null]);
  expect((await house.theCase("r-4")).notices.map(({ state }) => state)).toEqual(["sent"]);
});

test.each([
  ["/cases/TD-1/reviews/no-contact.1", 1],
  ["/cases/TD-1/reserve", 1],
  ["/reviews/together", 1],
  ["/search", 600],
])("after a decision or an assignment the clock runs in real time for a minute: %s", async (path, speed) => {
  let realMs = 0;
  const clock = movableClock(morning, 600, () => realMs);
  const inFront = demoInFront({ stand: { ...house.stand, clock }, deliveries, sending });
  const form = new Request(`http://127.0.0.1${path}`, { method: "POST" });
  await inFront(form, "jane", async () => new Response("", { status: 303 }));
  expect(clock.speed()).toBe(speed);
  realMs = 60_000;
  expect(clock.speed()).toBe(600);
});

test("the sent mails say that sending is paused, and where they are", async () => {
  await sending.pause.stop(["urgent", "standard"], { at: house.stand.clock.now(), by: "jane", why: "" });
  const text = await page(mailsAddress);
  expect(text).toContain("Sending is paused");
  expect(text).toContain('aria-current="page">Sent mails</a>');
});
