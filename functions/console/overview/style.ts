/** Position works without colours. Edges keep 3:1 against the ground in both schemes. */
export const overviewStyle = `
.tiles { list-style: none; display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: .75rem; }
.tiles li {
  background: var(--surface); border: 1px solid var(--edge); border-radius: 12px; box-shadow: var(--shadow);
  padding: .75rem 1rem; display: grid; gap: .1rem; align-content: start;
}
.tiles .figure { font-size: 1.625rem; line-height: 1.2; font-weight: 640; font-variant-numeric: tabular-nums; }
.tiles .figure a { color: inherit; text-decoration-color: var(--edge-strong); }
.tiles .soft { font-size: .875rem; }
.overview { display: grid; grid-template-columns: minmax(0, 1fr); gap: 1.25rem; align-items: start; }
.overview section { min-width: 0; }
.panel.picture { gap: .6rem; }
.picture h3 { margin-top: .4rem; font-size: .9375rem; }
.plot {
  display: grid; grid-template-columns: 2.75rem minmax(0, 1fr); grid-template-rows: 11rem 1.4rem; column-gap: .5rem;
  padding-top: .35rem;
}
.plot svg { display: block; width: 100%; height: 100%; overflow: visible; }
.plot-x { grid-column: 2; }
.plot text { fill: var(--soft); font-size: .75rem; font-variant-numeric: tabular-nums; }
.plot .zero { stroke: var(--edge-strong); stroke-width: 1; }
.plot .grid { stroke: var(--edge); stroke-width: 1; }
.bar-urgent { fill: var(--urgent); }
.bar-standard { fill: var(--calm); }
.plot-legend {
  list-style: none; display: flex; flex-wrap: wrap; gap: .2rem 1.1rem; font-size: .875rem; color: var(--soft);
}
.panel > ul.plot-legend { display: flex; padding: 0; gap: .2rem 1.1rem; }
.panel > ul.dense { padding: 0; gap: 0; }
.plot-legend li { display: inline-flex; align-items: center; gap: .45rem; }
.plot-legend svg { width: 1.75rem; height: .75rem; flex: none; }
.plot-legend .swatch { width: .8rem; height: .8rem; border-radius: 3px; overflow: hidden; }
.numbers { width: 100%; border-collapse: collapse; font-size: .875rem; font-variant-numeric: tabular-nums; }
.numbers caption { text-align: left; color: var(--soft); padding-bottom: .35rem; }
.numbers th, .numbers td {
  padding: .4rem .75rem .4rem 0; text-align: right; vertical-align: top; white-space: nowrap;
  border-top: 1px solid var(--edge);
}
.numbers th { overflow-wrap: break-word; }
.numbers thead th { border-top: 0; color: var(--soft); font-weight: 500; vertical-align: bottom; white-space: normal; }
.numbers th:first-child, .numbers td:first-child { text-align: left; white-space: normal; font-weight: 560; }
.numbers th:last-child, .numbers td:last-child { padding-right: 0; }
.numbers a { display: inline-block; padding-block: .3rem; margin-block: -.3rem; }
.numbers-box { overflow-x: auto; }
.numbers-box:focus-visible { outline-offset: -2px; }
.below { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1.25rem; font-size: .875rem; }
.below a { display: inline-flex; min-height: 2.75rem; align-items: center; }
.verdict { font-weight: 560; }
@media (min-width: 48rem) {
  .tiles { grid-template-columns: repeat(auto-fit, minmax(9rem, 1fr)); }
}
@media print {
  .overview { display: block; }
  .overview > section { break-inside: avoid; margin-bottom: 1rem; }
  .plot *, .plot-legend * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .below a, .overview summary, form.days { display: none; }
  .overview details::details-content { content-visibility: visible; }
  .numbers-box { overflow: visible; }
}
`;
