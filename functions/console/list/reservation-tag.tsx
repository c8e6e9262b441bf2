import type { FC } from "hono/jsx";
import { isSamePerson } from "../../kernel/person.ts";
import type { Claims, Reservation } from "../../review/reservations.ts";
import { shown } from "../shown.ts";
import { between } from "../words.ts";

export const ReservationTag: FC<{ readonly reservation: Reservation } & Omit<Claims, "reservations">> = ({
  reservation,
  now,
  person,
}) => (
  <span class={`tag ${isSamePerson(reservation.by, person) ? "goes-on" : "stops"}`}>
    {isSamePerson(reservation.by, person) ? "You have it" : `${shown(reservation.by)} has it`},{" "}
    {between(now, reservation.until)} left
  </span>
);
