import { createHash } from "node:crypto";
import type { Stage } from "./stages.ts";

/**
 * A mark of what each setting of a stage says, by its path: two deployments are compared by these,
 * and no value stands in a template that does not stand there anyway.
 */
export const settingMarks = ({ name, senderDomain: _, settings, ...own }: Stage): Readonly<Record<string, string>> => {
  const { stage: __, configurationSets: ___, ...decided } = settings;
  const said = [
    ...Object.entries(own),
    ...Object.entries(decided).map(([key, value]) => [`settings.${key}`, value] as const),
  ];
  return Object.fromEntries(
    said
      .filter(([, value]) => value !== undefined)
      .map(([path, value]) => [path, markOf(`${name} ${path} ${JSON.stringify(value)}`)] as const),
  );
};

/** The marks of a stage's settings: as they are deployed, and as they would be; nothing where a template has none. */
export type Marks = Readonly<Record<"deployed" | "to", Readonly<Record<string, string>> | undefined>>;

/** Under which name a template has the marks of a stage. */
export const marksOf = (stage: string): string => `takedown:${stage}:settings`;

const markOf = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);
