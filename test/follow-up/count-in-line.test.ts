import { expect, test } from "vitest";
import type { Question } from "../../functions/case/question.ts";
import { countInLine } from "../../functions/follow-up/watchdog.ts";
import { plusHours } from "../../functions/kernel/instant.ts";
import type { LogFields } from "../../functions/kernel/log.ts";
import type { Lane } from "../../functions/report/category.ts";
import type { InLine } from "../../functions/store/review-rank.ts";
import { morning } from "../support/a-case.ts";

const place = (question: Question, lane: Lane = "standard", blocks = false): InLine => ({
  caseId: "TD-7K3M-9QXZ-4B2N",
  lane,
  since: morning,
  unknownSend: false,
  toRead: false,
  facets: { questions: [question], reporters: [], ...(blocks && { blocks }) },
});

const secondsSaid = async (places: readonly InLine[], afterHours: number): Promise<Record<string, unknown>> => {
  const said: LogFields[] = [];
  await countInLine({
    store: { inLine: async () => places },
    clock: { now: () => plusHours(morning, afterHours) },
    log: { info: (_, fields = {}) => void said.push(fields), error: () => {} },
  });
  return Object.fromEntries(said.flatMap(({ lane, waitsSeconds }) => (lane ? [[String(lane), waitsSeconds]] : [])));
};

test("what is gathered is late once its list has come, and all else at once", async () => {
  expect(await secondsSaid([place("may-be-back")], 5 * 24 + 21)).toMatchObject({ standard: 0 });
  expect(await secondsSaid([place("may-be-back")], 5 * 24 + 22)).toMatchObject({ standard: 3600 });
  expect(await secondsSaid([place("may-be-back"), place("no-contact")], 2)).toMatchObject({ standard: 7200 });
});

test("what a case waits for is late once the next morning's list has come", async () => {
  expect(await secondsSaid([place("unanswered")], 22)).toMatchObject({ standard: 0 });
  expect(await secondsSaid([place("unanswered", "standard", true)], 22)).toMatchObject({ standard: 3600 });
});

test("in the urgent lane all is late at once, but what was closed a week ago", async () => {
  expect(await secondsSaid([place("form-only", "urgent")], 2)).toMatchObject({ urgent: 7200 });
  expect(await secondsSaid([place("may-be-back", "urgent")], 22)).toMatchObject({ urgent: 3600 });
});
