import { EventEmitter } from "node:events";
import { expect, test } from "vitest";
import { openScreen } from "../../../infra/local/screen.ts";

const header = ["Console  http://127.0.0.1:4700/", ""];

const anOut = (spoilt: { readonly isTTY?: boolean; readonly rows?: number; readonly columns?: number }) => {
  const written: string[] = [];
  const out = Object.assign(new EventEmitter(), { ...spoilt, write: (text: string) => written.push(text) > 0 });
  return { out: out as unknown as Parameters<typeof openScreen>[0], written, resize: () => out.emit("resize") };
};

test("keeps its header above what passes, and its tally below", () => {
  const { out, written } = anOut({ isTTY: true, rows: 24, columns: 80 });
  const screen = openScreen(out, header);
  // Lines 3 to 23 scroll; two above and one below stay.
  expect(written.join("")).toContain("Console  http://127.0.0.1:4700/\n\u001b[3;23r");
  screen.line("a case");
  screen.tally("1 case");
  expect(written.slice(-2)).toEqual(["a case\n", "\u001b7\u001b[24;1H\u001b[2K\u001b[7m1 case\u001b[0m\u001b8"]);
  screen.close();
  expect(written.at(-1)).toBe("\u001b[r\u001b[24;1H\u001b[2K");
});

test("puts another header in the place of the one before", () => {
  const { out, written } = anOut({ isTTY: true, rows: 24, columns: 80 });
  const screen = openScreen(out, header);
  screen.head(["Console  http://127.0.0.1:4700/next", ""], []);
  expect(written.at(-1)).toBe("\u001b7\u001b[HConsole  http://127.0.0.1:4700/next\u001b[K\n\u001b[K\u001b8");
});

test("gives a long line of its header the rows that it takes, and draws anew when the terminal changes", () => {
  const { out, written, resize } = anOut({ isTTY: true, rows: 24, columns: 20 });
  openScreen(out, header);
  expect(written.join("")).toContain("\u001b[4;23r");
  written.length = 0;
  resize();
  expect(written.join("")).toContain("\u001b[4;23r");
});

test("keeps the console's address where the header has no room, and lets the rest pass once", () => {
  const { out, written, resize } = anOut({ isTTY: true, rows: 20, columns: 80 });
  const long = [...header, ...Array(12).fill("more")];
  openScreen(out, long, header.slice(0, 1));
  expect(written.slice(0, 2)).toEqual([
    "\u001b[r\u001b[2J\u001b[HConsole  http://127.0.0.1:4700/\u001b[2;19r\u001b[2;1H",
    `${long.join("\n")}\n`,
  ]);
  resize();
  expect(written).toHaveLength(3);
});

test.each([{ isTTY: false }, { isTTY: true, rows: 9, columns: 80 }])("moves no cursor for %j", (terminal) => {
  const { out, written } = anOut(terminal);
  const screen = openScreen(out, header);
  screen.line("a case");
  screen.tally("1 case");
  expect(written).toEqual([`${header.join("\n")}\n`, "a case\n"]);
});
