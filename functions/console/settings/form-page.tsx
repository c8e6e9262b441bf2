import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { RowProblem } from "../../settings/check.ts";
import type { ContentOf, RowKind } from "../../settings/row.ts";
import type { Touched } from "../../settings/touches.ts";
import { WhyField } from "../case/review-form.tsx";
import { Problem } from "../elements.tsx";
import { type Said, SaidBanner, SavedReasons, Section } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { type Field, type Filled, fieldOfProblem, fieldsOf, seenOf } from "./fields.ts";
import { kindWords, touchedWords } from "./say-row.ts";

export type FormPageProps = {
  readonly kind: RowKind;
  /** The row to change, absent for a new one. */
  readonly id?: string;
  readonly filled: Filled;
  readonly problems: readonly RowProblem[];
  /** What it would touch, once looked at. Then it can be recorded. */
  readonly touched?: Touched | undefined;
  readonly waitsForSecond?: boolean | undefined;
  readonly reasons: readonly ContentOf<"reason">[];
  readonly said?: Said | undefined;
  readonly now: Instant;
};

/** A row's form. Looked at first, it comes back with what it would touch and the button to record. */
export const FormPage: FC<FormPageProps> = (props) => {
  const { kind, id, filled, problems, touched, said, reasons } = props;
  const why = problems.find((problem) => fieldOfProblem(kind, problem) === "why");
  return (
    <>
      <div class="title">
        <p class="meta">
          <a href={id === undefined ? "/settings" : `/settings/rows/${id}`}>Back, and record nothing</a>
        </p>
        <h1>{id === undefined ? kindWords[kind].add : `Change ${id}`}</h1>
      </div>
      <SaidBanner said={said} />
      <PostForm
        class="panel settings-form"
        action={id === undefined ? `/settings/new/${kind}` : `/settings/rows/${id}/change`}
        novalidate
      >
        {touched && (
          <p class="agreed" id="touches">
            <strong>What it touches.</strong> {touchedWords(touched)}
            {props.waitsForSecond && " It waits for a second person, who has to sign in and agree."}
          </p>
        )}
        {fieldsOf[kind].map((field) => (
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
        {touched && <input type="hidden" name="seen" value={seenOf(kind, filled)} />}
        <div class="choices">
          {touched && (
            <button class="button" type="submit" name="step" value="record">
              {props.waitsForSecond ? "Ask a second person" : "Record"}
            </button>
          )}
          <button class={touched ? "button quiet" : "button"} type="submit" name="step" value="look">
            {touched ? "Look again" : "See what it touches"}
          </button>
        </div>
      </PostForm>
    </>
  );
};

type FieldProps = {
  readonly kind: RowKind;
  readonly field: Field;
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
    const known: readonly Field[] = fieldsOf[kind];
    const label = known.find((field) => field.name === name)?.label ?? lastsLabels[name];
    return { id: name === "why" ? "why" : idOf(name), says: label ? `${label}: ${problem.says}` : problem.says };
  }),
});

const lastsLabels: Readonly<Record<string, string>> = { until: "Until", hours: "For how many hours" };

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
  readonly field: Field;
  readonly common: { readonly id: string; readonly name: string };
  readonly value: string;
};

const Input: FC<InputProps> = ({ field, common, value }) => {
  switch (field.as) {
    case "lines":
    case "text":
      return (
        <textarea {...common} rows={3} spellcheck={field.as === "text"} autocapitalize="none">
          {value}
        </textarea>
      );
    case "choice":
      return (
        <select {...common}>
          <option value="">Not said</option>
          {(field.choices ?? []).map(([each, words]) => (
            <option value={each} selected={each === value}>
              {words}
            </option>
          ))}
        </select>
      );
    case "day":
      return <input {...common} type="date" value={value} />;
    case "line":
    case "number":
      return (
        <input
          {...common}
          type="text"
          value={value}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          inputmode={field.as === "number" ? "numeric" : "text"}
        />
      );
  }
};

/** An inhibition lasts some hours or until a moment, all else until one or until somebody ends it. */
const LastsField: FC<Omit<FieldProps, "field">> = (props) => (
  <>
    {props.kind === "inhibition" && (
      <FieldOf
        {...props}
        field={{
          name: "hours",
          label: "For how many hours",
          as: "number",
          hint: "Then all goes on by itself; 720 at most. Or leave it empty and say until when.",
        }}
      />
    )}
    {props.kind !== "session-end" && <Until {...props} />}
  </>
);

const untilHints: Partial<Readonly<Record<RowKind, string>>> = {
  inhibition: "In place of hours; 30 days at most.",
  "standing-answer": "60 days at most; then a person is asked again.",
};

const Until: FC<Omit<FieldProps, "field">> = ({ kind, filled, problems }) => {
  const own = problems.find((problem) => fieldOfProblem(kind, problem) === "until");
  return (
    <div class="field">
      <label for={idOf("until")}>Until, in UTC</label>
      <Problem id={`${idOf("until")}-problem`} says={own?.says} />
      <input
        id={idOf("until")}
        type="datetime-local"
        name="until"
        value={filled.until ?? ""}
        {...(own && { "aria-invalid": "true", "aria-describedby": `${idOf("until")}-problem` })}
      />
      <p class="hint">{untilHints[kind] ?? "Left empty, it stands until somebody ends it."}</p>
    </div>
  );
};

/** To end a row or take a proposal back, with a reason. */
export const WhyForm: FC<{
  readonly action: string;
  readonly asks: string;
  readonly button: string;
  readonly value?: string | undefined;
  readonly problem?: string | undefined;
}> = ({ action, asks, button, value = "", problem }) => (
  <PostForm action={action} novalidate>
    <WhyField
      id={`why-${button.toLowerCase().replaceAll(/\W+/g, "-")}`}
      asks={asks}
      hint="Kept with your name."
      value={value}
      problem={problem}
    />
    <button class="button quiet" type="submit">
      {button}
    </button>
  </PostForm>
);

export const Touches: FC<{ readonly touched: Touched }> = ({ touched }) => (
  <Section id="touches" title="What it would touch">
    <p>{touchedWords(touched)}</p>
  </Section>
);
