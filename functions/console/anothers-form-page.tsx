import type { FC } from "hono/jsx";
import { Wrote } from "./parts.tsx";
import { shown, shownWords } from "./shown.ts";

type AnothersForm = {
  /** To whom the form was shown, if it says so. `name` is signed in now. */
  readonly writer: string;
  readonly name: string;
  readonly address: string;
  /** Each non-empty field, with its name. */
  readonly wrote: readonly string[];
};

/** Shows a form that somebody else wrote, to copy and not to send. */
export const AnothersFormPage: FC<AnothersForm> = ({ writer, name, address, wrote }) => (
  <div class="all-well">
    <h1>Not sent</h1>
    <p>
      {shown(writer) || "Somebody else"} wrote this form, and you are signed in as {shown(name)}. Nothing was recorded.
      To do what it says in your own name, do so on its page.
    </p>
    <p>
      <a class="button" href={address}>
        To its page
      </a>
    </p>
    <Wrote by="they" text={shownWords(wrote.join("\n"))} />
  </div>
);
