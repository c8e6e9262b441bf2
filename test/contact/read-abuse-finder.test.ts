import { expect, it } from "vitest";
import { readAbuseFinder } from "../../functions/contact/read-abuse-finder.ts";

const read = (body: unknown, status = 200) => {
  const reading = readAbuseFinder({ status, headers: {}, body });
  return [
    reading.outcome,
    ...reading.candidates.map(({ email, confidence, range }) => [email, confidence, range].filter(Boolean).join(" ")),
  ];
};
const database = (contact: object) => ({
  service: "abuse-contact",
  parameters: { "primary-key": { value: "192.0.2.0 - 192.0.2.255" } },
  "abuse-contacts": contact,
});

it.each([
  [
    "the database's",
    database({ key: "AR1-RIPE", email: "abuse@isp.example", suspect: false }),
    ["found", "abuse@isp.example high 192.0.2.0 - 192.0.2.255"],
  ],
  [
    "the database's, a mailbox that failed its check",
    database({ email: "abuse@isp.example", suspect: true }),
    ["found", "abuse@isp.example low 192.0.2.0 - 192.0.2.255"],
  ],
  ["the database's, nobody", database({ key: "", email: "" }), ["none"]],
  [
    "RIPEstat's",
    { data: { abuse_contacts: ["abuse@isp.example", "abuse@lacnic.net"], authoritative_rir: "lacnic" } },
    ["found", "abuse@isp.example low"],
  ],
  [
    "RIPEstat's of old",
    { data: { anti_abuse_contacts: { abuse_c: [{ email: "abuse@isp.example", key: "AR1-RIPE" }] } } },
    ["found", "abuse@isp.example low"],
  ],
  ["RIPEstat's, nobody", { data: { abuse_contacts: [] } }, ["none"]],
  ["something else", { errors: ["abuse@isp.example"] }, ["parse-error"]],
  ["a page", "<html>", ["parse-error"]],
])("reads %s", (_, body, expected) => expect(read(body)).toEqual(expected));

it.each([
  [404, "not-found"],
  [429, "retry"],
  [503, "retry"],
  [400, "refused"],
])("takes %i as its outcome", (status, outcome) => expect(read({}, status)).toEqual([outcome]));
