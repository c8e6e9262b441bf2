import { expect, it } from "vitest";
import type { ContactQuestion } from "../../functions/contact/ask-about-host.ts";
import { bundledBootstrap } from "../../functions/contact/bootstrap.ts";
import { lookUpContact } from "../../functions/contact/look-up-contact.ts";
import { aSettings } from "../support/a-case.ts";
import { autnumOf, entity, playedSources, rdapNetwork, registered } from "../support/sources.ts";

const settings = aSettings();

// A documentation range is a /24: the wide block of these laws is written around one.
const wide = ["192.0.0.0", "192.0.255.255"] as const;
const small = ["192.0.2.0", "192.0.2.255"] as const;
type Block = {
  readonly range: readonly [string, string];
  readonly desk?: string;
  readonly type?: string;
  readonly texts?: Readonly<Record<string, readonly string[]>>;
  readonly rdap?: object;
};

const ask = (
  host: string,
  address: string,
  { range, desk = "abuse@harbour.example", type = "ALLOCATED PA", texts = {}, rdap = {} }: Block,
  more: Partial<ContactQuestion> = {},
) =>
  lookUpContact(
    {
      target: { kind: "url", host },
      category: "phishing",
      settings,
      now: "2026-11-24T10:00:00.000Z",
      ...more,
    },
    {
      ...playedSources({
        addresses: { [host]: [address] },
        rdap: {
          [`ip/${address}`]: rdapNetwork(
            range,
            [entity(["registrant"], undefined, { handle: "ORG-HARBOUR1" }), entity(["abuse"], desk)],
            { type },
          ),
          "domain/harbour.example": registered("abuse@registrar.example"),
          ...rdap,
        },
        texts,
      }),
      registries: () => Promise.resolve(bundledBootstrap()),
    },
  );
const told = ({ candidates }: Awaited<ReturnType<typeof ask>>) =>
  candidates.filter(({ confidence }) => confidence !== "guess").map(({ email, scope }) => `${email} ${scope}`);

it("takes a name on many addresses for its hoster's own, and leaves the registrar to a person", async () => {
  const answer = await ask("customer17.harbour.example", "192.0.2.7", { range: wide });
  expect(answer.namedBy).toBe("host");
  expect(told(answer)).toEqual(["abuse@harbour.example network"]);
});

it("has it so whatever the reporter ticks and whatever the category", async () => {
  for (const more of [{ domainIsMalicious: true }, { category: "csam" } as const])
    expect((await ask("shop.harbour.example", "192.0.2.7", { range: wide }, more)).namedBy).toBe("host");
});

it("knows a hoster by the prefix that its own system announces around a small block", async () => {
  const announced = {
    texts: { "7.2.0.192.origin.asn.cymru.com": ["64500 | 192.0.0.0/16 | NL | ripencc | 2001-01-01"] },
    rdap: { "autnum/64500": autnumOf("abuse@harbour.example") },
  };
  const block = { range: ["192.0.2.0", "192.0.2.63"], type: "ASSIGNED PA" } as const;
  expect((await ask("shop.harbour.example", "192.0.2.7", { ...block, ...announced })).namedBy).toBe("host");
  const byAnother = {
    ...announced,
    rdap: { "autnum/64500": autnumOf("abuse@transit.example") },
  };
  expect((await ask("shop.harbour.example", "192.0.2.7", { ...block, ...byAnother })).namedBy).toBeUndefined();
});

it("leaves a party to a person that is network, desk and site in one on what any newcomer gets", async () => {
  const answer = await ask("panel.harbour.example", "192.0.2.7", { range: small });
  expect(answer.namedBy).toBeUndefined();
  expect(told(answer)).toEqual(["abuse@harbour.example network", "abuse@registrar.example registrar"]);
});

it.each(["customer17", "vps-1.vps", "kunde3", "192-0-2-7.static", "7.2.0.192.pool", "c0000207"])(
  "takes %s for a name that a small hoster gives its machines",
  async (label) => {
    const host = `${label}.harbour.example`;
    expect((await ask(host, "192.0.2.7", { range: small })).namedBy).toBe("host");
    expect((await ask(host, "192.0.2.7", { range: small }, { domainIsMalicious: true })).namedBy).toBeUndefined();
    expect((await ask(host, "192.0.2.7", { range: small }, { category: "csam" })).namedBy).toBeUndefined();
  },
);

