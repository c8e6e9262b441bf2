import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { apiProviders, providerByApi } from "../../../../functions/kernel/channels.ts";
import { instant } from "../../../../functions/kernel/instant.ts";
import { anAgenda } from "../../../../infra/bench/person/agenda.ts";
import { drawsOf, shareAt } from "../../../../infra/bench/person/draw.ts";
import { lettersOf } from "../../../../infra/bench/person/letters.ts";
import { worldOf } from "../../../../infra/bench/person/play-week.ts";
import { playedChannels, submit } from "../../../../infra/bench/person/played-channel.ts";
import { languages, settingsOf } from "../../../../infra/bench/person/providers.ts";
import { registriesOf } from "../../../../infra/bench/person/registries.ts";
import { countsOf, weekBegins } from "../../../../infra/bench/person/reports.ts";
import {
  dayMs,
  hourMs,
  type PlayedHost,
  type PlayedTarget,
  pagesByHost,
  targetsOf,
} from "../../../../infra/bench/person/targets.ts";
import { type LetterKind, week } from "../../../../infra/bench/person/week.ts";
import { numberOf } from "../../../../infra/local/servers/channels/played.ts";

const world = worldOf(week.reports);
const { targets, messages, providers, draw } = world;
const readable = messages.filter(({ target }) => target);
const shareOf = <T>(all: readonly T[], is: (one: T) => boolean): number => all.filter(is).length / all.length;
const near = (share: number, wanted: number, by = 0.01) => expect(Math.abs(share - wanted)).toBeLessThan(by);
const hasShare = <T>(all: readonly T[], is: (one: T) => boolean, wanted: number, by?: number) =>
  near(shareOf(all, is), wanted, by);

describe("reports", () => {
  test("are as many as the week has, within its days", () => {
    expect(messages.length).toBe(week.reports);
    const last = Date.parse(weekBegins) + (week.arriveWithinDays + 0.5) * dayMs;
    expect(messages.filter(({ atMs }) => atMs < Date.parse(weekBegins) || atMs > last)).toEqual([]);
  });

  test("join a target that was reported before, and are spelt otherwise, as often as the week says", () => {
    const joining = readable.filter(({ joins }) => joins);
    hasShare(readable, ({ joins }) => joins, week.joins.share);
    hasShare(joining, ({ body }) => body.includes(":443/"), week.joins.ofTheseSpeltDifferently, 0.03);
    expect(new Set(readable.map(({ target }) => target?.id)).size).toBe(targets.length);
  });
});

describe("targets", () => {
  test("share a host with others as the week says, beside what stands at one listed name", () => {
    const { count, pages, shareOfTargets } = week.busyHosts;
    const isListed = ({ registered }: PlayedHost) => /shared|well-known/.test(registered?.kind ?? "");
    const busy = targets.filter(({ host }) => host.pages > 1 && !isListed(host));
    near(busy.length / targets.length, shareOfTargets, 0.02);
    const sizes = new Map(busy.map(({ host }) => [host.name, host.pages]));
    expect(Math.abs(sizes.size - count)).toBeLessThanOrEqual(4);
    expect([...sizes.values()].filter((size) => size < 10 || size > pages[1])).toEqual([]);
  });

  test("are the same for the same seed, and others for another", () => {
    expect(worldOf(300, 7).messages).toEqual(worldOf(300, 7).messages);
    expect(worldOf(300, 7).messages).not.toEqual(worldOf(300, 8).messages);
  });
});

