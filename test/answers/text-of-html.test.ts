import { describe, expect, test } from "vitest";
import { textOfHtml } from "../../functions/answers/text-of-html.ts";
import { aMail } from "./a-mail.ts";
import { anInbox } from "./an-inbox.ts";
import { readMail } from "./as-deployed.ts";

const removed = "We have removed the content.";

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
    "and reads it within the test's time, which work by the square of its length would outlast: %s",
    (unit) => {
      expect(textOfHtml(unit.repeat(200_000))).toBeDefined();
    },
  );
});

describe("what a desk's mail program quotes in HTML is not the desk's word", () => {
  const own = "We have received your report.";
  test.each([
    [
      "Gmail, with its line",
      `<div class="gmail_quote"><div class="gmail_attr">Am 24. Nov. 2026 um 10:00 schrieb X:<br></div>${removed}</div>`,
    ],
    ["Gmail, without a line", `<div class="gmail_quote gmail_quote_container">${removed}</div>`],
    ["Gmail of before", `<div class="gmail_extra"><br><div>${removed}</div></div>`],
    ["Yahoo", `<div id="yahoo_quoted_123" class="yahoo_quoted"><div>${removed}</div></div>`],
    [
      "Outlook's line down the side",
      `<div style='border:none;border-left:solid blue 1.5pt;padding:0in 0in 0in 4.0pt'><p>${removed}</p></div>`,
    ],
    [
      "Outlook's line above a head",
      `<div style="border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in"><p>X</p></div><p>${removed}</p>`,
    ],
    [
      "Outlook on the web",
      `<hr style="width:98%"><div id="divRplyFwdMsg" dir="ltr"><b>Lähettäjä:</b> X</div><div>${removed}</div>`,
    ],
    ["Outlook on the web, without a head", `<div id="appendonsend"></div><div>${removed}</div>`],
    ["the same, passed on", `<div id="x_appendonsend"></div><div>${removed}</div>`],
    ["Proton", `<div class="protonmail_quote">${removed}</div>`],
    ["Thunderbird", `<div class="moz-cite-prefix">X</div>${removed}`],
    ["Apple", `<div><br><blockquote type="cite"><div>${removed}</div></blockquote></div>`],
    ["Apple of before", `<div class="AppleOriginalContents">${removed}</div>`],
    ["a type", `<div type="cite">${removed}</div>`],
    ["Zimbra", `<hr id="zwchr" data-marker="__DIVIDER__"><div data-marker="__QUOTED_TEXT__">${removed}</div>`],
    ["dashes", `<font>-----Original Message-----<br>From: x<br></font>${removed}`],
    ["dashes in French", `<p>-----Message d'origine-----<br>De : x</p><p>${removed}</p>`],
    ["words without dashes", `<p>Original Message</p><p>${removed}</p>`],
    [
      "a table",
      `<table><tr><td>From:</td><td>x</td></tr><tr><td>Sent:</td><td>Tuesday</td></tr></table><p>${removed}</p>`,
    ],
    [
      "Finnish",
      `<p><b>Lähettäjä:</b> x<br><b>Lähetetty:</b> tiistai 24.11.2026<br><b>Vastaanottaja:</b> y</p><p>${removed}</p>`,
    ],
    ["Swedish", `<p><b>Från:</b> x<br><b>Skickat:</b> den 24 november 2026<br></p><p>${removed}</p>`],
    ["Czech", `<p><b>Od:</b> x<br><b>Odesláno:</b> úterý</p><p>${removed}</p>`],
    [
      "a line beside a cell",
      `<table><tr><td style="border-left: 2px solid #ccc; padding-left: 8px">${removed}</td></tr></table>`,
    ],
    ["a quotation", `<q>${removed}</q>`],
    ["what is transparent", `<span style="opacity:0">${removed}</span>`],
    ["what has no height", `<div style="max-height:0;overflow:hidden">${removed}</div>`],
  ])("by %s", (_, html) => {
    const { text } = readMail(aMail({ "Content-Type": "text/html; charset=utf-8" }, `<p>${own}</p>${html}`));
    expect([text.includes(own), text.includes(removed)]).toEqual([true, false]);
  });

  test.each([
    ["a box without a line", `<div style="border-left:0 solid #ccc">${removed}</div>`],
    ["a box whose line has no form", `<div style="border-left:none">${removed}</div>`],
    ["an element whose name only sounds so", `<div class="quotes-list unquoted citex" id="quota">${removed}</div>`],
    ["what stands above a quote", `${removed}<div class="gmail_quote">x</div>`],
    ["what stands below a quote that ends", `<div class="gmail_quote">x</div><p>${removed}</p>`],
  ])("but is in %s", (_, html) => {
    expect(readMail(aMail({ "Content-Type": "text/html" }, html)).text).toContain(removed);
  });

  test("so that a case is not closed by it", async () => {
    const inbox = await anInbox();
    const html = `<p>We have received your report.</p><div class="gmail_quote">${removed}</div>`;
    await inbox.take(aMail({ From: "abuse@network.example", "Content-Type": "text/html" }, html));
    expect(await inbox.closed()).toBeUndefined();
  });
});
