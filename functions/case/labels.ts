import type { Report } from "../report/report.ts";
import type { Case } from "./case.ts";

type Labelled = Pick<Case, "labels">;

/** Four reports' worth; further ones stand in the history. */
const labelsAtMost = 12;

export const withLabels = ({ labels = [] }: Labelled, { labels: more = [] }: Report): Labelled => {
  const all = [...new Set([...labels, ...more])].slice(0, labelsAtMost);
  return all.length === 0 ? {} : { labels: all };
};

/** A person may write it with capitals and spaces around; none asks for every case. */
export const isLabelled = ({ labels = [] }: Labelled, label: string | undefined): boolean =>
  label === undefined || labels.includes(label.trim().toLowerCase().normalize());
