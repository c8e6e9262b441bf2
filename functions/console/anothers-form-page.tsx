import type { FC } from "hono/jsx";
import { Wrote } from "./parts.tsx";
import { shown } from "./shown.ts";
import { SendAgain, type SentForm } from "./sign-in/sign-in-page.tsx";

type AnothersForm = {
  /** Whom the form's page was shown to, and who is signed in now. */
  readonly writer: string;
  readonly name: string;
  readonly address: string;
  /** Each field that says something, with its name. */
  readonly wrote: readonly string[];
  /** The form as it is, for its writer to send. */
  readonly again: SentForm | undefined;
};

/** A form that somebody else wrote: whose it is and what it says, to be copied and not to be sent. */
export const AnothersFormPage: FC<AnothersForm> = ({ writer, name, address, wrote, again }) => (
  <div class="all-well">
    <h1>Not sent</h1>
    <p>
      {shown(writer)} wrote this form, and you are signed in as {shown(name)}. Nothing was recorded. To do what it says
      in your own name, do so on its page.
      {again && " Its writer can send it still: they sign in in a new tab, then send it from this one."}
    </p>
    <p>
      <a class="button" href={address}>
        To its page
      </a>
    </p>
    <Wrote by={shown(writer)} text={shown(wrote.join("\n"))} />
    <SendAgain form={again} />
  </div>
);
