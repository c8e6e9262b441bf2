import { describe, expect, it } from "vitest";
import { decodeWhois } from "../../../functions/adapters/whois-charset.ts";
import { readRdap } from "../../../functions/contact/read-rdap.ts";
import { readWhois } from "../../../functions/contact/read-whois.ts";
import type { Reading } from "../../../functions/contact/reading.ts";
import type { Answer } from "./answer.ts";
import { domainWhois } from "./domain-whois.ts";
import { nationalWhois } from "./national-whois.ts";
import { rdapAnswers } from "./rdap.ts";
import { regionalWhois } from "./regional-whois.ts";
import { secondRound } from "./second-round.ts";
import { thirdRound } from "./third-round.ts";

const read = (answer: Answer): Reading => {
  if ("rdap" in answer)
    return readRdap(answer.about, { status: answer.status ?? 200, headers: {}, body: answer.rdap }, "abuse");
  const text = typeof answer.whois === "string" ? answer.whois : decodeWhois(answer.whois);
  return answer.about === "domain" ? readWhois("domain", text) : readWhois("ip", text);
};

/** What the look-up may act upon. Guesses are for a person. */
const told = (answer: Answer) => {
  const reading = read(answer);
  const proved = reading.candidates.filter(({ confidence }) => confidence !== "guess");
  return {
    gives: proved.map(({ email }) => email.toLowerCase()),
    ...(answer.low ? { low: proved.filter(({ confidence }) => confidence === "low").map(({ email }) => email) } : {}),
    ...(answer.forms ? { forms: reading.forms.map(({ url }) => url) } : {}),
    ...(answer.outcome ? { outcome: reading.outcome } : {}),
    ...(answer.referral ? { referral: reading.referral } : {}),
  };
};

const expected = ({ gives, low, forms, outcome, referral }: Answer) => ({
  gives,
  ...(low ? { low } : {}),
  ...(forms ? { forms } : {}),
  ...(outcome ? { outcome } : {}),
  ...(referral ? { referral } : {}),
});

describe.each([
  ["regional registries' WHOIS", regionalWhois],
  ["national registries' WHOIS of networks", nationalWhois],
  ["WHOIS of domains", domainWhois],
  ["RDAP", rdapAnswers],
  ["what the first round left out", secondRound],
  ["what means something else than it seems to", thirdRound],
])("%s", (_, answers) => {
  it.each(answers.map((answer) => [answer.says, answer] as const))("%s", (_says, answer) =>
    expect(told(answer)).toEqual(expected(answer)),
  );
});
