import { describe, expect, test } from "vitest";
import type { Candidate } from "../../../functions/case/candidate.ts";
import type { Case } from "../../../functions/case/case.ts";
import { orderOnPath } from "../../../functions/case/level.ts";
import type { Notice } from "../../../functions/case/notice.ts";
import {
  isForbiddenMailbox,
  isSpent,
  isUnderTarget,
  recipientsNow,
  type Unusable,
  unconfirmedDesks,
  untold,
  whyNot,
  withoutRepeats,
} from "../../../functions/case/path/who.ts";
import { policyOf } from "../../../functions/escalation/policy.ts";
import { plusHours } from "../../../functions/kernel/instant.ts";
import { settingsSchema } from "../../../functions/kernel/settings.ts";
import { aCandidate, anAnswer, aSettings, morning } from "../../support/a-case.ts";
import { aNotice, inLine } from "../../support/a-notice.ts";
import { beforeAPerson, found, four, having, hotline, many, opened, sent, told } from "../../support/laws.ts";

const settings = aSettings({
  optedOut: settingsSchema.shape.optedOut.parse(["@shy.example"]),
  directory: settingsSchema.shape.directory.parse([
    {
      matches: ["198.51.100.0/24"],
      name: "Example Forms",
      kind: "form-only",
      scope: "network",
      form: "https://forms.example/abuse",
    },
  ]),
});
const policy = policyOf(settings)(opened);
const network = aCandidate();

const registrar = aCandidate({ email: "abuse@registrar.example", scope: "registrar" });
const young = { registeredAt: "2026-10-01T00:00:00.000Z" };
const onHold = found({ outOfDns: "client hold" });
const { name: _, ...unnoted } = anAnswer();

describe("whether one desk may be told", () => {
  const csam = (state: Case): Case => ({ ...state, category: "csam" });
  const ofName = aCandidate({ email: "abuse@bad.example" });
  const byForm = aCandidate({ email: "abuse@forms.example", range: "198.51.100.0/24" });
  const customers = aCandidate({ isCustomers: true });
  const laws: readonly (readonly [string, Unusable | undefined, Case, Candidate?])[] = [
    ["the host's own desk", undefined, found({})],
    ["a desk that opted out", "forbidden", found({}), aCandidate({ email: "abuse@shy.example" })],
    ["our own mailbox", "forbidden", found({}), aCandidate({ email: "notices@dispatch.example" })],
    ["a guess", "guess", found({}), aCandidate({ confidence: "guess" })],
    ["a desk that takes its form only", "form-only", found({ addresses: ["198.51.100.7"] }), byForm],
    ["a desk that has its notice", "told-before", told],
    ["one that turned away the word of a move", "told-before", having(aNotice("complained", { step: "moved" }))],
    ["a desk whose notice was cancelled before it went out", undefined, having(aNotice("cancelled"))],
    ["a desk that the host left and came back to", undefined, having(aNotice("sent", { ended: true }))],
    ["such a desk that turned the mail away", "told-before", having(aNotice("bounced", { ended: true }))],
    ["a mailbox that a person passed over", "passed-over", { ...found({}), passedOver: [network.email] }],
    ["the host's, while the police are asked", "police-first", beforeAPerson(found({}), "clearance")],
    ["it, while a person is asked what it is", "unclassified", beforeAPerson(found({}), "unclassified")],
    ["a hotline of child abuse, about what is none", "takes-others", found({}), hotline],
    ["it, while the police are asked", undefined, csam(beforeAPerson(found({}), "clearance")), hotline],
    ["a mailbox under the reported name", "suspect", found({}), ofName],
    ["it, once cleared", undefined, { ...found({}), cleared: ["contact-may-be-suspect"] }, ofName],
    ["a block of the customer's own", "suspect", found({}), customers],
    ["such a block, of whom a hoster lends its name", undefined, found({ namedBy: "host" }), customers],
    ["a hotline under the reported name", undefined, csam(found({})), { ...hotline, email: "x@bad.example" }],
    ["a desk that the registry says opted out", "forbidden", found({ optedOut: [network.email] })],
    ["another than opted out there", undefined, found({ optedOut: ["noc@other.example"] })],
    ["a desk that only heard that the host moved", undefined, having(aNotice("sent", { step: "moved" }))],
    ["the host of a name on hold", undefined, onHold],
  ];
  const registered = (hours: number): Case => found({ name: { registeredAt: plusHours(morning, hours) } });
  const byPerson: Candidate = { ...registrar, source: "person" };
  const inDirectory: Candidate = { ...registrar, source: "directory" };
  const registrars: typeof laws = [
    ["of a name registered within a year", undefined, found({})],
    ["of one registered a year ago to the day", "whole-name", registered(-365 * 24)],
    ["of one registered within a day after the report", undefined, registered(24)],
    ["of one registered later than that", "whole-name", registered(25)],
    ["of one without a date", "whole-name", found({ name: {} })],
    ["of one of which nothing was noted", "whole-name", { ...opened, contact: unnoted }],
    ["of a shared name", "whole-name", found({ name: { ...young, isShared: true } })],
    ["of a well-known name", "whole-name", found({ name: { ...young, isWellKnown: true } })],
    ["that a person allowed", undefined, { ...found({ name: {} }), cleared: ["registrar"] }],
    ["that a person named", undefined, found({ name: {} }), byPerson],
    ["to which a person said no", "passed-over", { ...found({}), noRegistrar: true }],
    ["of a hoster's own name", "others-name", found({ namedBy: "host" })],
    ["of a hoster's own name that a person names", undefined, found({ namedBy: "host" }), byPerson],
    ["of a platform's own name, as a registry names it", "others-name", found({ namedBy: "platform" })],
    ["who lends out the name", undefined, found({ name: {}, namedBy: "platform" }), inDirectory],
    ["of a name on hold", "name-held", onHold],
    ["of one that a person says is not gone", undefined, { ...onHold, cleared: ["name-gone"] }],
    ["of a name on hold that a person names", undefined, onHold, byPerson],
  ];
  for (const [given, why, state, candidate = network] of [
    ...laws,
    ...registrars.map(([given, why, state, to = registrar]) => [`the registrar ${given}`, why, state, to] as const),
  ])
    test(`${given}: ${why ?? "it may"}`, () => expect(whyNot(state, candidate, policyOf(settings)(state))).toBe(why));

  test("the site's own mailbox is never told of child abuse", () => {
    expect(whyNot(found({}), aCandidate({ scope: "site" }), policyOf(settings)({ ...opened, category: "csam" }))).toBe(
      "never-for-this-category",
    );
  });
});

