import { Argument, type Command } from "commander";
import { printLine, printText } from "../print.ts";
import { candidates } from "./candidates.ts";
import { json } from "./options.ts";

const shells = ["bash", "zsh", "fish"] as const;
type Shell = (typeof shells)[number];

/*
 * Each asks the program itself what may come next, so that it never says what an older one knew.
 * Where the program knows nothing, files are offered.
 */
const scripts: Record<Shell, string> = {
  bash: `_takedown() {
  local word
  COMPREPLY=()
  while IFS=$'\\t' read -r word _; do COMPREPLY+=("$word"); done \\
    < <("\${COMP_WORDS[0]}" complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _takedown takedown`,
  zsh: `#compdef takedown
_takedown() {
  local -a found
  local word means
  while IFS=$'\\t' read -r word means; do found+=("\${word//:/\\\\:}:$means"); done \\
    < <("\${words[1]}" complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  if (( \${#found} )); then _describe takedown found; else _files; fi
}
compdef _takedown takedown`,
  fish: `function __takedown_complete
  set -l words (commandline -opc) (commandline -ct)
  $words[1] complete -- $words[2..-1] 2>/dev/null
end
complete -c takedown -a '(__takedown_complete)'`,
};

/** What spares a person typing. */
export const addSparing = (program: Command): void => {
  program
    .command("completion")
    .description("what a shell reads to complete words by Tab, like: source <(takedown completion bash)")
    .addArgument(new Argument("<shell>", "which shell").choices(shells))
    .action((shell: Shell) => printText(scripts[shell]));
  json(program.command("profiles"))
    .description("the file of profiles, and what they say of table, stage, region and the like")
    .action(async (options) => (await import("../profile.ts")).listProfiles(options));
  program
    .command("complete", { hidden: true })
    .description("what may come next behind these words, for completion")
    .argument("[words...]")
    .action((words: readonly string[]) => {
      for (const { word, means } of candidates(program, words.length === 0 ? [""] : words))
        printLine(means === "" ? word : `${word}\t${means}`);
    });
};
