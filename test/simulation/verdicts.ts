import type { Review } from "../../functions/case/case.ts";
import type { Verdict } from "../../functions/case/event.ts";
import { hoursToWait } from "../../functions/case/hours-to-wait.ts";
import { questionTexts } from "../../functions/review/questions.ts";
import { network } from "./cast.ts";
import type { Random } from "./random.ts";

/** Any answer to a question, or none. */
export const drawnVerdict = (random: Random, review: Review): Verdict | undefined => {
  if (random.chance(0.3)) return undefined;
  const decision = random.pick(questionTexts[review.question].answers);
  switch (decision) {
    case "send-to":
      return { decision, email: random.pick(["canary-named@elsewhere.example", network.email]) };
    case "close":
      return { decision, outcome: "decided" };
    case "wait": {
      if (random.chance(0.3)) return { decision };
      return { decision, hours: random.pick([...hoursToWait.urgent, ...hoursToWait.standard]) };
    }
    default:
      return { decision };
  }
};
