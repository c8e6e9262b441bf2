import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { InhibitionRow } from "../../settings/tell-of-inhibitions.ts";
import { Banner, When } from "../parts.tsx";
import { rowName } from "../settings/say-row.ts";
import { shown } from "../shown.ts";

/** A night has a few; a page of them would push urgent cases off a phone's screen. */
const namedAtMost = 5;

export const isOfCategory = ({ value }: InhibitionRow): boolean => "category" in value;

type Props = { readonly inhibitions: readonly InhibitionRow[]; readonly now: Instant };

/** What is paused for a while, those of a whole category first, as `standingInhibitions` gives them. */
export const InhibitionBanners: FC<Props> = ({ inhibitions, now }) =>
  inhibitions.length === 0 ? null : (
    <Banner kind={inhibitions.some(isOfCategory) ? "bad" : "note"} title="Paused for a while">
      {inhibitions.slice(0, namedAtMost).map((row) => (
        <p>
          <strong>{rowName(row)}</strong> until {row.until ? <When at={row.until} now={now} /> : "it is ended"}, by{" "}
          {shown(row.by.join(" and "))}: {shown(row.why)}{" "}
          <a href={`/settings/rows/${encodeURIComponent(row.id)}`}>See or end it</a>
        </p>
      ))}
      {inhibitions.length > namedAtMost && (
        <a href="/settings/kinds/inhibition">And {inhibitions.length - namedAtMost} more</a>
      )}
    </Banner>
  );