test("a forbidden mailbox is one whatever the host", () => {
  const forbidden = ["anybody@shy.example", "x@dispatch.example", "abuse@network.example"].map((email) =>
    isForbiddenMailbox(email, policy),
  );
  expect(forbidden).toEqual([true, true, false]);
});

describe("whether a mailbox is under the reported name", () => {
  test.each([
    ["abuse@bad.example", undefined, true],
    ["abuse@mail.bad.example", undefined, true],
    ["abuse@good.example", undefined, false],
    ["abuse@bad.example", "elsewhere.example", false],
    ["abuse@its.elsewhere.example", "elsewhere.example", true],
  ] as const)("%s, customer %s", (email, customer, is) => {
    expect(isUnderTarget(customer ? found({ namedBy: "platform", customer }) : found({}), email)).toBe(is);
  });
});

test("of a host's networks the first three are told, and the others named for a person", () => {
  const addresses = four.flatMap(({ serves = [] }) => serves);
  expect(untold(found({ addresses, candidates: four }), policy)).toEqual({ desks: [four[3]], addresses: 0 });
});

test("addresses that nobody answers for count once somebody was told", () => {
  const contact = anAnswer({
    addresses: ["192.0.2.10", "203.0.113.1"],
    candidates: [aCandidate({ serves: ["192.0.2.10"] })],
    unlooked: 2,
  });
  expect(untold({ ...opened, contact }, policy)).toEqual({ desks: [], addresses: 0 });
  const asked = aNotice("sent", { to: { ...sent.to, serves: ["192.0.2.10"] }, where: { addresses: ["192.0.2.10"] } });
  expect(untold({ ...told, contact, notices: [asked] }, policy)).toEqual({ desks: [], addresses: 3 });
});

