import { expect, it } from "vitest";
import { sourceName } from "../../functions/case/contact-source.ts";
import { registrarContacts } from "../../functions/contact/domain-contact.ts";
import { playedSources, registered } from "../support/sources.ts";

const object = (email: string | undefined) => registered(email, { ldhName: "bad.io" });
const whois = { "whois.nic.io bad.io": "Domain Name: bad.io\nRegistrar Abuse Contact Email: abuse@reg.example\n" };
const emails = ({ candidates }: Awaited<ReturnType<typeof registrarContacts>>) => candidates.map(({ email }) => email);

it("is asked, and WHOIS no more where it names the desk", async () => {
  const sources = playedSources({ rdap: { "domain/bad.io": object("abuse@rdap.example") }, whois });
  expect(emails(await registrarContacts(sources, "bad.io"))).toEqual(["abuse@rdap.example"]);
  expect(sources.asked).toEqual(["rdap domain/bad.io"]);
});

it.each([
  ["is silent", { silent: ["rdap"] }],
  ["has no such name", {}],
  ["answers what is no object", { rdap: { "domain/bad.io": {} } }],
  ["is about another name", { rdap: { "domain/bad.io": { ...object("abuse@other.example"), ldhName: "other.io" } } }],
  ["names nobody", { rdap: { "domain/bad.io": object(undefined) } }],
] as const)("leaves the answer to WHOIS where it %s", async (_, world) => {
  const found = await registrarContacts(playedSources({ ...world, whois }), "bad.io");
  expect(emails(found)).toEqual(["abuse@reg.example"]);
  expect(found.failures).toEqual([]);
});

it("is not waited for where it is silent and WHOIS names nobody", async () => {
  const text = { "whois.nic.io bad.io": "Domain Name: bad.io\nRegistrar: Somebody\n" };
  const { failures } = await registrarContacts(playedSources({ silent: ["rdap"], whois: text }), "bad.io");
  expect(failures.map(({ outcome, ...asked }) => `${sourceName(asked)} ${outcome}`)).toEqual([
    "whois whois.nic.io none",
  ]);
});
