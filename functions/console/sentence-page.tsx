import type { FC } from "hono/jsx";
import { LinkButton } from "./elements.tsx";
import { Wrote } from "./parts.tsx";

/** `wrote`: what they typed, as it is shown. */
export const SentencePage: FC<{
  readonly title: string;
  readonly says: string;
  readonly back?: boolean;
  readonly wrote?: string;
}> = ({ title, says, back = true, wrote }) => (
  <div class="all-well">
    <h1>{title}</h1>
    <p>{says}</p>
    <Wrote text={wrote} />
    {back && (
      <p>
        <LinkButton href="/">To what waits</LinkButton>
      </p>
    )}
  </div>
);
