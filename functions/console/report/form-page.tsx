import type { FC } from "hono/jsx";
import type { FieldProblem } from "../../report/written.ts";
import { rowsAtMost } from "../../report/written-table.ts";
import { fieldNames } from "../../report/written-words.ts";
import { Button, described, Field, Problem, Select, Title } from "../elements.tsx";
import { type Flash, FlashBanner } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import { type FormField, firstFields, furtherFields, type Sent } from "./fields.ts";

type FormPageProps = {
  readonly sent: Sent;
  readonly reporters: readonly string[];
  /** Reporters who speak by ways of their own alone. */
  readonly others: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly said?: Flash | undefined;
};

const tableHint =
  "A table has a header row and commas, semicolons or tabs, as spreadsheets and SCART export it: url or host, " +
  "category, reference, last seen, explanation, and what else a report has. What a row does not say is taken from " +
  "below. Only the column named explanation is mailed as the reason; notes of your own are left out.";

export const ReportFormPage: FC<FormPageProps> = ({ sent, reporters, others, problems, said }) => {
  const { filled, text } = sent;
  const problem = problems.find(({ field }) => field === "address")?.says;
  const isUsed = ({ name }: FormField) =>
    (filled[name] !== undefined && name !== "channel") || problems.some(({ field }) => field === name);
  return (
    <>
      <Title of="Report">It is queued as its reporter’s, and read there as any other report.</Title>
      <FlashBanner said={said} />
      <PostForm class="panel settings-form" action="/report" enctype="multipart/form-data" novalidate>
        <Field
          id="address"
          label="URLs or hosts, one a line, or a table"
          problem={problem}
          hint={`Defanged or not: nothing is ever fetched. ${rowsAtMost} at most.`}
        >
          <textarea
            id="address"
            name="address"
            rows={5}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            {...described("address", problem)}
          >
            {`\n${text}`}
          </textarea>
        </Field>
        <details>
          <summary>Or a file</summary>
          <Field id="file" label="A list or a CSV file" hint={tableHint}>
            <input id="file" type="file" name="file" accept=".csv,.txt,text/csv,text/plain" />
          </Field>
        </details>
        {firstFields(reporters).map((field) => (
          <FieldOf {...{ field, sent, problems }} />
        ))}
        {others.length > 0 && (
          <p class="hint">Not offered, as they speak by ways of their own alone: {shown(others.join(", "))}.</p>
        )}
        <details open={furtherFields.some(isUsed)}>
          <summary>More</summary>
          {furtherFields.map((field) => (
            <FieldOf {...{ field, sent, problems }} />
          ))}
        </details>
        <Button>Preview</Button>
      </PostForm>
    </>
  );
};

type FieldOfProps = Pick<FormPageProps, "sent" | "problems"> & { readonly field: FormField };

const FieldOf: FC<FieldOfProps> = ({ field: { name, hint, as, choices = [] }, sent: { filled }, problems }) => {
  const label = fieldNames[name];
  const value = filled[name] ?? "";
  const problem = problems.find((one) => one.field === name)?.says;
  const input = { id: name, name, ...described(name, problem) };
  if (as === "tick")
    return (
      <div class="field">
        <label class="check-line">
          <input type="checkbox" value="yes" checked={value !== ""} {...input} /> {label}
        </label>
        <Problem id={`${name}-problem`} says={problem} />
      </div>
    );
  return (
    <Field id={name} label={label} problem={problem} hint={hint}>
      {as === "choice" && <Select id={name} name={name} now={value} all={choices} problem={problem} />}
      {as === "text" && (
        <textarea rows={3} maxlength={10_000} {...input}>
          {`\n${value}`}
        </textarea>
      )}
      {as === "moment" && <input {...input} type="datetime-local" value={value} />}
      {as === "line" && (
        <input
          type="text"
          value={value}
          maxlength={8192}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          {...input}
        />
      )}
    </Field>
  );
};
