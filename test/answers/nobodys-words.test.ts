import { describe, expect, test } from "vitest";
import { setAside } from "../../functions/answers/own-words.ts";
import { readable } from "../../functions/answers/prose/pieces.ts";
import { withoutContent } from "../../functions/report/without-content.ts";
import { aMail } from "./a-mail.ts";
import { readMail } from "./as-deployed.ts";

const received = "We have received your report and will look into it.";
const classOf = (text: string) => readMail(aMail({}, text)).class;

describe("what nobody said", () => {
  const inBrackets = [
    "[link removed]",
    "[Inhalt entfernt]",
    "【リンク削除】",
    "{attachment removed}",
    "[contenu supprimé]",
  ];
  test.each(inBrackets)("is what a gateway puts in brackets: %s", (text) => {
    expect(readable(text)).toBe("");
    expect([classOf(`${received}\n\n${text}`), classOf(`${text}\n\n${received}`)]).toEqual([
      "acknowledgement",
      "acknowledgement",
    ]);
  });

  test.each([
    "This link has been blocked.",
    "(link removed for your protection)",
    "Der Anhang wurde entfernt.",
    "La pièce jointe a été supprimée.",
    "*** attachment deleted ***",
    "Вложение удалено.",
  ])("closes nothing: %s", (text) => {
    for (const body of [text, `${received}\n\n${text}`, `${text}\n\n${received}`])
      expect(classOf(body)).not.toBe("removed");
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
    for (const ours of [setAside, withoutContent("A".repeat(300)), withoutContent(`${"1,".repeat(200)}1`)])
      expect(readable(ours)).not.toMatch(/\p{L}/u);
    expect(setAside).not.toMatch(/\p{L}/u);
  });
});

test("what a desk says is heard beside a gateway's text", () => {
  expect(classOf("We have removed the content.\n\n[link removed]")).toBe("removed");
});
