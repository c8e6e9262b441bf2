import { type NoticeRequest, numberOf } from "./request.ts";
import type { Xarf } from "./xarf-form.ts";

export type Report = { readonly caseId: string; readonly xarf: Xarf };

/** Its text is a whole report, or one on each line. */
export type AttachedFile = { readonly name: string; readonly reports: readonly Xarf[]; readonly isBundle: boolean };

/** Up to here a part each: large mail systems take 250 in all, mail programs list each as a file. */
const partsAtMost = 50;

/** Letters, digits and hyphens alone: what it is and our number, nothing of what was reported. */
const nameOf = ({ case: { category } }: NoticeRequest, number: string): string =>
  `xarf-${category}-${number.replace(/[^A-Za-z0-9-]/g, "-")}`;

/** A file per report, or for many one of lines: read one at a time, a bad line spoils no other. */
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

/** How the text names them, several by what they have in common. */
export const attachedAs = (
  { case: { category } }: NoticeRequest,
  files: readonly AttachedFile[],
): string | undefined => (files.length > 1 ? `xarf-${category}-*.json` : files[0]?.name);
