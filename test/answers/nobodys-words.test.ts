import { describe, expect, test } from "vitest";
import { setAside } from "../../functions/answers/own-words.ts";
import { readMail } from "../../functions/answers/read-mail.ts";
import { readWords } from "../../functions/answers/replies/read-words.ts";
import { withoutContent } from "../../functions/report/without-content.ts";
import { aMail } from "./a-mail.ts";

/** What gateways write in the place of what they took out, as it stands in desks' mails. */
const gatewayTexts: Readonly<Record<string, readonly string[]>> = {
  en: [
    "[link removed]",
    "[content removed]",
    "[attachment removed]",
    "[Image removed by sender]",
    "[External images blocked]",
    "<link removed>",
    "(link removed for your protection)",
    "*** attachment deleted ***",
    "This link has been blocked.",
    "This link was removed by our mail security.",
    "This attachment has been removed.",
    "The attachment was removed because it may be harmful.",
    "Attachments were stripped by policy.",
  ],
  de: [
    "[Link entfernt]",
    "[Inhalt entfernt]",
    "[Anhang entfernt]",
    "Dieser Link wurde blockiert.",
    "Der Anhang wurde entfernt.",
    "(Link aus Sicherheitsgründen gesperrt)",
  ],
  fr: [
    "[lien supprimé]",
    "[contenu supprimé]",
    "[pièce jointe supprimée]",
    "Ce lien a été bloqué.",
    "La pièce jointe a été supprimée.",
    "(lien désactivé)",
  ],
  es: [
    "[enlace eliminado]",
    "[contenido eliminado]",
    "[archivo adjunto eliminado]",
    "Este enlace ha sido bloqueado.",
    "El archivo adjunto ha sido eliminado.",
    "(enlace bloqueado)",
  ],
  it: [
    "[link rimosso]",
    "[contenuto rimosso]",
    "[allegato rimosso]",
    "Questo link è stato bloccato.",
    "L'allegato è stato rimosso.",
    "(collegamento rimosso)",
  ],
  nl: [
    "[link verwijderd]",
    "[inhoud verwijderd]",
    "[bijlage verwijderd]",
    "Deze link is geblokkeerd.",
    "De bijlage is verwijderd.",
    "(link geblokkeerd)",
  ],
  pt: [
    "[link removido]",
    "[conteúdo removido]",
    "[anexo removido]",
    "Este link foi bloqueado.",
    "O anexo foi removido.",
    "(link bloqueado)",
  ],
  pl: [
    "[link usunięty]",
    "[treść usunięta]",
    "[załącznik usunięty]",
    "Ten link został zablokowany.",
    "Załącznik został usunięty.",
    "(link zablokowany)",
  ],
  ru: [
    "[ссылка удалена]",
    "[содержимое удалено]",
    "[вложение удалено]",
    "Эта ссылка заблокирована.",
    "Вложение удалено.",
    "(ссылка удалена)",
  ],
  uk: [
    "[посилання видалено]",
    "[вміст видалено]",
    "[вкладення видалено]",
    "Це посилання заблоковано.",
    "Вкладення видалено.",
    "(посилання видалено)",
  ],
  tr: [
    "[bağlantı kaldırıldı]",
    "[içerik kaldırıldı]",
    "[ek kaldırıldı]",
    "Bu bağlantı engellendi.",
    "Ek silindi.",
    "(bağlantı engellendi)",
  ],
  ja: [
    "[リンクは削除されました]",
    "[コンテンツ削除済み]",
    "[添付ファイル削除]",
    "このリンクはブロックされました。",
    "添付ファイルは削除されました。",
    "（リンクは削除されました）",
  ],
  zh: ["[链接已移除]", "[内容已删除]", "[附件已删除]", "此链接已被阻止。", "附件已被删除。", "（链接已屏蔽）"],
  ko: [
    "[링크 제거됨]",
    "[콘텐츠가 삭제되었습니다]",
    "[첨부 파일 삭제됨]",
    "이 링크는 차단되었습니다.",
    "첨부 파일이 삭제되었습니다.",
    "(링크가 차단되었습니다)",
  ],
};
const all = Object.values(gatewayTexts).flat();
const received = "We have received your report and will look into it.";
const classOf = (text: string) => readMail(aMail({}, text)).class;

describe("what nobody said", () => {
  test.each(Object.entries(gatewayTexts))("gateways' texts are no statement of a desk's, in %s", (_, texts) => {
    expect(texts.flatMap((text) => [...readWords(text, false).said.keys()].map((said) => `${text}: ${said}`))).toEqual(
      [],
    );
  });

  test("beside an acknowledgement they leave it one, above, below and within its sentence", () => {
    const wrong = all.flatMap((text) =>
      [`${received}\n\n${text}`, `${text}\n\n${received}`].filter((body) => classOf(body) !== "acknowledgement"),
    );
    expect(wrong).toEqual([]);
    expect(classOf("We have received your report about [link removed] and will look into it.")).toBe("acknowledgement");
  });

  test.each([
    ["a tracking link", `https://click.example/${"Ab9".repeat(100)}`],
    ["a long run of letters", "QUJD".repeat(80)],
    ["a data address", `data:image/png;base64,${"QUJD".repeat(80)}`],
  ])("%s in an acknowledgement says nothing, and closes nothing", (_, link) => {
    for (const body of [`${received}\n${link}`, `${received} See ${link}`, `${link}\n\n${received}`])
      expect(classOf(body)).toBe("acknowledgement");
  });

  test("no placeholder of ours is a word in any language", () => {
    for (const ours of [setAside, withoutContent("A".repeat(300)), withoutContent(`${"1,".repeat(200)}1`)]) {
      expect([...readWords(ours, false).said]).toEqual([]);
      expect([...readWords(`${ours}.`, true).said]).toEqual([]);
    }
    expect(setAside).not.toMatch(/\p{L}/u);
  });
});

describe("what a desk said", () => {
  test.each([
    "The link has been removed.",
    "The content has been removed.",
    "Removed (see ticket).",
    "The URL has been removed from our servers.",
  ])("is heard as before: %s", (text) => expect(classOf(text)).toBe("removed"));

  test("is heard beside a gateway's text", () => {
    expect(classOf(`The content has been removed.\n\n[link removed]`)).toBe("removed");
  });
});
