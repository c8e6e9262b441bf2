import type { Candidate, Confidence } from "../case/candidate.ts";
import { type Json, listOf, objectOf, textOf, textsOf } from "./jcard.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import type { RdapAnswer } from "./read-rdap.ts";
import { nothing, type Reading } from "./reading.ts";

/**
 * Reads RIPE's two finders of abuse contacts; neither is RDAP.
 * - The database's own (`abuse-contact/192.0.2.7.json`): `{"parameters":{"primary-key":{"value":"192.0.2.0 -
 *   …"}}, "abuse-contacts":{"email":"…","suspect":false}}`; 404 or an empty mailbox for none. `suspect`: failed
 *   RIPE's check.
 * - RIPEstat's, for all regions: `{"data":{"abuse_contacts":["…"]}}`, before 2021
 *   `anti_abuse_contacts.abuse_c[].email`. Its page says that it is in many cases incorrect: never more than
 *   low.
 */
export const readAbuseFinder = ({ status, body }: RdapAnswer): Reading => {
  if (status === 404) return nothing("not-found");
  if (status === 429 || status >= 500) return nothing("retry");
  if (status !== 200) return nothing("refused");
  const top = objectOf(body);
  const own = objectOf(top["abuse-contacts"]);
  const data = objectOf(top["data"]);
  if (top["abuse-contacts"] === undefined && top["data"] === undefined) return nothing("parse-error");
  const old = listOf(objectOf(data["anti_abuse_contacts"])["abuse_c"]).map(
    (row) => textOf(objectOf(row)["email"]) ?? "",
  );
  const suspect = own["suspect"] === true;
  const range = textOf(objectOf(objectOf(top["parameters"])["primary-key"])["value"]);
  const found = [
    ...named(
      textsOf(own["email"]),
      suspect ? "low" : "high",
      suspect ? ["The registry found that this mailbox does not work."] : [],
    ),
    ...named([...textsOf(data["abuse_contacts"]), ...old], "low", [
      "From RIPEstat, which says of itself that it is in many cases incorrect.",
    ]),
  ];
  return {
    outcome: found.length > 0 ? "found" : "none",
    candidates: found.map((candidate) => ({ ...candidate, ...(range ? { range } : {}) })),
    forms: [],
    followUps: [],
    origins: [],
    ...(range ? { range } : {}),
  };
};

const named = (texts: readonly Json[], confidence: Confidence, remarks: readonly string[]): readonly Candidate[] =>
  [...new Set(texts.slice(0, 5).flatMap((text) => mailboxesIn(textOf(text) ?? "").map(({ email }) => email)))].map(
    (email) => ({
      email,
      scope: "network",
      source: "rdap",
      confidence,
      remarks,
    }),
  );
