import { fail, type Result } from "../kernel/result.ts";
import { readReport } from "../report/read-report.ts";
import type { ReadingRules } from "../report/read-target.ts";
import type { Report, StatusMessage, Unreadable } from "../report/report.ts";
import { isCut } from "../report/without-content.ts";
import { strangerTo } from "./who-speaks.ts";
import type { ReportMessage } from "./work.ts";

/** What a message says, if its sender may say it and nothing was cut out. Pure. */
export const readMessage = (
  rules: ReadingRules,
  { text, sender, owner }: Pick<ReportMessage, "text" | "sender" | "owner">,
): Result<Report | StatusMessage, Unreadable> => {
  const read = readReport(text, rules);
  if (!read.ok) return read;
  const problem = strangerTo(rules, read.value.reporter, { sender, owner }) ?? (isCut(read.value) ? cut : undefined);
  return problem ? fail(problem) : read;
};

const cut: Unreadable = {
  kind: "unreadable",
  field: "target",
  reason: "Something was left out of it when it was kept, as it may be content: it would name something else.",
  fix: "Have it sent again, or write all of it in its place.",
};
