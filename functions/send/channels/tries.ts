import type { Case } from "../../case/case.ts";
import type { Notice } from "../../case/notice.ts";
import type { Lane } from "../../report/category.ts";

/** How often a no that may become a yes is tried, an hour apart at most. Then mail or a person has the report. */
const triesAtMost: Readonly<Record<Lane, number>> = { urgent: 3, standard: 6 };

/** Of a notice on the wire or in line: whether another try is left after those made. */
export const isToTryAgain = ({ lane }: Pick<Case, "lane">, { attempts }: Pick<Notice, "attempts">): boolean =>
  attempts < triesAtMost[lane];
