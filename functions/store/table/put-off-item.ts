import { reportKeyOf } from "../../case/case-id.ts";
import type { Instant } from "../../kernel/instant.ts";
import type { PutOff } from "../../report/put-off.ts";
import type { AnyChange, Footing } from "./case-item.ts";
import type { NamedKeys } from "./named-keys.ts";
import { sealPutOff } from "./sealed.ts";
import { hashed, type Key, type Write } from "./table.ts";

/** A burst has ten writers, a partition takes 1,000 writes a second and is asked each minute, even empty. */
export const shards = 4;
export const partition = (shard: number): string => `PUT-OFF#${shard}`;
export const placeOf = ({ pk, sk }: Key): string => `${pk}/${sk}`;

/** What it is about: in one moment a report goes before what is said of it, and by the same message. */
export const aboutOf = (putOff: PutOff): string =>
  "said" in putOff ? reportKeyOf(putOff.said.reporter, putOff.said.reportId) : JSON.stringify(putOff);

/** Keys within a moment sort what is about one report together, the report before what is said of it. */
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

/** What a change of an entry sends through intake again. */
export const takenAgainWrites = ({ takenAgain = [], at }: AnyChange, { master }: Footing): readonly Write[] =>
  takenAgain.map((one) => writeOf(one, at, master));
