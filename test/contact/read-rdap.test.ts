import { describe, expect, it } from "vitest";
import { type RdapKind, readRdap } from "../../functions/contact/read-rdap.ts";
import { entity, rdapNetwork } from "../support/sources.ts";

const read = (kind: RdapKind, body: unknown, status = 200, headers = {}) => readRdap(kind, { status, headers, body });
const network = (...entities: readonly unknown[]) => read("ip", rdapNetwork(["192.0.2.0", "192.0.2.255"], entities));
const told = (reading: ReturnType<typeof readRdap>) =>
  reading.candidates.map(({ email, confidence }) => `${email} ${confidence}`);
const card = (...rows: readonly unknown[]) => ({ vcardArray: ["vcard", [["version", {}, "text", "4.0"], ...rows]] });

describe("RDAP of a network", () => {
  it("takes the mailbox typed abuse and no other of the role", () => {
    expect(
      told(
        network({
          roles: ["abuse"],
          ...card(
            ["email", { type: "email" }, "text", "keeper@isp.example"],
            ["email", { type: "abuse" }, "text", "abuse@isp.example"],
          ),
        }),
      ),
    ).toEqual(["abuse@isp.example high"]);
  });

  it("leaves broken rows out and keeps the good one", () => {
    expect(
      told(
        network(null, 7, "x", {
          roles: "Abuse",
          vcardArray: [
            "vcard",
            ["text", ["email"], ["email", null, "text", null], ["email", null, "text", " mailto:Abuse@ISP.EXAMPLE "]],
          ],
        }),
      ),
    ).toEqual(["Abuse@isp.example high"]);
  });

  it("falls back to technical desks for a person alone, and never beside a real one", () => {
    expect(
      told(network(entity(["technical"], "noc@isp.example"), entity(["registrant"], "office@isp.example"))),
    ).toEqual(["noc@isp.example guess", "office@isp.example guess"]);
    expect(told(network(entity(["technical"], "noc@isp.example"), entity(["abuse"], "abuse@isp.example")))).toEqual([
      "abuse@isp.example high",
    ]);
  });

  it("gives the handles of bare abuse roles to ask for", () => {
    expect(network({ handle: "AR9", roles: ["abuse"] }, { handle: "T1", roles: ["technical"] }).followUps).toEqual([
      { handle: "AR9", abuse: true },
      { handle: "T1", abuse: false },
    ]);
  });

  it("asks a truncated object again later instead of taking a fallback", () => {
    const reading = read(
      "ip",
      rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["technical"], "noc@isp.example")], {
        remarks: [{ type: "object truncated due to excessive load", description: ["…"] }],
      }),
    );
    expect([told(reading), reading.outcome]).toEqual([[], "retry-later"]);
  });

  it("names no registry's desk, placeholder or broken address", () => {
    expect(
      told(
        network(
          ...[
            "abuse@ripe.net",
            "search-apnic-not-arin@apnic.net",
            "noemail@isp.example",
            "abuse@isp.example\r\nBcc: x@third.example",
            "REDACTED FOR PRIVACY",
          ].map((email) => entity(["abuse"], email)),
        ),
      ),
    ).toEqual([]);
  });
});

it("RDAP of a domain takes a registry's own desk for a guess, and its form for none of the registrar's", () => {
  const registrys = {
    roles: ["abuse"],
    ...card(
      ["contact-uri", {}, "uri", "https://registry.example/abuse"],
      ["email", {}, "text", "desk@registry.example"],
    ),
  };
  const reading = read("domain", {
    objectClassName: "domain",
    entities: [registrys, entity(["registrar"], "office@reg.example")],
  });
  expect([told(reading), reading.forms]).toEqual([["office@reg.example guess", "desk@registry.example guess"], []]);
});

it.each([
  ["the registrant", ["registrant"]],
  ["an administrative contact", ["administrative"]],
  ["a technical contact", ["technical"]],
])("RDAP of a domain takes neither mailbox nor form of %s, whatever it calls them", (_, roles) => {
  const form = card(
    ["contact-uri", {}, "uri", "https://shop.example/abuse"],
    ["email", {}, "text", "abuse@shop.example"],
  );
  const entities = [
    { roles: [...roles, "abuse"], ...form },
    { roles, entities: [{ roles: ["abuse"], ...form }] },
  ];
  const reading = read("domain", { objectClassName: "domain", ldhName: "SHOP.EXAMPLE", entities });
  expect([told(reading), reading.forms]).toEqual([[], []]);
});

it.each([
  [404, {}, "not-found"],
  [429, { "retry-after": "120" }, "retry"],
  [500, {}, "retry"],
  [403, {}, "refused"],
  [303, { location: "https://rdap.other.example/" }, "redirect"],
])("what HTTP says takes %i as its outcome", (status, headers, outcome) =>
  expect(read("ip", { notices: [{ description: ["ops@rir.example"] }] }, status, headers).outcome).toBe(outcome),
);
