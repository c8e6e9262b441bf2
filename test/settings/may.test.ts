import { describe, expect, test } from "vitest";
import { type Effect, effects } from "../../functions/settings/kinds.ts";
import { type Asker, effectOf, may, type Step, strictest } from "../../functions/settings/may.ts";
import type { RowContent, SettingsRow } from "../../functions/settings/row.ts";
import { aSettings } from "../support/a-case.ts";

const jane: Asker = { name: "jane", mayDecide: true, signedIn: true };
const anna: Asker = { ...jane, name: "anna" };
const oidc = (name: string, sub: string): Asker => ({ ...jane, name: `${name} (oidc id.hotline.example ${sub})` });
const reader: Asker = { ...jane, mayDecide: false };
const typed: Asker = { ...jane, signedIn: false };

const alone = { narrows: "allowed", words: "allowed", widens: "needs-second" } as const;
const together = { ...alone, widens: "allowed" } as const;
const nobody = { narrows: "refused", words: "refused", widens: "refused" } as const;
const persons: readonly (readonly [string, readonly [Asker, Asker?], Readonly<Record<Effect, string>>])[] = [
  ["one reviewer", [jane], alone],
  ["two reviewers", [jane, anna], together],
  ["the same person twice", [jane, jane], alone],
  ["one by two names of one provider", [oidc("Jane Doe", "00u1"), oidc("Jane Roe", "00u1")], alone],
  ["two persons of one provider", [oidc("Jane Doe", "00u1"), oidc("Jane Doe", "00u2")], together],
  ["one who may be the same person, by two ways of signing in", [jane, oidc("Jane Doe", "00u1")], alone],
  ["a reader", [reader], nobody],
  ["a reviewer and a reader", [jane, { ...reader, name: "rita" }], nobody],
  ["a name that was typed", [typed], nobody],
  ["a reviewer and a name that was typed", [jane, { ...typed, name: "anna" }], nobody],
];

describe.each(persons)("%s", (_, who, expected) => {
  test.each(effects)("for a change that %s", (effect) => {
    expect(may(effect, who).kind).toBe(expected[effect]);
  });
});

test("nobody gives more to a reporter whom they stand for, and everybody may take", () => {
  expect(may("widens", [jane, anna], ["anna"]).kind).toBe("refused");
  expect(may("narrows", [jane], ["jane"]).kind).toBe("allowed");
});

const inForce = aSettings();
const row = (content: RowContent, more: object = {}) =>
  ({
    ...content,
    id: "a-1",
    by: ["jane"],
    why: "it is",
    since: "2026-11-24T03:00:00.000Z",
    version: 1,
    ...more,
  }) as SettingsRow;
const provider = { name: "Example", matches: ["pages.example"], scope: "platform" as const, xarf: "single" as const };
const platformOut = { ...provider, matches: ["github.io"], kind: "opted-out" as const };
const contents: readonly (readonly [string, RowContent, Effect])[] = [
  ["an opt-out", { kind: "opt-out", value: { desk: "@network.example" } }, "narrows"],
  ["a protected domain", { kind: "protected", value: { domain: "parliament.example" } }, "narrows"],
  ["an opt-out of a platform where strangers have pages", { kind: "opt-out", value: { desk: "github.io" } }, "widens"],
  ["an opt-out of a registry", { kind: "opt-out", value: { desk: "@ripe.net" } }, "widens"],
  ["a protected platform", { kind: "protected", value: { domain: "github.io" } }, "widens"],
  ["a platform that opted out", { kind: "provider", value: platformOut }, "widens"],
  ["an inhibition of a platform, which ends", { kind: "inhibition", value: { desk: "github.io" } }, "narrows"],
  ["an inhibition of a desk", { kind: "inhibition", value: { desk: "192.0.2.0/24" } }, "narrows"],
  ["an inhibition of a category", { kind: "inhibition", value: { category: "brand" } }, "narrows"],
  [
    "a provider with a mailbox",
    { kind: "provider", value: { ...provider, kind: "contact", email: "abuse@pages.example" } },
    "widens",
  ],
  ["a provider with a form", { kind: "provider", value: { ...provider, kind: "form-only" } }, "widens"],
  ["a provider that opted out", { kind: "provider", value: { ...provider, kind: "opted-out" } }, "narrows"],
  ["a lower limit of a reporter", { kind: "reporter", value: { id: "hotline", reportsAMinute: 10 } }, "narrows"],
  ["a higher limit of a reporter", { kind: "reporter", value: { id: "hotline", reportsAMinute: 301 } }, "widens"],
  ["fewer categories of a reporter", { kind: "reporter", value: { id: "hotline", liveIn: ["csam"] } }, "narrows"],
  ["people of a reporter", { kind: "reporter", value: { id: "hotline", people: ["jane"] } }, "widens"],
  [
    "another contact of a reporter",
    { kind: "reporter", value: { id: "hotline", contact: "new@hotline.example" } },
    "widens",
  ],
  [
    "a reporter",
    { kind: "reporter", value: { id: "new-one", organisation: "New", contact: "a@new.example" } },
    "widens",
  ],
  [
    "a hotline",
    { kind: "country", value: { country: "NL", hotline: { name: "H", email: "h@hotline.example" } } },
    "widens",
  ],
  [
    "a number to call",
    { kind: "country", value: { country: "NL", police: { name: "P", contact: "+00 1" } } },
    "widens",
  ],
  ["a saved reason", { kind: "reason", value: { name: "night", text: "Nobody there at night." } }, "words"],
];

describe.each(contents)("%s", (_, content, effect) => {
  const step = (more: Partial<Step>): Step => ({ inForce, ...more });
  test(`that is added ${effect}`, () => {
    expect(effectOf(step({ after: content }))).toBe(effect);
  });

  test("that ends lets more through, unless it is words", () => {
    expect(effectOf(step({ before: row(content) }))).toBe(effect === "words" ? "words" : "widens");
  });

  test("that is written over by the same, for longer, does what it did", () => {
    const before = row(content, { until: "2026-12-01T00:00:00.000Z" });
    const after = { ...content, until: "2026-12-02T00:00:00.000Z" };
    expect(effectOf(step({ before, after }))).toBe(effect);
    if (effect === "narrows" && content.kind !== "reporter")
      expect(effectOf(step({ before: row(after), after: { ...content, until: "2026-11-30T00:00:00.000Z" } }))).toBe(
        "widens",
      );
  });
});

test("a row that is changed to forbid something else gives back what it forbade", () => {
  const before = row({ kind: "opt-out", value: { desk: "@network.example" } });
  expect(effectOf({ inForce, before, after: { kind: "opt-out", value: { desk: "abuse@network.example" } } })).toBe(
    "widens",
  );
  const limit = row({ kind: "reporter", value: { id: "hotline", reportsAMinute: 10 } });
  const changed = (reportsAMinute: number): Step => ({
    inForce,
    before: limit,
    after: { kind: "reporter", value: { id: "hotline", reportsAMinute } },
  });
  expect([effectOf(changed(9)), effectOf(changed(11))]).toEqual(["narrows", "widens"]);
});

test("several changes at once count as the one that lets most through", () => {
  expect(strictest(["words", "narrows"])).toBe("narrows");
  expect(strictest(["narrows", "widens", "words"])).toBe("widens");
  expect(strictest([])).toBe("words");
});
