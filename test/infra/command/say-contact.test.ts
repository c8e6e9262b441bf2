import { expect, test } from "vitest";
import type { Candidate, ContactAnswer } from "../../../functions/case/candidate.ts";
import { sayContact } from "../../../infra/command/say-contact.ts";

const harbour: Candidate = {
  email: "abuse@harbour.example",
  scope: "network",
  confidence: "high",
  source: "rdap",
  server: "rdap.registry.example",
  range: "192.0.2.0 - 192.0.2.255",
  name: "Harbour Abuse",
  remarks: [],
};
const answer: ContactAnswer = {
  askedAt: "2026-11-24T10:00:00.000Z",
  addresses: ["192.0.2.1"],
  country: "NL",
  candidates: [harbour],
  forms: [],
  failures: [{ source: "whois", server: "whois.registry.example", outcome: "silent", detail: "No answer in time." }],
  retry: false,
};

test("a look-up at a terminal ranks contacts, tells how each was found and what was silent", () => {
  expect(sayContact(answer, "192.0.2.1")).toBe(`192[.]0[.]2[.]1
The host was at 192[.]0[.]2[.]1. Registered in NL.

Contacts, best first
  1. abuse@harbour.example
     Harbour Abuse: hosting network, sure
     from RDAP (rdap.registry.example), for 192[.]0[.]2[.]0 - 192[.]0[.]2[.]255

Silent; may answer later
     whois whois.registry.example gave no answer: No answer in time.
`);
});

test.each(["name", "server", "range", "email"] as const)(
  "no registry's %s moves the cursor, or ends a line",
  (field) => {
    const said = sayContact({ ...answer, candidates: [{ ...harbour, [field]: "\u001b[2JEvil\nmore\u202e" }] });
    expect(said).not.toMatch(/[\u001b\u202e]|Evil\n/);
  },
);

test("no registry's remark, and no source's detail, moves the cursor", () => {
  const said = sayContact({
    ...answer,
    candidates: [{ ...harbour, remarks: ["\u001b[2J"] }],
    failures: [{ source: "rdap", outcome: "refused", detail: "\u001b[2J" }],
  });
  expect(said).not.toContain("\u001b");
});
