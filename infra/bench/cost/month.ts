import type { Lane } from "../../../functions/report/category.ts";
import { deliveryQueues, type FunctionName, type QueueName, topology, windowSecondsOf } from "../../stack/topology.ts";
import { type Bill, billOf, linesTogether, messagesTogether, plus, traced } from "./bill.ts";
import type { Flow } from "./flow.ts";
import type { Reading } from "./meter.ts";
import type { Batches } from "./metered-stand.ts";

/**
 * Of a first notice, on the queue where SES says that it was sent and that it was delivered; one on
 * every other.
 */
const messagesOfACase = (queue: QueueName): number => (queue === deliveryQueues.standard ? 2 : 1);

/** The batches that Lambda's readers gather where so many cases are spread evenly over a month. */
export const spreadOf = (casesAMonth: number): Batches => ({
  together: (name: FunctionName, queue: QueueName): number =>
    messagesTogether({
      messagesAMonth: casesAMonth * messagesOfACase(queue),
      windowSeconds: windowSecondsOf(name, queue),
      batchSize: topology[name].batchSize ?? 1,
    }),
  cameTogether: false,
  linesTogether: linesTogether({
    casesAMonth,
    linesOfACase: 5,
    windowSeconds: topology["tell-reporters"].hearsHistory?.windowSeconds ?? 0,
  }),
});

type Played = Pick<Flow, "notice" | "followUp" | "replies" | "firstNotices">;
/** What was played of each lane; one of which a month has none is not. */
export type OfLanes = Partial<Readonly<Record<Lane, { readonly reports: number; readonly played: Played }>>>;

/** What the cases of a month cost: with their first notices alone, and with all that `played` holds. */
export const monthOf = (
  lanes: OfLanes,
  { traces }: { readonly traces: boolean },
): { readonly notice: Bill; readonly withFollowUp: Bill; readonly storedBytes: number } => {
  const each = Object.values(lanes);
  const bill = (of: (played: Played) => Reading): Bill =>
    together(
      each.map(({ reports, played }) => {
        const times = reports / played.firstNotices;
        return billOf(traces ? traced(of(played), times) : of(played), times);
      }),
    );
  return {
    notice: bill(({ notice }) => notice),
    withFollowUp: bill(({ notice, followUp, replies }) => plus(notice, followUp, replies)),
    storedBytes: each.reduce(
      (sum, { reports, played: { notice, followUp, firstNotices } }) =>
        sum + ((plus(notice, followUp).used["dynamoDb.storedBytes"] ?? 0) / firstNotices) * reports,
      0,
    ),
  };
};

const together = (bills: readonly Bill[]): Bill => {
  const sums = new Map<string, number>();
  for (const [service, dollars] of bills.flatMap(({ lines }) => lines))
    sums.set(service, (sums.get(service) ?? 0) + dollars);
  const add = (of: (bill: Bill) => number): number => bills.reduce((sum, bill) => sum + of(bill), 0);
  return {
    lines: [...sums].sort(([, one], [, other]) => other - one),
    platform: add(({ platform }) => platform),
    ses: add(({ ses }) => ses),
  };
};
