import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { type Lane, lanes } from "../../report/category.ts";
import { type PauseLine, reasonOf, type Stops } from "../../send/pause.ts";
import { Button, Field, Select } from "../elements.tsx";
import { Banner, DecidersOnly, Section, When } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import { laneWords } from "../words.ts";

export const pauseAddress = "/sending/stop";
/** Pauses sending without the console. */
export const pauseCommand = "npx takedown sending --stop";

type PauseProps = { readonly stops: Stops | undefined; readonly isOpen: boolean };

/** In the frame of every page. It pauses first: a reason may come after. Nothing if everything is paused already. */
export const PauseSending: FC<PauseProps> = ({ stops = {}, isOpen }) =>
  stops.urgent && stops.standard ? null : (
    <DecidersOnly>
      <details class="pause" open={isOpen}>
        <summary>Pause sending</summary>
        <PostForm action={pauseAddress} novalidate>
          <p>
            Nothing of it goes out until a person resumes. Reports are still accepted, and replies are read.{" "}
            <a href="/settings/new/inhibition">Pause a desk, a host or a category only</a>
          </p>
          <LaneField id="pause-lane" asks="What to pause" />
          <Field
            id="stop-why"
            label="Why (optional, you can add it later)"
            hint="Everybody on call is notified. Don’t include a reported URL."
          >
            <input id="stop-why" type="text" name="why" maxlength={1000} autocomplete="off" />
          </Field>
          <Button kind="danger">Pause sending</Button>
        </PostForm>
      </details>
    </DecidersOnly>
  );

const laneChoices: readonly (readonly [Lane | "all", string])[] = [
  ["all", "all mail"],
  ["standard", "the standard lane only"],
  ["urgent", "the urgent lane only"],
];

type LaneProps = { readonly id: string; readonly asks: string; readonly of?: Stops };

export const LaneField: FC<LaneProps> = ({ id, asks, of }) => {
  const offered = laneChoices.filter(([value]) => value === "all" || of === undefined || of[value] !== undefined);
  return (
    <Field id={id} label={asks}>
      <Select id={id} name="lane" all={offered} />
    </Field>
  );
};

/** The pauses that the page shows: its forms are about no later one. */
export const StopsSeen: FC<{ readonly stops: Stops }> = ({ stops }) => (
  <>{lanes.map((lane) => stops[lane] && <input type="hidden" name={`seen-${lane}`} value={stops[lane].at} />)}</>
);

const doesWords = { stop: "Paused", resume: "Resumed" } as const satisfies Record<PauseLine["does"], string>;

type AuditProps = { readonly lines: readonly PauseLine[]; readonly now: Instant };

/** Who paused and resumed, newest first. */
export const PauseAudit: FC<AuditProps> = ({ lines, now }) =>
  lines.length === 0 ? null : (
    <Section id="pauses" title="Who paused and resumed">
      <ul class="plain">
        {lines.map((line) => (
          <li>
            <strong>{doesWords[line.does]}</strong>, {laneWords[line.lane].toLowerCase()} lane: {shown(line.by)},{" "}
            <When at={line.at} now={now} />: {shown(reasonOf(line))}
          </li>
        ))}
      </ul>
    </Section>
  );

/** Above whatever kept a pause unrecorded. `tried`: the table was queried; one lane may be paused. */
export const NotPaused: FC<{ readonly tried?: boolean }> = ({ tried = false }) => (
  <Banner kind="bad" title="Sending is NOT paused">
    {tried && <p>The table did not answer, so mail may still go out; one of the two lanes may be paused.</p>}
    <p>
      <a href="/sending">Try again</a>, or in a terminal: <code>{pauseCommand}</code>
    </p>
  </Banner>
);
