import { type NoticeRequest, numberOf } from "./request.ts";
import type { Xarf } from "./xarf-form.ts";

/** The machine-readable report of a case. */
export type Report = { readonly caseId: string; readonly xarf: Xarf };

/** An attached file: its name says what is in it, and its text is a whole report, or one on each line. */
export type AttachedFile = { readonly name: string; readonly reports: readonly Xarf[]; readonly isBundle: boolean };

/**
 * As many reports have a part each. Large mail systems take 250 parts in all, and a person's mail
 * program lists each as a file.
 */
const partsAtMost = 50;

/** Letters, digits and hyphens alone, and nothing of what was reported: what it is, and our number. */
const nameOf = ({ case: { category } }: NoticeRequest, number: string): string =>
  `xarf-${category}-${number.replace(/[^A-Za-z0-9-]/g, "-")}`;

/**
 * The files of a mail: one for each report, or, where they are many, one of lines, a whole report on
 * each, so that a reader takes them one at a time and a line that it can't read spoils no other.
 */
export const filesOf = (request: NoticeRequest, reports: readonly Report[]): readonly AttachedFile[] =>
  reports.length > partsAtMost
    ? [
        {
          name: `${nameOf(request, numberOf(request))}.jsonl`,
          reports: reports.map(({ xarf }) => xarf),
          isBundle: true,
        },
      ]
    : reports.map(({ caseId, xarf }) => ({
        name: `${nameOf(request, caseId)}.json`,
        reports: [xarf],
        isBundle: false,
      }));

/** How the text names them, several by what they have in common; `undefined` where there is none. */
export const attachedAs = (
  { case: { category } }: NoticeRequest,
  files: readonly AttachedFile[],
): string | undefined => (files.length > 1 ? `xarf-${category}-*.json` : files[0]?.name);
