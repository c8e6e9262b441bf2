import type { Child, FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { RowProblem } from "../../settings/check.ts";
import type { Filled } from "../../settings/fields.ts";
import { kinds } from "../../settings/kinds.ts";
import { type ContentOf, type RowKind, type SettingsRow, stands } from "../../settings/row.ts";
import type { Touched } from "../../settings/touches.ts";
import { WhyField } from "../case/review-form.tsx";
import { Button, described, Field, Hidden, Select, Title } from "../elements.tsx";
import { DecidersOnly, Facts, type Flash, FlashBanner, Folded, SavedReasons, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import type { WhyRefused } from "../why-form.tsx";
import { type FormField, fieldOfProblem, formFields } from "./fields.ts";
import { Word } from "./proposal-page.tsx";
import { rowDetails, rowName, touchedWords } from "./say-row.ts";

export type FormPageProps = {
  readonly kind: RowKind;
  /** To change or end, absent for a new one. */
  readonly row?: SettingsRow | undefined;
  readonly now: Instant;
  readonly filled: Filled;
  readonly problems: readonly RowProblem[];
  readonly preview: Previewed | undefined;
  /** What the row's end would touch. */
  readonly ifEnded: Touched | undefined;
  readonly reasons: readonly ContentOf<"reason">[];
  readonly said?: Flash | undefined;
};

/** More are folded, unless one of them says something. */
const optionalShown = 3;

/** A row and its form, or the form of a new one. */
export const FormPage: FC<FormPageProps> = ({ kind, row, now, problems, reasons, said, ...form }) => (
  <>
    <Title
      of={row ? `${rowName(row)} ${kinds[kind].does}` : kinds[kind].add}
      back={["/settings", row ? "Back to the settings" : "Cancel"]}
    >
      {row && <span class="id">{row.id}</span>}
    </Title>
    <FlashBanner said={problems.length > 0 ? refusedSaid(kind, problems) : said} />
    {row && (
      <Section id="row" title={stands(row, now) ? "In force" : "Over"}>
        <Facts
          rows={[
            ["Recorded", <Word {...row} at={row.since} now={now} />],
            ["Until", row.until ? <When at={row.until} now={now} /> : "somebody ends it"],
            ["Ended", row.ended && <Word {...row.ended} now={now} />],
            ["Says", rowDetails(row).join("\n")],
          ]}
        />
      </Section>
    )}
    {!row?.ended && (
      <DecidersOnly others="Only reviewers change settings.">
        <SavedReasons.Provider value={reasons}>
          <RowForm {...{ kind, row, problems }} {...form} />
        </SavedReasons.Provider>
      </DecidersOnly>
    )}
  </>
);

type RowFormProps = Omit<FormPageProps, "now" | "reasons" | "said">;

const RowForm: FC<RowFormProps> = ({ kind, row, filled, problems, preview, ifEnded }) => {
  const problemOf = (name: string): string | undefined =>
    problems
      .filter((problem) => fieldOfProblem(kind, problem) === name)
      .map(({ says }) => says)
      .join("; ") || undefined;
  const input = (field: FormField) => (
    <FieldOf field={field} value={filled[field.name] ?? ""} problem={problemOf(field.name)} />
  );
  const optional = formFields(kind).filter(({ isOptional }) => isOptional);
  const isUsed = optional.some(({ name }) => filled[name] || problemOf(name));
  return (
    <PreviewedForm
      action={row ? `/settings/rows/${row.id}/change` : `/settings/new/${kind}`}
      preview={preview}
      why={{ why: filled.why ?? "", problem: problemOf("why") }}
      after={
        row && (
          <>
            <Button kind="quiet" formaction={`/settings/rows/${row.id}/end`}>
              End it
            </Button>
            {ifEnded && <p class="hint">To end it: {touchedWords(ifEnded)} It is kept, with who ended it.</p>}
          </>
        )
      }
    >
      {formFields(kind)
        .filter(({ isOptional }) => !isOptional)
        .map(input)}
      <Folded when={optional.length > optionalShown && !isUsed} what={`${optional.length} optional fields`}>
        {optional.map(input)}
      </Folded>
    </PreviewedForm>
  );
};

const idOf = (name: string): string => (name === "why" ? name : `field-${name.replaceAll(".", "-")}`);

/** Each problem, with a link to its field. */
const refusedSaid = (kind: RowKind, problems: readonly RowProblem[]): Flash => ({
  kind: "bad",
  title: "Not recorded",
  fields: problems.map((problem) => {
    const name = fieldOfProblem(kind, problem);
    const label = name === "why" ? "Why" : formFields(kind).find((field) => field.name === name)?.label;
    return { id: idOf(name), says: label ? `${label}: ${problem.says}` : problem.says };
  }),
});

type FieldProps = { readonly field: FormField; readonly value: string; readonly problem: string | undefined };

const FieldOf: FC<FieldProps> = ({ field, value, problem }) => {
  const { name, label, hint, example, offers } = field;
  const like = example !== undefined && offers.length === 0 && `Example: ${example}`;
  return (
    <Field id={idOf(name)} label={label} problem={problem} hint={[hint, like].filter(Boolean).join(" ")}>
      <Input field={field} value={value} problem={problem} />
    </Field>
  );
};

const inputTypes: Partial<Record<FormField["as"], string>> = { day: "date", moment: "datetime-local" };

const Input: FC<FieldProps> = ({ field: { name, as, is, offers, isRequired: required }, value, problem }) => {
  const id = idOf(name);
  const autocapitalize = "none" as const;
  const common = { id, name, required, autocapitalize, spellcheck: is === "text", ...described(id, problem) };
  if (offers.length > 0)
    return <Select {...{ id, name, required, problem }} now={value} all={[["", "–"], ...offers]} />;
  return as === "lines" || is === "text" ? (
    <textarea {...common} rows={3}>
      {value}
    </textarea>
  ) : (
    <input
      {...common}
      type={inputTypes[as] ?? "text"}
      value={value}
      autocomplete="off"
      inputmode={as === "number" ? "numeric" : "text"}
    />
  );
};

/** What would change and whom that touches. */
export type Previewed = {
  readonly lines: readonly string[];
  readonly waitsForSecond: boolean;
  /** Of what was previewed: nothing else is recorded. */
  readonly seen: string;
};

type PreviewedFormProps = {
  readonly action: string;
  readonly enctype?: "multipart/form-data";
  readonly preview: Previewed | undefined;
  readonly why: WhyRefused;
  /** Further buttons. */
  readonly after?: Child;
  readonly children?: Child;
};

/** Previewed first, it comes back with what it would change and the button to record. */
export const PreviewedForm: FC<PreviewedFormProps> = ({ preview, why: { why, problem }, after, children, ...form }) => (
  <PostForm class="panel" novalidate {...form}>
    {preview && (
      <div class="agreed" id="touches">
        <p>
          <strong>What changes.</strong> Nothing is recorded yet.
          {preview.waitsForSecond && " It waits for a second person, who has to sign in and agree."}
        </p>
        <ul>
          {preview.lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </div>
    )}
    {children}
    <WhyField
      id="why"
      asks="Why"
      hint="Kept with your name, for whoever reads it in a year."
      value={why}
      problem={problem}
    />
    <div class="choices">
      {preview && (
        <>
          <Hidden fields={{ seen: preview.seen }} />
          <Button name="step" value="record">
            {preview.waitsForSecond ? "Ask a second person" : "Record"}
          </Button>
        </>
      )}
      <Button {...(preview && { kind: "quiet" })} name="step" value="look">
        {preview ? "Preview again" : "Preview changes"}
      </Button>
      {after}
    </div>
  </PostForm>
);
