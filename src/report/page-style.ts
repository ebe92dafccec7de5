/** The page's style sheet, in the reader's light or dark scheme. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --ground: #faf9f6; --surface: #ffffff; --ink: #20242a; --muted: #5b636e; --line: #e4e1d9; --hover: #f4f2ec;
  --link: #1c5d86; --recognized: #3a7ca5; --reused: #7aa5bf; --empty: #b5962f; --failed: #c2412d;
  --notice: #fdf3d7; --notice-ink: #5f4708;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #14171b; --surface: #1a1e23; --ink: #e3e6e9; --muted: #9ba5b0; --line: #2c323a; --hover: #20252b;
    --link: #86c1e6; --recognized: #5a9fc9; --reused: #45728f; --empty: #b3973a; --failed: #f0806a;
    --notice: #3a3014; --notice-ink: #f0dba0;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  max-width: 72rem; margin: 0 auto; padding: 3rem 1.5rem 4rem;
  background: var(--ground); color: var(--ink);
  font: 0.9375rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: break-word;
}
a { color: var(--link); text-decoration-thickness: 1px; text-underline-offset: 0.15em; text-decoration-color: color-mix(in srgb, currentColor 40%, transparent); }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 3px; }
code { font: 0.9em ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
h1, h2, h3, p, dl, dd { margin: 0; }

.kicker { color: var(--muted); font-size: 0.8125rem; letter-spacing: 0.06em; text-transform: uppercase; }
h1 { margin: 0.25rem 0 0.5rem; font-size: clamp(1.6rem, 4.5vw, 2.4rem); font-weight: 600; letter-spacing: -0.02em; line-height: 1.15; text-wrap: balance; }
h1::before { content: ""; display: inline-block; width: 0.42em; height: 0.42em; margin-right: 0.4em; border-radius: 50%; background: var(--tone); vertical-align: 0.12em; }
header.good { --tone: #3d9a62; } header.mixed { --tone: var(--empty); } header.bad { --tone: var(--failed); } header.ended { --tone: var(--muted); }
.origin { color: var(--muted); }
.banner { margin-top: 1.25rem; padding: 0.7rem 1rem; border-radius: 8px; background: var(--notice); color: var(--notice-ink); }
.shares { display: block; width: 100%; height: 8px; margin: 1.75rem 0 0; border-radius: 4px; background: var(--line); }
rect.recognized { fill: var(--recognized); } rect.reused { fill: var(--reused); } rect.empty { fill: var(--empty); } rect.failed { fill: var(--failed); }
.figures { display: grid; grid-template-columns: repeat(5, 1fr); gap: 1.5rem 1rem; margin-top: 1.5rem; }
.figures dt { color: var(--muted); font-size: 0.8125rem; }
.figures dd { font-size: 1.5rem; font-weight: 600; letter-spacing: -0.01em; line-height: 1.3; }
.figures small { display: block; color: var(--muted); font-size: 0.75rem; font-weight: 400; letter-spacing: 0; }
.kind dt::before, span.kind::before { content: ""; display: inline-block; width: 0.6em; height: 0.6em; margin-right: 0.45em; border-radius: 2px; background: var(--kind); }
.kind.recognized { --kind: var(--recognized); } .kind.reused { --kind: var(--reused); } .kind.empty { --kind: var(--empty); } .kind.failed { --kind: var(--failed); }
span.kind { white-space: nowrap; }

nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 2rem; padding: 0.6rem 0; border-block: 1px solid var(--line); }
section { margin-top: 2.75rem; scroll-margin-top: 1rem; }
h2 { margin-bottom: 0.9rem; font-size: 1.2rem; font-weight: 600; letter-spacing: -0.01em; }
h3 { font-size: 0.875rem; font-weight: 600; overflow-wrap: anywhere; }
.note, footer { color: var(--muted); font-size: 0.8125rem; }
.note { margin-top: 0.6rem; }
.reasons { display: flex; flex-wrap: wrap; gap: 0.25rem 1.5rem; margin-bottom: 0.8rem; }

.frame { max-height: 34rem; overflow: auto; border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
table { width: 100%; border-collapse: collapse; }
caption { padding: 0.7rem 0.75rem 0.3rem; font-weight: 600; font-size: 0.875rem; text-align: left; }
th, td { padding: 0.42rem 0.75rem; text-align: left; vertical-align: baseline; border-bottom: 1px solid var(--line); }
tbody tr:last-child td { border-bottom: 0; }
tbody tr:hover { background: var(--hover); }
th { position: sticky; top: 0; background: var(--surface); box-shadow: inset 0 -1px var(--line); border-bottom: 0; color: var(--muted); font-size: 0.8125rem; font-weight: 500; white-space: nowrap; }
.number { text-align: right; white-space: nowrap; }
.path { min-width: 14rem; overflow-wrap: anywhere; white-space: break-spaces; unicode-bidi: isolate; }
.words { min-width: 11rem; overflow-wrap: anywhere; }
.code { margin-right: 0.5em; color: var(--muted); white-space: nowrap; }
th.path, th.words { min-width: 0; white-space: nowrap; overflow-wrap: normal; }
th button { all: unset; cursor: pointer; color: inherit; }
th button:hover { color: var(--ink); }
th button:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 3px; }
th button::after { content: " \\2195"; opacity: 0.35; }
th[aria-sort] button { color: var(--ink); }
th[aria-sort=ascending] button::after { content: " \\2191"; opacity: 1; }
th[aria-sort=descending] button::after { content: " \\2193"; opacity: 1; }
.visually-hidden { position: absolute; width: 1px; height: 1px; padding: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.filter { display: flex; flex-wrap: wrap; align-items: center; gap: 0.6rem; margin-bottom: 0.8rem; }
.filter[hidden] { display: none; }
input { width: min(22rem, 100%); padding: 0.4rem 0.7rem; border: 1px solid color-mix(in srgb, var(--muted) 60%, transparent); border-radius: 6px; background: var(--surface); color: var(--ink); font: inherit; }
input::placeholder { color: var(--muted); opacity: 1; }
output { color: var(--muted); font-size: 0.8125rem; }
.pair { display: grid; grid-template-columns: repeat(2, minmax(0, 1fr)); gap: 1.25rem; margin-top: 1.25rem; align-items: start; }
.pair .path { width: 100%; min-width: 8rem; }
.pair .words { min-width: 4.5rem; }

.lanes { display: grid; gap: 4px; }
.lanes h3 { margin-top: 0.5rem; }
.lane { display: grid; grid-template-columns: 5rem minmax(0, 1fr) 3.2rem; gap: 0.75rem; align-items: center; }
.lane svg { display: block; width: 100%; height: 22px; border-radius: 4px; background: var(--surface); }
.lane.axis svg { height: 18px; background: none; overflow: visible; }
.lane-name, .lane-busy { color: var(--muted); font-size: 0.8125rem; white-space: nowrap; }
.lane-busy { text-align: right; }
svg text { fill: var(--muted); font-size: 0.75rem; }
.grid { stroke: var(--line); }
.bar, .whole { fill: var(--recognized); }
.part { fill: var(--failed); }
.whole, .part { stroke: var(--surface); stroke-width: 1; }
.interrupted .whole { fill: none; stroke: var(--failed); stroke-width: 1.5; stroke-dasharray: 3 2; pointer-events: all; }
.bar:hover, g:hover > .whole { fill-opacity: 0.75; }
.legend { display: flex; flex-wrap: wrap; gap: 0.25rem 1.25rem; margin-top: 0.6rem; color: var(--muted); font-size: 0.8125rem; }
.legend span { display: inline-flex; align-items: center; gap: 0.45rem; }
.swatch { width: 20px; height: 14px; }
.histogram { display: block; width: 100%; height: 160px; overflow: visible; }
.base { stroke: var(--line); }

details { border: 1px solid var(--line); border-radius: 8px; background: var(--surface); }
details .frame { border: 0; border-top: 1px solid var(--line); border-radius: 0; }
details .note { padding: 0 0.9rem 0.7rem; }
summary { padding: 0.6rem 0.9rem; cursor: pointer; }
p + details { margin-top: 0.8rem; }
.settings { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.5rem; padding: 0.4rem 0.9rem 0.9rem; border-top: 1px solid var(--line); }
.settings dt { color: var(--muted); } .settings dd { overflow-wrap: anywhere; white-space: pre-wrap; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); }
footer p + p { margin-top: 0.4rem; }

@media (max-width: 48rem) {
  body { padding: 1.75rem 1rem 3rem; }
  .figures { grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr)); }
  .pair { grid-template-columns: minmax(0, 1fr); }
  .lane { grid-template-columns: 4.2rem minmax(0, 1fr) 2.6rem; gap: 0.5rem; }
  .path { min-width: 9rem; }
  .bin { display: none; }
  .settings { grid-template-columns: minmax(0, 1fr); gap: 0; }
  .settings dd { margin-bottom: 0.5rem; }
}
@media print {
  body { max-width: none; padding: 0; background: none; }
  .frame { max-height: none; overflow: visible; }
  nav, .filter { display: none; }
}
`
