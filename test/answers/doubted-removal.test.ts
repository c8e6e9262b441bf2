import { describe, expect, test } from "vitest";
import { modelReader } from "../../functions/adapters/model-reader.ts";
import type { ProseReader } from "../../functions/answers/prose/read-prose.ts";
import { readReply } from "../../functions/answers/read-reply.ts";
import { elsewhereDoubt } from "../../functions/answers/removed-elsewhere.ts";
import type { MailMember } from "../../functions/send/mail/record.ts";
import { aMail, aMultipart, judged } from "./a-mail.ts";
import { anInbox, domain, keys } from "./an-inbox.ts";
import { readMail } from "./as-deployed.ts";

const desk = "abuse@network.example";
const inbox = await anInbox();
const state = await inbox.flow.theCase();
const now = inbox.flow.work.clock.now();

/** A reader that takes whatever has words for removed: what is left is what the mail's form says. */
const believing = {
  ...modelReader(),
  read: () => ({ replyClass: "removed", confidence: 1 }) as const,
};

/** What a mail of the desk's is taken for by its case, or as a member of a mail about several, with what it says. */
const taken = async (
  body: string,
  headers: Record<string, string> = {},
  {
    of = state,
    members,
    reader = believing,
  }: { readonly of?: typeof state; readonly members?: readonly MailMember[]; readonly reader?: ProseReader } = {},
) => {
  const mail = judged("network.example", aMail({ From: desk, To: inbox.address, ...headers }, body));
  const read = readReply(mail, { recipients: [inbox.address], dmarc: "pass" }, keys, [domain], reader);
  if (!read.ok) throw new Error(read.error.why);
  return read.value.replyClass === "removed"
    ? (elsewhereDoubt(of, { ...read.value, ...(members && { about: members }) }, now) ?? "removed")
    : read.value.replyClass;
};

const otherId = "TD-ZZZZ-ZZZZ-ZZZ2";

describe("a plain removal", () => {
  test.each([
    "We have removed the content.",
    "The site has been suspended.",
    "Der Inhalt wurde entfernt.",
    "Le contenu a été supprimé.",
    "El contenido ha sido eliminado.",
    "La pagina è stata rimossa.",
    "Treść została usunięta.",
    "该页面已被删除。",
    "We have removed the content.\n\nKind regards\nAbuse Team\nwww.hoster-group.example\nhttps://hoster.example/help",
    "https://shop.bad.example/login has been removed.",
    "The page hxxps://shop[.]bad[.]example/login has been removed.",
    "The site shop[.]bad[.]example has been suspended.",
    "URL: https://shop.bad.example/login\nStatus: removed",
    "The site was suspended on 24.11.2026.",
    "All reported files have been removed.",
    "Ticket #4711: the content has been removed.\n\nYour ticket: https://tickets.helpdesk.example/4711",
    "[Ticket#4711] We have removed the content.",
  ])("still counts: %s", async (body) => {
    expect(await taken(body)).toBe("removed");
  });

  test.each([
    `Re: ${state.notices[0]?.subject}`,
    "[network.example #1234] Abuse report",
    "[Ticket 99] Re: ABUSE: phishing - shop[.]bad[.]example",
    "Your report about shop.bad.example",
  ])("still counts under the subject %s", async (Subject) => {
    expect(await taken("We have removed the content.", { Subject })).toBe("removed");
  });
});

describe("is not taken for this case's removal, and a person reads it:", () => {
  test.each([
    "We have removed https://mirror.other.example/login.",
    "We have removed hxxps://mirror[.]other[.]example/login.",
    "Die Seite mirror[.]other[.]example wurde gesperrt.",
    "The server 198.51.100.7 has been suspended.",
    "We have removed https://shop.bad.example/other.",
    "Wir haben die Seite /other gelöscht.",
    "The following page has been removed:\nhttps://shop.bad.example/other",
    "URL: https://other.example/login\nStatus: removed",
    `${otherId}: the content has been removed.`,
    "Le site autre[.]example a été suspendu.",
  ])("what names another place or case: %s", async (body) => {
    expect(await taken(body)).not.toBe("removed");
  });

  test.each(["Re: ABUSE: phishing - other[.]example", "Re: https://shop.bad.example/other", `Re: [${otherId}]`])(
    "what stands under the subject %s",
    async (Subject) => {
      expect(await taken("We have removed the content.", { Subject })).not.toBe("removed");
    },
  );

  test.each([
    "☐ Inhalt gelöscht\n☒ Kunde informiert",
    "[ ] Content removed\n[x] Customer informed",
    "□ Content removed\n■ Customer informed",
    "Content removed: ✗",
    "Content removed: ❌",
    "Content removed: no",
    "Contenu supprimé : non",
    "The content has been removed [from the cache only].",
    "Der Inhalt wurde [noch nicht] entfernt.",
    "Le contenu a été [en partie] supprimé.",
  ])("a mark: %s", async (body) => {
    expect(await taken(body)).not.toBe("removed");
  });

  test("a box of HTML that is not ticked", async () => {
    const html =
      '<p><input type="checkbox"> We have removed the content.<br><input type="checkbox" checked> Closed.</p>';
    expect(await taken(html, { "Content-Type": "text/html" })).not.toBe("removed");
  });

  test.each([
    "1 of 3 URLs have been removed.",
    "URLs removed: 0/2",
    "0件のページを削除しました。",
    "3件中1件を削除しました。",
    "90 % of the files have been removed.",
    "2 von 5 Seiten wurden gelöscht.",
    "1 des 4 pages supprimée. 1 sur 4 supprimée.",
    "The content has been partly removed.",
  ])("a count that is not all: %s", async (body) => {
    expect(await taken(body)).not.toBe("removed");
  });

  test.each([
    "The site has been suspended on 15.01.2027.",
    "The content was taken down on 3 May 2021.",
    "The content was taken down on 3 May.",
    "Le site est suspendu jusqu'au 25.11.2026.",
    "Die Seite wurde am 12.03.2024 gelöscht.",
    "El sitio fue suspendido el 2 de enero de 2027.",
  ])("another time: %s", async (body) => {
    expect(await taken(body)).not.toBe("removed");
  });
});

