import type { FC } from "hono/jsx";
import type { Hold, TargetCase } from "../case/case.ts";
import { type Instant, readInstant } from "../kernel/instant.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { Section, When } from "./parts.tsx";
import { readWhy, whyIsWrong } from "./read-verdict.ts";
import { Problem } from "./review-form.tsx";
import { hostsOf, shown } from "./shown.ts";

export type HoldForm = { readonly why: string; readonly until: string };
/** A form that came back: which of the two, what was in it, and what is wrong with it. */
export type HoldRefused = { readonly does: "hold" | "release"; readonly filled: HoldForm; readonly problems: Partial<Record<"why" | "until", string>> };

type Read = { readonly why: string; readonly until?: Instant };

/** What a person wrote to hold a case or to lift its holds; a moment is in UTC, as everything on these pages is. */
export const readHoldForm = (form: URLSearchParams): Result<Read, Omit<HoldRefused, "does">> => {
  const filled = { why: readWhy(form), until: (form.get("until") ?? "").trim().slice(0, 30) };
  const why = whyIsWrong(filled.why);
  const until = filled.until === "" ? undefined : readInstant(`${filled.until}Z`);
  const isNoMoment = filled.until !== "" && until === undefined;
  const problems = { ...(why !== undefined && { why }), ...(isNoMoment && { until: "Write a day and a time in UTC, like 2026-12-01T09:00." }) };
  return Object.keys(problems).length > 0 ? fail({ filled, problems }) : ok({ why: filled.why, ...(until && { until }) });
};

type HoldPartProps = { readonly state: TargetCase; readonly now: Instant; readonly refused?: HoldRefused | undefined };

/** Who has nothing sent about the case, why and until when; and the forms to ask for that and to end it. */
export const HoldPart: FC<HoldPartProps> = ({ state, now, refused }) => {
  if (state.closed) return null;
  return (
    <Section id="hold" title={state.holds.length > 0 ? "Held" : "Hold"}>
      {state.holds.length === 0 && <p class="soft">Stops all that has not gone out yet: for law enforcement, or while something is unclear.</p>}
      {state.holds.length > 0 && (
        <ul class="plain">
          {state.holds.map((hold) => (
            <Standing hold={hold} now={now} hosts={hostsOf(state)} />
          ))}
        </ul>
      )}
      {state.holds.length > 0 && <Form does="release" id={state.id} refused={refused} button="Lift every hold" />}
      <details open={refused?.does === "hold"}>
        <summary>{state.holds.length > 0 ? "Hold it for another reason, too" : "Hold this case"}</summary>
        <Form does="hold" id={state.id} refused={refused} button="Send nothing from now on" />
      </details>
    </Section>
  );
};

const Standing: FC<{ readonly hold: Hold; readonly now: Instant; readonly hosts: readonly string[] }> = ({ hold, now, hosts }) => (
  <li>
    <strong>{shown(hold.by)}</strong>
    <p>{shown(hold.why, hosts)}</p>
    <p class="soft">
      since <When at={hold.since} now={now} />, {hold.until ? <>until {<When at={hold.until} now={now} />}</> : "until somebody lifts it"}
    </p>
  </li>
);

type FormProps = { readonly does: HoldRefused["does"]; readonly id: string; readonly refused: HoldRefused | undefined; readonly button: string };

const Form: FC<FormProps> = ({ does, id, refused, button }) => {
  const back = refused?.does === does ? refused : undefined;
  const described = (field: "why" | "until") =>
    back?.problems[field] === undefined ? {} : { "aria-invalid": "true" as const, "aria-describedby": `${field}-${does}-problem` };
  return (
    <form method="post" action={`/cases/${encodeURIComponent(id)}/${does}`} novalidate>
      <div class="field">
        <label for={`why-${does}`}>Why</label>
        <Problem id={`why-${does}-problem`} says={back?.problems.why} />
        <textarea id={`why-${does}`} name="why" rows={2} maxlength={1000} required {...described("why")}>
          {back?.filled.why ?? ""}
        </textarea>
        <p class="hint">Kept with your name. Write no reported address here.</p>
      </div>
      {does === "hold" && (
        <div class="field">
          <label for="until-hold">Until, in UTC</label>
          <Problem id="until-hold-problem" says={back?.problems.until} />
          <input id="until-hold" type="datetime-local" name="until" value={back?.filled.until ?? ""} {...described("until")} />
          <p class="hint">Then it goes on by itself. Left empty, it stands until somebody lifts it.</p>
        </div>
      )}
      <button class="button quiet" type="submit">
        {button}
      </button>
    </form>
  );
};
