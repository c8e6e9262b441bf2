import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { answerLanguages } from "../../functions/answers/replies/languages.ts";
import { targetKinds } from "../../functions/report/target.ts";

const textOf = (file: string): string => readFileSync(file, "utf8");

test("each language that desks answer in has replies that are learnt from", () => {
  expect(answerLanguages.filter((language) => !existsSync(`test/answers/replies/${language}.txt`))).toEqual([]);
});

test("the guide for producers names each kind of target", () => {
  const guide = textOf("infra/guides/producers.md");
  expect(targetKinds.filter((kind) => !guide.includes(`\`${kind}\``))).toEqual([]);
});

test("no target is asked for its kind by comparing: a kind that is new would fall through unnoticed", () => {
  const compared = readdirSync("functions", { recursive: true, encoding: "utf8" }).filter(
    (file) =>
      /\.tsx?$/.test(file) && /\b(target|page|reported|about)\??\.kind [!=]==/.test(textOf(`functions/${file}`)),
  );
  expect(compared).toEqual([]);
});

test("no rank is a place in a list beside the type: what it forgot would come first", () => {
  const files = readdirSync("functions", { recursive: true, encoding: "utf8" }).filter((file) => /\.tsx?$/.test(file));
  // These are the lists of which the types are made, so that none of their entries is missing.
  const whole = /\b(noticeStates|categories)\.indexOf\(/;
  const ranked = files.flatMap((file) =>
    textOf(`functions/${file}`)
      .split("\n")
      .filter((line) => /\.indexOf\([^()]*\) [-<>] \w+\.indexOf\(/.test(line) && !whole.test(line))
      .map((line) => `${file}: ${line.trim()}`),
  );
  expect(ranked).toEqual([]);
});
