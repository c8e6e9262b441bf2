import type { Candidate } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { gateRules } from "../../../functions/case/decide/gates.ts";
import { nameSystemOf } from "../../../functions/kernel/beside-dns.ts";
import type { Evidence } from "../../../functions/report/report.ts";
import { anAnswer, morning } from "../../support/a-case.ts";
import {
  asks,
  beforeAPerson,
  found,
  held,
  heldAsked,
  hotline,
  type Law,
  type Laws,
  later,
  lawsOf,
  network,
  noFacts,
  ofHost,
  opened,
  policeFirst,
  protectedAsked,
  told,
  under,
} from "../../support/laws.ts";

const reportedBy = (detectedBy: NonNullable<Evidence["detectedBy"]>, candidates: readonly Candidate[]): Case => ({
  ...found({ candidates }),
  category: "csam",
  evidence: { classification: "A1", explanation: "It shows a child.", detectedBy },
});
const paypal = { kind: "host", host: "paypal.com" } as const;
const wellKnown = anAnswer({ name: { isWellKnown: true } });
const sharedToo = anAnswer({ name: { isWellKnown: true, isShared: true } });
const wellKnownAsked = asks(
  opened,
  "well-known-host",
  "The reported host is on the list of well-known names, and so most likely the one imitated.",
  { blocking: true },
);
const tor = nameSystemOf("bad.onion");
const unsure: Case = { ...found({ unconfirmedCountries: ["NL"] }), category: "csam" };
const unsureAsked = asks(
  opened,
  "unconfirmed-country",
  "Only the network's own record names NL, where the police clear such a notice first. It goes out without them.",
);

