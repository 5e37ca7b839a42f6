/**
 * What every page looks like: colours that mean something (met, not met, open, for review), type, spacing and focus, in
 * light and dark, with forced colours and in print. Pages use these properties, and no colour of their own. Each pair of
 * text and ground has a contrast of at least 4.5 to 1, and each border that means something 3 to 1 (WCAG 2.2, 1.4.3, 1.4.11).
 */
export const baseStyle = `
:root {
  color-scheme: light dark;
  --ground: #fbfaf7;
  --raised: #ffffff;
  --sunken: #f1efe9;
  --ink: #1c2430;
  --ink-soft: #4d5766;
  --line: #d9d5ca;
  --edge: #857f72;
  --accent: #14507a;
  --accent-ground: #e4eef5;
  --met: #1b6a3c;
  --met-ground: #e3f2e7;
  --not-met: #a3271f;
  --not-met-ground: #fbe8e5;
  --open: #7a5200;
  --open-ground: #fbf0d5;
  --review: #5f3a93;
  --review-ground: #efe8f8;
  --sans: ui-sans-serif, system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", Arial, sans-serif;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, "Liberation Serif", Georgia, serif;
  --mono: ui-monospace, "SF Mono", Consolas, "Liberation Mono", monospace;
  --radius: 6px;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14181e;
    --raised: #1c222a;
    --sunken: #10141a;
    --ink: #e6e4de;
    --ink-soft: #aab2bd;
    --line: #343c47;
    --edge: #7d8794;
    --accent: #8cc4ee;
    --accent-ground: #1d3244;
    --met: #86d3a1;
    --met-ground: #17321f;
    --not-met: #f5a69c;
    --not-met-ground: #3f1d1a;
    --open: #ecc46a;
    --open-ground: #3a2d10;
    --review: #c9acf2;
    --review-ground: #2f2344;
  }
}
@media print {
  :root {
    color-scheme: light;
    --ground: #ffffff;
    --raised: #ffffff;
    --sunken: #ffffff;
    --ink: #000000;
    --ink-soft: #333333;
    --line: #bbbbbb;
    --edge: #777777;
    --accent: #14507a;
    --accent-ground: #ffffff;
    --met: #1b6a3c;
    --met-ground: #ffffff;
    --not-met: #a3271f;
    --not-met-ground: #ffffff;
    --open: #7a5200;
    --open-ground: #ffffff;
    --review: #5f3a93;
    --review-ground: #ffffff;
  }
}
*, *::before, *::after { box-sizing: border-box; }
html { font: 100%/1.55 var(--sans); background: var(--ground); color: var(--ink); text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0; overflow-wrap: break-word; }
h1, h2, h3, h4 { line-height: 1.25; text-wrap: balance; }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
button, input, select, textarea { font: inherit; color: inherit; }
.skip { position: absolute; inset-inline-start: 1rem; inset-block-start: -10rem; padding: 0.5rem 1rem; background: var(--raised); border: 2px solid var(--accent); z-index: 10; }
.skip:focus { inset-block-start: 1rem; }
.visually-hidden { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) { html { scroll-behavior: smooth; } }
@media (forced-colors: active) { :focus-visible { outline-color: Highlight; } }
`;
