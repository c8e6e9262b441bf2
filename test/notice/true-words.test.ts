import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import type { Candidate } from "../../functions/case/candidate.ts";
import type { Case } from "../../functions/case/case.ts";
import type { Step } from "../../functions/case/step.ts";
import { type Scope, scopes } from "../../functions/kernel/scope.ts";
import { type Settings, settingsSchema } from "../../functions/kernel/settings.ts";
import { composeIn, composeNotice } from "../../functions/notice/compose-notice.ts";
import { previewOf, previewsIn } from "../../functions/notice/preview.ts";
import { describeProblem } from "../../functions/notice/request.ts";
import { english } from "../../functions/notice/templates/languages.ts";
import type { Texts } from "../../functions/notice/texts.ts";
import { type Category, categories, isUrgent } from "../../functions/report/category.ts";
import { aCandidate } from "../support/a-case.ts";
import { aFlow, nativeMessage } from "../support/a-flow.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";

/* Each sentence of a notice is true of its case, and asks nobody for what they must not do. */

type Given = {
  readonly category?: Category;
  readonly scope?: Scope;
  readonly step?: Step;
  readonly to?: Partial<Candidate>;
  readonly before?: readonly Case["notices"][number][];
  readonly changed?: Partial<Case>;
  readonly settings?: Partial<Settings>;
};
const composed = async ({ category = "phishing", scope = "network", step = "first", before, ...given }: Given) => {
  const to = aContact(scope, { language: "en", ...given.to });
  const notice = aNotice(step, to);
  const state = aFullCase(category, { notices: [...(before ?? []), notice], ...given.changed });
  const all = settingsSchema.parse({ ...settings, ...given.settings });
  const made = await composeIn([english], aRequest(notice, state, { settings: all }));
  if (!made.ok) throw new Error(describeProblem(made.error));
  return { ...made.value, flat: made.value.text.replace(/\s+/g, " ") };
};
const textOf = async (given: Given) => (await composed(given)).flat;
const aFlowInEnglish = () => {
  const flow = aFlow();
  flow.contacts(() => ({ candidates: [aCandidate({ language: "en" })] }));
  return flow;
};
const mailsOf = (flow: ReturnType<typeof aFlow>) =>
  Promise.all(flow.mails.map(async ({ mime }) => ((await PostalMime.parse(mime)).text ?? "").replace(/\s+/g, " ")));

test.each(categories)(
  "a withdrawal of %s asks for a measure to be reversed only where nobody is harmed by it",
  async (category) => {
    const text = await textOf({ category, step: "withdrawal", before: [sentBefore()] });
    expect(/reverse/.test(text)).toBe(!isUrgent(category));
    if (isUrgent(category)) expect(text).toContain("after your own review and under your law");
  },
);

describe("a reminder", () => {
  const reminder = { step: "reminder", before: [sentBefore()] } as const;

  test("says that there is no answer, and nothing of what nobody looked at", async () => {
    const flow = aFlowInEnglish();
    await flow.report(nativeMessage());
    await flow.run();
    await flow.sesTells({ kind: "delivered" });
    await flow.pass({ hours: 26 });
    const last = (await mailsOf(flow)).at(-1) ?? "";
    expect(last).toMatch(/Reminder 1: we have had no answer to our notice of 2026-11-24 .* a one-word reply is enough/);
    expect(last).not.toMatch(/not resolved|reported again/);
  });
  test("thanks for an answer that came", async () => {
    const answered = { ...sentBefore(), acknowledgedAt: "2026-11-23T08:10:00.000Z" };
    const text = await textOf({ ...reminder, before: [answered] });
    expect(text).toContain("thank you for your reply to our notice of 2026-11-23 08:00:00 UTC");
    expect(text).not.toContain("no answer");
  });
  test.each([
    ["before the first notice", "2026-11-23T07:30:00.000Z", false],
    ["after it", "2026-11-24T06:00:00.000Z", true],
  ] as const)("says a sighting %s", async (_, lastSeenAt, isSaid) => {
    for (const step of ["reminder", "correction"] as const) {
      const text = await textOf({ ...reminder, step, changed: { lastSeenAt } });
      expect(text.includes("It was reported again, last seen on 2026-11-24 06:00:00 UTC")).toBe(isSaid);
    }
  });
  test("and a first notice or one of what reappeared says no sighting as new", async () => {
    const changed = { lastSeenAt: "2026-11-24T06:00:00.000Z" };
    expect(await textOf({ changed })).not.toContain("reported again");
    expect(await textOf({ ...reminder, step: "returned", changed })).not.toContain("reported again");
  });
});

