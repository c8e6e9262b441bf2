import { describe, expect, test } from "vitest";
import { readMail } from "../../functions/answers/read-mail.ts";
import { textOfHtml } from "../../functions/answers/text-of-html.ts";
import { cpuOnceMs } from "../support/cpu-time.ts";
import { aMail } from "./a-mail.ts";
import { anInbox } from "./an-inbox.ts";

const removed = "The content has been removed.";

describe("what a desk's HTML does not show is not the desk's word", () => {
  test.each([
    ["struck out", `<s>${removed}</s>`],
    ["deleted", `<del datetime="2026-11-24">${removed}</del>`],
    ["struck out as of old", `<STRIKE>${removed}</STRIKE>`],
    ["struck out by its style", `<span style="text-decoration: line-through">${removed}</span>`],
    ["not displayed", `<div style='color:red;display:none !important'>${removed}</div>`],
    ["not displayed, with elements inside", `<div style="display: none"><div>x</div><p>${removed}</p></div>`],
    ["not visible", `<span style=visibility:hidden>${removed}</span>`],
    ["hidden", `<p hidden>${removed}</p>`],
    ["hidden until found", `<p class=x hidden="until-found">${removed}</p>`],
    ["of no size", `<span style="font-size:0px">${removed}</span>`],
    ["in a comment that holds a tag", `<!-- <b> ${removed} -->`],
    ["what somebody else wrote, who quotes a third", `<blockquote><blockquote>x</blockquote>${removed}</blockquote>`],
    ["hidden, in an element that nobody closed", `<ul><li hidden>${removed}<li>x</ul>`],
  ])("%s", (_, html) => {
    expect(
      readMail(aMail({ "Content-Type": "text/html" }, `<p>We have received your report.</p>${html}`)).text,
    ).not.toContain(removed);
  });

  test.each([
    ["beside what is not shown", `<p hidden>x</p><s>y</s>${removed}`],
    ["whose class is called hidden", `<p class="is hidden" aria-hidden="false" title=' hidden '>${removed}</p>`],
    [
      "of a size again, in a table of no size",
      `<td style="font-size:0px"><div style="font-size:13px">${removed}</div></td>`,
    ],
    ["after a paragraph that nobody closed", `<p style="display:none">x<p>${removed}`],
    ["after an element that holds nothing", `<img style="display:none"><br hidden><input type=hidden>${removed}`],
    ["after a closing tag of nothing", `</div></s>${removed}`],
    ["smaller than usual", `<span style="font-size:0.8em">${removed}</span>`],
  ])("and what it shows is: %s", (_, html) => {
    expect(readMail(aMail({ "Content-Type": "text/html" }, html)).text).toContain(removed);
  });

  test("so that a case is not closed by what its desk has struck out", async () => {
    const inbox = await anInbox();
    const html = `<p>We have received your report.</p><s>${removed}</s>`;
    await inbox.take(aMail({ From: "abuse@network.example", "Content-Type": "text/html" }, html));
    expect(await inbox.closed()).toBeUndefined();
  });

  test.each(["<b>", "<p>", "</p>", "<!--", "<s><p></b>", "<title>", "<b style="])(
    "and reading it costs time that grows with it: %s",
    (unit) => {
      expect(cpuOnceMs(() => void textOfHtml(unit.repeat(60_000)))).toBeLessThan(1_000);
    },
  );
});
