import { describe, expect, test } from "vitest";
import type { Candidate, ContactAnswer } from "../../functions/case/candidate.ts";
import table from "../../functions/contact/platforms.json" with { type: "json" };
import { customerOf, providerAt } from "../../functions/contact/platforms.ts";
import { listedLines, listedRows, type ProviderRow } from "../../functions/contact/provider-rows.ts";
import { registrableDomain } from "../../functions/kernel/domain.ts";
import { mailDomainOf } from "../../functions/kernel/mailbox.ts";
import { isPlatformKind } from "../../functions/kernel/platform-kinds.ts";
import { directoryEntry } from "../../functions/kernel/settings-rows.ts";
import { categories } from "../../functions/report/category.ts";
import { aSettings } from "../support/a-case.ts";
import { entity, networkOf, playedSources, registered } from "../support/sources.ts";
import { lookUp } from "./look-up.ts";

/**
 * Nobody of the provider is named by any registry: a carrier's desk for the address, and whoever is
 * the registrar of its domain.
 */
const network = "abuse@network.example";
const registrar = "abuse@registrar.example";

const settings = aSettings();

const find = (host: string, category: (typeof categories)[number]): Promise<ContactAnswer> => {
  const domain = registrableDomain(host) ?? host;
  const sources = playedSources({
    addresses: { [host]: ["192.0.2.1"] },
    rdap: {
      "ip/192.0.2.1": networkOf(network),
      [`domain/${domain}`]: registered(registrar, { ldhName: domain }),
      [`domain/${host}`]: registered(registrar, { ldhName: host }),
    },
  });
  return lookUp(host, sources, { category, domainIsMalicious: true, settings });
};

/** A customer's name below each name that is a provider's, and one that is shared by the path. */
const hostsOf = ({ lines }: ProviderRow): readonly string[] =>
  lines.flatMap((line) =>
    line.kind === "name" ? [`bad.${line.name.replaceAll("#", "7")}`, `www.${line.name.replaceAll("#", "7")}`] : [],
  );

const told = ({ candidates }: ContactAnswer): readonly Candidate[] =>
  candidates.filter(({ confidence }) => confidence !== "guess");

/**
 * Where a report has to lead: to the desk where it is known well enough, else to the form or the
 * network below.
 */
const whyLacking = ({ entry, mail }: ProviderRow, answer: ContactAnswer): string | undefined => {
  const mailboxes = told(answer).map(({ email }) => email);
  const countsAlone = entry.email !== undefined && mail === "read" && entry.certainty !== "low";
  if (countsAlone) return mailboxes.includes(entry.email ?? "") ? undefined : `its desk ${entry.email} is not told`;
  const isOffered = answer.forms.some(({ url }) => url === entry.form);
  if (mail === "unread") return isOffered ? undefined : "its form is not offered";
  return isOffered || mailboxes.includes(network) ? undefined : "neither its form is offered nor the network told";
};

const named = listedRows().filter((row) => hostsOf(row).length > 0);

describe("every provider that is known", () => {
  test("leads a customer's page to desk, form or the network below, never to its domain's registrar", async () => {
    const lacking: string[] = [];
    for (const row of named) {
      for (const category of categories) {
        // A later category looks at another of its names: with all of them in each the test takes
        // minutes.
        const hosts = hostsOf(row);
        const host = hosts[categories.indexOf(category) % hosts.length] ?? "";
        const answer = await find(host, category);
        const say = (why: string) => lacking.push(`${row.entry.name}, ${host}, ${category}: ${why}`);
        const why = whyLacking(row, answer);
        if (why) say(why);
        if (answer.candidates.some(({ email }) => email === registrar)) say("the registrar of its domain is named");
        if (answer.candidates.some(({ scope }) => scope === "site")) say("a site's own mailbox is named");
        const own = customerOf(host, settings);
        if (told(answer).some(({ email }) => own !== undefined && mailDomainOf(email) === own))
          say("the customer is told");
      }
    }
    expect(lacking).toEqual([]);
  }, 120_000);

  test("is found by each of its names, ranges and systems, and by no other's", () => {
    for (const { entry, lines, kind } of listedRows()) {
      for (const line of kind === "registrar" ? [] : lines) {
        const pattern = line.kind === "name" ? line.name.replaceAll("#", "7") : "";
        const seen =
          line.kind === "name"
            ? [{ host: pattern }, { host: `bad.${pattern}` }, { host: "shop.example", aliases: [`bad.${pattern}`] }]
            : line.kind === "system"
              ? [{ origins: [line.asn] }]
              : [];
        expect(seen.map((one) => providerAt(one, settings)?.row.entry.name)).toEqual(seen.map(() => entry.name));
      }
    }
  });
});

describe("every row of the list of providers", () => {
  const known = ["api", "note", "mail", "registrars"];

  test("is what the schema makes of it as an operator's entry, and says nothing beside", () => {
    expect(listedRows().map(({ entry }) => entry)).toEqual(
      listedRows().map(({ entry }) => directoryEntry.parse(entry)),
    );
    const words = listedLines().flatMap(({ line }) =>
      line
        .split("|")
        .slice(6)
        .map((field) => field.trim()),
    );
    expect(words.filter((field) => !known.some((key) => field.startsWith(`${key}: `)))).toEqual([]);
    expect(words.filter((field) => field.startsWith("mail: ") && field !== "mail: unread")).toEqual([]);
  });

  test("is of a kind that is known, and says how well it is", () => {
    expect(Object.keys(table.providers).filter((kind) => !isPlatformKind(kind))).toEqual([]);
    expect(listedRows().filter(({ entry }) => entry.certainty === undefined || entry.expires === undefined)).toEqual(
      [],
    );
  });
});

describe("every registrar that is known", () => {
  test("has its form offered to whoever is told of a name at it; mail that it doesn't read is a person's", async () => {
    const lacking: string[] = [];
    for (const { entry, lines, mail, kind } of listedRows()) {
      for (const line of kind === "registrar" ? lines : []) {
        const desk = line.kind === "mailbox" ? line.email : line.kind === "mail-domain" ? `abuse@${line.domain}` : "";
        const domain = {
          ...registered(registrar, { ldhName: "shop.example" }),
          entities: [{ objectClassName: "entity", roles: ["registrar"], entities: [entity(["abuse"], desk)] }],
        };
        const sources = playedSources({ rdap: { "domain/shop.example": domain }, mail: { "shop.example": [] } });
        const answer = await lookUp("shop.example", sources, { settings });
        const isTold = told(answer).some(({ email, scope }) => email === desk && scope === "registrar");
        if (isTold !== (mail === "read")) lacking.push(`${entry.name}, ${desk}: ${isTold ? "told" : "not told"}`);
        if (entry.form && !answer.forms.some(({ url }) => url === entry.form))
          lacking.push(`${entry.name}, ${desk}: no form`);
      }
    }
    expect(lacking).toEqual([]);
  });
});
