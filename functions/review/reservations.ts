import { type Instant, plusMinutes } from "../kernel/instant.ts";
import { isSamePerson } from "../kernel/person.ts";
import type { Result } from "../kernel/result.ts";

/** Longer than most answers take; short enough that who went home keeps nobody waiting. */
export const reservedMinutes = 15;

/** Somebody has a case before them until then. It keeps nobody from answering: it only says so. */
export type Reservation = {
  readonly caseId: string;
  readonly by: string;
  readonly at: Instant;
  readonly until: Instant;
  /** From whom it was taken over, and with which word to them. */
  readonly from?: string;
  readonly why?: string;
};

export type Reservations = {
  /** Those that stand at that moment, in no order. */
  readonly standing: (now: Instant) => Promise<readonly Reservation[]>;
  /** Writes it where no other's stands, or over the one seen. Fails with the one that stands. Idempotent. */
  readonly take: (
    reservation: Reservation,
    seen?: Pick<Reservation, "by" | "at">,
  ) => Promise<Result<void, Reservation>>;
  /** Ends one's own reservation; another's stays. Idempotent. */
  readonly release: (caseId: string, by: string) => Promise<void>;
};

export const reservationOf = (
  caseId: string,
  by: string,
  now: Instant,
  over?: { from: string; why: string },
): Reservation => ({
  caseId,
  by,
  at: now,
  until: plusMinutes(now, reservedMinutes),
  ...over,
});

/** Who has which case before them at a moment, as a person sees it. */
export type Claims = {
  readonly reservations: ReadonlyMap<string, Reservation>;
  readonly now: Instant;
  readonly person: string;
};

/** Network: one query. */
export const readClaims = async (
  reservations: Pick<Reservations, "standing">,
  { now, person }: Pick<Claims, "now" | "person">,
): Promise<Claims> => ({
  reservations: new Map((await reservations.standing(now)).map((standing) => [standing.caseId, standing])),
  now,
  person,
});

/** Somebody else's reservation, which the person sees before they answer. */
export const anothers = (reservation: Reservation | undefined, person: string): Reservation | undefined =>
  reservation && !isSamePerson(reservation.by, person) ? reservation : undefined;
