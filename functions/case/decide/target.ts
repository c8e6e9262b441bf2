import { channelStatus } from "./channels.ts";
import { checkRules } from "./checks.ts";
import { gates, live } from "./gates.ts";
import { endedHold, givenVerdict, standstillRule } from "./holds.ts";
import { doubtedName, laterLookUp, lookUpRules } from "./look-up.ts";
import { path } from "./path.ts";
import { notifyProtector } from "./protector.ts";
import { inOrder, type Rule } from "./rule.ts";
import { sendingRules } from "./sendings.ts";
import {
  channelOffSince,
  dayOffSince,
  inhibitedNotice,
  noticeNotNeeded,
  oftenMailed,
  unansweredDesk,
  unsettledSend,
} from "./settle.ts";
import { withdrawn } from "./withdrawal.ts";

/** In the order of asking. `withdrawn`, `gates` and `path` have rules of their own. */
export const targetRules = [
  givenVerdict,
  unsettledSend,
  channelStatus,
  notifyProtector,
  ...checkRules,
  endedHold,
  noticeNotNeeded,
  channelOffSince,
  unansweredDesk,
  dayOffSince,
  inhibitedNotice,
  oftenMailed,
  withdrawn,
  gates,
  live,
  standstillRule,
  doubtedName,
  ...lookUpRules,
  path,
  laterLookUp,
  ...sendingRules,
] as const satisfies readonly Rule[];

export const decideTarget = inOrder(targetRules);
