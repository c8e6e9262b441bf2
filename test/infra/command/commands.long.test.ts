import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { listCases } from "../../../infra/command/cases.ts";
import { showNotice } from "../../../infra/command/notice.ts";
import { sendReports, sendStatus } from "../../../infra/command/report.ts";
import { sending } from "../../../infra/command/sending.ts";
import { tellAgain } from "../../../infra/command/tell-again.ts";
import { writeToDesk } from "../../../infra/command/write.ts";

const folder = mkdtempSync(join(tmpdir(), "takedown-commands-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Nothing runs there: what is well written gets as far as that.
const where = { folder: join(folder, "nowhere") };
const nothingRuns = /^No npm start runs/;
const status = { ...where, reporter: "cert", reportId: "C-1" };

test.each([
  [
    "a day that is in no calendar",
    () => listCases({ ...where, day: "2026-13-45", limit: 1 }),
    '"2026-13-45" is no day. --day is one like 2026-11-24, today, yesterday or -7d.',
  ],
  [
    "days to tell again that are in no calendar",
    () => tellAgain({ ...where, from: "2026-11-99", to: "2026-11-99", bus: "b" }),
    /^"2026-11-99" is no day\. --from is one like/,
  ],
  [
    "a status that is none",
    () => sendStatus("vanished", status),
    "status: It has to be one of gone, still-up, withdrawn, hold, release.",
  ],
  [
    "an end of a stop without its reason",
    () => sending({ ...where, resume: true, lane: "all" }),
    "Give the reason with --why; it is kept with your name.",
  ],
  ["a stop without a reason, which may come later", () => sending({ ...where, stop: true, lane: "all" }), nothingRuns],
  [
    "a stop and a resuming at once",
    () => sending({ ...where, stop: true, resume: true, lane: "all" }),
    "Give --stop or --resume, not both.",
  ],
  ["a stop that says all", () => sending({ ...where, stop: true, lane: "all", why: "wrong hosts" }), nothingRuns],
  [
    "a letter without words",
    () => writeToDesk("TD-7K3M-9QXZ-4B2N", { ...where, why: "They ask." }),
    "Give the words by --text, or a file of them by --file (- is what is piped in).",
  ],
  [
    "a letter of a file that is not there",
    () => writeToDesk("TD-7K3M-9QXZ-4B2N", { ...where, why: "They ask.", file: join(folder, "none.txt") }),
    /^--file \S+ can't be read\.$/,
  ],
  ["a notice of a case", () => showNotice("TD-7K3M-9QXZ-4B2N", undefined, where), nothingRuns],
  ["a letter with words", () => writeToDesk("TD-7K3M-9QXZ-4B2N", { ...where, why: "x", text: "y" }), nothingRuns],
  ["an empty report id", () => sendStatus("gone", { ...status, reportId: "" }), "reportId: It is empty."],
  [
    "a moment that is none",
    () => sendStatus("gone", { ...status, at: "yesterday" }),
    /^--at is a moment with its zone, like 2026-11-24T10:00Z, or one from now/,
  ],
  [
    "a moment without seconds, which is one",
    () => sendStatus("gone", { ...status, at: "2026-11-24T10:00Z" }),
    nothingRuns,
  ],
  [
    "a moment of a report that is none",
    () =>
      sendReports(["https://bad.example/"], {
        folder,
        queueUrl: "q",
        reporter: "cert",
        category: "phishing",
        channel: "website",
        seenAt: "2026-11-24",
      }),
    /^--seen-at is a moment with its zone, like/,
  ],
])("%s", async (_, run, says) => {
  await expect(run()).rejects.toThrow(says);
});

test("a file that is not there, without a stack", () => {
  const file = join(folder, "none.eml");
  const { status: code, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "infra/command/takedown.ts", "read-mail", file],
    { encoding: "utf8" },
  );
  expect([code, stderr]).toEqual([1, `${file} can't be used: ENOENT: no such file or directory, open '${file}'.\n`]);
});

test("a folder for previews that is a file, without a stack", () => {
  const file = join(folder, "file");
  writeFileSync(file, "");
  const args = ["preview", "--out", file, "--language", "en", "--category", "phishing"];
  const { status: code, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "infra/command/takedown.ts", ...args],
    { encoding: "utf8" },
  );
  expect(code).toBe(1);
  expect(stderr).toMatch(/^\S+ can't be used: ENOTDIR: [^\n]+\n$/);
});
