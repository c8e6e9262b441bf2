import { beforeEach, describe, expect, it } from "vitest";
import type { Question } from "../../functions/case/question.ts";
import { clockTime } from "../../functions/console/words.ts";
import { plusMinutes } from "../../functions/kernel/instant.ts";
import type { Report } from "../../functions/report/report.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
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
  await console.lookedUp(id, {
    country,
    candidates: [aCandidate({ email: `abuse@desk-${country.toLowerCase()}.example` })],
  });
  await console.asks(id, question, "Somebody asks.");
  console.later(1);
  return id;
};

const casesIn = (text: string): readonly string[] => [
  ...new Set([...text.matchAll(/href="\/cases\/(TD-[^"?]+)\?in=/g)].map(([, id]) => id ?? "")),
];
const rowsIn = (text: string): readonly string[] =>
  [...text.matchAll(/name="row" value="([^"]+)"/g)].map(([, row]) => row ?? "");

describe("the list of what needs a person", () => {
  it("is narrowed by each part of its address, and counts what each choice would leave", async () => {
    const german = await asked("a.example", "name-gone");
    const french = await asked(
      "b.example",
      "still-up",
      { category: "malware", reporter: "cert", labels: ["acme corp"] },
      "FR",
    );
    const list = async (query: string) => casesIn((await console.get(`/?${query}`)).text);
    expect(await list("")).toEqual([german, french]);
    expect(await list("country=FR")).toEqual([french]);
    expect(await list("category=phishing")).toEqual([german]);
    expect(await list("question=still-up")).toEqual([french]);
    expect(await list("provider=desk-de.example")).toEqual([german]);
    expect(await list("reporter=cert")).toEqual([french]);
    for (const state of ["", "&state=open", "&state=all"])
      expect(await list(`label=+Acme+Corp${state}`)).toEqual([french]);
    expect(await list("label=acme")).toEqual([]);
    expect(await list("lane=urgent")).toEqual([]);
    expect(await list("age=1")).toEqual([]);
    console.later(58);
    expect(await list("age=1")).toEqual([german]);
    expect(await list("country=FR&category=phishing")).toEqual([]);
    expect((await console.get("/?country=FR")).text).toContain('value="FR" selected="">FR (1)');
    expect(await list("country=%3Cscript%3E&question=constructor&state=toString&age=7&at=-1")).toEqual([
      german,
      french,
    ]);
  });

  it("says which part of its address is not known, and that it was left out", async () => {
    await asked("a.example", "name-gone");
    const said = async (query: string) =>
      /Left out: [^<]*/.exec((await console.get(`/?${query}`)).text)?.[0]?.replaceAll("&quot;", '"');
    expect(await said("question=zzz")).toBe("Left out: question “zzz”. The list is not narrowed by it.");
    expect(await said("lane=foo&country=de&lang=en")).toBe(
      "Left out: lane “foo”, country “de”, lang “en”. The list is not narrowed by it.",
    );
    expect(await said("x=https%3A%2F%2Fevil.example%2F%E2%80%AE")).toContain("x “hxxps://evil[.]example/\\u202e”");
    expect(await said(`x=${"a".repeat(900)}`)).toHaveLength(
      `Left out: x “”. The list is not narrowed by it.`.length + 61,
    );
    for (const day of ["2026-02-31", "x", "2026-11-24T00:00", "%3Cscript%3E"])
      expect(await said(`state=all&from=${day}`)).toContain("Left out: from");
    for (const known of [
      "",
      "lane=&question=&country=&age=&mine=&state=",
      "lane=urgent&age=4&mine=yes&sort=newest&at=persons&behind=50",
    ])
      expect([known, await said(known)]).toEqual([known, undefined]);
  });

  it("shows nothing that was answered since, and says so where nothing is left", async () => {
    const id = await asked("a.example", "name-gone");
    await console.happened(id, { type: "closed", at: console.now(), outcome: "gone", why: "x" });
    expect((await console.get("/?country=DE")).text).toContain("Nothing of this kind needs you");
  });

  it("puts cases that ask the same behind the worst of them, with one form, and the others alone", async () => {
    const [one, other] = [await asked("a.gone.example", "name-gone"), await asked("police.example", "clearance")];
    const third = await asked("b.gone.example", "name-gone");
    const { text } = await console.get("/");
    expect([...text.matchAll(/data-row="([^"]+)"/g)].map(([, id]) => id)).toEqual([other, one, third]);
    expect(text).toContain("2 cases: ");
    expect(rowsIn(text).filter((row) => row.endsWith("@name-gone.9"))).toHaveLength(2);
    // A question of safety is answered for its own case alone: it can't be chosen.
    expect(rowsIn(text).filter((row) => row.endsWith("@clearance.9"))).toEqual([]);
  });

  it("lists the same cases once where they ask several things alike, and says so where any of it blocks", async () => {
    const ids = [await asked("a.gone.example", "name-gone"), await asked("b.gone.example", "name-gone")];
    for (const id of ids) await console.asks(id, "may-be-back", "Somebody says so.", { blocking: true });
    const { text } = await console.get("/");
    expect(text.match(/2 cases: /g)).toHaveLength(1);
    const blocked = await asked("c.example", "live");
    await console.asks(blocked, "still-up", "Somebody says so.", { blocking: true });
    const row = new RegExp(`data-row="${blocked}".*?</li>`, "s").exec((await console.get("/")).text)?.[0];
    expect([row?.includes("Blocked until you decide"), row?.includes("Continues without you")]).toEqual([true, false]);
  });

  it("has what is live first, then clearances, then the longest wait, or the order that is asked for", async () => {
    const [old, police] = [await asked("a.example", "still-up"), await asked("b.example", "clearance")];
    const live = await asked("c.example", "live");
    const late = await asked("d.example", "new-contact");
    const list = async (query: string) => casesIn((await console.get(`/?${query}`)).text);
    expect(await list("")).toEqual([live, police, old, late]);
    expect(await list("sort=oldest")).toEqual([old, police, live, late]);
    expect(await list("sort=newest")).toEqual([late, live, police, old]);
  });

  it("offers in each state what can be chosen, and no field that somebody could type a host into", async () => {
    await asked("a.example", "name-gone");
    for (const state of ["open", "closed", "decided", "all"]) {
      const { text } = await console.get(`/?state=${state}`);
      const form = /<form class="filter"[\s\S]*?<\/form>/.exec(text)?.[0] ?? "";
      expect([state, form.match(/<input(?![^>]*type="(?:hidden|date)")/g)]).toEqual([state, null]);
      expect(form).toContain('<option value="hotline">hotline</option>');
    }
  });

  it("says in its title what it has: how much needs a person alone where it is of that", async () => {
    await asked("a.example", "name-gone");
    const title = async (query: string) => /<title>([^·]*)/.exec((await console.get(`/?${query}`)).text)?.[1]?.trim();
    expect(await title("")).toBe("1 needs you");
    expect(await title("state=open")).toBe("Open cases");
    expect(await title("mail=sent")).toBe("Mails: sent");
  });

  it("names no host in any address", async () => {
    await asked("very-secret.example", "name-gone");
    const { text } = await console.get("/?country=DE");
    expect([...text.matchAll(/(?:href|action|value)="([^"]*)"/g)].map(([, it]) => it).join(" ")).not.toContain(
      "secret",
    );
  });
});

describe("a list by day", () => {
  it("has what a person reported, by whoever they are now, and no one else's", async () => {
    const mine = await asked("a.example", "name-gone", { enteredBy: "Jane (oidc sso 7)" });
    await asked("b.example", "name-gone", { enteredBy: "John (oidc sso 8)" });
    await asked("c.example", "name-gone");
    const list = async (query: string) => casesIn((await console.get(`/?state=all&mine=yes${query}`)).text);
    console.signIn("Jane Doe (oidc sso 7)");
    expect(await list("")).toEqual([mine]);
    expect(await list("&provider=desk-fr.example")).toEqual([]);
    console.later(30 * 24 * 60);
    expect(await list("")).toEqual([mine]);
  });

  it("says by which day a row stands in it", async () => {
    const id = await asked("a.example", "name-gone");
    console.later(24 * 60);
    await console.post(`/cases/${id}/reviews/name-gone.9`, { decision: "close", outcome: "gone", why: "Looked." });
    await console.minutePasses();
    expect((await console.get("/?state=closed")).text).toContain("closed 25 Nov 2026");
    expect((await console.get("/?state=all")).text).toContain("opened 24 Nov 2026");
  });

  it("is of today by one link, and of the last days by the next", async () => {
    const { text } = await console.get("/?state=closed&category=phishing");
    expect(text).toContain('href="/?state=closed&amp;category=phishing&amp;from=2026-11-24">Today');
    expect((await console.get("/?state=closed&from=2026-11-24")).text).toContain(
      'href="/?state=closed">The last 7 days',
    );
    expect((await console.get("/?state=open")).text).not.toContain(">Today<");
    // Other states mean something else by *mine*, and those found by a person are listed however old.
    const own = (await console.get("/?state=all&mine=yes&from=2026-11-24")).text;
    expect(own).toContain('href="/?state=all&amp;mine=yes">All days');
    expect(own).toContain('href="/?state=closed&amp;from=2026-11-24">Closed');
  });
});

describe("how many wait", () => {
  /** A case that goes on while a desk's words are to be read. */
  const toRead = async (host: string) => {
    const id = await console.opened(aReport({ reportId: host, category: "phishing", target: { kind: "host", host } }));
    await console.asks(id, "reply", "A desk wrote.", { toRead: true, blocking: false });
  };

  it("is said: cases, messages of which none was opened, and what is only to be read", async () => {
    await asked("a.example", "name-gone");
    await toRead("b.example");
    for (const text of ["one", "two"]) await console.unreadable(text, `target.${text}`);
    const { text } = await console.get("/");
    expect(text).toContain("<h1>3 items need you (1 case, 2 unreadable reports), 1 to read</h1>");
    expect(text).toContain("<title>3 need you ·");
    for (const field of ["one", "two"]) expect(text).toContain(`<span class="soft">target.${field} · sent by AROA`);
    expect(text).toContain("Those to read come last.");
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
    expect(text).toContain("<h1>More than 10000 unreadable reports need you</h1>");
    expect(text).toContain("<title>10000+ need you ·");
  });
});

describe("a reservation", () => {
  const reservation = (id: string, fields: Record<string, string> = {}) => console.post(`/cases/${id}/reserve`, fields);

  it("is seen by others in the list and on the case until it runs out, and keeps nobody from answering", async () => {
    const id = await asked("a.example", "name-gone");
    expect((await reservation(id)).status).toBe(303);
    expect((await console.get(`/cases/${id}`)).text).toContain("You have it");
    expect(casesIn((await console.get("/?mine=yes")).text)).toEqual([id]);
    console.signIn("joe");
    for (const path of ["/", `/cases/${id}`]) expect((await console.get(path)).text).toContain("jane has it");
    expect(casesIn((await console.get("/?mine=yes")).text)).toEqual([]);
    expect((await console.get(`/cases/${id}`)).text).toContain("Answer anyway");
    console.later(15);
    expect((await console.get("/")).text).not.toContain("has it");
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

  it("warns whoever answers without having seen it, with what they typed; who saw it answers anyway", async () => {
    const id = await asked("a.example", "name-gone");
    const answer = { decision: "close", outcome: "gone", why: "It is gone." };
    console.signIn("joe");
    await reservation(id);
    console.later(1);
    console.signIn("jane");
    const warned = await console.post(`/cases/${id}/reviews/name-gone.9`, answer);
    expect([warned.status, (await console.read(id)).reviews[0]?.given]).toEqual([409, undefined]);
    expect(warned.text).toContain("joe has this since 1 min: answer anyway?");
    expect(warned.text).toMatch(/value="close"[^>]* checked/);
    expect(warned.text).toContain("It is gone.");
    const [, assigned = ""] = /name="assigned" value="([^"]+)"/.exec((await console.get(`/cases/${id}`)).text) ?? [];
    expect((await console.post(`/cases/${id}/reviews/name-gone.9`, { ...answer, assigned })).status).toBe(303);
  });

  it("ends with the answer, or when it is given back", async () => {
    const [one, other] = [await asked("a.example", "name-gone"), await asked("b.example", "name-gone")];
    for (const id of [one, other]) await reservation(id);
    await console.post(`/cases/${one}/give-back`, {});
    await console.post(`/cases/${other}/reviews/name-gone.9`, { decision: "close", outcome: "gone", why: "It is." });
    await console.minutePasses();
    expect((await console.get("/")).text).not.toContain("You have it");
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
    for (const path of ["/", "/?category=phishing"]) {
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
    expect(end).toBe(`/?country=DE&of=${third}&review=name-gone.9&decided=close&given=${given}`);
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
      (await console.get(`/next?in=&after=${after}`)).headers.get("location")?.split("?")[0];
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
    expect((await console.get(to)).text).toContain(`href="/next?after=${night.parliament}"`);
  });
});
