import type { Child, FC } from "hono/jsx";
import { WhyField } from "./case/review-form.tsx";
import { PostForm } from "./post-form.tsx";

/** A reason that was not taken, as it was typed, and what is wrong with it if that is why. */
export type WhyRefused = { readonly why: string; readonly problem?: string | undefined };

type WhyFormProps = {
  readonly action: string;
  /** Of the field, which the summary of errors links to. */
  readonly id: string;
  readonly asks: string;
  readonly hint?: string;
  readonly refused: WhyRefused | undefined;
  /** Its buttons. */
  readonly children?: Child;
};

/** Asks for nothing but a reason. */
export const WhyForm: FC<WhyFormProps> = ({ action, id, asks, hint = "Kept with your name.", refused, children }) => (
  <PostForm action={action} novalidate>
    <WhyField id={id} asks={asks} hint={hint} value={refused?.why ?? ""} problem={refused?.problem} />
    <div class="choices">{children}</div>
  </PostForm>
);
