/**
 * A link below `runbookUrl`, the stage's address of `infra/guides/runbook`, else the page's path in the repository.
 */
export const runbookPage = (name: string, runbookUrl: string | undefined): string =>
  `${runbookUrl ?? "infra/guides/runbook"}/${name}.md`;
