// Slides from Markdown to one HTML file that needs nothing else: shown one at a time, printed one a page.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @param {string} folder with deck.md, deck.css and a picture of each diagram */
export function deck(folder) {
  const slides = slidesOf(readFileSync(join(folder, 'deck.md'), 'utf8'));
  const picture = diagram => readFileSync(join(folder, pictureOf(diagram)), 'utf8').trim();
  const title = /^# (.+)$/m.exec(slides[0])[1];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<style>
${readFileSync(join(folder, 'deck.css'), 'utf8').trim()}
</style>
${slides.map((slide, index) => `<section id="s${index}">\n${html(slide, picture)}\n<footer>${index} of ${slides.length - 1}</footer>\n</section>`).join('\n')}
<script>
const slides = [...document.querySelectorAll('section')];
const nearest = () => slides.reduce((best, slide, index) => Math.abs(slide.getBoundingClientRect().top) < Math.abs(slides[best].getBoundingClientRect().top) ? index : best, 0);
addEventListener('keydown', event => {
  const step = { ArrowRight: 1, PageDown: 1, ' ': 1, ArrowLeft: -1, PageUp: -1 }[event.key];
  if (!step || event.target.closest('a')) return;
  event.preventDefault();
  slides[nearest() + step]?.scrollIntoView();
});
</script>
</html>
`;
}

/** Between lines of three dashes; none inside a fence. */
export const slidesOf = markdown => markdown.split(/^---$/m).map(slide => slide.trim());

export const diagramsOf = markdown => [...markdown.matchAll(/^```mermaid\n([\s\S]*?)\n```$/gm)].map(match => match[1]);

/** Named after the diagram it was drawn from, so that a changed diagram has no picture until it is drawn anew. */
export const pictureOf = diagram => `diagram-${createHash('sha256').update(diagram).digest('hex').slice(0, 12)}.svg`;

const escape = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');

function inline(text) {
  return text
    .split(/(`[^`]+`)/)
    .map(part =>
      /^`.+`$/.test(part)
        ? `<code>${escape(part.slice(1, -1))}</code>`
        : escape(part)
            .replace(/\*\*(.+?)\*\*/g, '<strong>$1</strong>')
            .replace(/\*(.+?)\*/g, '<em>$1</em>')
            .replace(/\[([^\]]+)\]\(([^)\s]+)\)/g, '<a href="$2">$1</a>'),
    )
    .join('');
}

const cells = row => row.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).map(cell => inline(cell.trim().replace(/\\\|/g, '|')));

/** Headings, paragraphs, lists of one level, tables, fences: what the deck uses. Anything else is a paragraph. */
export function html(markdown, picture) {
  const out = [];
  const lines = markdown.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    const run = belongs => {
      const taken = [];
      while (at < lines.length && belongs(lines[at])) taken.push(lines[at++]);
      at--;
      return taken;
    };
    if (line.trim() === '') continue;
    const heading = /^(#{1,3}) (.+)$/.exec(line);
    if (heading) out.push(`<h${heading[1].length}>${inline(heading[2])}</h${heading[1].length}>`);
    else if (line.startsWith('```')) {
      at++;
      const text = run(l => !l.startsWith('```')).join('\n');
      at++;
      out.push(line === '```mermaid' ? `<figure>${picture(text)}</figure>` : `<pre>${escape(text)}</pre>`);
    } else if (/^[-*] /.test(line)) out.push(`<ul>${run(l => /^[-*] |^ {2}\S/.test(l)).join('\n').split(/^[-*] /m).slice(1).map(item => `<li>${inline(item.trim().replace(/\n\s*/g, ' '))}</li>`).join('')}</ul>`);
    else if (/^\d+\. /.test(line)) out.push(`<ol>${run(l => /^\d+\. |^ {3}\S/.test(l)).join('\n').split(/^\d+\. /m).slice(1).map(item => `<li>${inline(item.trim().replace(/\n\s*/g, ' '))}</li>`).join('')}</ol>`);
    else if (line.startsWith('|')) {
      const [head, , ...rows] = run(l => l.startsWith('|'));
      const row = (text, tag) => `<tr>${cells(text).map(cell => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
      out.push(`<table><thead>${row(head, 'th')}</thead><tbody>${rows.map(text => row(text, 'td')).join('')}</tbody></table>`);
    } else out.push(`<p>${inline(run(l => l.trim() !== '' && !/^(#|```|[-*] |\d+\. |\|)/.test(l)).join(' '))}</p>`);
  }
  return out.join('\n');
}
