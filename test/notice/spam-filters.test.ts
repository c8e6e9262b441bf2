import { expect, test } from "vitest";
import { readSpamAssassin } from "./spam-filters.ts";

/** As SpamAssassin 4.0.1 writes the header that we ask for, one folded. */
const output = `From sender@takedown.example Tue Nov 24 10:00:01 2026
X-Spam-Points: 5.5 5.0 MISSING_DATE=2.739,MISSING_HEADERS=0.915,
\tMISSING_MID=0.552,RCVD_ILLEGAL_IP=1.3
Subject: one

text

From sender@takedown.example Tue Nov 24 10:00:01 2026
X-Spam-Points: -0.0 5.0 NO_RECEIVED=-0.001,NO_RELAYS=-0.001
Subject: two

text
`;

test("reads what SpamAssassin gave each mail, the heaviest rule first, those without weight left out", () => {
  const [one, two] = readSpamAssassin(output);
  expect(one).toEqual({
    points: 5.5,
    action: "spam",
    acts: true,
    rules: [
      { name: "MISSING_DATE", points: 2.739 },
      { name: "RCVD_ILLEGAL_IP", points: 1.3 },
      { name: "MISSING_HEADERS", points: 0.915 },
      { name: "MISSING_MID", points: 0.552 },
    ],
  });
  expect(two).toMatchObject({ action: "none", acts: false, rules: [] });
});