describe("without any evidence", () => {
  test.each(["phishing", "malware", "botnet"] as const)(
    "a registrar is asked about %s by its terms, and for nothing to be examined",
    async (category) => {
      const bare = await textOf({ category, scope: "registrar", changed: { evidence: {} } });
      expect(bare).not.toMatch(/evidence|Accreditation|Article/);
      expect(bare).toContain("Please review the use of this domain name under your terms");
      expect(bare).toContain(english.parts["ground.terms"]);
      const shown = await textOf({ category, scope: "registrar", changed: { evidence: { screenshot: true } } });
      expect(shown).toMatch(/examine the evidence .*Accreditation Agreement/);
    },
  );
  test.each(["phishing", "malware"] as const)("a report of %s goes out and claims none", async (category) => {
    const flow = aFlowInEnglish();
    await flow.report(nativeMessage({ category, evidence: {} }));
    await flow.run();
    expect(flow.mails.length).toBeGreaterThan(0);
    for (const text of await mailsOf(flow)) expect(text).not.toMatch(/2022\/2065|Accreditation|examine/);
  });
  test("of one case of several, none is claimed of all", async () => {
    const notice = aNotice("first", aContact("registrar", { language: "en" }));
    const bare = { case: aFullCase("phishing", { id: "TD-2222-2222-2222", evidence: {} }), notice };
    const digest = { also: [bare], digestId: "TD-DDDD-DDDD-DDDD" };
    const made = await composeNotice(aRequest(notice, aFullCase("phishing"), digest));
    expect(made.ok ? made.value.text : describeProblem(made.error)).not.toMatch(/examine|Accreditation/);
  });
});

