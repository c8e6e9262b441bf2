import { describe, expect, test } from "vitest";
import { memorySettingsStore } from "../support/memory-settings-store.ts";
import { aConsole, type Console, records } from "./a-console.ts";

/*
 * Who may change what, as the console's own forms ask it: each change by one person, by two, by one
 * twice, and by who may be one person that signs in by two ways.
 */

const oidc = (name: string, sub: string): string => `${name} (oidc id.hotline.example ${sub})`;

const changes = {
  "an opt-out": { kind: "opt-out", fields: { desk: "@quiet.example" }, takes: 1 },
  "a protected domain": { kind: "protected", fields: { domain: "city.example" }, takes: 1 },
  "an inhibition of a desk": { kind: "inhibition", fields: { desk: "192.0.2.0/24", hours: "12" }, takes: 1 },
  "an inhibition of a category": { kind: "inhibition", fields: { category: "brand", hours: "12" }, takes: 1 },
  "a lower limit": { kind: "reporter", fields: { id: "hotline", reportsAMinute: "10" }, takes: 1 },
  "an end of somebody's sessions": { kind: "session-end", fields: { person: "kim@hotline.example" }, takes: 1 },
  "a saved reason": { kind: "reason", fields: { name: "night", text: "Nobody is there." }, takes: 1 },
  "a provider that takes no mail": {
    kind: "provider",
    fields: { name: "Quiet", matches: "quiet.example", kind: "opted-out", scope: "network" },
    takes: 1,
  },
  "a recipient": {
    kind: "provider",
    fields: { name: "Pages", matches: "pages.example", scope: "platform", email: "abuse@pages.example" },
    takes: 2,
  },
  "a reporter": {
    kind: "reporter",
    fields: { id: "new-one", organisation: "New", contact: "desk@new.example" },
    takes: 2,
  },
  "a reporter's people": { kind: "reporter", fields: { id: "hotline", people: "mary" }, takes: 2 },
  "a higher limit": { kind: "reporter", fields: { id: "hotline", reportsAMinute: "301" }, takes: 2 },
  "a hotline": {
    kind: "country",
    fields: { country: "NL", "hotline.name": "H", "hotline.email": "h@hotline-nl.example" },
    takes: 2,
  },
} as const;

const persons = [
  ["one person", "jane", undefined, false],
  ["two persons", "jane", "anna", true],
  ["the same person twice", "jane", "jane", false],
  ["the same person by two names of one provider", oidc("Jane Doe", "00u1"), oidc("Jane Roe", "00u1"), false],
  ["two persons of one provider", oidc("Jane Doe", "00u1"), oidc("Jane Doe", "00u2"), true],
  ["one who may be the same, by two ways of signing in", "jane", oidc("Jane Doe", "00u1"), false],
] as const;

const recorded = async (...[console, kind, fields]: readonly [Console, string, Readonly<Record<string, string>>]) =>
  (await records(console, `/settings/new/${kind}`, { ...fields, why: "It is so." })).status;

describe.each(persons)("%s", (_, first, second, areTwo) => {
  test.each(Object.entries(changes))("with %s", async (_name, { kind, fields, takes }) => {
    const console = aConsole({ person: first });
    expect(await recorded(console, kind, fields)).toBe(303);
    const { proposals } = await console.deps.decided.store.read();
    expect(proposals).toHaveLength(takes - 1);
    for (const { id } of second === undefined ? [] : proposals) {
      console.signIn(second);
      expect((await console.post(`/settings/proposals/${id}/agree`, {})).status).toBe(areTwo ? 303 : 403);
    }
    const isInForce = takes === 1 || areTwo;
    const { rows } = await console.deps.decided.store.read();
    expect(rows.map(({ by }) => by)).toEqual(isInForce ? [takes === 1 ? [first] : [first, second]] : []);
  });

  test("with the end of an opt-out, which takes two", async () => {
    const console = aConsole({ person: first });
    await recorded(console, "opt-out", changes["an opt-out"].fields);
    await console.post("/settings/rows/opt-out-1/end", { why: "They write again." });
    if (second !== undefined) {
      console.signIn(second);
      await console.post("/settings/proposals/proposal-2/agree", {});
    }
    const [row] = (await console.deps.decided.store.read()).rows;
    expect(row?.ended?.by).toEqual(areTwo ? [first, second] : undefined);
  });
});

test.each(Object.entries(changes))("a reader changes nothing: %s", async (_, { kind, fields }) => {
  const settingsStore = memorySettingsStore();
  expect(await recorded(aConsole({ mayDecide: false, settingsStore }), kind, fields)).toBe(403);
  expect((await settingsStore.head()).version).toBe(0);
});

test("nobody gives more to a reporter for whom they stand, neither as the first nor as the second", async () => {
  const console = aConsole({ person: "jane" });
  expect(await recorded(console, "reporter", { id: "hotline", people: "jane" })).not.toBe(303);
  console.signIn("anna");
  await recorded(console, "reporter", { id: "hotline", people: "jane" });
  const [proposal] = (await console.deps.decided.store.read()).proposals;
  console.signIn("jane");
  expect((await console.post(`/settings/proposals/${proposal?.id}/agree`, {})).status).toBe(403);
});
