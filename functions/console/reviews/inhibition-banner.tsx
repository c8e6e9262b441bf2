import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { InhibitionRow } from "../../settings/tell-of-inhibitions.ts";
import { Banner, When } from "../parts.tsx";
import { rowName } from "../settings/say-row.ts";
import { shown } from "../shown.ts";

/** A night has a few; a page of them would push urgent cases off a phone's screen. */
const namedAtMost = 5;

type Props = { readonly inhibitions: readonly InhibitionRow[]; readonly now: Instant };

export const isOfCategory = ({ value }: InhibitionRow): boolean => "category" in value;

/** A banner for each whole category, and one for all else. */
export const InhibitionBanners: FC<Props> = ({ inhibitions, now }) => {
  const others = inhibitions.filter((row) => !isOfCategory(row));
  return (
    <>
      {inhibitions.filter(isOfCategory).map((row) => (
        <Banner kind="bad" title={`Nothing is sent about ${rowName(row)}`}>
          <Words row={row} now={now} />
        </Banner>
      ))}
      {others.length > 0 && (
        <Banner kind="note" title="Nothing is sent for a while to or about">
          {others.slice(0, namedAtMost).map((row) => (
            <Words row={row} now={now} name={rowName(row)} />
          ))}
          {others.length > namedAtMost && (
            <p>
              <a href="/settings/kinds/inhibition">And {others.length - namedAtMost} more</a>
            </p>
          )}
        </Banner>
      )}
    </>
  );
};

const Words: FC<{ readonly row: InhibitionRow; readonly now: Instant; readonly name?: string }> = ({
  row: { id, by, why, until },
  now,
  name,
}) => (
  <p>
    {name && <strong>{name}: </strong>}
    {until && (
      <>
        until <When at={until} now={now} />,{" "}
      </>
    )}
    by {shown(by.join(" and "))}: {shown(why)} <a href={`/settings/rows/${encodeURIComponent(id)}`}>Look, or end it</a>
  </p>
);
