import { type FC, useContext } from "hono/jsx";
import type { Question } from "../case/question.ts";
import type { Lane } from "../report/category.ts";
import { takesPresets } from "../review/questions.ts";
import { Button } from "./elements.tsx";
import { Key, SavedReasons } from "./parts.tsx";
import { visible } from "./shown.ts";

const looked = "Reviewed, no objection.";
const asDeskSays = "As the reply says.";
const asReporterSays = "As the reporter says.";

const presetsFor = (question: Question): readonly string[] => {
  const aboutWords = { desk: asDeskSays, reporter: asReporterSays } as const;
  const whose = whoseWords[question];
  return [...(whose ? [aboutWords[whose]] : []), looked];
};

const whoseWords: Partial<Record<Question, "desk" | "reporter">> = {
  reply: "desk",
  "still-up": "reporter",
  "said-gone": "reporter",
};

/** The keys that press them, in order. */
const keys = "asdf";
/** Saved reasons that are buttons. The others are there to copy. */
const savedAtMost = 6;

/** Send a decision with a preset reason, in two actions. None if it must be typed. */
export const PresetReasons: FC<{ readonly question: Question; readonly lane: Lane }> = ({ question, lane }) => {
  const saved = useContext(SavedReasons);
  if (!takesPresets(question, lane)) return null;
  return (
    <fieldset class="presets">
      <legend>Or record it with one of these reasons</legend>
      {[...presetsFor(question), ...saved.slice(0, savedAtMost).map(({ text }) => visible(text))].map((text, at) => (
        <Button kind="quiet" name="preset" value={text} formnovalidate>
          {text} {keys[at] && <Key of={keys[at]} />}
        </Button>
      ))}
    </fieldset>
  );
};