it("takes a desk under another domain for nobody's name", async () => {
  expect(
    (await ask("customer17.harbour.example", "192.0.2.7", { range: wide, desk: "abuse@pine.example" })).namedBy,
  ).toBeUndefined();
});

it("marks a free mailbox in an end customer's block, and none of a provider's", async () => {
  const marked = async (type: string, range: readonly [string, string]) => {
    const { candidates } = await ask("shop.pine.example", "192.0.2.7", { range, type, desk: "somebody@gmail.com" });
    return candidates.some(({ isCustomers }) => isCustomers === true);
  };
  expect(await marked("ASSIGNED PA", small)).toBe(true);
  expect(await marked("REASSIGNMENT", small)).toBe(true);
  expect(await marked("ALLOCATED PA", small)).toBe(false);
  expect(await marked("ASSIGNED PA", ["192.0.0.0", "192.0.255.255"])).toBe(false);
});

it("marks the desk of a block that the domain's own holder holds", async () => {
  const of = (handle: string) => ({
    "domain/harbour.example": {
      objectClassName: "domain",
      entities: [entity(["registrant"], undefined, { handle })],
    },
  });
  const marked = async (handle: string) =>
    (
      await ask("www.harbour.example", "192.0.2.7", { range: small, desk: "abuse@pine.example", rdap: of(handle) })
    ).candidates.some(({ isCustomers }) => isCustomers === true);
  expect(await marked("ORG-HARBOUR1")).toBe(true);
  expect(await marked("ORG-PINE1")).toBe(false);
  // A university's own page is compromised: its network is no newcomer's.
  const university = await ask("www.harbour.example", "192.0.2.7", { range: wide, rdap: of("ORG-HARBOUR1") });
  expect([university.namedBy, university.candidates.some(({ isCustomers }) => isCustomers === true)]).toEqual([
    "host",
    false,
  ]);
});

it("asks for the block around one whose desk may be the customer's, and tells whoever gave it away", async () => {
  const links = { links: [{ rel: "up", href: "https://rdap.registry.example/ip/192.0.0.0/16" }] };
  const block = (range: readonly [string, string], desk: string, more: object = {}) =>
    rdapNetwork(range, [entity(["abuse"], desk)], { type: "ASSIGNED PA", ...more });
  const around = async (host: string, desk: string, lessor: string) => {
    const world = playedSources({ addresses: { [host]: ["192.0.2.7"] } });
    const rdap = (question: Parameters<typeof world.rdap>[0]) => {
      const body =
        question.kind !== "ip" ? undefined : "url" in question ? block(wide, lessor) : block(small, desk, links);
      const server = "rdap.registry.example";
      return Promise.resolve(
        body
          ? ({ kind: "answer", server, value: { status: 200, headers: {}, body } } as const)
          : ({ kind: "none", server, detail: "No such thing." } as const),
      );
    };
    const target = { kind: "url", url: `https://${host}/x`, host } as const;
    return lookUpContact(
      { target, category: "phishing", settings, now: "2026-11-24T10:00:00.000Z" },
      { ...world, rdap },
    );
  };
  expect(told(await around("shop.pine.example", "somebody@gmail.com", "abuse@lir.example"))).toEqual([
    "somebody@gmail.com network",
    "abuse@lir.example network",
  ]);
  expect(told(await around("shop.harbour.example", "abuse@harbour.example", "abuse@lir.example"))).toContain(
    "abuse@lir.example network",
  );
  expect((await around("shop.harbour.example", "abuse@harbour.example", "abuse@harbour.example")).namedBy).toBe("host");
  // Nobody asks for it where the desk is another's.
  expect(told(await around("shop.pine.example", "abuse@harbour.example", "abuse@lir.example"))).toEqual([
    "abuse@harbour.example network",
  ]);
});
