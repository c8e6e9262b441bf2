import type { FC } from "hono/jsx";
import { Wrote } from "./parts.tsx";
import { shown, shownWords } from "./shown.ts";

type AnothersForm = {
  /** Whom the form's page was shown to, where the form says it, and who is signed in now. */
  readonly writer: string;
  readonly name: string;
  readonly address: string;
  /** Each field that says something, with its name. */
  readonly wrote: readonly string[];
};

/** A form that somebody else wrote: whose it is and what it says, to be copied and not to be sent. */
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
