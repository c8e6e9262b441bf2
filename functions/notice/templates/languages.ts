import { type NoticeLanguage, noticeLanguages, type Texts } from "../texts.ts";
import de from "./de.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import es from "./es.json" with { type: "json" };
import fr from "./fr.json" with { type: "json" };
import it from "./it.json" with { type: "json" };
import ja from "./ja.json" with { type: "json" };
import ko from "./ko.json" with { type: "json" };
import nl from "./nl.json" with { type: "json" };
import pl from "./pl.json" with { type: "json" };
import pt from "./pt.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };
import tr from "./tr.json" with { type: "json" };
import uk from "./uk.json" with { type: "json" };
import zh from "./zh.json" with { type: "json" };

/** The compiler refuses a language that lacks a part, at its line here. `test/infra/checks/data.test.ts` names it. */
const textsIn: Readonly<Record<NoticeLanguage, Omit<Texts, "language">>> = {
  en,
  de,
  fr,
  nl,
  es,
  pt,
  it,
  pl,
  ru,
  uk,
  tr,
  zh,
  ja,
  ko,
};

export const languages: readonly Texts[] = noticeLanguages.map((language) => ({ language, ...textsIn[language] }));

export const english: Texts = { language: "en", ...en };

/** The texts of a mail to a reader of `language`, in order. English is always in it, last. */
export const textsFor = (language: string): readonly Texts[] => [
  ...languages.filter((texts) => texts.language === language && language !== "en"),
  english,
];
