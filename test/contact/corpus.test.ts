import { expect, test } from "vitest";
import { readContacts } from "../../functions/adapters/corpus-readers.ts";
import { networkOf } from "../support/sources.ts";
import { wholeAnswers } from "./whole-answers.ts";

test("a byte order mark before a captured answer changes nothing, as it changes nothing for the clients", () => {
  const rdap = {
    id: "r",
    kind: "rdap-ip",
    query: "192.0.2.1",
    raw: JSON.stringify(networkOf("abuse@a.example")),
  };
  const raw =
    "% Abuse contact for '192.0.2.0 - 192.0.2.255' is 'abuse@b.example'\n\ninetnum: 192.0.2.0 - 192.0.2.255\n";
  const whois = { id: "w", kind: "whois-ip", query: "192.0.2.1", raw };
  for (const row of [rdap, whois]) {
    const marked = readContacts(JSON.stringify({ ...row, raw: `\ufeff${row.raw}` }));
    expect(marked.contacts).toHaveLength(1);
    expect(marked).toEqual(readContacts(JSON.stringify(row)));
  }
});

test.each(wholeAnswers)("of $id: the mailboxes and forms named for abuse, and no other", (answer) => {
  const { contacts, forms = [], outcome, ...row } = answer;
  const read = readContacts(JSON.stringify(row));
  expect({ contacts: read.contacts.map(({ email }) => email), forms: read.forms, outcome: read.outcome }).toEqual({
    contacts,
    forms,
    outcome,
  });
});
