// Every mermaid diagram of the documents is read by mermaid itself: one that it cannot read is a red box on the page.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';

// Texts of nodes are cleaned with a DOM when they are read.
const { window } = new JSDOM('');
globalThis.window = window;
globalThis.document = window.document;
const { default: mermaid } = await import('mermaid');

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

function documents() {
  const below = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join(root, 'docs', name));
  return [...below, ...['README.md', 'CONTRIBUTING.md'].map((name) => join(root, name))];
}

// With the line on which each begins, to be found.
function diagrams(markdown) {
  const found = [];
  let open = null;
  markdown.split('\n').forEach((line, index) => {
    if (open === null && /^\s*```mermaid\s*$/.test(line)) open = { line: index + 2, text: [] };
    else if (open !== null && /^\s*```\s*$/.test(line)) {
      found.push({ line: open.line, text: open.text.join('\n') });
      open = null;
    } else open?.text.push(line);
  });
  assert.equal(open, null, 'a diagram is not closed');
  return found;
}

let count = 0;
for (const file of documents()) {
  for (const { line, text } of diagrams(readFileSync(file, 'utf8'))) {
    count++;
    test(`${relative(root, file)}:${line} is a diagram`, () => mermaid.parse(text));
  }
}

test('there are diagrams to read', () => assert.ok(count > 0));

test('a diagram that is broken is noticed', async () => {
  const [first, second] = diagrams('```mermaid\nflowchart LR\n  a[open --> b\n```\n\n```mermaid\nsequenceDiagram\n  A->>\n```\n');
  await assert.rejects(mermaid.parse(first.text));
  await assert.rejects(mermaid.parse(second.text));
});

test('a diagram that is not closed is noticed', () => {
  assert.throws(() => diagrams('```mermaid\nflowchart LR\n'));
});
