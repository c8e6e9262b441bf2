import type { FC } from "hono/jsx";
import type { ContactForm } from "../../case/candidate.ts";
import type { Case, Review } from "../../case/case.ts";
import { categoryWords } from "../../report/category-words.ts";
import type { Asking, Gathered } from "../../review/for-all.ts";
import { facetsOf } from "../../store/facets.ts";
import { type ReviewItem, targetIn } from "../../store/queue-entry.ts";
import { FormAddress, FormHint } from "../case/contact-parts.tsx";
import { ToCopy } from "../elements.tsx";
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

/** What a person goes through: a provider's form, or the addresses that may be back. */
type WorkPart = {
  readonly label: string;
  readonly forms: readonly ContactForm[];
  /** Of a provider whose letter named no form. */
  readonly desk?: string | undefined;
  readonly lines: readonly string[];
};

const partOf = (state: Case, { question, forms = [], noticeId }: Review): WorkPart | undefined => {
  if (question === "may-be-back")
    return { label: "To look at, a line for each case", forms: [], lines: [lookLine(state)] };
  if (question !== "form-only") return undefined;
  const { provider } = facetsOf(state);
  const named = forms.map((form) => ({ ...(provider !== undefined && { name: provider }), ...form }));
  const desk = forms.length > 0 ? undefined : state.notices.find(({ id }) => id === noticeId)?.to.email;
  return { label: "For the form, a line for each case", forms: named, desk, lines: [formLine(state)] };
};

/** A line for each case, a part for each provider. None if no list is worked through. */
export const workParts = (group: readonly Asking<ReviewItem>[]): readonly WorkPart[] => {
  const parts = new Map<string, WorkPart>();
  for (const { state, review } of group) {
    const target = targetIn(state);
    const part = target && partOf(target, review);
    if (!part) continue;
    const key = part.desk ?? part.forms.map(({ url }) => url).join(" ");
    const lines = [...(parts.get(key)?.lines ?? []), ...part.lines];
    parts.set(key, { ...part, lines: review.question === "may-be-back" ? lines.toSorted() : lines });
  }
  return [...parts.values()];
};

/** Forms, with all that they ask of each case, or what may be back. */
export const WorkList: FC<{ readonly group: Gathered }> = ({ group }) => {
  const [{ state, review }] = group;
  const hosts = group.flatMap((one) => hostsOf(one.state));
  const parts = workParts(group);
  return (
    <>
      {parts.some(({ forms }) => forms.length > 0) && <FormHint />}
      {parts.map(({ label, forms, desk, lines }, at) => {
        const id = `work-list-${at}-${review.id}-${state.id}`;
        return (
          <div class="panel">
            {forms.map((form) => (
              <FormAddress form={form} hosts={hosts} />
            ))}
            {desk !== undefined && <p>{shown(desk)} takes reports by its form only, and its letter names none.</p>}
            <ToCopy id={id} label={label} text={lines.join("\n")} rows={Math.min(12, lines.length + 1)} />
          </div>
        );
      })}
    </>
  );
};
