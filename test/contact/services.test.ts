import { expect, test } from "vitest";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { providerAt } from "../../functions/contact/platforms.ts";
import { webFormOf } from "../../functions/report/app-links.ts";
import { services } from "../../functions/report/services.ts";
import { aSettings, morning } from "../support/a-case.ts";
import { entity, playedSources } from "../support/sources.ts";

test.each(Object.entries(services))(
  "an account at %s is its platform's matter: %s is a name of the list",
  (_, host) => {
    expect(providerAt({ host }, aSettings())?.row.kind).toMatch(/^(social|messaging|cloud)$/);
  },
);

test.each([
  ["tg://resolve?domain=x", "Telegram"],
  ["whatsapp://send?phone=1", "WhatsApp"],
  ["whatsapp://chat?code=x", "WhatsApp"],
  ["discord://-/invite/x", "Discord"],
  ["instagram://user?username=x", "Meta"],
  ["twitter://user?screen_name=x", "X"],
  ["snapchat://add/x", "Snap"],
  ["line://ti/p/x", "LINE"],
])("what %s opens is %s's", (link, name) => {
  const host = new URL(webFormOf(link) ?? "").hostname;
  expect(providerAt({ host }, aSettings())?.row.entry.name).toBe(name);
});

test("the registrar of a service's domain isn't asked about an account, unless the domain itself is bad", async () => {
  const registrar = entity(["registrar"], undefined, { entities: [entity(["abuse"], "abuse@registrar.example")] });
  const world = {
    rdap: {
      "domain/small-chat.example": { objectClassName: "domain", ldhName: "small-chat.example", entities: [registrar] },
    },
  };
  const scopesOf = async (domainIsMalicious: boolean) => {
    const target = { kind: "account", host: "small-chat.example", account: "somebody" } as const;
    const answer = await lookUpContact(
      { target, category: "phishing", domainIsMalicious, settings: aSettings(), now: morning },
      playedSources(world),
    );
    return answer.candidates.map(({ scope }) => scope).filter((scope) => scope === "registrar");
  };
  expect([await scopesOf(false), await scopesOf(true)]).toEqual([[], ["registrar"]]);
});
