import { type Body, Refused } from "./dynalite-operations.ts";

/**
 * What DynamoDB does with requests that meet at one item, where one of them is a transaction
 * (DynamoDB Developer Guide, "Transaction conflict handling in DynamoDB"): it makes none of them
 * wait. A transaction is cancelled that finds an item in another one; a single write is refused
 * that finds its item in a transaction; a read of several items is cancelled that finds any in
 * either. Two single writes do not conflict. A request has its items in hand from its arrival until
 * it is answered.
 */
export type Locks = {
  /**
   * Runs a transaction on these places; `undefined` for what has no key that fits. Throws `Refused`
   * where it conflicts.
   */
  readonly inTransaction: <T>(places: readonly (string | undefined)[], run: () => Promise<T>) => Promise<T>;
  readonly inWrite: <T>(place: string | undefined, run: () => Promise<T>) => Promise<T>;
  /** Throws `Refused` where one of the places is in hand. */
  readonly beforeRead: (places: readonly (string | undefined)[]) => void;
};

const dynamodb = "com.amazonaws.dynamodb.v20120810#";
const ongoing = "Transaction is ongoing for the item";

export const itemLocks = (): Locks => {
  const transactions = new Set<string>();
  const writes = new Map<string, number>();
  const inHand = async <T>(take: () => void, run: () => Promise<T>, give: () => void): Promise<T> => {
    take();
    try {
      return await run();
    } finally {
      give();
    }
  };
  const cancelWhere = (conflicts: readonly boolean[]): void => {
    if (!conflicts.includes(true)) return;
    const reasons: readonly Body[] = conflicts.map((is) =>
      is ? { Code: "TransactionConflict", Message: ongoing } : { Code: "None" },
    );
    throw new Refused({
      __type: `${dynamodb}TransactionCanceledException`,
      Message:
        "Transaction cancelled, please refer cancellation reasons for specific reasons " +
        `[${reasons.map(({ Code }) => Code).join(", ")}]`,
      CancellationReasons: reasons,
    });
  };
  return {
    inTransaction: (places, run) => {
      cancelWhere(places.map((place) => place !== undefined && transactions.has(place)));
      const own = places.filter((place) => place !== undefined);
      return inHand(
        () => {
          for (const place of own) transactions.add(place);
        },
        run,
        () => {
          for (const place of own) transactions.delete(place);
        },
      );
    },
    inWrite: (place, run) => {
      if (place === undefined) return run();
      if (transactions.has(place))
        throw new Refused({ __type: `${dynamodb}TransactionConflictException`, message: ongoing });
      const count = (by: number) => {
        const left = (writes.get(place) ?? 0) + by;
        if (left > 0) writes.set(place, left);
        else writes.delete(place);
      };
      return inHand(
        () => count(1),
        run,
        () => count(-1),
      );
    },
    beforeRead: (places) =>
      cancelWhere(places.map((place) => place !== undefined && (transactions.has(place) || writes.has(place)))),
  };
};