describe("words that were set aside", () => {
  const quote = "-----Original Message-----\nFrom: Somebody\n\nPlease look into this.";
  const disclaimer = "This message is confidential and intended for its addressee only.";
  const rest = [
    `-- \nThe page itself is not removed yet.`,
    `${quote}\n\nOnly the image: the page itself stays online.`,
    `${quote}\n\nDie Seite ist nicht gelöscht.`,
    `${disclaimer} The page has not been removed.`,
  ];
  test.each(rest)("that deny a removal make it a person's: %s", async (below) => {
    expect(await taken(`We have removed the content.\n\n${below}`)).not.toBe("removed");
  });

  test.each(rest)("are shown then: %s", async (below) => {
    const { below: shown } = readMail(aMail({}, `We have removed the content.\n\n${below}`));
    expect(shown).toContain(below.slice(-15));
  });

  test.each([
    ["We have removed the content.", disclaimer],
    ["We have removed the content.", "-- \nAbuse Team\nHosting GmbH\nwww.hoster-group.example"],
    ["We have removed the content.", quote],
    ["We have removed the content.", "Sitz der Gesellschaft: Köln\nGeschäftsführer: Max Muster"],
  ])("that deny nothing leave it: %s %s", async (own, below) => {
    expect(await taken(`${own}\n\n${below}`)).toBe("removed");
  });

  test("that refuse below a receipt are a person's", async () => {
    const refusal = `${quote}\n\nWe will not act on this without a court order.`;
    const byModel = { reader: modelReader() };
    expect(await taken(`We have received your report.\n\n${refusal}`, {}, byModel)).toBe("unclear");
    expect(await taken(`We have received your report.\n\n${quote}`, {}, byModel)).toBe("acknowledgement");
  });

  test("such as an HTML part that says otherwise", async () => {
    const parts = (html: string) => [
      "Content-Type: text/plain\n\nWe have removed the content.",
      `Content-Type: text/html\n\n<p>${html}</p>`,
    ];
    const read = (html: string) => readMail(aMultipart("multipart/alternative", parts(html))).class;
    expect([read("We have removed the content."), read("The content has not been removed.")]).toEqual([
      "removed",
      "unclear",
    ]);
  });
});

describe("of a mail about several cases", () => {
  const [notice] = state.notices;
  if (!notice) throw new Error("the case has a notice");
  const ids = ["TD-0000-0000-0001", "TD-0000-0000-0002"];
  const members = ids.map((caseId) => ({ caseId, noticeId: notice.id }));
  const [one, two] = members;
  const subject = "ABUSE: phishing - 2 URLs on bad[.]example - 2026-11-24";
  const onOneHost = { members, of: { ...state, id: "TD-0000-0000-0001", notices: [{ ...notice, subject }] } };
  const inMail = {
    members,
    of: { ...state, id: "TD-0000-0000-0001", notices: [{ ...notice, subject: "ABUSE: phishing - 2 URLs" }] },
  };

  test.each([
    "All pages have been removed.",
    "We have removed all reported pages.",
    "Alle Seiten wurden gelöscht.",
    "Toutes les pages ont été supprimées.",
    `We removed ${one?.caseId} and ${two?.caseId}.`,
  ])("a removal counts that plainly speaks of all: %s", async (body) => {
    expect(await taken(body, {}, inMail)).toBe("removed");
  });

  test.each([
    "The page https://shop.bad.example/login has been removed.",
    "https://shop.bad.example/login: removed\nhttps://shop.bad.example/pay: under investigation",
    "1. removed\n2. under investigation",
    "The page has been removed.",
    "Die Seite wurde gelöscht.",
    "La page a été supprimée.",
    "All pages but the first have been removed.",
    `${one?.caseId}: removed\n${two?.caseId}: under investigation`,
  ])("else it is a person's: %s", async (body) => {
    expect(await taken(body, {}, inMail)).not.toBe("removed");
  });

  test("the one host on which all are counts for all, and else it does not", async () => {
    const body = "The account has been suspended.";
    expect([await taken(body, {}, onOneHost), await taken(body, {}, inMail)]).toEqual([
      "removed",
      "not plainly of all",
    ]);
  });
});