describe("who is told of child abuse", () => {
  const asked = (scope: Scope, to: Partial<Candidate> = {}) => textOf({ category: "csam", scope, to });

  test("a host may tell the uploader as DSA Art. 17 has it, once it is offline and preserved", async () => {
    for (const text of [await asked("platform"), await asked("network"), await asked("network", { isInFront: true })])
      expect(text).toContain("not alert the uploader until ");
  });
  test("no text forbids for good that the uploader is told", () => {
    const bare = /(?:not|never) (?:alert|warn|tell) the (?:uploader|customer's user)(?! until)/i;
    expect(Object.entries(english.parts).filter(([, text]) => bare.test(text))).toEqual([]);
  });
  test("an upstream shares the notice with that customer alone, and no mail forbids what it asks", async () => {
    const upstream = await asked("upstream");
    expect(upstream).toMatch(/have your customer take it offline.* share this notice only with that customer/);
    for (const scope of scopes.filter((one) => one !== "site")) {
      const text = await asked(scope);
      expect(/have your customer/.test(text) && /share this notice with nobody else/.test(text)).toBe(false);
    }
  });
});

describe("a registrar", () => {
  const name = { registeredAt: "2026-11-20T09:12:00.000Z" };
  const stateOf = (domainIsMalicious: boolean): Partial<Case> => ({
    domainIsMalicious,
    contact: { ...(aFullCase().contact ?? expect.fail()), name },
  });
  test("reads when the name was registered, and that it is said to be for this", async () => {
    const text = await textOf({ scope: "registrar", changed: stateOf(true) });
    expect(text).toContain(
      "Domain name: bad[.]example; Domain registered: 2026-11-20; apparently registered for this abuse (as reported)",
    );
    expect(text).not.toContain("If the registrant's site");
  });
  test("reads of its registrant's site only where the name is not said to be malicious", async () => {
    const text = await textOf({ scope: "registrar", changed: stateOf(false) });
    expect(text).toContain("If the registrant's site was compromised");
    expect(text).not.toContain("apparently registered");
  });
  test("alone reads it", async () => {
    for (const scope of scopes.filter((one) => one !== "registrar"))
      expect(await textOf({ scope, changed: stateOf(true) })).not.toMatch(/Domain (name|registered):/);
  });
});

describe("facts stand where they are true", () => {
  test("what most visitors do not see is said to be hidden, and how it was seen", async () => {
    expect(await textOf({})).toMatch(
      /may be visible only as described below\. .*How it was seen: only from Germany, with a phone's user agent/,
    );
    const { reproduce: _, ...evidence } = aFullCase().evidence;
    expect(await textOf({ changed: { evidence } })).not.toContain("may be visible only");
  });
  test("a range is a network's own, and no upstream's nor a hotline's", async () => {
    for (const scope of scopes.filter((one) => one !== "registrar"))
      expect((await textOf({ scope })).includes("Your network: 192.0.2.0 - 192.0.2.255")).toBe(scope === "network");
  });
  test.each([
    ["its own mailbox", {}, false],
    ["its other mailbox", { email: "noc@upstream.example" }, false],
    ["another desk of its domain", { email: "noc@upstream.example", name: "Example Two" }, true],
    ["another's", { email: "abuse@network.example", name: "Example network" }, true],
  ] as const)("previously notified names a notice to %s as they are", async (_, changed, isNamed) => {
    const before = [sentBefore(aContact("upstream", changed)), sentBefore(aContact("platform"))];
    const text = await textOf({ scope: "upstream", step: "escalation", before });
    expect((text.match(/Previously notified:/g) ?? []).length).toBe(isNamed ? 2 : 1);
  });
  test("a classification stands in words", async () => {
    expect(await textOf({ category: "csam" })).toContain("Classification: baseline (illegal almost everywhere)");
  });
  test("a phone number that is answered stands in it, and what is live is told by it", async () => {
    const phone = "+49 30 1234567";
    expect(await textOf({ settings: { phone } })).toContain(`Phone: ${phone}`);
    expect(await textOf({})).not.toContain("Phone:");
    const live = { category: "csam", changed: { live: true, lane: "urgent" } } as const;
    expect(await textOf({ ...live, settings: { phone } })).toContain(`by phone if you can (${phone}).`);
    expect(await textOf(live)).toContain("by phone if you can.");
    expect(await textOf(live)).not.toContain("24 hours");
  });
  test.each(["call us", "0301234567", "+49 30", "+49 30 1234567 https://x.example"])("%j is no number", (phone) => {
    expect(settingsSchema.safeParse({ ...settings, phone }).success).toBe(false);
  });
  test("on whose behalf a notifier reports stands with its name, and not without", async () => {
    const reporters = settings.reporters.map((reporter) => ({ ...reporter, onBehalfOf: "Example Bank Group" }));
    expect(await textOf({ settings: { reporters } })).toContain(
      "Notifier: Hotline Alpha, ntd@alpha.example On behalf of: Example Bank Group",
    );
    expect(await textOf({ category: "csam", settings: { reporters } })).not.toContain("Bank Group");
  });
});

describe("a mail begins with a greeting", () => {
  const german: Texts = {
    ...english,
    language: "de",
    name: "German",
    parts: { ...english.parts, greeting: "Guten Tag," },
  };
  test("in its first language alone, a paragraph of its own, a letter too", async () => {
    for (const step of ["first", "reminder", "withdrawal", "letter"] as const) {
      const notice = aNotice(step);
      const made = await composeIn([german, english], aRequest(notice, aFullCase("phishing", { notices: [notice] })));
      const text = made.ok ? made.value.text : describeProblem(made.error);
      expect(text).toMatch(/^Guten Tag,\n\n\S/);
      expect(text).not.toContain("Hello,");
    }
  });
  test("and is not sent without one", async () => {
    const without = { ...english, parts: { ...english.parts, greeting: "" } };
    const made = await composeIn([without], aRequest());
    expect(made.ok ? "composed" : describeProblem(made.error)).toContain("does not begin with a greeting");
  });
});

test("files are named by what is in them, and by nothing of what was reported", async () => {
  const { attached, mime } = await composed({});
  expect(attached).toBe("xarf-phishing-TD-7K3M-9QXZ-4B2N.json");
  const { attachments } = await PostalMime.parse(mime);
  expect(attachments.flatMap(({ filename }) => filename ?? [])).toEqual([attached]);
});

test("times in previews stand in the order of a case's life", async () => {
  const moments = (text: string, label: string) =>
    [...text.matchAll(new RegExp(`${label}[^\\n]*?(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) UTC`, "g"))].map(
      ([, at = ""]) => at,
    );
  for (const preview of previewsIn("en", ["phishing", "csam"])) {
    const made = await previewOf(preview, settings);
    if (!made.ok) throw new Error(describeProblem(made.error));
    const text = made.value.text.replace(/\n {2,}/g, " ");
    const seen = moments(text, "(?:Last seen online|First seen):");
    const lookedUp = moments(text, "\\(DNS,");
    const noticed = moments(text, "(?:Previously notified: )");
    expect([...seen, ...lookedUp, ...noticed].filter((at) => at >= "2026-11-24 10:00:00")).toEqual([]);
    for (const at of lookedUp) expect(seen.filter((one) => one > at)).toEqual([]);
    for (const at of noticed) expect(seen.some((one) => one < at)).toBe(true);
  }
});
