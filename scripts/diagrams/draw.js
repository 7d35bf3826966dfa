// Draws the diagrams of the slides with mermaid in a Chromium, into files named after what they were drawn from. Run by hand after a
// diagram has changed: node scripts/diagrams/draw.js CHROMIUM
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { diagramsOf, pictureOf } from '../package/deck.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const slides = join(here, '..', '..', 'docs', 'slides');
const place = mkdtempSync(join(tmpdir(), 'diagrams-'));

const diagrams = diagramsOf(readFileSync(join(slides, 'deck.md'), 'utf8'));
for (const old of readdirSync(slides).filter((name) => /^diagram-.*\.svg$/.test(name))) rmSync(join(slides, old));
diagrams.forEach((diagram, index) => {
  const page = join(place, 'page.html');
  writeFileSync(page, `<!doctype html><meta charset="utf-8"><body><pre id="source"></pre><div id="drawn"></div>
<script src="file://${join(here, 'node_modules/mermaid/dist/mermaid.min.js')}"></script>
<script>
mermaid.initialize({ startOnLoad: false, htmlLabels: false, flowchart: { htmlLabels: false, wrappingWidth: 320 }, theme: 'neutral', fontFamily: 'sans-serif' });
mermaid.render('drawn-${index}', ${JSON.stringify(diagram)}).then(({ svg }) => { document.getElementById('drawn').innerHTML = svg; });
</script>`);
  const drawn = execFileSync(process.argv[2], ['--headless', '--no-sandbox', '--disable-gpu', `--user-data-dir=${join(place, 'browser')}`,
    '--virtual-time-budget=10000', '--dump-dom', `file://${page}`], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 64e6 });
  const svg = /<svg[\s\S]*<\/svg>/.exec(drawn)?.[0];
  if (!svg) throw new Error(`Not drawn: ${diagram}`);
  writeFileSync(join(slides, pictureOf(diagram)), `${svg}\n`);
});
rmSync(place, { recursive: true, force: true });
console.log(`${diagrams.length} diagrams drawn`);
