import type { FC } from "hono/jsx";
import { LinkButton } from "./elements.tsx";
import { Wrote } from "./parts.tsx";

/** `back`: where its button leads. `wrote`: what was typed, as it is shown, and by whom. */
export const SentencePage: FC<{
  readonly title: string;
  readonly says: string;
  readonly back?: readonly [href: string, says: string] | false;
  readonly wrote?: string;
  readonly by?: string;
}> = ({ title, says, back = ["/", "To what waits"], wrote, by }) => (
  <div class="all-well">
    <h1>{title}</h1>
    <p>{says}</p>
    <Wrote text={wrote} {...(by && { by })} />
    {back && (
      <p>
        <LinkButton href={back[0]}>{back[1]}</LinkButton>
      </p>
    )}
  </div>
);
