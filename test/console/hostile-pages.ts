import { open } from "../../functions/case/advance.ts";
import type { CaseEvent } from "../../functions/case/event.ts";
import { changeOf } from "../../functions/store/change-of.ts";
import { aCandidate, aReport } from "../support/a-case.ts";
import { aConsole, threeAtNight as at, firstNotice } from "./a-console.ts";

/** As the table, a URL and a file hold it: half of a surrogate pair is U+FFFD there. */
export const asUtf8 = (text: string): string => Buffer.from(text).toString();

const caseId = "TD-AAAA-AAAA-AAAA";

/** A case with one text in every place where others write, and its pages. */
const pagesWith = async (written: string): Promise<readonly string[]> => {
  const text = asUtf8(written);
  const console = aConsole({ person: text.trim() === "" ? "x" : text });
  const report = aReport({
    reporter: text,
    reportId: text,
    target: { kind: "account", host: "social.example", account: text },
    evidence: { explanation: text, reproduce: text, imitates: text, legitimateSite: text },
  });
  await console.store.commit(
    changeOf(open({ type: "opened", at, caseId, lane: "standard", report }, console.work.policyOf), at),
  );
  const candidate = aCandidate({ name: text, server: text, range: text, country: text, remarks: [text] });
  const told = await console.lookedUp(caseId, {
    addresses: [text],
    candidates: [candidate],
    failures: [{ source: "rdap", server: text, outcome: "silent", detail: text }],
    country: text,
    proxy: text,
  });
  const noticeId = firstNotice(told);
  const facts: readonly CaseEvent[] = [
    {
      type: "status",
      at,
      message: { kind: "status", reporter: text, reportId: text, status: "still-up", at, note: text },
      stood: true,
    },
    { type: "send-claimed", at, noticeId, attemptId: "a", subject: text, renderHash: "0", recipientHash: "0" },
    { type: "sent", at, noticeId, attemptId: "a", sesMessageId: "m" },
    { type: "bounced", at, noticeId, permanent: false, detail: text },
    {
      type: "replied",
      at,
      noticeId,
      replyClass: "not-ours",
      authenticated: false,
      ticket: text,
      namedParty: text,
      mailHash: "h",
      said: text,
    },
    { type: "held", at, by: text, why: text },
    { type: "asked", at, reviewId: "unanswered.1", question: "unanswered", blocking: true, reason: text },
  ];
  await console.happened(caseId, ...facts);
  const unread = await console.unreadable(text, text);
  const paths = [
    `/cases/${caseId}/notices/${noticeId}`,
    "/",

    `/cases/${caseId}`,
    `/cases/${unread}`,
    `/search?q=${encodeURIComponent(text)}`,
    `/cases/${caseId}/dossier`,
    "/?state=open",
    "/?state=closed",
    "/?state=decided",
    "/?state=all",
    "/overview",
    "/policy",
  ];
  const pages = await Promise.all(paths.map(async (path) => (await console.get(path)).text));
  const refused = await console.post(`/cases/${caseId}/reviews/unanswered.1`, {
    decision: text,
    email: text,
    outcome: text,
    why: text,
  });
  const correction = await console.post(`/cases/${caseId}/correct`, { explanation: `${text}.`, why: text });
  // A list kept under such a name is a link's text; where it is not kept, they are told why.
  const named = await console.post("/lists", { does: "save", name: text, in: "mine=yes" });
  const kept = (await console.get("/?mine=yes")).text;
  return [correction.text, ...pages, refused.text, named.text, kept].map((page) => page.replaceAll(unread, "UNREAD"));
};

/**
 * The tags of a page as they stand, but for the value of a field, which is the one attribute that
 * holds others' words.
 */
const tagsOf = (page: string): readonly string[] =>
  (page.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/ value="[^"]*"/, " value").replace(/ rel="[^"]*"/, ""));

// Some pages differ by what the text is (an address that is none, a reason that is too long); what
// may stand there is this.
const ours = async (): Promise<ReadonlySet<string>> => {
  const plain = await Promise.all(["plain words", "word", "\u0001", "long ".repeat(300)].map(pagesWith));
  const { text: empty } = await aConsole().get("/search?q=nowhere.example");
  return new Set([...plain.flat(), empty].flatMap(tagsOf));
};

/**
 * Five at a time: writing text as text looks at one character after the other, and a quarter of a
 * minute is a long test.
 */
const fiveEach = (texts: readonly string[]): readonly string[] =>
  Array.from({ length: Math.ceil(texts.length / 5) }, (_, at) => texts.slice(at * 5, at * 5 + 5).join("\n"));

/**
 * What a page holds of these texts that is more than text: an element or attribute that we did not
 * make, a URL in clear, or what cannot be seen. Empty where all is well.
 */
export const faultsOnPages = async (texts: readonly string[]): Promise<readonly string[]> => {
  const known = await ours();
  // Without the page of a correction among what is known, half of the law would not be looked at.
  if ([...known].filter((tag) => tag.includes("Text of the correction to")).length !== 1)
    return ["The pages of plain words lack the correction's preview."];
  const faults: string[] = [];
  for (const text of fiveEach(texts))
    for (const [number, page] of (await pagesWith(text)).entries()) {
      faults.push(
        ...tagsOf(page)
          .filter((tag) => !known.has(tag))
          .map((tag) => `${JSON.stringify(text)} made ${tag}`),
      );
      // What a person types comes back to them as they typed it; a notice, and a correction before
      // it goes, are checked by their own rules before they are mails.
      const withoutFields = page.replace(/ value="[^"]*"|<textarea[\s\S]*?<\/textarea>/g, "");
      if (number > 1 && /https?:\/\//i.test(withoutFields))
        faults.push(`${JSON.stringify(text)} is a URL: ${/.{40}https?:\/\/.{40}/i.exec(withoutFields)?.[0]}`);
      if (/[\u0000-\u0008\u202a-\u202e\u2066-\u2069]/.test(withoutFields))
        faults.push(`${JSON.stringify(text)} holds what cannot be seen`);
    }
  return faults;
};
