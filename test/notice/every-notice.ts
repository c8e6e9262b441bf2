import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import { steps } from "../../functions/case/step.ts";
import { scopes } from "../../functions/kernel/scope.ts";
import { composeIn, composeNotice } from "../../functions/notice/compose-notice.ts";
import { unbroken } from "../../functions/notice/plain-text.ts";
import { membersOf, type NoticeRequest } from "../../functions/notice/request.ts";
import { languages } from "../../functions/notice/templates/languages.ts";
import { categories, isChildAbuse } from "../../functions/report/category.ts";
import { spread } from "../support/spread.ts";
import { aContact, aFullCase, aNotice, aRequest, sentBefore, settings } from "./a-request.ts";

type Combination = {
  readonly category: (typeof categories)[number];
  readonly scope: (typeof scopes)[number];
  readonly step: (typeof steps)[number];
};
const combinations: readonly Combination[] = categories.flatMap((category) =>
  scopes
    .filter((scope) => !(isChildAbuse(category) && scope === "site"))
    .flatMap((scope) => steps.map((step) => ({ category, scope, step }))),
);
/** Whatever is urgent goes out by itself, never in a digest, and so does a letter. */
const gathered = combinations.filter(
  ({ category, step }) => step !== "letter" && !["csam", "csem", "ncii", "terrorism"].includes(category),
);
/**
 * Mails as they are sent, in a language and English: each category once, and each recipient and
 * step once.
 */
const inPairs = (all: readonly Combination[]) =>
  all.filter(({ category, scope, step }) => category === "phishing" || (scope === "network" && step === "first"));

/** English stands last, as in every mail. */
const allLanguages = [
  ...languages.filter(({ language }) => language !== "en"),
  ...languages.filter(({ language }) => language === "en"),
];
const codes = allLanguages.map(({ language }) => language);

const full = (language: string, { category, scope, step }: Combination): NoticeRequest => {
  const to = aContact(scope, { language });
  const notice = aNotice(step, to, { ticket: "HOST-4711" });
  const before = {
    ...sentBefore(step === "escalation" ? aContact("network", { email: "abuse@before.example" }) : to),
    answer: "question" as const,
  };
  return aRequest(
    notice,
    aFullCase(category, { live: true, reporters: ["hotline-a", "brand-b"], notices: [before, notice] }),
  );
};

/** As `full`, about three cases that have some things in common and others not. */
const gatheredOf = (language: string, combination: Combination): NoticeRequest => {
  const request = full(language, combination);
  const second = aFullCase(combination.category, {
    id: "TD-2222-2222-2222",
    firstSeenAt: "2026-11-23T06:59:00.000Z",
    target: { kind: "url", url: "https://bad.example/login", host: "bad.example" },
    channel: "file-host",
    evidence: { ...request.case.evidence, explanation: "The same page again.", detectedBy: "user-report" },
    reporters: ["brand-b"],
    notices: request.case.notices,
  });
  const third = {
    ...second,
    id: "TD-3333-3333-3333",
    target: { kind: "url", url: "https://bad.example/", host: "bad.example" },
  } as const;
  const also = [second, third].map((state) => ({ case: state, notice: request.notice }));
  return { ...request, also, digestId: "TD-DDDD-DDDD-DDDD", attemptId: "TD-DDDD-DDDD-DDDD_1" };
};

/**
 * What stands in the raw header's encoded words; RFC 2047 §2 lets none be longer than 75
 * characters.
 */
const encodedWords = (mime: string): readonly string[] =>
  mime.slice(0, mime.indexOf("\r\n\r\n")).match(/=\?[^?\s]+\?[bqBQ]\?[^?\s]*\?=/g) ?? [];

/**
 * Read by another parser the mail is what went in, to the last character, and nothing that may not
 * stand in it does.
 */
