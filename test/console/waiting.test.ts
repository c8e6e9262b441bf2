import { beforeEach, describe, expect, it } from "vitest";
import type { Question } from "../../functions/case/question.ts";
import { clockTime } from "../../functions/console/words.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import type { Report } from "../../functions/report/report.ts";
import { aCandidate, anAnswer, aReport } from "../support/a-case.ts";
import { memoryCaseStore } from "../support/memory-case-store.ts";
import { aConsole, aNight, reviewOf } from "./a-console.ts";

let console: ReturnType<typeof aConsole>;
beforeEach(() => {
  console = aConsole();
});

const asked = async (host: string, question: Question, spoilt: Partial<Report> = {}, country = "DE") => {
  const id = await console.opened(
    aReport({ reportId: host, category: "phishing", target: { kind: "host", host }, ...spoilt }),
  );
  const candidates = [aCandidate({ email: `abuse@desk-${country.toLowerCase()}.example` })];
  const answer = anAnswer({ askedAt: console.now(), country, candidates });
  await console.happened(id, { type: "contact-answered", at: console.now(), answer });
  await console.asks(id, question, "Somebody asks.");
  console.later(1);
  return id;
};

const casesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/href="\/cases\/(TD-[^"?]+)\?in=/g)].map(([, id]) => id ?? "")),
];
const rowsIn = (text: string): readonly string[] =>
  [...text.matchAll(/name="row" value="([^"]+)"/g)].map(([, row]) => row ?? "");

describe("the list of what waits", () => {
  it("is narrowed by each part of its address, and counts what each choice would leave", async () => {
    const german = await asked("a.example", "name-gone");
    const french = await asked("b.example", "still-up", { category: "malware", reporter: "cert" }, "FR");
    const list = async (query: string) => casesIn((await console.get(`/waiting?${query}`)).text);
    expect(await list("")).toEqual([german, french]);
    expect(await list("country=FR")).toEqual([french]);
    expect(await list("category=phishing")).toEqual([german]);
    expect(await list("question=still-up")).toEqual([french]);
    expect(await list("provider=desk-de.example")).toEqual([german]);
    expect(await list("reporter=cert")).toEqual([french]);
    expect(await list("lane=urgent")).toEqual([]);
    expect(await list("age=1")).toEqual([]);
    console.later(58);
    expect(await list("age=1")).toEqual([german]);
    expect(await list("country=FR&category=phishing")).toEqual([]);
    expect((await console.get("/waiting?country=FR")).text).toContain('value="FR" selected="">FR (1)');
    expect(await list("country=%3Cscript%3E&question=constructor&by=toString&age=7&page=-1")).toEqual([german, french]);
  });

  it("says which part of its address is not known, and that it was left out", async () => {
    await asked("a.example", "name-gone");
    const said = async (query: string) =>
      /Left out: [^<]*/.exec((await console.get(`/waiting?${query}`)).text)?.[0]?.replaceAll("&quot;", '"');
    expect(await said("question=zzz")).toBe("Left out: question “zzz”. The list is not narrowed by it.");
    expect(await said("lane=foo&country=de&lang=en")).toBe(
      "Left out: lane “foo”, country “de”, lang “en”. The list is not narrowed by it.",
    );
    expect(await said("x=https%3A%2F%2Fevil.example%2F%E2%80%AE")).toContain("x “hxxps://evil[.]example/\\u202e”");
    expect(await said(`x=${"a".repeat(900)}`)).toHaveLength(
      `Left out: x “”. The list is not narrowed by it.`.length + 61,
    );
    for (const known of ["", "lane=&question=&country=&age=&mine=&by=", "lane=urgent&age=4&mine=yes&by=host&page=2"])
      expect([known, await said(known)]).toEqual([known, undefined]);
  });

  it("shows nothing that was answered since, and says so where nothing is left", async () => {
    const id = await asked("a.example", "name-gone");
    await console.happened(id, { type: "closed", at: console.now(), outcome: "gone", why: "x" });
    expect((await console.get("/waiting?country=DE")).text).toContain("Nothing of this kind waits");
  });

  it.each(["question", "provider", "host"])("puts what one answer may be given to together by %s", async (by) => {
    await asked("a.gone.example", "name-gone");
    await asked("b.gone.example", "name-gone");
    await asked("police.example", "clearance");
    const { text } = await console.get(`/waiting?by=${by}`);
    expect(rowsIn(text).filter((row) => row.endsWith("@name-gone.9"))).toHaveLength(2);
    // A question of safety is looked at for itself, whoever asks for a group.
    expect(rowsIn(text).filter((row) => row.endsWith("@clearance.9"))).toEqual([]);
    expect(text).toContain("Each of these is looked at for itself.");
  });

  it("names no host in any address", async () => {
    await asked("very-secret.example", "name-gone");
    const { text } = await console.get("/waiting?by=host&country=DE");
    expect([...text.matchAll(/(?:href|action|value)="([^"]*)"/g)].map(([, it]) => it).join(" ")).not.toContain(
      "secret",
    );
  });
});

