import type { FC } from "hono/jsx";
import { shown } from "../shown.ts";

export type Next = { readonly text: string; readonly href: string; readonly inNewTab?: boolean };

export type SentForm = { readonly action: string; readonly fields: readonly (readonly [string, string])[] };

/** For whoever is not signed in. Nothing reported is shown: what they wrote goes back to them unshown. */
export const SignInPage: FC<{
  readonly title: string;
  readonly says: string;
  readonly next: Next;
  readonly again?: SentForm | undefined;
}> = ({ title, says, next, again }) => (
  <div class="all-well">
    <h1>{title}</h1>
    <p>{shown(says)}</p>
    <p>
      <a class="button" href={next.href} {...(next.inNewTab && { target: "_blank", rel: "noopener" })}>
        {next.text}
      </a>
    </p>
    {again && (
      <form method="post" action={again.action}>
        {again.fields.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="button quiet" type="submit">
          Send it once more
        </button>
      </form>
    )}
  </div>
);
