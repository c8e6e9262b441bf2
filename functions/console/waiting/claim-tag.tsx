import type { FC } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import { isSamePerson } from "../../kernel/person.ts";
import type { Claim } from "../../review/claims.ts";
import { shown } from "../shown.ts";
import { between } from "../words.ts";

/** Who has a case before them, and for how long yet. */
export const ClaimTag: FC<{ readonly claim: Claim; readonly now: Instant; readonly person: string }> = ({
  claim,
  now,
  person,
}) => (
  <span class={`tag ${isSamePerson(claim.by, person) ? "goes-on" : "stops"}`}>
    {isSamePerson(claim.by, person) ? "You have it" : `${shown(claim.by)} has it`}, {between(now, claim.until)} left
  </span>
);
