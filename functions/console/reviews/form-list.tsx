import type { FC } from "hono/jsx";
import { withoutRepeatedForms } from "../../case/candidate.ts";
import type { TargetCase } from "../../case/case.ts";
import { targetIn } from "../../matters/kinds.ts";
import type { Asking, Gathered } from "../../review/for-all.ts";
import { FormAddress } from "../case/contact-parts.tsx";
import { hostsOf, shown, shownTarget } from "../shown.ts";
import { categoryWords } from "../words.ts";

/** What a form asks of one report, in a line to copy: so that nobody opens the case for it. */
const formLine = (state: TargetCase): string => {
  const { id, target, category, firstSeenAt, evidence } = state;
  const why = evidence.explanation === undefined ? [] : [shown(evidence.explanation, hostsOf(state))];
  const parts = [id, categoryWords[category], shownTarget(target), `seen ${firstSeenAt.slice(0, 16)}Z`, ...why];
  return parts.join(" | ").replace(/\s+/g, " ");
};

/** What a form asks for of each of these cases; nothing where they ask something else. */
export const formLines = (group: readonly Asking[]): readonly string[] =>
  group.flatMap(({ state, review }) => {
    const target = review.question === "form-only" ? targetIn(state) : undefined;
    return target ? [formLine(target)] : [];
  });

/** For a form that several cases wait for: where it is, and all that it asks of each. */
export const FormList: FC<{ readonly group: Gathered }> = ({ group }) => {
  const [{ state, review }] = group;
  const lines = formLines(group);
  if (lines.length === 0) return null;
  const forms = withoutRepeatedForms(group.flatMap((one) => one.review.forms ?? []));
  const id = `form-list-${review.id}-${state.id}`;
  return (
    <div class="panel">
      {forms.map((form) => (
        <FormAddress form={form} hosts={group.flatMap((one) => hostsOf(one.state))} />
      ))}
      <div class="field">
        <label for={id}>For the form, a line for each case</label>
        <textarea id={id} class="paste" readonly rows={Math.min(12, lines.length + 1)}>
          {lines.join("\n")}
        </textarea>
      </div>
    </div>
  );
};
