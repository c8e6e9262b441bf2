/**
 * Where a page of the runbook can be read: a link below `runbookUrl`, the stage's address of the
 * folder `infra/guides/runbook`; without one the page's path in the repository.
 */
export const runbookPage = (name: string, runbookUrl: string | undefined): string =>
  `${runbookUrl ?? "infra/guides/runbook"}/${name}.md`;