describe("how many wait", () => {
  /** A case that goes on while a desk's words are to be read. */
  const toRead = async (host: string) => {
    const id = await console.opened(aReport({ reportId: host, category: "phishing", target: { kind: "host", host } }));
    const what = { question: "reply", toRead: true, blocking: false, reason: "A desk wrote." } as const;
    await console.happened(id, { type: "asked", at: console.now(), reviewId: "reply.9", ...what });
  };

  it("is said alike on both pages: cases, messages of which none was opened, and what is only to be read", async () => {
    await asked("a.example", "name-gone");
    await toRead("b.example");
    for (const text of ["one", "two"]) await console.unreadable(text, `target.${text}`);
    const [call, list] = [(await console.get("/")).text, (await console.get("/waiting")).text];
    expect(call).toContain("<h1>1 case and 2 messages wait for you</h1>");
    expect(list).toContain("<h1>1 case and 2 messages wait, 1 to be read</h1>");
    for (const text of [call, list]) {
      expect(text).toContain("<title>3 waiting ·");
      for (const field of ["one", "two"]) expect(text).toContain(`<span class="soft">target.${field} · sent by AROA`);
    }
    expect(call).toContain("Nothing stops while these wait");
    expect(call).not.toContain("Nobody waits");
  });

  it("is said in all where one page does not hold them, with the way to what is to be read", async () => {
    await toRead("a.example");
    for (let number = 0; number < 30; number++) await console.unreadable(`message ${number}`);
    const { text } = await console.get("/");
    expect(text).toContain("<h1>30 messages wait for you</h1>");
    expect(text).toContain('<a href="/waiting">1 to be read</a>');
  });

  it("is said to be more where more wait than are counted", async () => {
    const store = memoryCaseStore();
    console = aConsole({
      store: {
        ...store,
        inLine: async (limit) => {
          const [place] = await store.inLine(1);
          return place ? Array.from({ length: limit }, () => place) : [];
        },
      },
    });
    for (let number = 0; number < 30; number++) await console.unreadable(`message ${number}`);
    const { text } = await console.get("/");
    expect(text).toContain("<h1>More than 10000 messages wait for you</h1>");
    expect(text).toContain("<title>10000+ waiting ·");
  });
});

describe("a reservation", () => {
  const reservation = (id: string, fields: Record<string, string> = {}) => console.post(`/cases/${id}/reserve`, fields);

  it("is seen by others in the list and on the case until it runs out, and keeps nobody from answering", async () => {
    const id = await asked("a.example", "name-gone");
    expect((await reservation(id)).status).toBe(303);
    expect((await console.get(`/cases/${id}`)).text).toContain("You have it");
    expect(casesIn((await console.get("/waiting?mine=yes")).text)).toEqual([id]);
    console.signIn("joe");
    for (const path of ["/waiting", `/cases/${id}`]) expect((await console.get(path)).text).toContain("jane has it");
    expect(casesIn((await console.get("/waiting?mine=yes")).text)).toEqual([]);
    expect((await console.get(`/cases/${id}`)).text).toContain("Record this decision");
    console.later(15);
    expect((await console.get("/waiting")).text).not.toContain("has it");
  });

  it("is had by one of two, who are told, and taken over only with a word", async () => {
    const id = await asked("a.example", "name-gone");
    await reservation(id);
    console.signIn("joe");
    const late = await reservation(id);
    expect([late.status, late.text.includes("jane has it")]).toEqual([409, true]);
    const seen = { "seen-by": "jane", "seen-at": console.now() };
    expect((await reservation(id, { ...seen, why: " " })).status).toBe(422);
    expect((await reservation(id, { ...seen, why: "You are at lunch." })).status).toBe(303);
    console.signIn("jane");
    const { text } = await console.get(`/cases/${id}`);
    expect(text).toContain("joe has it");
    expect(text).toContain("You are at lunch.");
  });

  it("ends with the answer, or when it is given back", async () => {
    const [one, other] = [await asked("a.example", "name-gone"), await asked("b.example", "name-gone")];
    for (const id of [one, other]) await reservation(id);
    await console.post(`/cases/${one}/give-back`, {});
    await console.post(`/cases/${other}/reviews/name-gone.9`, { decision: "close", outcome: "gone", why: "It is." });
    await console.minutePasses();
    expect((await console.get("/waiting")).text).not.toContain("You have it");
  });

  it("is there again where the answer is taken back within its quarter of an hour", async () => {
    const id = await asked("a.example", "name-gone");
    await reservation(id);
    await console.post(`/cases/${id}/reviews/name-gone.9`, { decision: "close", outcome: "gone", why: "It is." });
    await console.post("/reviews/take-back", { row: `${id}@name-gone.9@${console.now()}` });
    expect((await console.get(`/cases/${id}`)).text).toContain("You have it, 15 min left");
  });

  it("is seen on on-call’s page; among many, what another has is not chosen, and the answer names them", async () => {
    const [one, other] = [await asked("a.gone.example", "name-gone"), await asked("b.gone.example", "name-gone")];
    const alone = await asked("c.other.example", "new-contact");
    for (const id of [one, alone]) await reservation(id);
    const chosenIn = (text: string) =>
      [...text.matchAll(/name="row" value="([^"@]+)@\d+@name-gone.9" checked/g)].map(([, id]) => id);
    for (const path of ["/", "/waiting?by=question"]) {
      console.signIn("jane");
      const mine = (await console.get(path)).text;
      expect(mine.match(/You have it, 15 min left/g)).toHaveLength(2);
      expect(chosenIn(mine)).toEqual([one, other]);
      console.signIn("joe");
      const { text } = await console.get(path);
      expect(text.match(/jane has it, 15 min left/g)).toHaveLength(2);
      expect(chosenIn(text)).toEqual([other]);
    }
    const answer = await console.post("/reviews/together", [
      ...rowsIn((await console.get("/")).text).map((row): [string, string] => ["row", row]),
      ["question", "name-gone"],
      ["decision", "close:gone"],
      ["why", "It is."],
    ]);
    expect(answer.text.match(/jane had it/g)).toHaveLength(1);
    expect(answer.text).toMatch(new RegExp(`${one}</a>[^<]*: recorded; it takes effect at [^<]*; jane had it`));
  });

  it("is taken of no case that is not there", async () => {
    for (const id of ["TD-0000-0000-0000", "x", "STATE%23"]) expect((await reservation(id)).status).toBe(404);
  });
});

