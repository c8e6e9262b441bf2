import type { FC } from "hono/jsx";
import type { RowProblem } from "../../settings/check.ts";
import { type Field, type Filled, fieldsOf } from "../../settings/fields.ts";
import { kinds } from "../../settings/kinds.ts";
import type { ContentOf, RowKind } from "../../settings/row.ts";
import type { Touched } from "../../settings/touches.ts";
import { WhyField } from "../case/review-form.tsx";
import { Problem } from "../elements.tsx";
import { type Said, SaidBanner, SavedReasons, Section } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { fieldOfProblem, hoursOffered, isEndSaid, seenOf } from "./fields.ts";
import { touchedWords } from "./say-row.ts";

export type FormPageProps = {
  readonly kind: RowKind;
  /** The row to change, absent for a new one. */
  readonly id?: string;
  readonly filled: Filled;
  readonly problems: readonly RowProblem[];
  /** What it would change and touch, once looked at. Then it can be recorded. */
  readonly preview?: readonly string[] | undefined;
  readonly waitsForSecond?: boolean | undefined;
  readonly reasons: readonly ContentOf<"reason">[];
  readonly said?: Said | undefined;
};

/** A row's form. Looked at first, it comes back with what it would touch and the button to record. */
export const FormPage: FC<FormPageProps> = (props) => {
  const { kind, id, filled, problems, preview, said, reasons } = props;
  const why = problems.find((problem) => fieldOfProblem(kind, problem) === "why");
  return (
    <>
      <div class="title">
        <p class="meta">
          <a href={id === undefined ? "/settings" : `/settings/rows/${id}`}>Back, and record nothing</a>
        </p>
        <h1>{id === undefined ? kinds[kind].add : `Change ${id}`}</h1>
      </div>
      <SaidBanner said={said} />
      <PostForm
        class="panel settings-form"
        action={id === undefined ? `/settings/new/${kind}` : `/settings/rows/${id}/change`}
        novalidate
      >
        {preview && (
          <Preview
            lines={preview}
            needs={props.waitsForSecond ? "It waits for a second person, who has to sign in and agree." : undefined}
          />
        )}
        {fieldsOf(kind).map((field) => (
          <FieldOf kind={kind} field={field} filled={filled} problems={problems} />
        ))}
        <LastsField kind={kind} filled={filled} problems={problems} />
        <SavedReasons.Provider value={reasons}>
          <WhyField
            id="why"
            asks="Why"
            hint="Kept with your name, for who reads it in a year."
            value={filled.why ?? ""}
            problem={why?.says}
          />
        </SavedReasons.Provider>
        {preview && <input type="hidden" name="seen" value={seenOf(kind, filled)} />}
        <div class="choices">
          {preview && (
            <button class="button" type="submit" name="step" value="record">
              {props.waitsForSecond ? "Ask a second person" : "Record"}
            </button>
          )}
          <button class={preview ? "button quiet" : "button"} type="submit" name="step" value="look">
            {preview ? "Look again" : "See what it touches"}
          </button>
        </div>
      </PostForm>
    </>
  );
};

type Asked = Omit<Field, "as" | "path"> & { readonly as: Field["as"] | "moment" };

type FieldProps = {
  readonly kind: RowKind;
  readonly field: Asked;
  readonly filled: Filled;
  readonly problems: readonly RowProblem[];
};

const idOf = (name: string): string => `field-${name.replaceAll(".", "-")}`;

/** Each problem, with a link to its field. */
export const refusedSaid = (kind: RowKind, problems: readonly RowProblem[]): Said => ({
  kind: "bad",
  title: "Not recorded",
  fields: problems.map((problem) => {
    const name = fieldOfProblem(kind, problem);
    const label = [...fieldsOf(kind), hoursField, untilField, whyField].find((field) => field.name === name)?.label;
    return { id: name === "why" ? "why" : idOf(name), says: label ? `${label}: ${problem.says}` : problem.says };
  }),
});

