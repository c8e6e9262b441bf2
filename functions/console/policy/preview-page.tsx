import type { FC } from "hono/jsx";
import { steps } from "../../case/step.ts";
import type { Result } from "../../kernel/result.ts";
import { scopes } from "../../kernel/scope.ts";
import { abouts, type Preview, previewsIn, whyNotPreviewed } from "../../notice/preview.ts";
import { type ComposedNotice, type ComposeProblem, describeProblem } from "../../notice/request.ts";
import { languages } from "../../notice/templates/languages.ts";
import { categories } from "../../report/category.ts";
import { categoryWords } from "../../report/category-words.ts";
import { Button, Choice, LinkButton, Title } from "../elements.tsx";
import { Facts } from "../parts.tsx";
import { visible } from "../shown.ts";
import { aboutWords, scopeWords, stepWords } from "../words.ts";

/** The choice in a page's address; what is missing or unknown has a default. */
export const readPreview = (query: (name: string) => string | undefined): Preview => {
  const oneOf = <T extends string>(name: string, all: readonly T[], otherwise: T): T =>
    all.find((each) => each === query(name)) ?? otherwise;
  return {
    language: oneOf(
      "language",
      languages.map(({ language }) => language),
      "en",
    ),
    category: oneOf("category", categories, "phishing"),
    scope: oneOf("to", scopes, "network"),
    step: oneOf("step", steps, "first"),
    about: oneOf("about", abouts, "one"),
  };
};

const addressOf = ({ language, category, scope, step, about }: Preview): string =>
  `/policy/notices?${new URLSearchParams({ language, category, to: scope, step, about })}`;

type PreviewPageProps = { readonly chosen: Preview; readonly composed: Result<ComposedNotice, ComposeProblem> };

/** Every kind of notice about a sample case, to leaf through. A plain form: no script runs. */
export const PreviewPage: FC<PreviewPageProps> = ({ chosen, composed }) => {
  const all = previewsIn(chosen.language);
  const at = all.findIndex((each) => addressOf(each) === addressOf(chosen));
  const why = whyNotPreviewed(chosen);
  const neighbour = (step: number) => addressOf(all[(at + step + all.length) % all.length] ?? chosen);
  return (
    <>
      <Title of="Every notice" back={["/policy", "Back to the policy"]}>
        As it is written now about a sample case, by every check of a real one. Nothing is sent.
      </Title>
      <form class="panel leafing" method="get" action="/policy/notices">
        <Choice
          name="category"
          label="Category"
          now={chosen.category}
          all={categories.map((each) => [each, categoryWords[each]])}
        />
        <Choice name="to" label="Recipient" now={chosen.scope} all={scopes.map((each) => [each, scopeWords[each]])} />
        <Choice name="step" label="Step" now={chosen.step} all={steps.map((each) => [each, stepWords[each]])} />
        <Choice
          name="language"
          label="Language"
          now={chosen.language}
          all={languages.map(({ language, name }) => [language, name])}
        />
        <Choice name="about" label="About" now={chosen.about} all={abouts.map((each) => [each, aboutWords[each]])} />
        <Button>Show</Button>
      </form>
      {at < 0 ? (
        <p class="panel">{why && notPreviewedWords[why]}</p>
      ) : (
        <section class="panel" aria-labelledby="text">
          <h2 id="text">Its text</h2>
          {composed.ok ? (
            <Text notice={composed.value} />
          ) : (
            <p class="problem">The text could not be written. {describeProblem(composed.error)}</p>
          )}
          <p class="leaf">
            <LinkButton href={neighbour(-1)}>Back</LinkButton>
            <span class="soft">
              {at + 1} of {all.length}
            </span>
            <LinkButton href={neighbour(1)}>Next</LinkButton>
          </p>
        </section>
      )}
    </>
  );
};

const notPreviewedWords: Record<NonNullable<ReturnType<typeof whyNotPreviewed>>, string> = {
  "never-told": "Such a notice is never sent.",
  "never-gathered": "Urgent notices and letters are never gathered: each goes out by itself.",
  "no-sample": "There is no sample of this kind for such a recipient or category. Look at one case instead.",
};

const Text: FC<{ readonly notice: ComposedNotice }> = ({
  notice: { subject, text, recipient, attached, languages: written },
}) => (
  <>
    <Facts
      rows={[
        ["To", recipient],
        ["Attached", attached === undefined ? "nothing" : `${attached} (XARF 4.2), with the exact address`],
      ]}
    />
    <p class="subject">{visible(subject)}</p>
    <pre lang={written[0]}>{visible(text)}</pre>
  </>
);