describe("names", () => {
  const pagesOf = pagesByHost(targets);
  const hosts = [...pagesOf.values()].flatMap(([first]) => first?.host ?? []);
  const kindOf = ({ host }: PlayedTarget) => host.registered?.kind;

  test("are falsely reported where they are well known: nothing is there, whatever anybody does", () => {
    const { truth } = worldOf(week.reports);
    const wrong = targets.filter((target) => kindOf(target) === "well-known");
    for (const target of wrong) truth.isTakenDown(target, Date.parse(weekBegins));
    for (const hours of [0, 24, 24 * 30])
      expect(wrong.filter((target) => truth.isUp(target, Date.parse(weekBegins) + hours * hourMs))).toEqual([]);
  });

  test("are drawn apart: all else of the week is as it is without them", () => {
    const bare = targetsOf(countsOf(week.reports).targets, providers, draw);
    const listed = new Set(targets.filter((one) => /shared|well-known/.test(kindOf(one) ?? "")).map(({ id }) => id));
    const rest = (all: readonly PlayedTarget[]) =>
      all.map(({ host: { registered, ...host }, ...target }) => ({
        ...target,
        ...(!listed.has(target.id) && { host }),
      }));
    expect(rest(targets)).toEqual(rest(bare));
  });

  test("are dated by the registry as they are, and by no more than that", async () => {
    const sources = registriesOf(providers, targets, world.truth, () => Date.parse(weekBegins) + 30 * dayMs);
    for (const { registered } of hosts.filter(({ registrar }) => registrar).slice(0, 500)) {
      const asked = await sources.rdap({
        kind: "domain",
        query: registered?.domain ?? "",
        base: "https://rdap.example/",
      });
      const body: unknown = asked.kind === "answer" ? asked.value.body : undefined;
      const dated = registered?.at !== undefined;
      const date = instant(Date.parse(weekBegins) + (registered?.at ?? 0));
      expect(body).toMatchObject({ ldhName: registered?.domain });
      expect(JSON.stringify(body).includes(`{"eventAction":"registration","eventDate":"${date}"}`)).toBe(dated);
    }
  });
});

test("desks answer in the week's shares", () => {
  const sampled = Array.from({ length: 20_000 }, (_, at) => draw("sample", at));
  const kinds = sampled.map((at) => shareAt(week.answersByMail, at));
  for (const [kind, share] of Object.entries(week.answersByMail)) hasShare(kinds, (one) => one === kind, share);
});

describe("letters", () => {
  const kinds = Object.keys(week.answersByMail).filter((kind): kind is LetterKind => kind !== "nothing");

  test("are written in each language for each kind of answer, six at least, none of them twice", () => {
    for (const language of languages) {
      const all = kinds.flatMap((kind) => {
        expect(lettersOf(language, kind).length).toBeGreaterThanOrEqual(6);
        return lettersOf(language, kind);
      });
      expect(new Set(all).size).toBe(all.length);
    }
  });

  test("are in no set that readers learnt from or are tested on", () => {
    const folders = ["test/answers/letters", "test/answers/replies"];
    const sets = folders.flatMap((folder) =>
      readdirSync(folder).map((file) => readFileSync(`${folder}/${file}`, "utf8")),
    );
    const known = sets.join("\n").replaceAll(/\s+/g, " ");
    const letters = languages.flatMap((language) => kinds.flatMap((kind) => lettersOf(language, kind)));
    expect(letters.filter((letter) => known.includes(letter.replaceAll(/\s+/g, " ")))).toEqual([]);
  });
});