lawsOf(gateRules, {
  "protected-target": [
    ["the host is on the list", ofHost("parliament.example"), { record: protectedAsked(opened) }],
    ["a person cleared it", { ...ofHost("parliament.example"), cleared: ["protected-target"] }],
    ["a person is asked already", beforeAPerson(ofHost("parliament.example"), "protected-target", true)],
    ["the host is anybody's", opened],
  ],
  "well-known-host": [
    [
      "the host is a public resolver's address",
      { ...ofHost("8.8.8.8"), contact: anAnswer({ everybodys: "Google's public resolver" }) },
      asks(opened, "well-known-host", "The reported host is Google's public resolver.", { blocking: true }),
    ],
    ["everybody knows its name", { ...ofHost("paypal.com"), contact: wellKnown }, wellKnownAsked],
    ["everybody knows it after its www.", { ...ofHost("www.paypal.com"), contact: wellKnown }, wellKnownAsked],
    ["a host below it is reported", { ...ofHost("old.paypal.com"), contact: wellKnown }],
    ["strangers have pages there, too", { ...ofHost("paypal.com"), contact: sharedToo }],
    ["it is a platform's own", { ...ofHost("paypal.com"), contact: { ...wellKnown, namedBy: "platform" } }],
    ["nobody has looked it up yet", ofHost("paypal.com")],
    ["nobody has looked it up yet, an address", ofHost("8.8.8.8")],
    ["the host is anybody's", opened],
    ["a person cleared it", { ...ofHost("paypal.com"), contact: wellKnown, cleared: ["well-known-host"] }],
    ["somebody was told before", { ...told, target: paypal, contact: wellKnown }],
    ["it is protected as well", { ...ofHost("parliament.example"), contact: wellKnown }],
  ],
  clearance: [
    [
      "the police come first where it is hosted, and no hotline is known",
      { ...found({}), category: "csam" },
      asks(
        opened,
        "clearance",
        "In NL the police clear such a notice before the host hears of it. No hotline's mailbox is in the " +
          "settings: nobody hears of it until you say so.",
        { blocking: true },
      ),
      morning,
      policeFirst,
    ],
    [
      "the hotline may be told meanwhile",
      { ...found({ candidates: [network, hotline] }), category: "csam" },
      asks(
        opened,
        "clearance",
        "In NL the police clear such a notice before the host hears of it. The hotline hears at once.",
      ),
      morning,
      policeFirst,
    ],
    ["the host's side was told already", { ...told, category: "csam" }, undefined, morning, policeFirst],
    ...(["ncii", "terrorism", "phishing"] as const).map(
      (category): Law => [
        `it is ${category}, which no police clear`,
        { ...found({}), category },
        undefined,
        morning,
        policeFirst,
      ],
    ),
    [
      "only the block's own record names the country",
      { ...found({ unconfirmedCountries: ["NL"] }), category: "csam" },
      undefined,
      morning,
      policeFirst,
    ],
    ["the police need not be asked", { ...found({}), category: "csam" }],
  ],
  unclassified: [
    [
      "a user alone reported it, and no hotline is known",
      reportedBy("user-report", [network]),
      asks(
        opened,
        "unclassified",
        "A user reported it. No person has classified it. No hotline's mailbox is in the settings: nobody hears " +
          "of it until you say so.",
        { blocking: true },
      ),
    ],
    [
      "a program alone reported it, and the hotline may be told meanwhile",
      reportedBy("automated-scan", [network, hotline]),
      asks(opened, "unclassified", "A program reported it. No person has classified it. The hotline hears at once."),
    ],
    ["the police clear it, and so classify it", reportedBy("user-report", [network]), undefined, morning, policeFirst],
    ["an analyst classified it", reportedBy("manual-review", [network])],
    ["it is on a list of what was classified", reportedBy("hash-match", [network])],
    ["a person said what it is", { ...reportedBy("user-report", [network]), cleared: ["unclassified"] }],
    ["the host's side was told already", { ...told, category: "csam", evidence: { detectedBy: "user-report" } }],
    ["nobody was looked up yet", { ...opened, category: "csam", evidence: { detectedBy: "user-report" } }],
    ["it is no child abuse", { ...reportedBy("user-report", [network]), category: "ncii" }],
  ],
  "unconfirmed-country": under(
    policeFirst,
    ["only the block's own record names a country whose police come first", unsure, unsureAsked],
    [
      "another country that serves the host is confirmed, and its police are asked",
      { ...found({ countries: ["NL", "FI"], unconfirmedCountries: ["NL"] }), category: "csam" },
    ],
    ["the police come first nowhere", unsure, undefined, morning, {}],
    ["it is no child abuse", { ...found({ unconfirmedCountries: ["NL"] }), category: "ncii" }],
    [
      "nobody has classified it yet, so that it does not go out",
      { ...unsure, evidence: { detectedBy: "user-report" } },
    ],
    [
      "a person is asked to classify it",
      beforeAPerson({ ...unsure, evidence: { detectedBy: "user-report" } }, "unclassified"),
    ],
    ["the police of another country are asked still", beforeAPerson(unsure, "clearance")],
    [
      "a person has classified it",
      { ...unsure, evidence: { detectedBy: "user-report" }, cleared: ["unclassified"] },
      unsureAsked,
    ],
    ["a person has noted it", { ...unsure, cleared: ["unconfirmed-country"] }],
  ),
  "beside-dns": [
    [
      "the name is Tor's",
      ofHost("bad.onion"),
      asks(opened, "beside-dns", `${tor?.why} ${tor?.instead}`, { blocking: true }),
    ],
    ["the name is one of DNS", opened],
    ["a person passed it on", { ...ofHost("bad.onion"), cleared: ["beside-dns"] }],
  ],
  held: [
    ["a hold has no end", held(told), { record: heldAsked(told) }],
    ["a hold has an end", held(told, later(1)), noFacts],
    [
      "one of two has an end, and both are named",
      { ...told, holds: [...held(told, later(5)).holds, ...held(told).holds] },
      asks(told, "held", "Held by jane until 2026-11-24T15:00Z: the police asked Held by jane: the police asked", {
        blocking: true,
      }),
    ],
  ],
} satisfies Laws<typeof gateRules>);
