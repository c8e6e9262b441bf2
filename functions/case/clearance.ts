import { isNational } from "../kernel/scope.ts";
import type { Candidate } from "./candidate.ts";
import type { TargetCase } from "./case.ts";
import { hasTold } from "./networks.ts";
import type { Notice } from "./notice.ts";
import type { Policy } from "./policy.ts";
import { tells } from "./step.ts";

/*
 * > Child abuse material: hosting country's hotline and law-enforcement route and the host at once,
 * unless that country's row says law enforcement first. Of nothing else: no country's source says it
 * of intimate images or terrorism. Police first means that they hear before
 * the host, and not that nobody does: the hotline is the way to them (INHOPE), and hears at once.
 * What waits for a person's word is the host's side alone: its desks, those above it, whoever lends
 * out its name, and their forms. Where the police alone are to hear first, the operator leaves
 * `hotline` out of the country's row and gives the number to call as its `police`.
 */

/**
 * The police of a country that serves the host clear such a notice first, and nobody has said yet
 * that they did.
 */
export const needsClearance = (
  { cleared }: Pick<TargetCase, "cleared">,
  { policeFirst }: Pick<Policy, "policeFirst">,
): boolean => policeFirst !== undefined && !cleared.includes("clearance");

/** Nothing new is said to the host's side: a person is asked whether the police have cleared it. */
export const awaitsClearance = ({ reviews }: TargetCase): boolean =>
  reviews.some(({ question }) => question === "clearance");

/** This desk hears nothing before the police have cleared it. */
export const isBehindPolice = (state: TargetCase, { scope }: Candidate): boolean =>
  !isNational(scope) && awaitsClearance(state);

/**
 * Such a notice waits, whatever put it in line. One that only speaks to who was told before does
 * not.
 */
export const waitsForPolice = (state: TargetCase, notice: Notice): boolean =>
  tells(notice) && isBehindPolice(state, notice.to);

/** Somebody of the host's side was asked to act, or may have been. */
export const isHostsSideTold = ({ notices }: TargetCase): boolean =>
  notices.some((notice) => hasTold(notice) && !isNational(notice.to.scope));
