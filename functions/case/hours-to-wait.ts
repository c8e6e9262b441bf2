import type { Lane } from "../report/category.ts";

/** Hours after which a person may want to be asked again, by lane; no others are taken. */
export const hoursToWait: Readonly<Record<Lane, readonly number[]>> = {
  urgent: [1, 2, 4, 12, 24],
  standard: [24, 72, 168, 336],
};

export const whichHours = (lanes: readonly Lane[]): string =>
  lanes.map((lane) => `In the ${lane} lane you can be asked again in ${hoursToWait[lane].join(", ")} hours.`).join(" ");
