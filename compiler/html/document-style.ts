/**
 * What documents look like that are read from top to bottom: on a screen of any width, and on paper of any size, of which
 * nothing here depends on the format.
 */
export const documentStyle = `
body { max-inline-size: 76rem; margin-inline: auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; }
.site { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0.25rem 1.5rem; margin-block-end: 2rem; padding-block-end: 0.75rem; border-block-end: 1px solid var(--line); font-size: 0.9375rem; }
.site a { padding-block: 0.125rem; }
.site [aria-current] { color: var(--ink); font-weight: 600; text-decoration: none; }
.eyebrow { margin: 0; font-size: 0.8125rem; font-weight: 600; letter-spacing: 0.08em; text-transform: uppercase; color: var(--ink-soft); }
h1 { margin: 0.25rem 0 1.25rem; font-family: var(--serif); font-size: clamp(1.75rem, 1.4rem + 1.6vw, 2.5rem); font-weight: 600; }
h2 { margin: 0 0 0.75rem; font-family: var(--serif); font-size: 1.4375rem; font-weight: 600; }
h3 { margin: 1.75rem 0 0.375rem; font-size: 1.0625rem; }
p { margin: 0 0 0.75rem; }
ul, ol { margin: 0 0 0.75rem; padding-inline-start: 1.375rem; }
li { margin-block-end: 0.3125rem; }
li > p, li > div > p { margin-block-end: 0.3125rem; }
li + li:has(> p ~ p) { margin-block-start: 0.75rem; }
li > :last-child, li > div > :last-child { margin-block-end: 0; }
ol.marked { padding: 0; list-style: none; }
ol.marked > li { display: grid; grid-template-columns: minmax(2rem, max-content) minmax(0, 1fr); column-gap: 0.375rem; }
ol.marked ol.marked > li:last-child { margin-block-end: 0; }
.number { position: absolute; }
.mark { justify-self: start; color: var(--ink-soft); font-variant-numeric: tabular-nums; text-decoration: none; }
a.mark:hover { color: var(--accent); text-decoration: underline; }
.self { margin-inline-start: 0.4em; font-weight: 400; text-decoration: none; color: var(--ink-soft); }
.self::before { content: "#"; }
@media (hover: hover) {
  .self { opacity: 0; }
  :is(h2, h3, p, li):hover > .self, li:hover > p > .self, .self:focus { opacity: 1; }
}
sup { line-height: 0; font-size: 0.75em; }
sup a { padding-inline: 0.1em; text-decoration: none; }
.facts { display: grid; grid-template-columns: minmax(0, max-content) minmax(0, 1fr); gap: 0.25rem 1.5rem; margin: 0; }
.facts > div { display: grid; grid-column: 1 / -1; grid-template-columns: subgrid; }
.facts dt { color: var(--ink-soft); }
.facts dd { margin: 0; }
.facts code { font-size: 0.875rem; overflow-wrap: anywhere; }
.facts summary { cursor: pointer; }
table { inline-size: 100%; margin: 0 0 1rem; border-collapse: collapse; }
caption { padding-block-end: 0.5rem; text-align: start; font-weight: 600; }
th, td { padding: 0.4375rem 0.75rem 0.4375rem 0; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 400; }
thead th { font-weight: 600; border-block-end: 2px solid var(--edge); }
pre { overflow-wrap: anywhere; white-space: pre-wrap; padding: 0.75rem 1rem; background: var(--sunken); border-radius: var(--radius); font: 0.8125rem/1.5 var(--mono); }
code { font-family: var(--mono); font-size: 0.9375em; }
header { margin-block-end: 2rem; }
main > section, .text > section { margin-block-end: 2.5rem; }
section > :last-child { margin-block-end: 0; }
.contents { font-size: 0.9375rem; }
.contents h2 { margin-block-end: 0.5rem; font: 600 0.875rem/1.4 var(--sans); color: var(--ink-soft); }
.contents ul { margin: 0; padding: 0; list-style: none; }
.contents li { margin: 0; }
.contents li li { padding-inline-start: 1rem; }
.contents a { display: block; padding-block: 0.1875rem; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.beside { padding: 1.25rem 1.5rem; background: var(--sunken); border: 1px solid var(--line); border-radius: var(--radius); }
.boilerplate, footer { color: var(--ink-soft); font-size: 0.9375rem; }
footer { padding-block-start: 1rem; border-block-start: 1px solid var(--line); }
:target { background: var(--accent-ground); box-shadow: 0 0 0 0.375rem var(--accent-ground); border-radius: 1px; }
:has(> .number:target) { background: var(--accent-ground); box-shadow: 0 0 0 0.375rem var(--accent-ground); border-radius: 1px; }
main:target { background: none; box-shadow: none; }
@media (min-width: 62rem) {
  .parts { display: grid; grid-template-columns: 15rem minmax(0, 1fr); gap: 3rem; align-items: start; }
  .contents { position: sticky; inset-block-start: 1.5rem; max-block-size: calc(100vh - 3rem); overflow-y: auto; }
  .text { max-inline-size: 50rem; }
}
@media not all and (min-width: 62rem) {
  .contents { margin-block-end: 2.5rem; padding: 1rem 1.25rem; background: var(--raised); border: 1px solid var(--line); border-radius: var(--radius); }
}
@media (max-width: 30rem) {
  .facts, .facts > div { display: block; }
  .facts dd { margin-block-end: 0.5rem; }
  ol.marked > li { grid-template-columns: minmax(1.5rem, max-content) minmax(0, 1fr); }
  .beside { padding: 1rem; }
}
@media print {
  html { font-size: 10pt; }
  body { max-inline-size: none; padding: 0; }
  .site, .skip, .self, .back, .whole { display: none; }
  .facts summary { list-style: none; }
  a, a.mark, .mark { color: inherit; text-decoration: none; }
  .contents { margin-block-end: 1.5rem; padding: 0; background: none; border: 0; }
  .contents > ul { columns: 2; }
  .contents li { break-inside: avoid; }
  .contents a { padding-block: 0.0625rem; }
  .parts { display: block; }
  .text { max-inline-size: none; }
  main > section, .text > section { margin-block-end: 1.5rem; }
  .beside { padding: 0; border: 0; background: none; }
  h1, h2, h3, caption { break-after: avoid; }
  h2, h3 { break-inside: avoid; }
  p, li > p { orphans: 2; widows: 2; }
  thead { display: table-header-group; }
  tr, footer { break-inside: avoid; }
  th, td { padding-block: 0.25rem; }
  footer { break-before: avoid; }
  pre { background: none; border: 1px solid var(--line); break-inside: avoid; }
}
`;

/** What stands at the head and the foot of each sheet of paper. */
export interface RunningText {
  readonly left: string;
  readonly right: string;
  readonly below: string;
}

/**
 * The style of a document's sheets, of any format: its margins, and what runs along each, with the number of the page. The
 * sides are in whole pixels of CSS: of 19 mm a browser leaves less than is asked for on A4, which it lays out too wide.
 */
export function sheetStyle({ left, right, below }: RunningText): string {
  const look = 'font: 8pt/1.3 "Liberation Sans", Arial, sans-serif; color: #333;';
  return `
@page {
  margin: 22mm 0.75in 20mm;
  @top-left { content: ${quoted(left)}; ${look} }
  @top-right { content: ${quoted(right)}; ${look} }
  @bottom-left { content: ${quoted(below)}; ${look} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); ${look} }
}
`;
}

/** Any text as a string of CSS: whatever is no plain letter or digit stands there by its number. */
function quoted(text: string): string {
  return `"${[...text].map((sign) => (/[\w .,-]/.test(sign) ? sign : `\\${(sign.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`;
}
