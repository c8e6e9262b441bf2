import { changeDigest } from "../../matters/change-case.ts";
import type { Change } from "../../matters/store.ts";
import type { CaseWork } from "../../matters/work.ts";
import type { SendWork } from "../../notice/protocol.ts";
import type { Digest } from "../digest.ts";
import type { DigestEvent } from "../event.ts";
import { endDigest } from "../react.ts";

/** The digest after these facts; nothing where it changed since it was read, or its guard fails. */
export const changed = async (
  work: CaseWork,
  digest: Digest,
  facts: readonly DigestEvent[],
  guard: Pick<Change, "unstopped"> = {},
): Promise<Digest | undefined> => {
  const written = await changeDigest(
    work,
    digest.id,
    (current) => (current.version === digest.version ? facts : undefined),
    {
      also: () => guard,
      lastSeen: digest,
    },
  );
  return written.ok ? written.value.next : undefined;
};

/** Ends a digest that has no mail to send. */
export const end = async (work: SendWork, digest: Digest, why: string): Promise<undefined> => {
  await changed(work, digest, [endDigest(work.clock.now(), "dismissed", why)]);
};
