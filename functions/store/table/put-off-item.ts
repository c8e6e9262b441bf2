import { reportKeyOf } from "../../case/case-id.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PutOff } from "../../report/put-off.ts";
import type { AnyChange, Footing } from "./case-item.ts";
import type { NamedKeys } from "./named-keys.ts";
import { sealPutOff } from "./sealed.ts";
import { hashed, type Key, type Write } from "./table.ts";

/**
 * A burst is written by ten processes side by side, and a partition takes 1,000 writes a second.
 * Each is asked every minute, also when nothing waits.
 */
export const shards = 4;
export const partition = (shard: number): string => `PUT-OFF#${shard}`;
export const placeOf = ({ pk, sk }: Key): string => `${pk}/${sk}`;

/** What it is about: of those of one moment a report goes before what is said of it, and by the same message. */
export const aboutOf = (putOff: PutOff): string =>
  "said" in putOff ? reportKeyOf(putOff.said.reporter, putOff.said.reportId) : JSON.stringify(putOff);

/** Names within a moment sort what is about one report together, and it before what is said of it. */
export const writeOf = (putOff: PutOff, dueAt: Instant, master: NamedKeys): Write => {
  const text = JSON.stringify(putOff);
  const about = hashed(aboutOf(putOff));
  const kind = "said" in putOff ? putOff.said.kind : "report";
  const key = {
    pk: partition(Number.parseInt(about.slice(0, 2), 16) % shards),
    sk: `${dueAt}#${about}#${kind}#${hashed(text)}`,
  };
  return { put: { ...key, ...sealPutOff(text, master, placeOf(key)), queueLane: putOff.queueLane } };
};

/** What a change of an entry has taken in again. */
export const takenAgainWrites = ({ takenAgain = [], at }: AnyChange, { master }: Footing): readonly Write[] =>
  takenAgain.map((one) => writeOf(one, at, master));