const FieldOf: FC<FieldProps> = ({ kind, field, filled, problems }) => {
  const own = problems.filter((problem) => fieldOfProblem(kind, problem) === field.name);
  const id = idOf(field.name);
  const isWrong = own.length > 0;
  const common = {
    id,
    name: field.name,
    ...(isWrong && { "aria-invalid": "true" as const, "aria-describedby": `${id}-problem` }),
  };
  return (
    <div class="field">
      <label for={id}>{field.label}</label>
      <Problem id={`${id}-problem`} says={isWrong ? own.map(({ says }) => says).join("; ") : undefined} />
      <Input field={field} common={common} value={filled[field.name] ?? ""} />
      {field.hint && <p class="hint">{field.hint}</p>}
    </div>
  );
};

type InputProps = {
  readonly field: Asked;
  readonly common: { readonly id: string; readonly name: string };
  readonly value: string;
};

const Input: FC<InputProps> = ({ field: { as, is, offers }, common, value }) => {
  if (as === "choice" || as === "yes-or-no")
    return (
      <select {...common}>
        <option value="">Not said</option>
        {offers.map(([each, words]) => (
          <option value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
    );
  if (as === "lines" || is === "text")
    return (
      <textarea {...common} rows={3} spellcheck={is === "text"} autocapitalize="none">
        {value}
      </textarea>
    );
  if (as === "day") return <input {...common} type="date" value={value} />;
  if (as === "moment") return <input {...common} type="datetime-local" value={value} />;
  return (
    <input
      {...common}
      type="text"
      value={value}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      inputmode={as === "number" ? "numeric" : "text"}
    />
  );
};

const whyField = { name: "why", label: "Why" };
const hoursField = { name: "hours", label: "For how many hours", as: "number", offers: [] } as const;
const untilField = { name: "until", label: "Until, in UTC", as: "moment", offers: [] } as const;

const untilHint = (kind: RowKind): string => {
  const { daysAtMost, hint } = kinds[kind].lasts ?? {};
  return daysAtMost === undefined
    ? "Left empty, it stands until somebody ends it."
    : `${daysAtMost} days at most. ${hint ?? ""}`;
};

/** An inhibition lasts some hours or until a moment, all else until one or until somebody ends it. */
const LastsField: FC<Omit<FieldProps, "field">> = (props) => {
  const { daysAtMost = 0 } = kinds[props.kind].lasts ?? {};
  const hint = `Then all goes on by itself; ${daysAtMost * 24} at most. Or leave it empty and say until when.`;
  return (
    <>
      {hoursOffered(props.kind) !== undefined && <FieldOf {...props} field={{ ...hoursField, hint }} />}
      {isEndSaid(props.kind) && <FieldOf {...props} field={{ ...untilField, hint: untilHint(props.kind) }} />}
    </>
  );
};

/** A reason that was refused with what it was for. */
export type WhyRefused = { readonly why: string; readonly problem: string | undefined };

/** To end a row or take a proposal back, with a reason. */
export const WhyForm: FC<{
  readonly action: string;
  readonly asks: string;
  readonly button: string;
  readonly refused?: WhyRefused | undefined;
}> = ({ action, asks, button, refused }) => (
  <PostForm action={action} novalidate>
    <WhyField
      id={`why-${button.toLowerCase().replaceAll(/\W+/g, "-")}`}
      asks={asks}
      hint="Kept with your name."
      value={refused?.why ?? ""}
      problem={refused?.problem}
    />
    <button class="button quiet" type="submit">
      {button}
    </button>
  </PostForm>
);

export const Preview: FC<{ readonly lines: readonly string[]; readonly needs?: string | undefined }> = ({
  lines,
  needs,
}) => (
  <div class="agreed" id="touches">
    <p>
      <strong>What it touches.</strong> {needs}
    </p>
    <ul>
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  </div>
);

export const Touches: FC<{ readonly touched: Touched }> = ({ touched }) => (
  <Section id="touches" title="What it would touch">
    <p>{touchedWords(touched)}</p>
  </Section>
);
