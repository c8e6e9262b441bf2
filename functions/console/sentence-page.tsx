import type { FC } from "hono/jsx";

/** One sentence for whatever has no page, and the way back. */
export const SentencePage: FC<{ readonly title: string; readonly says: string; readonly back?: boolean }> = ({
  title,
  says,
  back = true,
}) => (
  <div class="all-well">
    <h1>{title}</h1>
    <p>{says}</p>
    {back && (
      <p>
        <a class="button quiet" href="/">
          To what waits
        </a>
      </p>
    )}
  </div>
);
