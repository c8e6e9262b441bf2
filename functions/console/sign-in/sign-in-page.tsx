import type { FC } from "hono/jsx";
import { shown } from "../shown.ts";

/** The one thing to do next. */
export type Next = { readonly text: string; readonly href: string; readonly inNewTab?: boolean };

/**
 * A sentence for whoever is not signed in, and what to do next. Shows nothing of what was reported.
 */
export const SignInPage: FC<{ readonly title: string; readonly says: string; readonly next: Next }> = ({
  title,
  says,
  next,
}) => (
  <div class="all-well">
    <h1>{title}</h1>
    <p>{shown(says)}</p>
    <p>
      <a class="button" href={next.href} {...(next.inNewTab && { target: "_blank", rel: "noopener" })}>
        {next.text}
      </a>
    </p>
  </div>
);
