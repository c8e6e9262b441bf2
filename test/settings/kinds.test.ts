import { describe, expect, test } from "vitest";
import { readContent } from "../../functions/settings/check.ts";
import {
  changedDetails,
  type Filled,
  fieldsOf,
  filledFrom,
  rowDetails,
  rowName,
  rowSentence,
  textsIn,
  valueFrom,
  exampleOf as wordsOfExample,
} from "../../functions/settings/fields.ts";
import { kinds } from "../../functions/settings/kinds.ts";
import type { RowContent, RowKind } from "../../functions/settings/row.ts";
import { rowKinds } from "../../functions/settings/row-kinds.ts";
import { aConsole, seenIn, textOf } from "../console/a-console.ts";

/** The example of a kind as a form's fields. */
const filledByExample = (kind: RowKind): Filled =>
  Object.fromEntries(
    wordsOfExample(kind).map((word) => [word.slice(0, word.indexOf("=")), word.slice(word.indexOf("=") + 1)]),
  );

const exampleOf = (kind: RowKind): RowContent => {
  const { content, problems } = readContent("new row", kind, valueFrom(kind, filledByExample(kind)));
  expect(problems).toEqual([]);
  if (!content) throw new Error(kind);
  return content;
};

/*
 * Whoever adds a kind writes its description alone (`settings/kinds.ts`), and the compiler asks for words of each field
 * of its schema. These laws hold for whatever is described there.
 */
describe.each(rowKinds)("of %s, its description alone gives", (kind) => {
  test("the check, which names the field that is missing, and takes none that is not described", () => {
    const example = filledByExample(kind);
    for (const name of kinds[kind].key.filter((one) => one in example)) {
      const { content, problems } = readContent("new row", kind, valueFrom(kind, { ...example, [name]: "" }));
      expect(content).toBeUndefined();
      // Of two of which one is needed, neither is the one.
      expect(kind === "inhibition" ? "value" : name).toBe(problems[0]?.field);
    }
    expect(readContent("new row", kind, { ...exampleOf(kind).value, unheardOf: 1 }).content).toBeUndefined();
  });

  test("the fields of a form, which come back as they were written", () => {
    const content = exampleOf(kind);
    expect(readContent("new row", kind, valueFrom(kind, filledFrom(content))).content).toEqual(content);
  });

  test("its name and details, and what a change says otherwise", () => {
    const content = exampleOf(kind);
    expect(rowName(content)).not.toBe("");
    expect(changedDetails(content, content)).toEqual([]);
    expect(textsIn(content, undefined, "pattern", "address", "category", "reporter", "country", "text")).not.toEqual(
      [],
    );
  });

  test("the form, the preview, the record and the audit of the console", async () => {
    const console = aConsole();
    const path = `/settings/new/${kind}`;
    const { text: html } = await console.get(path);
    const form = textOf(html);
    for (const { label, hint = "", name, isRequired } of fieldsOf(kind)) {
      expect(form).toContain(label);
      expect(form).toContain(hint);
      expect(new RegExp(`name="${name}" required`).test(html)).toBe(isRequired);
    }
    const { daysAtMost, hoursOffered, fixedHours } = kinds[kind].lasts ?? {};
    const isAsked = daysAtMost !== undefined && fixedHours === undefined;
    const until: Filled = isAsked ? { until: "2026-11-25T03:00" } : {};
    const fields: Filled = { ...filledByExample(kind), ...until, ...(hoursOffered && { hours: "" }), why: "It is so." };
    const looked = (await console.post(path, { ...fields, step: "look" })).text;
    const content = exampleOf(kind);
    for (const words of [kinds[kind].does, ...rowDetails(content)]) expect(textOf(looked)).toContain(words);
    expect((await console.post(path, { ...fields, step: "record", seen: seenIn(looked) })).status).toBe(303);
    const audit = (await console.get("/settings/audit")).text.replaceAll("&quot;", '"');
    for (const [, text] of textsIn(content, undefined, "pattern", "address")) expect(audit).toContain(text);
  });
});

test("a changed row says what is otherwise, by each field's label", () => {
  const [before, after] = ["10", "20"].map(
    (reportsAMinute) =>
      readContent("new row", "reporter", valueFrom("reporter", { id: "hotline", reportsAMinute, checks: "true" }))
        .content,
  );
  expect(before && after && changedDetails(before, after)).toEqual(["Reports a minute, at most: 10, now 20"]);
});

test.each<[RowKind, string]>([
  ["opt-out", "abuse@network.example gets no notices"],
  ["reason", "night is offered for decisions: Nobody is there at night"],
  [
    "country",
    "NL has the hotline Hotline NL, whose mailbox is desk@hotline.example, whose number is +31 20 555 0100, which " +
      "takes csam, has the CERT CERT NL, whose mailbox is desk@cert.example, whose number is +31 20 555 0101, has " +
      "the police unit Police duty desk, which is reached at +31 20 555 0102",
  ],
])("a row of %s reads as a sentence", (kind, sentence) => {
  expect(`${rowName(exampleOf(kind))} ${rowSentence(exampleOf(kind))}`).toBe(sentence);
});
