import type { ContactAnswer } from "../../functions/case/candidate.ts";
import { lookedUp, type Show } from "../../functions/console/looked-up.ts";
import { visible } from "../../functions/console/shown.ts";
import { defangHost } from "../../functions/kernel/defang.ts";
import { inLines } from "./print.ts";

/** Nothing of what outsiders wrote may move the cursor or colour the terminal. */
const show: Show = {
  text: (theirs) => visible(theirs).replace(/[\n\t]/g, " "),
  range: (theirs) => show.text(theirs.split(" - ").map(defangHost).join(" - ")),
};

const indent = "     ";

/**
 * A look-up's answer for a person at a terminal, in the words of a case's page: contacts best
 * first, how each was found, forms, and which sources were silent or said no. `host` is what was
 * asked, shown defanged.
 */
export const sayContact = (answer: ContactAnswer, host = ""): string => {
  const { place, contacts, forms, failures } = lookedUp(answer, show);
  const saying = (title: string, of: typeof failures): readonly string[] =>
    of.length === 0
      ? []
      : [
          "",
          title,
          ...of.map(({ source, says, detail }) => `${indent}${source} ${says}${detail ? `: ${detail}` : ""}`),
        ];
  const lines = [
    ...(host ? [defangHost(host)] : []),
    place || "No address was found.",
    "",
    contacts.length > 0 ? "Contacts, best first" : "No contact was found.",
    ...contacts.flatMap(({ email, what, from, remarks }, at) => [
      `${String(at + 1).padStart(3)}. ${show.text(email)}`,
      ...[what, from, ...remarks].map((text) => `${indent}${text}`),
    ]),
    ...(forms.length === 0
      ? []
      : [
          "",
          "Forms, to be filled in by a person",
          ...forms.map(({ what, url }) => `${indent}${what}, ${show.text(url)}`),
        ]),
    ...saying(
      "Silent; may answer later",
      failures.filter(({ outcome }) => outcome === "silent"),
    ),
    ...saying(
      "Asked without a contact",
      failures.filter(({ outcome }) => outcome !== "silent"),
    ),
    ...(answer.retry ? ["", "Nothing usable was found and a source was silent: ask again later."] : []),
  ];
  return `${inLines(lines)}\n`;
};
