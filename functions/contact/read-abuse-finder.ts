import type { Candidate, Confidence } from "../case/candidate.ts";
import { type Json, listOf, objectOf, textOf, textsOf } from "./jcard.ts";
import { mailboxesIn } from "./mailbox-text.ts";
import type { RdapAnswer } from "./read-rdap.ts";
import { nothing, type Reading } from "./reading.ts";
import { invalidRemark } from "./remarks.ts";

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
  const named = (texts: readonly Json[], confidence: Confidence, ...remarks: readonly string[]) =>
    [...new Set(texts.slice(0, 5).flatMap((text) => mailboxesIn(textOf(text) ?? "").map(({ email }) => email)))].map(
      (email): Candidate => ({ email, scope: "network", source: "rdap", range, confidence, remarks }),
    );
  const candidates = [
    ...(suspect ? named(textsOf(own["email"]), "low", invalidRemark) : named(textsOf(own["email"]), "high")),
    ...named([...textsOf(data["abuse_contacts"]), ...old], "low", ofRipestat),
  ];
  return nothing(candidates.length > 0 ? "found" : "none", { candidates, range });
};

const ofRipestat = "From RIPEstat, which says of itself that it is in many cases incorrect.";
