import { type FC, useContext } from "hono/jsx";
import { undecided } from "../../case/given.ts";
import type { Instant } from "../../kernel/instant.ts";
import { anothers, type Reservation, reservedMinutes } from "../../review/reservations.ts";
import type { ReviewItem } from "../../store/queue-entry.ts";
import { Button, Hidden, LinkButton, TextField } from "../elements.tsx";
import { ReservationTag } from "../list/reservation-tag.tsx";
import { DecidersOnly, type Flash, Key, OpenedFrom } from "../parts.tsx";
import { PostForm } from "../post-form.tsx";
import { shown } from "../shown.ts";
import { between } from "../words.ts";

type ReservationPartProps = {
  readonly state: ReviewItem;
  readonly reservation: Reservation | undefined;
  readonly person: string;
  readonly now: Instant;
};

/** Who has the case, and the way to the next one. */
export const ReservationPart: FC<ReservationPartProps> = ({ state, reservation, person, now }) => {
  const from = useContext(OpenedFrom);
  const others = anothers(reservation, person);
  const at = `/cases/${encodeURIComponent(state.id)}`;
  const next = `/next${from === "" ? "?" : `${from}&`}after=${encodeURIComponent(state.id)}`;
  const isAsked = undecided(state).length > 0;
  return (
    <div class="reservation">
      {reservation && <ReservationTag reservation={reservation} now={now} person={person} />}
      {reservation?.why !== undefined && (
        <p class="soft">
          Taken over from {shown(reservation.from ?? "")}: {shown(reservation.why)}
        </p>
      )}
      {isAsked && (
        <DecidersOnly>
          {others ? (
            <TakeOver at={at} from={from} reservation={others} />
          ) : (
            <PostForm action={`${at}/${reservation ? "give-back" : "reserve"}${from}`} data-decides="no">
              <Button kind="quiet" aria-keyshortcuts="c">
                {reservation ? "Unassign" : `Assign to me (${reservedMinutes} min)`} <Key of="c" />
              </Button>
            </PostForm>
          )}
        </DecidersOnly>
      )}
      {(isAsked || from !== "") && (
        <LinkButton href={next} aria-keyshortcuts="n">
          Next case <Key of="n" />
        </LinkButton>
      )}
    </div>
  );
};

/** Closed until wanted, since somebody works at it. The word is for them. */
const TakeOver: FC<{ readonly at: string; readonly from: string; readonly reservation: Reservation }> = ({
  at,
  from,
  reservation,
}) => (
  <details>
    <summary>Take it over</summary>
    <PostForm action={`${at}/reserve${from}`}>
      <Hidden fields={{ "seen-by": reservation.by, "seen-at": reservation.at }} />
      <TextField id="reserve-why" name="why" label="A word to whoever has it" value="" maxlength={200} required />
      <Button kind="quiet">Take it over</Button>
    </PostForm>
  </details>
);

const hasItSince = ({ by, at }: Reservation, now: Instant): string =>
  `${shown(by)} has this since ${between(at, now)}: answer anyway?`;

/** At the head of a form that answers, with the sign that its giver has seen it. */
export const AssignedWarning: FC<{ readonly assigned: Reservation | undefined; readonly now: Instant }> = ({
  assigned,
  now,
}) =>
  assigned === undefined ? null : (
    <>
      <p class="agreed">{hasItSince(assigned, now)}</p>
      <Hidden fields={{ assigned: assigned.at }} />
    </>
  );

/** Said in place of recording an answer, where somebody else has the case unseen. */
export const assignedUnseen = (
  reservation: Reservation | undefined,
  by: string,
  form: URLSearchParams,
  now: Instant,
): Flash | undefined => {
  const others = anothers(reservation, by);
  if (!others || form.get("assigned") === others.at) return undefined;
  return { kind: "note", title: hasItSince(others, now), text: "Not recorded yet. What you wrote is still here." };
};
