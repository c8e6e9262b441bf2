/** One page of the runbook, before it is written out: each item a paragraph, a point or a step. */
export type Page = {
  readonly sees: readonly string[];
  readonly hurts: string;
  readonly looks: readonly string[];
  /** Said before the steps. */
  readonly first?: string;
  readonly does: readonly string[];
};

/** The page as it stands in `infra/guides/runbook/<name>.md`. */
export const pageText = (name: string, { sees, hurts, looks, first, does }: Page): string =>
  `${[
    `# ${name}`,
    "## What you see",
    ...sees,
    "## Whom it hurts",
    hurts,
    "## Where to look",
    looks.map((look) => `- ${look}`).join("\n"),
    "## What to do",
    ...(first === undefined ? [] : [first]),
    does.map((step, at) => `${at + 1}. ${step}`).join("\n"),
  ].join("\n\n")}\n`;