describe("the recipients of the escalation level now stood on", () => {
  const scopes = (state: Case) => recipientsNow(state, policy).map(({ anyOf }) => anyOf[0]);
  const ids = policy.row.path.map(({ id }) => id);
  const standing = (level: number, levelId = ids[level], levelsBelow = ids.slice(0, Math.max(level, 0))): Case => {
    const { levelId: _, ...rest } = told;
    return { ...rest, level, ...(levelId !== undefined && { levelId }), levelsBelow };
  };

  test("are found by its id, wherever a policy has it now", () => {
    expect(orderOnPath(standing(5, ids[1]), policy)).toBe(1);
    expect(orderOnPath(standing(0, "an escalation level that was taken out"), policy)).toBe(-1);
    expect(orderOnPath(standing(2, "an escalation level that was taken out"), policy)).toBe(1);
    expect(orderOnPath(standing(-1, ids[0]), policy)).toBe(-1);
  });

  test("are with the host on levels below that the case has passed, and those alone where its own went", () => {
    const host = scopes(standing(0));
    expect(host.length).toBeGreaterThan(0);
    expect(scopes(standing(1))).toEqual([...host, "upstream"]);
    expect(scopes(standing(1, "an escalation level that was taken out", []))).toEqual([]);
    expect(scopes(standing(1, "an escalation level that was taken out"))).toEqual(host);
  });

  test("are only those that are wanted here", () => {
    const malicious = recipientsNow({ ...standing(0), domainIsMalicious: true }, policy);
    expect(malicious.length).toBeGreaterThan(recipientsNow(standing(0), policy).length);
  });
});

test("whoever a mailbox is named for twice is told once", () => {
  const other = aCandidate({ email: "noc@network.example" });
  expect(withoutRepeats([network, { ...network, email: network.email.toUpperCase() }, other])).toEqual([
    network,
    other,
  ]);
});

describe("addresses that nobody answers for count", () => {
  const contact = anAnswer({
    addresses: ["192.0.2.10", "203.0.113.1"],
    candidates: [aCandidate({ serves: ["192.0.2.10"] })],
  });
  const to = { ...sent.to, serves: ["192.0.2.10"] };
  const where = { addresses: ["192.0.2.10"] };
  const bare = (notice: Notice) => untold({ ...told, contact, notices: [notice] }, policy).addresses;
  test("beside a desk of the host's that was heard and is asked still", () => {
    expect(bare(aNotice("sent", { to, where }))).toBe(1);
    expect(bare(aNotice("queued", { to, where }))).toBe(0);
    expect(bare(aNotice("sent", { to, where, missedAt: "2026-11-24T10:00:00.000Z" }))).toBe(0);
    expect(bare(aNotice("sent", { to, where, ended: true }))).toBe(0);
    expect(bare(aNotice("sent", { to: aCandidate({ scope: "hotline", email: "x@hotline.example" }) }))).toBe(0);
  });
});

describe("mailboxes that came back are spent", () => {
  const recipient = { anyOf: ["network" as const] };
  const spent = (spoilt: Parameters<typeof aNotice<"bounced">>[1], count = 4) =>
    isSpent({ ...told, notices: many(aNotice("bounced", spoilt), count) }, recipient);
  test("after four of the recipient's own, by mails that asked for action", () => {
    expect([spent({}, 3), spent({})]).toEqual([false, true]);
    expect(spent({ step: "reminder" })).toBe(true);
    expect(spent({ step: "correction" })).toBe(false);
    expect(spent({ to: aCandidate({ scope: "upstream" }) })).toBe(false);
    expect(isSpent({ ...told, notices: many(sent, 4) }, recipient)).toBe(false);
  });
});

test("a platform's mailbox that nothing confirms is named, unless another desk of it may be told", () => {
  const unsure = aCandidate({
    scope: "platform",
    source: "directory",
    confidence: "guess",
    email: "abuse@platform.example",
  });
  expect(unconfirmedDesks(found({ candidates: [unsure, network] }), policy)).toEqual([unsure]);
  expect(
    unconfirmedDesks(
      found({ candidates: [unsure, aCandidate({ scope: "platform", email: "trust@platform.example" })] }),
      policy,
    ),
  ).toEqual([]);
  expect(unconfirmedDesks(inLine, policy)).toEqual([]);
});
