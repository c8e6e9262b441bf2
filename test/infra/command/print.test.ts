import { describe, expect, test } from "vitest";
import { asIndentedJson, asJson } from "../../../infra/command/as-json.ts";
import { lineOf } from "../../../infra/command/cases.ts";
import { printable } from "../../../infra/command/print.ts";
import { sayer } from "../../../infra/command/watch.ts";
import { morning } from "../../support/a-case.ts";
import { aFlow, nativeMessage, statusMessage } from "../../support/a-flow.ts";

/** A window's title, a cleared screen, C1's own escape, a forged line and a turned reading order. */
const hostile = "\u001b]0;pwned\u0007\u001b[2J\u001b[1;1H\u009b31m\nTD-AAAA-BBBB-CCCC  closed: removed\u202e";
const url = "https://secret-abuse.example/child/1.jpg";
const unseen = /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const withoutColours = (line: string): string => line.replace(/\u001b\[\d+m/g, "");

test("what moves a terminal, hides or turns words is spelled out; lines, tabs and our colours stay", () => {
  expect(printable("a\u001b[2Jb\u009b31mc\u202ed\u00ade\r")).toBe("a\\u001b[2Jb\\u009b31mc\\u202ed\\u00ade\\u000d");
  expect(printable("\u001b[8mhidden\u001b[7m")).toBe("\\u001b[8mhidden\\u001b[7m");
  const ours = "\u001b[31m\u001b[1mURGENT\u001b[22m\u001b[39m\ta\nb\r\n";
  expect(printable(ours)).toBe(ours.replace("\r", ""));
});

test("JSON means the same, and is not changed by being printed", () => {
  const said = { [hostile]: `${hostile}\u{e0100}\u3164\ufe0f` };
  for (const json of [asJson(said), asIndentedJson(said)]) {
    expect(JSON.parse(json)).toEqual(said);
    expect(printable(json)).toBe(json);
    expect(json.replaceAll("\n", "")).not.toMatch(unseen);
  }
});

const messages = {
  "the name of a field": { ...JSON.parse(nativeMessage()), [`f${hostile}`]: 1 },
  "the name of a field of the evidence": { ...JSON.parse(nativeMessage()), evidence: { [`f${hostile}`]: 1 } },
  "a stranger's reporter": JSON.parse(statusMessage("gone", morning, { reporter: `x${hostile}` })),
  "a URL for the name of a field": { ...JSON.parse(nativeMessage()), [url]: 1 },
  "a URL within the name of a field": { ...JSON.parse(nativeMessage()), evidence: { [`see ${url} now`]: 1 } },
} as const;

describe.each(Object.entries(messages))("with %s from the queue", (_, message) => {
  const waiting = async () => {
    const flow = aFlow();
    for (let receives = 1; receives < 3; receives++) flow.receivedAgain();
    await flow.report(JSON.stringify(message));
    return (await flow.store.inReview(10)).items;
  };

  test("`takedown cases` prints one line that moves no terminal and holds no URL", async () => {
    const [state] = await waiting();
    if (!state) throw new Error("nothing waits");
    const line = withoutColours(lineOf(state));
    expect(line).not.toMatch(unseen);
    expect(line).not.toMatch(/https?:|secret-abuse\.example|child/);
  });

  test("`takedown watch` does, too, on a terminal and into a pipe", async () => {
    const cases = await waiting();
    for (const isTTY of [true, false]) {
      const written: string[] = [];
      sayer({}, { isTTY, columns: 200, write: (text) => written.push(text) })(cases, morning);
      const shown = withoutColours(written.join("")).replace(/\u001b\[[HKJ]/g, "");
      expect(shown.replaceAll("\n", "")).not.toMatch(unseen);
      expect(shown.split("\n").filter((line) => line.startsWith("TD-"))).toHaveLength(1);
    }
  });

  test("what is kept of the field is on one line and holds no whole URL", async () => {
    const [state] = await waiting();
    const field = state?.kind === "unread" ? state.field : "";
    expect(field).not.toMatch(unseen);
    expect(field).not.toMatch(/https?:|secret-abuse\.example|child/);
  });
});
