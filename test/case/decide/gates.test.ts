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
  type Laws,
  later,
  lawsOf,
  network,
  ofHost,
  opened,
  policeFirst,
  protectedAsked,
  told,
} from "../../support/laws.ts";

const reportedBy = (detectedBy: NonNullable<Evidence["detectedBy"]>, candidates: readonly Candidate[]): Case => ({
  ...found({ candidates }),
  category: "csam",
  evidence: { classification: "A1", explanation: "It shows a child.", detectedBy },
});
const paypal = { kind: "host", host: "paypal.com" } as const;
const wellKnown = anAnswer({ name: { isWellKnown: true } });
const sharedToo = anAnswer({ name: { isWellKnown: true, isShared: true } });
const wellKnownAsked = asks(opened, morning, {
  question: "well-known-host",
  blocking: true,
  reason: "The reported host is on the list of well-known names, and so most likely the one imitated.",
});
const tor = nameSystemOf("bad.onion");
const unsure: Case = { ...found({ unconfirmedCountries: ["NL"] }), category: "csam" };
const unsureAsked = asks(opened, morning, {
  question: "unconfirmed-country",
  blocking: false,
  reason:
    "Only the network's own record names NL, where the police clear such a notice first. It goes out without them.",
});

lawsOf(gateRules, {
  "protected-target": [
    {
      given: "the host is on the list",
      state: ofHost("parliament.example"),
      wants: { record: protectedAsked(opened) },
    },
    {
      given: "a person cleared it",
      state: { ...ofHost("parliament.example"), cleared: ["protected-target"] },
      wants: undefined,
    },
    {
      given: "a person is asked already",
      state: beforeAPerson(ofHost("parliament.example"), "protected-target", true),
      wants: undefined,
    },
    { given: "the host is anybody's", state: opened, wants: undefined },
  ],
  "well-known-host": [
    {
      given: "the host is a public resolver's address",
      state: { ...ofHost("8.8.8.8"), contact: anAnswer({ everybodys: "Google's public resolver" }) },
      wants: asks(opened, morning, {
        question: "well-known-host",
        blocking: true,
        reason: "The reported host is Google's public resolver.",
      }),
    },
    {
      given: "everybody knows its name",
      state: { ...ofHost("paypal.com"), contact: wellKnown },
      wants: wellKnownAsked,
    },
    {
      given: "everybody knows the name after its www.",
      state: { ...ofHost("www.paypal.com"), contact: wellKnown },
      wants: wellKnownAsked,
    },
    ...(
      [
        ["a host below it is reported", { ...ofHost("old.paypal.com"), contact: wellKnown }],
        ["strangers have pages there, too", { ...ofHost("paypal.com"), contact: sharedToo }],
        ["it is a platform's own", { ...ofHost("paypal.com"), contact: { ...wellKnown, namedBy: "platform" } }],
        ["nobody has looked it up yet", ofHost("paypal.com")],
        ["nobody has looked it up yet, an address", ofHost("8.8.8.8")],
        ["the host is anybody's", opened],
        ["a person cleared it", { ...ofHost("paypal.com"), contact: wellKnown, cleared: ["well-known-host"] }],
        ["somebody was told before it was on the list", { ...told, target: paypal, contact: wellKnown }],
        ["two persons are asked, as it is protected", { ...ofHost("parliament.example"), contact: wellKnown }],
      ] as const
    ).map(([given, state]) => ({ given, state, wants: undefined })),
  ],
  clearance: [
    {
      given: "the police come first where it is hosted, and no hotline is known",
      state: { ...found({}), category: "csam" },
      settings: policeFirst,
      wants: asks(opened, morning, {
        question: "clearance",
        blocking: true,
        reason:
          "In NL the police clear such a notice before the host hears of it. No hotline's mailbox is in the " +
          "settings: nobody hears of it until you say so.",
      }),
    },
    {
      given: "the hotline may be told meanwhile",
      state: { ...found({ candidates: [network, hotline] }), category: "csam" },
      settings: policeFirst,
      wants: asks(opened, morning, {
        question: "clearance",
        blocking: false,
        reason: "In NL the police clear such a notice before the host hears of it. The hotline hears at once.",
      }),
    },
    {
      given: "the host's side was told already",
      state: { ...told, category: "csam" },
      settings: policeFirst,
      wants: undefined,
    },
    ...(["ncii", "terrorism", "phishing"] as const).map((category) => ({
      given: `it is ${category}, which no police clear`,
      state: { ...found({}), category },
      settings: policeFirst,
      wants: undefined,
    })),
    {
      given: "only the block's own record names the country",
      state: { ...found({ unconfirmedCountries: ["NL"] }), category: "csam" },
      settings: policeFirst,
      wants: undefined,
    },
    { given: "the police need not be asked", state: { ...found({}), category: "csam" }, wants: undefined },
  ],
  unclassified: [
    {
      given: "a user alone reported it, and no hotline is known",
      state: reportedBy("user-report", [network]),
      wants: asks(opened, morning, {
        question: "unclassified",
        blocking: true,
        reason:
          "A user reported it. No person has classified it. No hotline's mailbox is in the settings: nobody hears " +
          "of it until you say so.",
      }),
    },
    {
      given: "a program alone reported it, and the hotline may be told meanwhile",
      state: reportedBy("automated-scan", [network, hotline]),
      wants: asks(opened, morning, {
        question: "unclassified",
        blocking: false,
        reason: "A program reported it. No person has classified it. The hotline hears at once.",
      }),
    },
    {
      given: "the police clear it, and so classify it",
      state: reportedBy("user-report", [network]),
      settings: policeFirst,
      wants: undefined,
    },
    { given: "an analyst classified it", state: reportedBy("manual-review", [network]), wants: undefined },
    { given: "it is on a list of what was classified", state: reportedBy("hash-match", [network]), wants: undefined },
    {
      given: "a person said what it is",
      state: { ...reportedBy("user-report", [network]), cleared: ["unclassified"] },
      wants: undefined,
    },
    {
      given: "the host's side was told already",
      state: { ...told, category: "csam", evidence: { detectedBy: "user-report" } },
      wants: undefined,
    },
    {
      given: "nobody was looked up yet",
      state: { ...opened, category: "csam", evidence: { detectedBy: "user-report" } },
      wants: undefined,
    },
    {
      given: "it is no child abuse",
      state: { ...reportedBy("user-report", [network]), category: "ncii" },
      wants: undefined,
    },
  ],
  "unconfirmed-country": [
    {
      given: "only the block's own record names a country whose police come first",
      state: unsure,
      settings: policeFirst,
      wants: unsureAsked,
    },
    {
      given: "another country that serves the host is confirmed, and its police are asked",
      state: {
        ...found({ countries: ["NL", "FI"], unconfirmedCountries: ["NL"] }),
        category: "csam",
      },
      settings: policeFirst,
      wants: undefined,
    },
    {
      given: "the police come first nowhere",
      state: unsure,
      wants: undefined,
    },
    {
      given: "it is no child abuse",
      state: { ...found({ unconfirmedCountries: ["NL"] }), category: "ncii" },
      settings: policeFirst,
      wants: undefined,
    },
    {
      given: "nobody has classified it yet, so that it does not go out",
      state: { ...unsure, evidence: { detectedBy: "user-report" } },
      settings: policeFirst,
      wants: undefined,
    },
    {
      given: "a person is asked to classify it",
      state: beforeAPerson({ ...unsure, evidence: { detectedBy: "user-report" } }, "unclassified"),
      settings: policeFirst,
      wants: undefined,
    },
    {
      given: "the police of another country are asked still",
      state: beforeAPerson(unsure, "clearance"),
      settings: policeFirst,
      wants: undefined,
    },
    {
      given: "a person has classified it",
      state: { ...unsure, evidence: { detectedBy: "user-report" }, cleared: ["unclassified"] },
      settings: policeFirst,
      wants: unsureAsked,
    },
    {
      given: "a person has noted it",
      state: { ...unsure, cleared: ["unconfirmed-country"] },
      settings: policeFirst,
      wants: undefined,
    },
  ],
  "beside-dns": [
    {
      given: "the name is Tor's",
      state: ofHost("bad.onion"),
      wants: asks(opened, morning, { question: "beside-dns", blocking: true, reason: `${tor?.why} ${tor?.instead}` }),
    },
    { given: "the name is one of DNS", state: opened, wants: undefined },
    { given: "a person passed it on", state: { ...ofHost("bad.onion"), cleared: ["beside-dns"] }, wants: undefined },
  ],
  held: [
    { given: "a hold has no end", state: held(told), wants: { record: heldAsked(told) } },
    { given: "a hold has an end", state: held(told, later(1)), wants: { record: [] } },
  ],
} satisfies Laws<typeof gateRules>);
