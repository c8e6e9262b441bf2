import { type FC, useContext } from "hono/jsx";
import type { Question } from "../case/question.ts";
import type { Lane } from "../report/category.ts";
import { takesPresets } from "../review/questions.ts";
import { Button } from "./elements.tsx";
import { Key, SavedReasons } from "./parts.tsx";
import { visible } from "./shown.ts";

const looked = "Reviewed, no objection.";
const asSaid: Partial<Record<Question, string>> = {
  reply: "As the reply says.",
  "still-up": "As the reporter says.",
  "said-gone": "As the reporter says.",
  "form-only": "Reported by the provider’s form.",
};

/** The keys that press them, in order. */
const keys = "asdf";
/** Saved reasons that are buttons. The others are there to copy. */
const savedAtMost = 6;

/** Send a decision with a preset reason, in two actions. None if it must be typed. */
export const PresetReasons: FC<{ readonly question: Question; readonly lane: Lane }> = ({ question, lane }) => {
  const saved = useContext(SavedReasons);
  if (!takesPresets(question, lane)) return null;
  const texts = [asSaid[question] ?? [], looked, saved.slice(0, savedAtMost).map(({ text }) => visible(text))].flat();
  return (
    <fieldset class="presets">
      <legend>Or record it with one of these reasons</legend>
      {texts.map((text, at) => (
        <Button kind="quiet" name="preset" value={text} formnovalidate>
          {text} {keys[at] && <Key of={keys[at]} />}
        </Button>
      ))}
    </fieldset>
  );
};
