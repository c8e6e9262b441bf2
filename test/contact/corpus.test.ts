import { expect, it, test } from "vitest";
import { readContacts } from "../../functions/adapters/corpus-readers.ts";
import { describeWithShared, sharedFile } from "../support/shared.ts";
import { entity, rdapNetwork } from "../support/sources.ts";

type Known = {
  readonly id: string;
  readonly kind: string;
  readonly expected_abuse_emails: string[];
  readonly acceptable_emails: string[];
  readonly forbidden_emails?: string[];
  readonly expected_form_urls?: string[];
  readonly expected_referral?: string;
  readonly outcome?: string;
};

test("a byte order mark before a captured answer changes nothing, as it changes nothing for the clients", () => {
  const rdap = {
    id: "r",
    kind: "rdap-ip",
    query: "192.0.2.1",
    raw: JSON.stringify(rdapNetwork(["192.0.2.0", "192.0.2.255"], [entity(["abuse"], "abuse@a.example")])),
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

describeWithShared("captured answers of registries", () => {
  const lines = sharedFile("data/contacts/cases.jsonl").split("\n").filter(Boolean);
  const rows = lines.map((line) => ({ known: JSON.parse(line) as Known, answer: readContacts(line) }));
  const asked = rows.filter(({ known }) => known.kind !== "rdap-entity");
  const chosen = ({ answer }: (typeof rows)[number]) => answer.contacts.map(({ email }) => email.toLowerCase());

  it("never gives a mailbox that must not be written to", () => {
    expect(
      rows
        .filter((row) => chosen(row).some((email) => row.known.forbidden_emails?.includes(email)))
        .map(({ known }) => known.id),
    ).toEqual([]);
  });

  it("puts an expected or acceptable mailbox first wherever it gives one", () => {
    const wrong = asked.filter(
      (row) =>
        chosen(row).length > 0 &&
        ![...row.known.expected_abuse_emails, ...row.known.acceptable_emails].includes(chosen(row)[0] ?? ""),
    );
    expect(wrong.map(({ known }) => known.id)).toEqual([]);
  });

  it("puts the best mailbox first in at least 98 of 100", () => {
    const withContact = asked.filter(({ known }) => known.expected_abuse_emails.length > 0);
    const right = withContact.filter((row) => chosen(row)[0] === row.known.expected_abuse_emails[0]);
    expect(right.length / withContact.length).toBeGreaterThanOrEqual(0.98);
  });

  it("tells the forms, referrals and what to do next that the registry named", () => {
    for (const { known, answer } of rows) {
      for (const form of known.expected_form_urls ?? [])
        expect([known.id, answer.forms]).toEqual([known.id, expect.arrayContaining([form])]);
      if (known.outcome) expect([known.id, answer.outcome]).toEqual([known.id, known.outcome]);
      if (known.expected_referral) expect([known.id, answer.outcome]).toEqual([known.id, "referral"]);
    }
  });
});
