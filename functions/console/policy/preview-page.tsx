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
import { Facts, Section } from "../parts.tsx";
import { visible } from "../shown.ts";
import { aboutWords, scopeWords, stepWords } from "../words.ts";
import type { Chosen } from "./course-words.ts";

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
  const choices: readonly Chosen[] = [
    ["category", "Category", chosen.category, categories.map((each) => [each, categoryWords[each]])],
    ["to", "Recipient", chosen.scope, scopes.map((each) => [each, scopeWords[each]])],
    ["step", "Step", chosen.step, steps.map((each) => [each, stepWords[each]])],
    ["language", "Language", chosen.language, languages.map(({ language, name }) => [language, name])],
    ["about", "About", chosen.about, abouts.map((each) => [each, aboutWords[each]])],
  ];
  const neighbour = (step: number) => addressOf(all[(at + step + all.length) % all.length] ?? chosen);
  return (
    <>
      <Title of="Every notice" back={["/policy", "Back to the policy"]}>
        As it would be written now about a sample case, with every check of a real one. Nothing is sent.
      </Title>
      <form class="panel leafing" method="get" action="/policy/notices">
        {choices.map(([name, label, now, all]) => (
          <Choice name={name} label={label} now={now} all={all} />
        ))}
        <Button>Show</Button>
      </form>
      {at < 0 ? (
        <p class="panel">{why && notPreviewedWords[why]}</p>
      ) : (
        <Section id="text" title="Its text">
          {composed.ok ? (
            <>
              <Facts
                rows={[
                  ["To", composed.value.recipient],
                  ["Attached", attachedWords(composed.value)],
                ]}
              />
              <p class="subject">{visible(composed.value.subject)}</p>
              <pre lang={composed.value.languages[0]}>{visible(composed.value.text)}</pre>
            </>
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
        </Section>
      )}
    </>
  );
};

const notPreviewedWords: Record<NonNullable<ReturnType<typeof whyNotPreviewed>>, string> = {
  "never-told": "Such a notice is never sent.",
  "never-gathered": "Urgent notices and messages are never batched: each is a mail of its own.",
  "no-sample": "There is no sample of this kind for such a recipient or category. Look at one case instead.",
};

const attachedWords = ({ attached }: ComposedNotice): string =>
  attached === undefined ? "nothing" : `${attached} (XARF 4.2), with the exact address`;