describe("what is true", () => {
  const single = targets.filter(({ host }) => host.kind !== "out-of-dns");
  const at = ({ reportedAt }: PlayedTarget, hours: number) => Date.parse(weekBegins) + reportedAt + hours * hourMs;
  const { comesBack } = week.truth;

  test("what was taken down comes back as often as the week says, half of it elsewhere where it can", () => {
    const { truth } = worldOf(week.reports);
    for (const target of single) truth.isTakenDown(target, at(target, 0));
    expect(single.filter((target) => truth.isUp(target, at(target, 0)))).toEqual([]);
    const back = single.filter((target) => truth.hasComeBack(target, at(target, comesBack.withinDays * 24)));
    near(back.length / single.length, comesBack.share);
    const mayMove = back.filter(({ host }) => host.pages === 1 && host.registrar);
    hasShare(
      mayMove,
      (target) => truth.hasMoved(target, at(target, comesBack.withinDays * 24)),
      comesBack.ofTheseElsewhere,
      0.1,
    );
  });

  test("a name that is out of DNS is so for all of its pages, and they come back together", async () => {
    const { truth } = worldOf(week.reports);
    const shared = new Map(pagesByHost(targets.filter(({ host }) => host.kind === "out-of-dns" && host.pages > 1)));
    // The names that come back within the week, and the first hour in which one of their pages is up.
    const returned: { readonly pages: readonly PlayedTarget[]; readonly atMs: number }[] = [];
    for (let hours = 0; hours <= 7 * 24; hours++) {
      for (const [name, pages] of shared) {
        const [first] = pages;
        const atMs = first ? at(first, hours) : 0;
        const ups = pages.filter((page) => truth.isUp(page, atMs));
        if (ups.length === 0) continue;
        expect(ups.length).toBe(pages.length);
        returned.push({ pages, atMs });
        shared.delete(name);
      }
    }
    expect(returned.length).toBeGreaterThan(0);
    for (const { pages, atMs } of returned) {
      let nowMs = atMs;
      const sources = registriesOf(providers, targets, truth, () => nowMs);
      const kindOf = async () => (await sources.addresses(pages[0]?.host.name ?? "")).kind;
      expect(await kindOf()).toBe("answer");
      // One page is taken down by its desk, then all are.
      const [page, ...others] = pages;
      if (page) truth.isTakenDown(page, nowMs);
      nowMs += 1;
      expect([page && truth.isUp(page, nowMs), await kindOf()]).toEqual([false, "answer"]);
      for (const other of others) truth.isTakenDown(other, nowMs);
      expect(await kindOf()).toBe("none");
    }
  });

  test("a provider that is told by its own way answers in the week's shares, and acts then", () => {
    const { truth } = worldOf(week.reports);
    const told = single.map((target) => ({ target, said: submit(target, at(target, 0), truth, draw) }));
    for (const [answer, share] of Object.entries(week.answersByApi))
      hasShare(told, ({ said }) => said.answer === answer, share, 0.02);
    const acted = told.filter(({ said }) => said.answer === "acted");
    expect(acted.filter(({ target, said }) => truth.isUp(target, said.answersAtMs)).length).toBeLessThan(
      acted.length / 10,
    );
  });
});

describe("a provider's API", () => {
  const features = { checker: true, ownChecker: false, channels: true, policyAnswers: true };

  test("is one that the system knows, and is on where channels are", () => {
    const on = settingsOf(providers, features);
    const apis = on.directory.flatMap(({ api }) => api ?? []);
    expect(apis.map(providerByApi)).toEqual(["cloudflare", "godaddy", "aws"]);
    expect(Object.keys(on.channels ?? {})).toEqual([...apiProviders]);
    expect(settingsOf(providers, { ...features, channels: false })).toEqual({ ...on, channels: undefined });
  });

  test("comes to the word that the week says, and not before its time", async () => {
    const { truth } = worldOf(week.reports);
    const agenda = anAgenda();
    let nowMs = Date.parse(weekBegins);
    const [target] = targets.filter(({ id }) => shareAt(week.answersByApi, draw("submitted", id)) === "not-hosted");
    const url = `https://${target?.host.name}/p/${target?.id}`;
    const api = playedChannels({ agenda, nowMs: () => nowMs, draw, truth, targetAt: () => target });
    const told = await api.ask("godaddy", {
      method: "POST",
      path: "/v2/abuse/tickets",
      body: { type: "PHISHING", source: url, info: "It asks for passwords." },
    });
    expect(told).toMatchObject({ status: 201, json: { u_number: numberOf("godaddy", 1) } });
    const asked = () => api.ask("godaddy", { method: "GET", path: `/v2/abuse/tickets/${numberOf("godaddy", 1)}` });
    expect([await asked(), api.saysOf("godaddy", numberOf("godaddy", 1))]).toMatchObject([
      { json: { closed: false } },
      undefined,
    ]);
    nowMs = agenda.nextMs() ?? nowMs;
    await agenda.take()?.happens();
    expect(await asked()).toMatchObject({ json: { closed: true, closeReason: "NOT_REGISTERED_HOSTED_HERE" } });
    expect(api.saysOf("godaddy", numberOf("godaddy", 1))).toBe("not-ours");
  });
});

test("a draw is the same whatever was drawn before", () => {
  const one = drawsOf(1);
  one("anything");
  expect(one("this")).toBe(drawsOf(1)("this"));
});

test.each([
  ["categories", week.categories],
  ["hosts", week.hosts],
  ["answers by mail", week.answersByMail],
  ["answers by API", week.answersByApi],
  ["ages of ticked names", week.names.ofTicked],
  ["ages of other names", week.names.ofNotTicked],
])("the week's shares of %s make a whole", (_, shares) => {
  expect(Object.values(shares).reduce<number>((sum, share) => sum + share, 0)).toBeCloseTo(1, 6);
});
