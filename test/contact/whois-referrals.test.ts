import { expect, it } from "vitest";
import { askWhois } from "../../functions/contact/ask-registry.ts";
import { playedSources } from "../support/sources.ts";

const leadsTo = (server: string): string => `Domain Name: shop.example\nRegistrar WHOIS Server: ${server}\n`;

it("follows two referrals and queries no fourth server, even where the third refers on", async () => {
  const sources = playedSources({
    whois: {
      "whois.registry.example shop.example": leadsTo("whois.first.example"),
      "whois.first.example shop.example": leadsTo("whois.second.example"),
      "whois.second.example shop.example": leadsTo("whois.third.example"),
      "whois.third.example shop.example": "Registrar Abuse Contact Email: abuse@third.example\n",
    },
  });
  const result = await askWhois(sources, "domain", "whois.registry.example", "shop.example");
  expect(sources.asked).toEqual([
    "whois whois.registry.example shop.example",
    "whois whois.first.example shop.example",
    "whois whois.second.example shop.example",
  ]);
  expect(result.candidates).toEqual([]);
});

it("takes what the server behind the second referral names", async () => {
  const sources = playedSources({
    whois: {
      "whois.registry.example shop.example": leadsTo("whois.first.example"),
      "whois.first.example shop.example": leadsTo("whois.second.example"),
      "whois.second.example shop.example": "Registrar Abuse Contact Email: abuse@second.example\n",
    },
  });
  const result = await askWhois(sources, "domain", "whois.registry.example", "shop.example");
  expect(result.candidates.map(({ email }) => email)).toEqual(["abuse@second.example"]);
});
