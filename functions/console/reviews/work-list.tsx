import type { FC } from "hono/jsx";
import type { Case } from "../../case/case.ts";
import { withoutRepeatedForms } from "../../case/contact-facts.ts";
import { categoryWords } from "../../report/category-words.ts";
import type { Asking, Gathered } from "../../review/for-all.ts";
import { type ReviewItem, targetIn } from "../../store/queue-entry.ts";
import { FormAddress } from "../case/contact-parts.tsx";
import { hostsOf, shown, shownTarget } from "../shown.ts";

/** What a form asks of one report, as a line to copy, so that nobody opens the case for it. */
const formLine = (state: Case): string => {
  const { id, target, category, firstSeenAt, evidence } = state;
  const why = evidence.explanation === undefined ? [] : [shown(evidence.explanation, hostsOf(state))];
  const parts = [id, categoryWords[category], shownTarget(target), `seen ${firstSeenAt.slice(0, 16)}Z`, ...why];
  return parts.join(" | ").replace(/\s+/g, " ");
};

/** What may be back, as a line to copy for whoever looks, by the reporter who is asked. */
const lookLine = ({ id, target, closed, reporters, withdrawn }: Case): string => {
  const standing = reporters.filter((reporter) => !withdrawn.includes(reporter));
  const ended = closed ? [`${closed.outcome} ${closed.at.slice(0, 10)}`] : [];
  return [shown(standing.join(", ")), id, shownTarget(target), ...ended].join(" | ").replace(/\s+/g, " ");
};

/** A line for each case. None if no list is worked through. */
export const workLines = (group: readonly Asking<ReviewItem>[]): readonly string[] => {
  const lines = group.flatMap(({ state, review }) => {
    const target = targetIn(state);
    if (!target) return [];
    if (review.question === "form-only") return [formLine(target)];
    return review.question === "may-be-back" ? [lookLine(target)] : [];
  });
  return group[0]?.review.question === "may-be-back" ? lines.toSorted() : lines;
};

/** What several cases ask a person to go through: a form with all it asks of each, or what may be back. */
export const WorkList: FC<{ readonly group: Gathered }> = ({ group }) => {
  const [{ state, review }] = group;
  const lines = workLines(group);
  if (lines.length === 0) return null;
  const forms = withoutRepeatedForms(group.flatMap((one) => one.review.forms ?? []));
  const id = `work-list-${review.id}-${state.id}`;
  return (
    <div class="panel">
      {forms.map((form) => (
        <FormAddress form={form} hosts={group.flatMap((one) => hostsOf(one.state))} />
      ))}
      <div class="field">
        <label for={id}>
          {review.question === "form-only" ? "For the form, a line for each case" : "To look at, a line for each case"}
        </label>
        <textarea id={id} class="paste" readonly rows={Math.min(12, lines.length + 1)}>
          {lines.join("\n")}
        </textarea>
      </div>
    </div>
  );
};