const readsBack = async (
  request: NoticeRequest,
  composing: ReturnType<typeof composeNotice>,
  inLanguages: readonly string[],
  where: string,
) => {
  const composed = await composing;
  if (!composed.ok) throw new Error(`${where}: ${JSON.stringify(composed.error)}`);
  const { subject, text, mime, recipient } = composed.value;
  const raw = Buffer.from(mime).toString("latin1");
  const read = await PostalMime.parse(mime);
  expect(read.text?.replace(/\r\n/g, "\n").trimEnd(), where).toBe(text);
  const { html, cc, bcc } = read;
  expect(
    {
      subject: read.subject,
      to: read.to,
      from: read.from,
      replyTo: read.replyTo,
      html,
      cc,
      bcc,
      languages: composed.value.languages,
    },
    where,
  ).toEqual({
    subject,
    to: [{ name: "", address: recipient }],
    from: { name: settings.organisation, address: settings.senderAddress },
    replyTo: [{ name: "", address: request.replyAddress }],
    languages: inLanguages,
  });

  // A link to a capture is all that stands in clear, on a line of its own.
  const links = new Set((request.case.evidence.links ?? []).map((link) => `  ${link}`));
  const readable = `${subject}\n${text}`
    .split("\n")
    .filter((line) => !links.has(line))
    .join("\n");
  expect(readable, where).not.toMatch(/\{\{|\}\}|undefined|\[object|https?:\/\/|(^|[^[\w-])bad\.example/);
  const members = membersOf(request);
  const number = request.digestId ?? request.case.id;
  const byAddress = ["network", "upstream", "hotline", "cert"].includes(request.notice.to.scope);
  const place =
    members.length > 1 ? `${members.length} URLs on bad[.]example` : `bad[.]example${byAddress ? " (192.0.2.7)" : ""}`;
  expect(subject.endsWith(` - ${place} - 2026-11-23 [${number}] [HOST-4711]`), subject).toBe(true);
  const longLines = raw.split("\r\n").filter((line) => line.length > (line.startsWith("Reply-To") ? 150 : 78));
  expect([...longLines, ...encodedWords(raw).filter((word) => word.length > 75)], where).toEqual([]);
  expect(unbroken(text), where).toContain(unbroken(settings.verifyBy));

  // Each address stands once, whatever the languages.
  const urls = members.map(({ case: { target } }) => (target.kind === "url" ? target.url : ""));
  const written = urls.map((url) => `  ${url.replace("https", "hxxps").replace("bad.example", "bad[.]example")}`);
  const lines = text.split("\n");
  expect(
    written.map((line) => lines.filter((each) => each === line).length),
    where,
  ).toEqual(written.map(() => 1));

  const files = read.attachments.map(({ filename, mimeType }) => filename ?? mimeType);
  const machineParts = read.attachments.filter(({ filename }) => filename?.startsWith("xarf-"));
  expect(files, where).toEqual(
    machineParts.length > 0
      ? ["message/feedback-report", ...members.map(({ case: { category, id } }) => `xarf-${category}-${id}.json`)]
      : [],
  );
  const json = machineParts.map(({ content }) => Buffer.from(content as ArrayBuffer).toString("utf8"));
  const reports = json.map((text): Record<string, unknown> => JSON.parse(text));
  expect(
    reports.map((report) => report.url ?? report.infringing_url ?? report.c2_server),
    where,
  ).toEqual(machineParts.length > 0 ? urls : []);
  if (isChildAbuse(request.case.category))
    expect(`${raw}${readable}${json}`, where).not.toMatch(/Alpha|alpha\.example|Beta/i);
};

/**
 * Composes and parses notices and digests in all languages, of each kind this many or all: they are
 * whole, and another parser reads the same. All languages stand in one mail, so that each combination
 * is composed once and not fourteen times.
 */
export const everyTextIsWhole = (several: number, inALanguage: number): void =>
  describe.each([
    ["a notice", combinations, full],
    ["a digest", gathered, gatheredOf],
  ] as const)("every text of %s", (_, all, requestOf) => {
    test(`is whole in ${languages.length} languages, and another parser reads the same`, async () => {
      for (const combination of spread(all, several)) {
        const request = requestOf("en", combination);
        await readsBack(request, composeIn(allLanguages, request), codes, JSON.stringify(combination));
      }
    });

    test.each(languages.map(({ name, language }) => [name, language] as const))(
      "%s stands with English in every mail that is sent",
      async (__, language) => {
        for (const combination of spread(inPairs(all), inALanguage)) {
          const request = requestOf(language, combination);
          await readsBack(
            request,
            composeNotice(request),
            language === "en" ? ["en"] : [language, "en"],
            JSON.stringify(combination),
          );
        }
      },
    );
  });
