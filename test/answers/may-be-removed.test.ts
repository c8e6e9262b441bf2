import { describe, expect, test } from "vitest";
import { readMail } from "../../functions/answers/read-mail.ts";
import { aMail } from "./a-mail.ts";

const mayBeRemoved = (text: string): boolean => readMail(aMail({}, text)).mayBeRemoved === true;
const tellsRemoval = (text: string): boolean => readMail(aMail({}, text)).tellsRemoval === true;

/** A second reader may lie: only a letter in which the rules hear nothing against it can close a case. */
describe("a letter that another reader alone may take for removed", () => {
  test.each([
    ["tells of a removal, plainly", "The page has been removed."],
    ["tells of one in words that the rules do not understand", "The wobbling page has been removed by our gremlins."],
    ["says nothing that the rules hear as an answer", "The whole thing went up in smoke on our side, good riddance."],
    [
      "tells plainly of a removal, and that the customer has the notice as well",
      "We have forwarded your report to our customer. The page has been removed.",
    ],
    [
      "tells plainly of a removal, and that something else was not found",
      "We could not find a second page. The page has been removed.",
    ],
  ])("%s", (_, text) => {
    expect(mayBeRemoved(text)).toBe(true);
  });

  test.each([
    ["is a few letters of which nobody can be sure", "ok done"],
    [
      "passes it on, whatever is hinted beside",
      "We have forwarded your report to our customer. Gremlins removed things.",
    ],
    ["passes it on", "We have forwarded your report to our customer, who has 24 hours."],
    ["says that it is still there", "The page has been removed by our gremlins. It is still online."],
    ["finds nothing", "We could not find the page. The other one has been removed."],
    ["asks whether it is gone", "Has the page been removed?"],
    ["promises it", "We have received your report and will look into it."],
    ["wants its form", "Please use our abuse form at https://host.example/abuse to report this."],
    ["asks for more", "Please send us a screenshot."],
    ["refuses", "We refuse to act on this."],
  ])("is none that %s", (_, text) => {
    expect(mayBeRemoved(text)).toBe(false);
  });
});

describe("a removal that is plainly told, with none to come", () => {
  test.each([
    ["stands alone", "The page has been removed."],
    ["stands beside what the rules do not understand", "The page has been removed. The gremlins are very sorry."],
  ])("is heard where it %s", (_, text) => {
    expect(tellsRemoval(text)).toBe(true);
  });

  test.each([
    ["a promise", "The page has been removed. We will look into the rest."],
    ["what the customer is to do", "The page has been removed. We have forwarded the rest to our customer."],
    ["what is still there", "The page has been removed. The other page is still online."],
    ["nothing but words that the rules do not understand", "The wobbling page has been removed by our gremlins."],
    ["a question", "Has the page been removed?"],
  ])("is none beside %s", (_, text) => {
    expect(tellsRemoval(text)).toBe(false);
  });
});
