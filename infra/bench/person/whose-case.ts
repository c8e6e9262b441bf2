import type { Case, Review } from "../../../functions/case/case.ts";
import type { OutgoingMail } from "../../../functions/send/send-port.ts";
import type { Table } from "../../command/scenarios/table-double.ts";
import { causeOf } from "./count.ts";
import type { About } from "./desks.ts";
import type { PlayedTarget } from "./targets.ts";

export type WhoseCase = ReturnType<typeof whoseCase>;

/** Which targets of the world cases and mails are about. */
export const whoseCase = (targets: readonly PlayedTarget[], table: Pick<Table, "read" | "mails">) => {
  const byId = new Map(targets.map((target) => [String(target.id), target]));
  const peers = new Map(targets.flatMap((target) => (target.host.kind === "peer" ? [[target.host.name, target]] : [])));
  const targetAt = (url: string): PlayedTarget | undefined => byId.get(/\/p\/(\d+)/.exec(url)?.[1] ?? "");
  const targetOf = (state: Case): PlayedTarget | undefined => {
    const { target } = state;
    return target.kind === "url" ? targetAt(target.url) : peers.get(target.host);
  };
  const targetsIn = (...cases: readonly Case[]): readonly PlayedTarget[] =>
    cases.flatMap((state) => targetOf(state) ?? []);
  return {
    targetOf,
    /** What a question of a case comes from. */
    causeIn: (state: Case, review: Review): string => causeOf(review, targetOf(state)?.host.registered?.kind),
    /** The target at a page's address. */
    targetAt,
    targetsIn,
    aboutMail: ({ attemptId }: OutgoingMail): About => {
      const [holderId = ""] = attemptId.split("_");
      // A case by itself, or all in a mail.
      const caseIds = table.mails.get(holderId)?.members.map(({ caseId }) => caseId) ?? [holderId];
      const cases = caseIds.flatMap((id) => table.read(id) ?? []);
      const notice = cases[0]?.notices.find((one) => one.attemptId === attemptId);
      if (!notice) throw new Error(`${attemptId} is no notice's attempt.`);
      return { holderId, caseIds, notice, targets: targetsIn(...cases) };
    },
  };
};
