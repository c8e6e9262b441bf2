import { spawnSync } from "node:child_process";
import { Command } from "commander";

/** What is written from the code or from others' data, and by which program. A test fails while one is out of date. */
const written: Readonly<Record<string, readonly [program: string, what: string]>> = {
  schema: ["infra/checks/write-schema.ts", "the published JSON Schemas"],
  runbook: [
    "infra/guides/write-runbook.ts",
    "the pages of what a change of settings reaches, and of who can read what",
  ],
  charts: ["test/house/charts/draw-charts.ts", "the page of states and rules"],
  pictures: ["test/house/pictures/draw-pictures.ts", "the README's pictures, by a browser (minutes)"],
  holidays: ["infra/checks/write-holidays.ts", "public holidays of the coming ten years"],
  names: ["infra/checks/write-names.ts", "shared and well-known names, of pymispwarninglists as it was unpacked"],
  replies: [
    "test/answers/training/train-replies.ts",
    "the weights of the reader of replies, from its letters (minutes)",
  ],
};

const generate = new Command("npm run generate --")
  .description("Writes what the repository holds of the code, of letters and of others' data.")
  .showHelpAfterError();
for (const [name, [program, what]] of Object.entries(written))
  generate
    .command(name === "names" ? "names <folder>" : name)
    .description(what)
    .action((folder?: string) => {
      const given = folder === undefined ? [] : [folder];
      const { status } = spawnSync(process.execPath, ["--import", "tsx", program, ...given], { stdio: "inherit" });
      process.exitCode = status ?? 1;
    });
generate.parse();
