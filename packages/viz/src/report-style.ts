import { theme } from './theme';

const { light, dark, font } = theme;

/** The report's whole style sheet: one column, quiet colours, large numbers, pictures that fit the page. */
export const reportStyle = `
:root{--page:#f6f7f9;--paper:${light.paper};--ink:${light.ink};--muted:${light.muted};--line:${light.grid};--accent:${light.blue}}
@media (prefers-color-scheme:dark){:root{--page:#0f151b;--paper:${dark.paper};--ink:${dark.ink};--muted:${dark.muted};--line:${dark.grid};--accent:${dark.blue}}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.6 ${font};overflow-wrap:break-word}
main{max-width:52rem;margin:0 auto;padding:3.5rem 1.25rem 2rem}
header{margin-bottom:2.5rem}
.eyebrow{margin:0 0 .25rem;color:var(--accent);font-size:.9rem;font-weight:600;letter-spacing:.02em}
h1{margin:0;font-size:clamp(1.8rem,5vw,2.6rem);line-height:1.15;letter-spacing:-.02em}
h2{margin:0 0 .75rem;font-size:1.3rem;line-height:1.3;letter-spacing:-.01em}
.summary{margin:.9rem 0 0;max-width:40rem;font-size:1.12rem;color:var(--muted)}
p{margin:0 0 1rem;max-width:44rem}
section{margin:0 0 1.25rem;padding:1.75rem;background:var(--paper);border:1px solid var(--line);border-radius:14px}
section>:last-child{margin-bottom:0}
.numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:1px;margin:2rem 0 0;background:var(--line);border:1px solid var(--line);border-radius:14px;overflow:hidden}
.numbers div{padding:1rem 1.15rem;background:var(--paper)}
dt{color:var(--muted);font-size:.85rem}
dd{margin:.1rem 0 0;font-size:1.5rem;font-weight:600;line-height:1.3;font-variant-numeric:tabular-nums}
dd small{display:block;color:var(--muted);font-size:.8rem;font-weight:400}
figure{margin:1.25rem 0 1.75rem}
.picture svg{display:block;max-width:100%;height:auto;margin:0 auto}
.picture.narrow{display:none}
figcaption,caption{color:var(--muted);font-size:.9rem;line-height:1.5;text-align:left}
figcaption{margin-top:.6rem}
caption{padding-bottom:.6rem}
.table{overflow-x:auto;margin:1.25rem 0 1.5rem}
.table:focus-visible{outline:2px solid var(--accent);outline-offset:4px}
table{width:100%;border-collapse:collapse;font-size:.93rem;font-variant-numeric:tabular-nums}
th,td{padding:.45rem .9rem .45rem 0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;font-weight:400}
thead th{color:var(--muted);font-size:.85rem;white-space:nowrap}
tbody tr:last-child>*{border-bottom:0}
.number{text-align:right}
th:last-child,td:last-child{padding-right:0}
ul{margin:0;padding-left:1.2rem}
li{margin:.35rem 0}
li::marker{color:var(--accent)}
code{padding:.1em .35em;background:var(--page);border:1px solid var(--line);border-radius:5px;font:.9em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
footer{max-width:52rem;margin:0 auto;padding:0 1.25rem 3rem;color:var(--muted);font-size:.85rem}
@media (max-width:40rem){main{padding:2rem 1rem 1rem}section{padding:1.15rem;border-radius:12px}.picture.wide{display:none}.picture.narrow{display:block}.numbers{grid-template-columns:1fr 1fr}}
@media print{body{background:none}section{break-inside:avoid;border:0;padding:0}}
`.trim();
