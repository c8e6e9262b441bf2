import type { FC } from "hono/jsx";
import { defangHost } from "../../kernel/defang.ts";
import type { Instant } from "../../kernel/instant.ts";
import { categoryWords } from "../../report/category-words.ts";
import type { Entered, FieldProblem } from "../../report/written.ts";
import type { Written } from "../../report/written-fields.ts";
import { Button, described, Field, Hidden, Problem, Select, Title } from "../elements.tsx";
import { Banner, Facts, type Said, SaidBanner, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown, shownTarget } from "../shown.ts";
import { channelWords, laneWords } from "../words.ts";
import { type FormField, firstFields, furtherFields } from "./fields.ts";
import { mailedWords } from "./mailed-words.ts";

type FormPageProps = {
  readonly filled: Written;
  readonly reporters: readonly string[];
  /** Reporters who speak by ways of their own alone. */
  readonly others: readonly string[];
  readonly problems: readonly FieldProblem[];
  readonly said?: Said | undefined;
};

export const ReportFormPage: FC<FormPageProps> = ({ filled, reporters, others, problems, said }) => {
  const isFurther = ({ name }: FormField) => filled[name] !== undefined && name !== "channel";
  const hasFurther =
    furtherFields.some(isFurther) || furtherFields.some(({ name }) => problems.some(({ field }) => field === name));
  return (
    <>
      <Title of="Report something">
        It goes on the queue as its reporter’s, and is read there as any other. Of many at once:{" "}
        <a href="/report/table">a CSV file</a>.
      </Title>
      <SaidBanner said={said} />
      <PostForm class="panel settings-form" action="/report" novalidate>
        {firstFields(reporters).map((field) => (
          <FieldOf field={field} filled={filled} problems={problems} />
        ))}
        {others.length > 0 && (
          <p class="hint">Not offered, as they speak by ways of their own alone: {shown(others.join(", "))}.</p>
        )}
        <details open={hasFurther}>
          <summary>More about it</summary>
          {furtherFields.map((field) => (
            <FieldOf field={field} filled={filled} problems={problems} />
          ))}
        </details>
        <Button>Look at it first</Button>
      </PostForm>
    </>
  );
};

type FieldOfProps = {
  readonly field: FormField;
  readonly filled: Written;
  readonly problems: readonly FieldProblem[];
};

export const FieldOf: FC<FieldOfProps> = ({ field, filled, problems }) => {
  const { name, label, hint, as } = field;
  const value = filled[name] ?? "";
  const problem = problems.find((one) => one.field === name)?.says;
  const told = described(name, problem);
  if (as === "tick")
    return (
      <div class="field">
        <label class="check-line">
          <input id={name} type="checkbox" name={name} value="yes" checked={value !== ""} {...told} /> {label}
        </label>
        <Problem id={`${name}-problem`} says={problem} />
      </div>
    );
  return (
    <Field id={name} label={label} problem={problem} hint={hint}>
      {as === "choice" && <Select id={name} name={name} now={value} all={field.choices ?? []} problem={problem} />}
      {as === "text" && (
        <textarea id={name} name={name} rows={3} maxlength={10_000} {...told}>
          {value}
        </textarea>
      )}
      {(as === "line" || as === "moment") && (
        <input
          id={name}
          type={as === "moment" ? "datetime-local" : "text"}
          name={name}
          value={value}
          maxlength={8192}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          {...told}
        />
      )}
    </Field>
  );
};

type LookPageProps = {
  readonly entered: Entered;
  readonly filled: Written;
  /** The open case that the report will join. */
  readonly joins: string | undefined;
  readonly notes: readonly string[];
  readonly now: Instant;
  readonly said?: Said | undefined;
};

const wholeNameWords = "registered for the abuse: its registrar may hear of it, and can only stop the whole name";

/** A preview. The second press sends it, a third sends the same again. */
export const ReportLookPage: FC<LookPageProps> = ({ entered, filled, joins, notes, now, said }) => {
  const { report, lane } = entered;
  return (
    <>
      <Title of="Report this?">Nothing is on the queue yet.</Title>
      <SaidBanner said={said} />
      {notes.length > 0 && (
        <Banner kind="note" title="Before you report it">
          {notes.map((one) => (
            <p>{one}</p>
          ))}
        </Banner>
      )}
      <Section id="look" title={shown(defangHost(report.target.host))}>
        <section class="target" tabindex={0} aria-label="The address, defanged">
          {shownTarget(report.target)}
        </section>
        <Facts
          rows={[
            ["What", categoryWords[report.category]],
            ["Lane", laneWords[lane]],
            ["Reported by", shown(report.reporter)],
            ["Its number", shown(report.reportId)],
            ["Seen on", channelWords[report.channel]],
            ["Last seen", <When at={report.seenAt} now={now} />],
            ["First seen", report.firstSeenAt && <When at={report.firstSeenAt} now={now} />],
            ["Domain", report.domainIsMalicious && wholeNameWords],
            ["Live", report.live && "as happening now, where this reporter is believed that"],
            ...mailedWords(report.evidence).map(
              ([name, text]) => [`Mailed: ${name}`, shown(text, [report.target.host])] as const,
            ),
            ["Joins", joins && <a href={`/cases/${encodeURIComponent(joins)}`}>{joins}, which is open on the same</a>],
          ]}
        />
        <PostForm action="/report">
          <Hidden fields={{ ...filled, reportId: report.reportId }} />
          <Button name="does" value="report">
            Report it
          </Button>{" "}
          <Button kind="quiet" name="does" value="change">
            Change something
          </Button>
        </PostForm>
      </Section>
    </>
  );
};
