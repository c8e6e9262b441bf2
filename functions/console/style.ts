/**
 * Phone first. Colours are pairs that keep WCAG 2.2 AA (4.5:1 for text, 3:1 for edges and focus) in
 * both schemes, as `test/browser` measures. Targets are at least 44 px high, for thumbs at night.
 */
export const stylesheet = `
:root {
  color-scheme: light dark;
  --ground: #f3f4f6; --surface: #ffffff; --sunk: #f3f5f8; --edge: #d6dbe2; --edge-strong: #77818e;
  --text: #15191f; --soft: #535d69; --link: #0a53a8; --focus: #0a53a8;
  --act: #1a2230; --act-text: #ffffff; --act-hover: #33405a;
  --urgent: #b3170c; --urgent-ground: #fdeceb; --urgent-text: #8f1108;
  --calm: #5c7187; --calm-ground: #e8edf3; --calm-text: #33475b;
  --good: #1d7a46; --good-ground: #e5f4eb; --good-text: #145c34;
  --warn: #a66300; --warn-ground: #fdf1dc; --warn-text: #744500;
  --shadow: 0 1px 2px rgb(20 28 40 / .06), 0 4px 16px rgb(20 28 40 / .05);
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --ground: #0e1115; --surface: #171b21; --sunk: #11151a; --edge: #2b323c; --edge-strong: #7b8796;
    --text: #e9edf2; --soft: #a2adba; --link: #8fc0ff; --focus: #8fc0ff;
    --act: #e9edf2; --act-text: #12161c; --act-hover: #ffffff;
    --urgent: #ff7a6b; --urgent-ground: #3a1613; --urgent-text: #ffb4aa;
    --calm: #7f97b0; --calm-ground: #212c38; --calm-text: #b9cbdf;
    --good: #57c98a; --good-ground: #12301f; --good-text: #9be3bb;
    --warn: #e5a84b; --warn-ground: #33250d; --warn-text: #f4cf94;
    --shadow: none;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 1rem; }
body {
  margin: 0; background: var(--ground); color: var(--text);
  font: 400 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue",
    "Noto Sans", "Liberation Sans", sans-serif;
  overflow-wrap: anywhere;
}
h1, h2, h3, p, ul, ol, dl, dd, fieldset, pre { margin: 0; padding: 0; }
h1 { font-size: 1.5rem; line-height: 1.2; letter-spacing: -.015em; font-weight: 680; text-wrap: balance; }
h2 { font-size: 1.0625rem; line-height: 1.3; font-weight: 660; }
h3 { font-size: 1rem; line-height: 1.35; font-weight: 640; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .08em; }
a:hover { text-decoration-thickness: .14em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 6px; }
strong { font-weight: 640; }
.soft, .hint { color: var(--soft); }
.hint { font-size: .875rem; }
.id, .mailbox, .copy, .target, pre, .host {
  font-family: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
.id { font-size: .8125rem; letter-spacing: -.01em; white-space: nowrap; }
.visually-hidden {
  position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap;
}
.skip {
  position: absolute; left: 1rem; top: -4rem; background: var(--surface); padding: .75rem 1rem;
  border-radius: 8px; z-index: 2;
}
.skip:focus { top: .5rem; }

.top { background: var(--surface); border-bottom: 1px solid var(--edge); }
.bar, main, footer { max-width: 74rem; margin-inline: auto; padding-inline: 1rem; }
.brand {
  display: flex; flex-wrap: wrap; align-items: center; gap: .5rem; padding-top: .75rem; font-weight: 640;
  font-size: .9375rem;
}
.mark {
  width: .75rem; height: .75rem; border-radius: 3px; background: var(--text); transform: rotate(45deg);
  flex: none; margin-inline: .15rem;
}
.stage {
  color: var(--soft); font-weight: 400; border: 1px solid var(--edge); border-radius: 99px; padding: 0 .55rem;
  font-size: .8125rem; line-height: 1.4rem; white-space: nowrap;
}
.pause { margin-left: auto; font-weight: 400; }
/* As tall as a thumb, and the line no taller for it. */
.pause summary { margin-block: -.75rem; color: var(--urgent-text); font-size: .8125rem; white-space: nowrap; }
.pause form { display: grid; gap: .75rem; max-width: 30rem; padding-block: .75rem 1rem; }
.pause[open], .brand:has(.pause[open]) { flex: 1 0 100%; }
nav { display: flex; flex-wrap: wrap; gap: 0 .25rem; margin-inline: -.5rem; }
nav a {
  flex: 1 1 auto; min-height: 2.75rem; display: flex; align-items: center; justify-content: center;
  color: var(--soft); text-decoration: none; border-bottom: 3px solid transparent; padding: .25rem .3rem 0;
  font-size: .9375rem; white-space: nowrap;
}
.bar nav { gap: 0; }
nav a:hover { color: var(--text); }
nav a[aria-current] { color: var(--text); font-weight: 640; border-color: var(--text); }
main { padding-block: 1.25rem 2rem; gap: 1.25rem; }
footer { padding-block: 0 2.5rem; color: var(--soft); font-size: .875rem; }
footer a { display: inline-flex; align-items: center; min-height: 2.75rem; margin-left: .5rem; color: var(--link); }
footer > button { margin: 0 .75rem .5rem 0; }

.part { display: contents; }
/* One column, in which a long word breaks. */
main, .panel, .question, .group, .case, .answers, .field, .facts, .policies, ul.dense, .asked section, .known,
.happened-so-far, :is(.question, .panel, .group) form {
  display: grid; grid-template-columns: minmax(0, 1fr);
}
.renewal:not(.visually-hidden) {
  position: sticky; bottom: .75rem; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1rem;
  padding: .5rem 1rem; border: 1px solid var(--edge-strong); border-radius: 12px; background: var(--surface);
}
.title { display: grid; gap: .35rem; }
.meta {
  display: flex; flex-wrap: wrap; gap: .35rem .6rem; align-items: center; font-size: .875rem;
  color: var(--soft);
}
.tag {
  display: inline-block; border-radius: 5px; padding: .05rem .45rem; font-size: .8125rem; font-weight: 620;
  line-height: 1.4rem; background: var(--calm-ground); color: var(--calm-text);
}
.tag.live { background: var(--urgent-text); color: var(--surface); }
.tag.stops, .tag.notice-unknown, .tag.notice-on-wire { background: var(--warn-ground); color: var(--warn-text); }
.tag.urgent, .tag.notice-bounced, .tag.notice-failed, .tag.notice-complained {
  background: var(--urgent-ground); color: var(--urgent-text);
}
.tag.notice-sent, .tag.notice-delivered { background: var(--good-ground); color: var(--good-text); }

.panel, .question, .banner, .days {
  background: var(--surface); border: 1px solid var(--edge); border-radius: 12px; box-shadow: var(--shadow);
}
.panel { padding: 1rem; gap: .75rem; align-content: start; }
.panel.empty { gap: .35rem; }
.empty { color: var(--soft); }
ul.plain, ul.dense, ol.next, ol.timeline { list-style: none; }

.question::before {
  content: ""; position: absolute; inset: 0 auto 0 0; width: 5px; background: var(--calm);
}
.question.urgent::before { background: var(--urgent); }
.all-well { display: grid; justify-items: center; text-align: center; gap: .75rem; padding: 12vh 1rem 4rem; }
.all-well p { max-width: 34rem; }
.tick { width: 3.5rem; height: 3.5rem; border-radius: 50%; background: var(--good-ground); position: relative; }
.tick::after {
  content: ""; position: absolute; left: 1.25rem; top: .9rem; width: .85rem; height: 1.45rem;
  border: solid var(--good); border-width: 0 .26rem .26rem 0; transform: rotate(42deg);
}

.button {
  display: inline-flex; align-items: center; justify-content: center; gap: .45rem; min-height: 3rem;
  padding: .5rem 1.25rem; border-radius: 10px; border: 1px solid var(--act); background: var(--act);
  color: var(--act-text); font: inherit; font-weight: 620; text-decoration: none; cursor: pointer;
}
.button:hover { background: var(--act-hover); }
.button.quiet { background: var(--surface); color: var(--text); border-color: var(--edge-strong); font-weight: 500; }
.button.quiet:hover { background: var(--sunk); }
.button.danger { background: var(--urgent-text); border-color: var(--urgent-text); color: var(--surface); }

.days { display: flex; flex-wrap: wrap; gap: .5rem; padding: .75rem; }
.days select { flex: 1 1 100%; width: auto; max-width: 100%; }
.more { text-align: center; }

.find form { display: flex; align-items: center; gap: .4rem; padding-block: .35rem; }
.find input { min-height: 2.75rem; padding: .3rem .6rem; font-size: .9375rem; }
.key-cap { display: none; }
.keys .key-cap, .keys-help kbd {
  display: inline-block; min-width: 1.4rem; padding: 0 .3rem; border: 1px solid var(--edge-strong);
  border-radius: 5px; font: inherit; font-size: .75rem; line-height: 1.25rem; text-align: center; color: var(--soft);
  background: var(--surface);
}
.keys .question:not([data-here]) .key-cap { display: none; }
.answer .key-cap { margin-left: auto; }
@media (hover: none) { .keys .key-cap { display: none; } }
.keys-help {
  border: 1px solid var(--edge-strong); border-radius: 12px; padding: 1.25rem; background: var(--surface);
  color: var(--text);
}
.keys-help h2, .keys-help .facts { margin-bottom: 1rem; }
.keys-help .deeds { gap: .75rem; }
.filter {
  display: grid; grid-template-columns: repeat(auto-fill, minmax(min(9.5rem, 100%), 1fr)); gap: .5rem;
  align-items: end;
}
.saved > ul { list-style: none; display: flex; flex-wrap: wrap; gap: .5rem; }
.saved form { margin-top: .9rem; }
.saved form .field { flex: 1 1 12rem; max-width: 22rem; }
.filter-do { display: flex; gap: .5rem; grid-column: span 2; }
.filter select { padding-inline: .25rem; font-size: .9375rem; }
.filter .button { white-space: nowrap; }
ul.dense > li {
  display: grid; grid-template-columns: auto minmax(0, 1fr); gap: 0 .75rem; padding: .35rem .75rem .5rem;
  background: var(--surface); border: 1px solid var(--edge); border-left: 4px solid var(--calm);
}
ul.dense > li + li { border-top: 0; }
ul.dense > li.urgent { border-left-color: var(--urgent); }
ul.dense > li:focus-within { background: var(--sunk); }
ul.dense a { display: inline-flex; align-items: center; min-height: 2rem; font-weight: 560; }
ul.dense .soft { font-size: .875rem; }
ul.dense > li > .of { grid-column: 2; }
ul.dense .of { line-height: 1.4; overflow-wrap: anywhere; }
ul.dense .asks { font-weight: 560; }
ul.dense > li.group { grid-template-columns: minmax(0, 1fr); gap: .4rem; padding: .75rem; }
ul.dense ul.dense > li { border-left-width: 1px; }
.states { flex-wrap: nowrap; gap: 0; overflow-x: auto; }
.states a { padding: .55rem .4rem; border-radius: 9px; text-decoration: none; white-space: nowrap; }
.states a[aria-current] { background: var(--calm-ground); color: var(--calm-text); font-weight: 620; }
.filters > summary { min-height: 2.75rem; align-content: center; }
.chosen { margin-top: .75rem; }
.narrows { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: start; margin-block: -.5rem; }
.narrows :is(details[open], ul) { flex: 1 1 100%; }
ul.dense .waits {
  grid-column: 2; font-size: .875rem; font-variant-numeric: tabular-nums; white-space: nowrap;
}
input[type=checkbox] { width: 1.25rem; height: 2.75rem; margin: 0; flex: none; accent-color: var(--focus); }
.group { gap: .4rem; }
.group form { gap: .6rem; }
.presets { border: 0; min-width: 0; display: flex; flex-wrap: wrap; gap: .5rem; }
.presets legend { font-weight: 500; font-size: .875rem; color: var(--soft); }
.presets .button { min-height: 2.75rem; padding: .3rem .8rem; font-size: .9375rem; text-align: left; gap: .5rem; }
.reservation, .do { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
.reservation .button { min-height: 2.75rem; padding-block: .3rem; font-size: .9375rem; }
:is(.reservation, .saved) form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: end; }

.case-title h1 { font-size: 1.25rem; }
.case-title h1.host { letter-spacing: -.03em; }
.case { gap: 1.25rem; }
.asked:empty { display: none; }
.asked section, .known, .happened-so-far { gap: 1rem; align-content: start; }
.question { position: relative; overflow: hidden; padding: 1rem 1rem 1.125rem 1.25rem; gap: .5rem; }
.question :is(h2, h3) { font-size: 1.125rem; letter-spacing: -.01em; text-wrap: balance; }
.question .happened { font-weight: 560; }
.question form, .panel form { gap: .875rem; margin-top: .5rem; }
.answers { border: 0; gap: .5rem; min-width: 0; }
legend, .field label { font-weight: 620; font-size: .9375rem; padding: 0; }
.field:has(> :required) > label::after { content: " (required)" / ""; font-weight: 400; color: var(--soft); }
legend { margin-bottom: .4rem; }
.answer { border: 1px solid var(--edge-strong); border-radius: 10px; background: var(--surface); }
.answer:has(input:checked) {
  border-color: var(--focus); box-shadow: inset 0 0 0 1px var(--focus); background: var(--sunk);
}
.answer > label {
  display: flex; gap: .75rem; align-items: center; min-height: 3rem; padding: .5rem .875rem; cursor: pointer;
}
.answer .follows { display: block; color: var(--soft); font-size: .875rem; line-height: 1.4; }
.answer input[type=radio] { width: 1.25rem; height: 1.25rem; margin: 0; flex: none; accent-color: var(--focus); }
.answer .extra { padding: 0 .875rem .875rem 2.875rem; }
@supports selector(:has(*)) { .answer:not(:has(input:checked)) .extra:not(:has(.problem)) { display: none; } }
.choices { display: flex; flex-wrap: wrap; gap: .75rem; }
.field { gap: .3rem; }
input[type=email], input[type=search], input[type=text], input[type=date],
input[type=datetime-local], input[type=number], select, textarea {
  font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--edge-strong);
  border-radius: 10px; min-height: 3rem; padding: .6rem .75rem; width: 100%;
}
textarea { resize: vertical; }
[aria-invalid] { border-color: var(--urgent) !important; border-width: 2px !important; }
.problem { color: var(--urgent-text); font-weight: 560; font-size: .9375rem; }
textarea.paste {
  font-family: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; font-size: .8125rem;
  line-height: 1.45; background: var(--sunk);
}

.banner { padding: .875rem 1rem; display: grid; gap: .25rem; border-width: 1px; }
.banner-title { font-weight: 660; }
.banner ul { padding-left: 1.25rem; }
.banner a { color: inherit; }
.banner form { display: grid; gap: .75rem; margin-block: .5rem; }
.banner .copy { color: var(--text); }
.banner summary { color: inherit; font-weight: 620; }
.banner code { font-size: .875rem; overflow-wrap: anywhere; }
.banner.good { background: var(--good-ground); color: var(--good-text); border-color: var(--good); }
.banner.bad { background: var(--urgent-ground); color: var(--urgent-text); border-color: var(--urgent); }
.banner.note { background: var(--warn-ground); color: var(--warn-text); border-color: var(--warn); }

ol.next { display: grid; gap: .6rem; }
ol.next .in { font-weight: 620; font-variant-numeric: tabular-nums; }
ol.next .in .soft { font-weight: 400; }
.facts { gap: .5rem; }
.facts > div { display: grid; grid-template-columns: 7.25rem minmax(0, 1fr); gap: .5rem; }
dt { color: var(--soft); }
dd { white-space: pre-line; }
.reporter { display: block; }
.target, .copy, .scroll {
  background: var(--sunk); border: 1px solid var(--edge); border-radius: 8px; padding: .6rem .75rem;
}
html:not(.scripted) .copies { display: none; }
.button.copies { min-height: 2.75rem; padding: .3rem .8rem; font-size: .875rem; justify-self: start; }
.call, p.mailbox { display: flex; flex-wrap: wrap; align-items: center; gap: .25rem .6rem; }
.target, .copy { font-size: .9375rem; }
.target { max-height: 11rem; overflow: auto; }
.scroll { max-height: 70vh; overflow: auto; }
.copy {
  border: 1px dashed var(--edge-strong); text-align: start; white-space: pre-line; user-select: all;
  -webkit-user-select: all;
}
ul.plain { display: grid; gap: .75rem; }
ul.plain > li + li { border-top: 1px solid var(--edge); padding-top: .75rem; }
ul.plain > li > :is(.target, .facts) { margin-bottom: .6rem; }
.mailbox { font-size: .9375rem; }
ul.plain li > .soft { font-size: .9375rem; }
.notice-head { display: flex; flex-wrap: wrap; gap: .25rem .6rem; align-items: center; }
.deeds { display: flex; flex-wrap: wrap; gap: 0 1rem; font-size: .9375rem; }
.deeds a, .notices a { display: inline-flex; min-height: 2.5rem; align-items: center; }
.agreed, .untrusted {
  background: var(--warn-ground); color: var(--warn-text); border-radius: 8px; padding: .6rem .75rem;
}
.untrusted { font-size: .9375rem; }
pre { font-size: .875rem; line-height: 1.45; white-space: pre-wrap; }
blockquote { margin: 0; border-left: 3px solid var(--edge-strong); padding: .1rem 0 .1rem .75rem; }
.words { white-space: pre-line; }
.words.cut { max-height: 11rem; overflow: auto; }
.asked h2.alone { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
summary {
  cursor: pointer; color: var(--soft); font-size: .875rem; min-height: 2.75rem; display: list-item;
  align-content: center;
}
.field label.check-line { display: flex; align-items: center; gap: .6rem; min-height: 2.75rem; }
input[type=file] { min-height: 2.75rem; max-width: 100%; }
details > .field + .field, details > .field:first-of-type { margin-top: .9rem; }
details.folded > summary { font-weight: 400; color: var(--soft); }
details ul { padding-left: 1.25rem; font-size: .875rem; color: var(--soft); }
.subject { font-weight: 620; }
.leafing { grid-template-columns: repeat(auto-fit, minmax(min(12rem, 100%), 1fr)); align-items: end; }
.leaf { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: .5rem; }
ol.timeline { display: grid; gap: 1rem; }
ol.timeline li { position: relative; padding-left: 1.375rem; display: grid; gap: .25rem; }
ol.timeline li::before {
  content: ""; position: absolute; left: .2rem; top: .5rem; width: .6rem; height: .6rem; border-radius: 50%;
  background: var(--calm);
}
ol.timeline li::after {
  content: ""; position: absolute; left: .47rem; top: 1.35rem; bottom: -1.2rem; width: 1px;
  background: var(--edge);
}
ol.timeline li:last-child::after { display: none; }
.timeline .at { font-size: .875rem; font-weight: 560; }
.timeline .at .soft { font-weight: 400; font-size: .8125rem; letter-spacing: -.01em; }
.timeline .event { font-size: .9375rem; }
.moments { border-collapse: collapse; width: 100%; }
.moments th, .moments td { text-align: left; vertical-align: top; padding: .6rem .75rem .6rem 0; }
.moments th { font-weight: 620; }
.moments th:first-child { width: 8rem; }
.moments tr + tr > *, .moments tbody tr > * { border-top: 1px solid var(--edge); }
.policies { gap: 1rem; }
ol.path { padding-left: 1.5rem; display: grid; gap: .4rem; }
.moments .soft, ol.path .soft { display: block; font-size: .9375rem; font-weight: 400; }
.panel > ul:not(.plain) { padding-left: 1.25rem; display: grid; gap: .3rem; }

@media (min-width: 48rem) {
  .words.cut { max-height: 30rem; }
  .question :is(h2, h3) { font-size: 1.25rem; }
  .asked h2.alone { position: static; width: auto; height: auto; clip-path: none; }
  .bar { display: flex; flex-wrap: wrap; align-items: center; justify-content: space-between; gap: 0 .75rem; }
  .brand { padding: 0; gap: .3rem; }
  .pause { position: relative; }
  .pause[open], .brand:has(.pause[open]) { flex: none; }
  .pause form {
    position: absolute; top: 100%; z-index: 2; width: 26rem; padding: 1rem; background: var(--surface);
    border: 1px solid var(--edge-strong); border-radius: 12px;
  }
  .find { flex: 1 1 13.25rem; max-width: 15rem; }
  nav, .bar nav { display: flex; gap: 0; margin: 0; }
  /* Where there is no room it goes below as a whole; shrunk, it would break by itself, and so would the brand. */
  .bar nav { flex: 0 0 auto; max-width: 100%; }
  ul.dense > li { grid-template-columns: auto minmax(0, 1fr) auto; }
  ul.dense .waits { grid-column: 3; grid-row: 1; }
  .filter { grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .5rem .75rem; }
  .filter select { padding-inline: .5rem; font-size: 1rem; }
  nav a { flex: none; min-height: 3.5rem; padding-inline: .3rem; }
  .states a { padding-inline: .8rem; }
  main { padding-block: 2rem 3rem; gap: 1.5rem; }
  h1 { font-size: 1.75rem; }
  .case-title h1 { font-size: 1.5rem; }
  .days select { flex: 0 0 auto; }
  .moments th:first-child { width: 14rem; }
  .policies { grid-template-columns: repeat(2, minmax(0, 1fr)); }
  .question { padding: 1.25rem 1.25rem 1.375rem 1.5rem; }
  .panel { padding: 1.125rem 1.25rem; }
  .search { max-width: 44rem; }
  .button { justify-self: start; }
  .group form { grid-template-columns: minmax(0, 26rem) auto 1fr; align-items: end; }
  .group form > ul, .group form > .presets, .group form > .field:has(textarea) { grid-column: 1 / -1; }
}
@media (min-width: 62rem) {
  .case { grid-template-columns: minmax(0, 1.45fr) minmax(0, 1fr); grid-template-rows: auto 1fr; }
  .asked { grid-column: 1; grid-row: 1; }
  .happened-so-far { grid-column: 1; grid-row: 2; }
  .asked:empty + .known + .happened-so-far { grid-row: 1 / span 2; }
  .known { grid-column: 2; grid-row: 1 / span 2; }
}
@media (prefers-reduced-motion: no-preference) {
  .button { transition: background-color .12s, border-color .12s; }
}
@media print {
  .top, footer, .question form, .panel form, form.panel { display: none; }
  .moments tr { break-inside: avoid; }
}
`.trimStart();
