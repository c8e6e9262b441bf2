/** A link below `runbookUrl`, where the stage has the runbook, else the page's path in the repository. */
export const runbookPage = (name: string, runbookUrl: string | undefined): string =>
  `${runbookUrl ?? "infra/guides/runbook"}/${name}.md`;