describe("the next case", () => {
  const answer = (id: string, from: string, fields: Record<string, string> = {}) =>
    console.post(`/cases/${id}/reviews/name-gone.9?in=${encodeURIComponent(from)}`, {
      decision: "close",
      outcome: "gone",
      why: "It is gone.",
      ...fields,
    });

  it("is shown at once behind an answer, of the same list, with what was decided", async () => {
    const first = await asked("a.example", "name-gone");
    await asked("b.example", "name-gone", {}, "FR");
    const third = await asked("c.example", "name-gone");
    const to = (await answer(first, "country=DE")).headers.get("location") ?? "";
    const given = encodeURIComponent(console.now());
    expect(to).toBe(`/cases/${third}?in=country%3DDE&of=${first}&review=name-gone.9&decided=close&given=${given}`);
    const { text } = await console.get(to);
    expect(text).toContain(`Recorded for ${first}: Close the case`);
    expect(text).toContain(`It takes effect at ${clockTime(plusMinutes(console.now(), 1))}.`);
    expect(text).toContain(`value="${first}@name-gone.9@${console.now()}"`);
    const end = (await answer(third, "country=DE")).headers.get("location") ?? "";
    expect(end).toBe(`/waiting?country=DE&of=${third}&review=name-gone.9&decided=close&given=${given}`);
    expect((await console.get(end)).text).toContain(`Recorded for ${third}: Close the case`);
    await console.minutePasses();
    expect((await console.get(end)).text).toContain("It has taken effect.");
  });

  it("is one that nobody else has before them, and goes past what was left unanswered", async () => {
    const [first, second, third] = [
      await asked("a.example", "name-gone"),
      await asked("b.example", "name-gone"),
      await asked("c.example", "name-gone"),
    ];
    console.signIn("joe");
    await console.post(`/cases/${second}/reserve`, {});
    console.signIn("jane");
    const next = async (after: string) =>
      (await console.get(`/waiting/next?in=&after=${after}`)).headers.get("location")?.split("?")[0];
    expect(await next(first)).toBe(`/cases/${third}`);
    expect(await next(third)).toBe(`/cases/${first}`);
    expect(await next("")).toBe(`/cases/${first}`);
  });

  it("waits while the case asks more, and while an answer was refused", async () => {
    const id = await asked("a.example", "name-gone");
    await asked("b.example", "name-gone");
    await console.asks(id, "still-up", "The reporter says so.", { reviewId: "still-up.10", blocking: false });
    expect((await answer(id, "", { decision: "nonsense" })).status).toBe(422);
    const to = (await answer(id, "", { decision: "look-again" })).headers.get("location");
    expect(to).toBe(`/cases/${id}?in=&recorded=given`);
  });

  it("is offered after an answer that was given outside of a list", async () => {
    const night = await aNight(console);
    const review = reviewOf(await console.read(night.parliament), "protected-target");
    const fields = { decision: "close", outcome: "dismissed", why: "Seen." };
    const path = `/cases/${night.parliament}`;
    const to = (await console.post(`${path}/reviews/${review}`, fields)).headers.get("location") ?? "";
    expect(to).toBe(`${path}?recorded=given`);
    expect((await console.get(to)).text).toContain(`href="/waiting/next?after=${night.parliament}"`);
  });
});
