import { describe, expect, test } from "vitest";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { policyOf } from "../../functions/escalation/policy.ts";
import type { CountryRow } from "../../functions/kernel/settings.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { playedSources } from "../support/sources.ts";

/*
 * What is reported where nobody can be looked up: it is before a person with what to do, and lost
 * in no list.
 */

const onion = `${"a".repeat(56)}.onion`;
const csam = (target: object, spoilt: object = {}) =>
  nativeMessage({
    category: "csam",
    target,
    evidence: { detectedBy: "manual-review", classification: "baseline" },
    ...spoilt,
  });
const nl: CountryRow = {
  country: "NL",
  hotline: { name: "Meldpunt", email: "ntd@meldpunt.example", phone: "+31 20 555 0100" },
  cert: { name: "NCSC", email: "cert@ncsc.example" },
  police: { name: "TBKK", contact: "+31 88 555 0100" },
};

describe("a name that is none of DNS", () => {
  test("is a case before a person at once, and nobody is looked up for it", async () => {
    const flow = aFlow();
    await flow.report(csam({ url: `http://${onion}/x` }));
    await flow.run();
    const state = await flow.theCase();
    expect(state).toMatchObject({
      lane: "urgent",
      category: "csam",
      target: { host: onion },
      level: -1,
      notices: [],
    });
    expect(state.contact).toBeUndefined();
    expect(state.reviews.map(({ question, blocking }) => [question, blocking])).toEqual([["beside-dns", true]]);
    expect(flow.mails).toEqual([]);
  });

  test("names the hotline and the police of the operator's own country, where the settings give them", async () => {
    const flow = aFlow({ ownCountry: "nl", countries: [nl] });
    await flow.report(csam({ host: onion }));
    const [review] = (await flow.theCase()).reviews;
    expect(review?.reason).toBe(
      "Tor hides where a .onion name stands: no registry, network or registrar can be looked up for it. In " +
        "NL there is the hotline Meldpunt (ntd@meldpunt.example, +31 20 555 0100), and the police TBKK (+31 " +
        "88 555 0100). If the same is seen at a clear address or through a web gateway, " +
        "have that reported as well.",
    );
  });

  test.each([
    ["csam", ["Meldpunt", "TBKK"]],
    ["terrorism", ["TBKK"]],
    ["phishing", ["NCSC", "TBKK"]],
  ] as const)("names for %s whom it concerns: %s", (category, names) => {
    const { ownDesks = "" } = policyOf(aSettings({ ownCountry: "NL", countries: [nl] }))({ category, lane: "urgent" });
    expect(["Meldpunt", "NCSC", "TBKK"].filter((name) => ownDesks.includes(name))).toEqual(names);
  });

  test("has a notice sent to the mailbox that a person names, asks the question no second time", async () => {
    const flow = aFlow();
    flow.contacts(() => ({ addresses: [], candidates: [], forms: [], failures: [], retry: false }));
    await flow.report(csam({ url: `http://${onion}/x` }));
    await flow.decides({ verdict: { decision: "send-to", email: "desk@hotline-elsewhere.example" } });
    await flow.pass({ hours: 2 });
    const state = await flow.theCase();
    expect(flow.told()).toEqual(["desk@hotline-elsewhere.example"]);
    expect(state.reviews).toEqual([]);
  });

  test("is answered by the look-up itself without one question to anybody", async () => {
    const sources = playedSources({});
    const answer = await lookUpContact(
      { target: { kind: "host", host: "drop.eth" }, category: "phishing", settings: aSettings(), now: morning },
      sources,
    );
    expect(sources.asked).toEqual([]);
    expect(answer).toMatchObject({
      addresses: [],
      candidates: [],
      forms: [],
      retry: false,
      failures: [{ source: "name system", server: "ENS", outcome: "none" }],
    });
  });
});

describe("a report whose target names nobody's host", () => {
  const magnet = { url: `magnet:?xt=urn:btih:${"0".repeat(40)}` };
  const ipfs = { url: `ipfs://bafybei${"a".repeat(52)}` };

  test("is before a person with what to report instead, and its text is kept", async () => {
    const flow = aFlow();
    const text = csam(magnet);
    expect(await flow.report(text, { queueLane: "urgent" })).toBe("done");
    const [place] = (await flow.store.inReview(10)).items;
    expect(place).toMatchObject({
      kind: "entry",
      noHost: true,
      lane: "urgent",
      reviews: [{ question: "not-taken-in", blocking: true }],
    });
    expect(place?.reviews[0]?.reason).toMatch(/^This names a swarm.*target\.peer.*https address\.$/);
    expect(await flow.store.messageOf(place?.id ?? "", 1)).toBe(text);
  });

  test("is gathered with its kind alone: what to do about a swarm is not what to do about content", async () => {
    const flow = aFlow();
    for (const [reportId, target] of Object.entries({
      a: magnet,
      b: ipfs,
      c: magnet,
      d: { url: "hxxp://bad.example" },
    }))
      await flow.report(csam(target, { reportId }), { queueLane: "urgent", sender: "AROAFEED" });
    const places = (await flow.store.inReview(10)).items.map((state) => [
      state.kind === "entry" && state.noHost === true,
      state.kind === "entry" && state.messages,
    ]);
    expect(places.toSorted()).toEqual([
      [false, 1],
      [true, 1],
      [true, 2],
    ]);
  });

  test("stands before what could not be read, however long that has waited", async () => {
    const flow = aFlow();
    await flow.report("{", { queueLane: "urgent" });
    await flow.pass({ minutes: 5 });
    await flow.report(csam(ipfs), { queueLane: "standard" });
    const places = (await flow.store.inReview(10)).items;
    expect(places.map((state) => state.kind === "entry" && state.noHost === true)).toEqual([true, false]);
  });
});
