import { type FC, useContext } from "hono/jsx";
import type { Instant } from "../../kernel/instant.ts";
import type { Case } from "../../matters/case.ts";
import { anothers, type Claim, claimMinutes } from "../../review/claims.ts";
import { DecidersOnly, Key, OpenedFrom } from "../parts.tsx";
import { shown } from "../shown.ts";
import { ClaimTag } from "../waiting/claim-tag.tsx";

type ClaimPartProps = {
  readonly state: Case;
  readonly claim: Claim | undefined;
  readonly person: string;
  readonly now: Instant;
};

/** Who has the case before them, above its questions; and the way on to the next one. */
export const ClaimPart: FC<ClaimPartProps> = ({ state, claim, person, now }) => {
  const from = useContext(OpenedFrom);
  const others = anothers(claim, person);
  const at = `/cases/${encodeURIComponent(state.id)}`;
  const next = `/waiting/next${from === "" ? "?" : `${from}&`}after=${encodeURIComponent(state.id)}`;
  const isAsked = state.reviews.length > 0;
  return (
    <div class="claim">
      {claim && <ClaimTag claim={claim} now={now} person={person} />}
      {claim?.why !== undefined && (
        <p class="soft">
          Taken over from {shown(claim.from ?? "")}: {shown(claim.why)}
        </p>
      )}
      {isAsked && (
        <DecidersOnly>
          {others ? (
            <TakeOver at={at} from={from} claim={others} />
          ) : (
            <form method="post" action={`${at}/${claim ? "give-back" : "claim"}${from}`}>
              <button class="button quiet" type="submit" aria-keyshortcuts="c">
                {claim ? "Give it back" : `I have it, for ${claimMinutes} minutes`} <Key of="c" />
              </button>
            </form>
          )}
        </DecidersOnly>
      )}
      {(isAsked || from !== "") && (
        <a class="button quiet" href={next} aria-keyshortcuts="n">
          Next case <Key of="n" />
        </a>
      )}
    </div>
  );
};

/** Closed until it is wanted: somebody works at it. The word is for them. */
const TakeOver: FC<{ readonly at: string; readonly from: string; readonly claim: Claim }> = ({ at, from, claim }) => (
  <details>
    <summary>Take it over</summary>
    <form method="post" action={`${at}/claim${from}`}>
      <input type="hidden" name="seen-by" value={claim.by} />
      <input type="hidden" name="seen-at" value={claim.at} />
      <div class="field">
        <label for="claim-why">A word to whoever has it</label>
        <input id="claim-why" type="text" name="why" maxlength={200} autocomplete="off" required />
      </div>
      <button class="button quiet" type="submit">
        Take it over
      </button>
    </form>
  </details>
);
