/** The style of the report's page: calm on a screen, on a phone and on paper, in light and in dark. */
export const pageStyle = `
:root{color-scheme:light dark;--paper:#fbfaf7;--card:#fff;--ink:#1f1e1b;--soft:#5d5a53;--rule:#dedad1;--link:#1b4f8a;
--good:#2c6e49;--open:#6a4a9c;--near:#8a5a00;--bad:#b3261e;--mute:#66625a;--glow:#fff3c4}
@media (prefers-color-scheme:dark){:root{--paper:#171816;--card:#1f201e;--ink:#e9e6de;--soft:#aaa69c;--rule:#383934;--link:#8fbdf0;
--good:#7cc79b;--open:#c3a6f2;--near:#e3b75c;--bad:#ff9a8f;--mute:#a5a198;--glow:#4a4220}}
*{box-sizing:border-box}
html{scroll-padding-top:5rem}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,"Iowan Old Style","Source Serif 4",Georgia,serif;overflow-wrap:break-word}
header,main,footer{max-width:70rem;margin:0 auto;padding:0 1.5rem}
header{padding-top:2.5rem}
.brand,.filter,.notes,.list,footer,.coverage,.error,.front,.skip{font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.brand{margin:0;color:var(--soft);font-size:.8125rem;letter-spacing:.06em}
h1{font-size:1.75rem;line-height:1.25;margin:.25rem 0 1rem;font-weight:600;text-wrap:balance}
h2{font-size:.9375rem;font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;color:var(--soft);font-weight:500;margin:2.5rem 0 1rem;padding-bottom:.5rem;border-bottom:1px solid var(--rule)}
h3{font-size:1.625rem;line-height:1.25;margin:.25rem 0 .75rem;font-weight:600;text-wrap:balance}
h4{font-size:1.25rem;margin:1rem 0 .5rem}h5,h6{font-size:1.0625rem;margin:1rem 0 .5rem}
footer h3{font-size:.9375rem;margin:1.5rem 0 .5rem;font-weight:500;color:var(--soft)}
a{color:var(--link);text-underline-offset:.15em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
main:focus{outline:none}
.skip{position:absolute;left:-100vw}.skip:focus{left:1rem;top:1rem;background:var(--card);padding:.5rem 1rem;z-index:3}
.coverage{display:flex;flex-wrap:wrap;gap:.5rem 2.5rem;margin:0 0 1rem;color:var(--soft);font-size:.875rem}
.tally strong{display:block;color:var(--ink);font:600 1.5rem/1.2 Charter,"Iowan Old Style",Georgia,serif;font-variant-numeric:tabular-nums}
.list{font-size:.875rem;line-height:1.5;border-top:1px solid var(--rule);padding:.5rem 0;max-width:46rem}
.list summary{cursor:pointer;font-weight:600;padding:.125rem 0}
.list ul{margin:.25rem 0 .5rem;padding-left:1.25rem}.list li{margin:.25rem 0}
.count{color:var(--soft);font-weight:400;font-variant-numeric:tabular-nums}
.filter{position:sticky;top:0;z-index:2;background:var(--paper);border-block:1px solid var(--rule);margin-top:1rem}
.filter fieldset{max-width:70rem;margin:0 auto;padding:.5rem 1.5rem;border:0;display:flex;flex-wrap:wrap;align-items:center;gap:.125rem 1rem;font-size:.8125rem}
.filter legend{float:left;padding:0;color:var(--soft)}
.filter label{display:inline-flex;align-items:center;gap:.3rem;min-height:1.75rem;cursor:pointer;white-space:nowrap}
.filter input{width:1rem;height:1rem;margin:0;accent-color:var(--link)}
.row{display:grid;grid-template-columns:minmax(0,38rem) minmax(0,1fr);column-gap:2.5rem;margin-bottom:1.25rem;align-items:start}
@media screen and (min-width:52.01rem){.text{position:sticky;top:6rem}}
.text>*{margin-top:0;margin-bottom:0}
.text .kept{white-space:pre-wrap}
.text blockquote{margin:0;padding-left:1rem;border-left:2px solid var(--rule)}
pre{white-space:pre-wrap;font-size:.8125rem;line-height:1.5;margin:0}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace}
.front{color:var(--soft);font-size:.8125rem}.front summary{cursor:pointer}
.cite,.dim{color:var(--soft)}.cite{font-size:.875em}
.error{color:var(--bad)}
mark{background:none;color:inherit;text-decoration:underline;text-decoration-thickness:1.5px;text-underline-offset:.22em;text-decoration-skip-ink:none}
.ref{font:500 .6875rem/1 system-ui,-apple-system,sans-serif;vertical-align:super;margin-left:.1em;white-space:nowrap}
.ref a{text-decoration:none;padding:.35em .2em;color:var(--tone)}
.ref a:target,.ref a:focus-visible{background:var(--glow)}
.notes{list-style:none;margin:0;padding:0;font-size:.8125rem;line-height:1.45}
.note{padding:0 0 .25rem .75rem;margin:0 0 .5rem;border-left:2px solid var(--tone)}
.note:target{background:var(--glow)}
.note p{margin:.125rem 0 0}
.head{display:flex;gap:.45rem;align-items:baseline;color:var(--tone);font-weight:600}
.back{color:inherit;min-width:1.1em;text-decoration:none;font-variant-numeric:tabular-nums}.back:hover{text-decoration:underline}
.sign{display:inline-block;min-width:1em;text-align:center;color:var(--tone)}
.quiet .head,.quiet>p{display:inline}.quiet .head>*{margin-right:.45rem}.quiet details{display:inline-block;vertical-align:top}.quiet details[open]{display:block}.quiet summary{margin:0 0 0 .4rem;min-height:0}
.reason{color:var(--soft)}
.notes figure{margin:.375rem 0 0}
.notes blockquote{margin:0;padding:0;color:var(--ink);font-family:Charter,"Iowan Old Style",Georgia,serif;font-size:.875rem}
.notes figcaption,.changes{color:var(--soft);font-size:.75rem}.notes cite{font-style:normal}
.notes b{font-weight:700}
.notes summary{cursor:pointer;color:var(--soft);font-size:.75rem;margin-top:.125rem;min-height:1.5rem}
del{color:var(--bad)}ins{color:var(--good);text-decoration-style:dotted}
.v-supported,.v-derived{--tone:var(--good)}.v-disputed{--tone:var(--open)}.v-imprecise{--tone:var(--near)}
:is(.v-contradicted,.v-unsupported,.v-mismatched,.v-misattributed,.v-altered,.v-undefined){--tone:var(--bad)}
:is(.v-unchecked,.v-unused,.v-ignored){--tone:var(--mute)}
mark,.u{text-decoration-color:var(--tone)}
.u{text-decoration-line:underline;text-decoration-thickness:1.5px;text-underline-offset:.22em}
.v-supported:is(mark),.v-supported .u{text-decoration-style:solid}
.v-derived:is(mark),.v-derived .u,.v-unchecked:is(mark),.v-unchecked .u,.v-mismatched:is(mark),.v-mismatched .u{text-decoration-style:dotted;text-decoration-thickness:2px}
.v-disputed:is(mark),.v-disputed .u,.v-misattributed:is(mark),.v-misattributed .u{text-decoration-style:double}
.v-imprecise:is(mark),.v-imprecise .u,.v-unsupported:is(mark),.v-unsupported .u,.v-ignored:is(mark),.v-ignored .u{text-decoration-style:dashed}
.v-contradicted:is(mark),.v-contradicted .u,.v-altered:is(mark),.v-altered .u,.v-undefined:is(mark),.v-undefined .u{text-decoration-style:wavy;text-decoration-thickness:1px}
footer{padding-bottom:4rem;font-size:.875rem;line-height:1.5}
.sources{padding:0;list-style:none}.sources li{margin:.375rem 0;overflow-wrap:anywhere}
@media (max-width:52rem){header,main,footer,.filter fieldset{padding-inline:1rem}header{padding-top:1.25rem}
.row{display:block}.notes{margin:.75rem 0 1.5rem}.filter{position:static}h1{font-size:1.375rem}h3{font-size:1.375rem}}
@media print{:root{--paper:#fff;--card:#fff;--ink:#000;--soft:#444;--rule:#bbb;--link:#000;--good:#1d5236;--open:#4b2f7d;--near:#6b4500;--bad:#8f1912;--mute:#444}
@page{margin:16mm 14mm}html{font-size:9.5pt}body{font-size:10.5pt;line-height:1.45}
header,main,footer{max-width:none;padding:0}.filter,.skip,.front,details:not([open],.list)>summary{display:none}.list::details-content{content-visibility:visible;block-size:auto}
.row{display:grid;grid-template-columns:minmax(0,11fr) minmax(0,8fr);column-gap:7mm}.notes{margin:0;font-size:8pt}.notes blockquote{font-size:8.5pt}
.note{break-inside:avoid;padding-bottom:2mm}h2,h3,h4{break-after:avoid}
a{text-decoration:none;color:inherit}mark,.note,.u{print-color-adjust:exact}}
@media (forced-colors:active){mark{text-decoration-color:CanvasText}.note{border-color:CanvasText}}
`;
