import type { Command } from "commander";

/** A way to read, for every line of standard input. */
const ofEachLine = async (reader: "readContacts" | "checkAddress" | "checkLookUpUrl"): Promise<void> => {
  const [readers, { eachLine }] = await Promise.all([
    import("../../../functions/adapters/corpus-readers.ts"),
    import("../each-line.ts"),
  ]);
  await eachLine(readers[reader]);
};

/** How it reads what comes from outside, line by line, for measuring it. */
export const addReading = (program: Command): void => {
  program
    .command("read-contacts")
    .description("JSON lines of captured RDAP and WHOIS answers in, the contacts read from them out")
    .action(() => ofEachLine("readContacts"));
  program
    .command("read-scenarios")
    .description(
      "JSON lines of hosting situations in; " +
        "whom each report tells in 21 days without an answer, and what a person is asked, out",
    )
    .option("--only <ids...>", "play these alone, like o01 o02")
    .option("--explain <id>", "what led to one scenario's answer, step by step, instead of JSON")
    .action(async (options) => (await import("../read-scenarios.ts")).readScenarios(options));
  program
    .command("read-mail")
    .description("the class of each inbound mail, one JSON line a file")
    .argument("<files...>", "mails as .eml files")
    .action(async (files: readonly string[]) => (await import("../read-mails.ts")).readMails(files));
  program
    .command("check-address")
    .description('{"value"} lines in: whether each is a mailbox that could be written to')
    .action(() => ofEachLine("checkAddress"));
  program
    .command("check-url")
    .description('{"url"} lines in: whether a look-up may connect there')
    .action(() => ofEachLine("checkLookUpUrl"));
};
