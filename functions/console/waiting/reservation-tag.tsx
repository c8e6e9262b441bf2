import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { isSamePerson } from "../../kernel/person.ts";
import type { Reservation } from "../../review/reservations.ts";
import { shown } from "../shown.ts";
import { between } from "../words.ts";

/** Who has a case before them, and for how long yet. */
export const ReservationTag: FC<{
  readonly reservation: Reservation;
  readonly now: Instant;
  readonly person: string;
}> = ({ reservation, now, person }) => (
  <span class={`tag ${isSamePerson(reservation.by, person) ? "goes-on" : "stops"}`}>
    {isSamePerson(reservation.by, person) ? "You have it" : `${shown(reservation.by)} has it`},{" "}
    {between(now, reservation.until)} left
  </span>
);
