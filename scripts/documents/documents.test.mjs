// Documents against the repository, and for each kind of claim one that is wrong and must be noticed.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { deck, diagramsOf, html, pictureOf, slidesOf } from '../package/deck.mjs';
import { anchorsOf, brokenLinks, clusterSteps, documents, missingFiles, PROJECT, read, strangeFigures, tableAfter, wrongCommands } from './documents.mjs';
import { claims, lines, PAGE, page, responsibilities, safeguards } from './quick-reference.mjs';

const { deepEqual, equal, match, ok } = assert;
const texts = documents();
const changed = (path, from, to) => {
  ok(texts.get(path).includes(from), `"${from}" is no longer in ${path}`);
  return new Map([[path, texts.get(path).replace(from, to)]]);
};
const measurements = read('docs/guides/measurements.md');
const cost = read('docs/guides/cost.md');

describe('documents', () => {
  it('lead with every link to something that is there', () => deepEqual(brokenLinks(texts), []));
  it('name commands, options and steps that there are', () => deepEqual(wrongCommands(texts), []));
  it('name files that there are', () => deepEqual(missingFiles(new Map([...texts].filter(([path]) => path !== 'docs/style.md'))), []));

  for (const [what, from, to] of [
    ['a link to a file that is gone', '(../compliance/only-a-subscription.md)', '(../compliance/only-a-cloud.md)'],
    ['a link to a heading that is gone', '](../compliance/audit-log.md#on-azure)', '](../compliance/audit-log.md#on-premises)'],
  ]) {
    it(`notices ${what}`, () => equal(brokenLinks(new Map([...texts, ...changed('docs/guides/deploy-azure.md', from, to)])).length > 0, true));
  }
  for (const [what, from, to] of [
    ['a command that there is not', './visavis deploy --environment test --dry-run', './visavis deliver --environment test'],
    ['an option that there is not', '--environment test --pull-secret', '--environment test --secret-pull'],
    ['a step that there is not', '--only verification', '--only verify'],
  ]) {
    it(`notices ${what}`, () => equal(wrongCommands(changed('docs/guides/deploy-azure.md', from, to)).length, 1));
  }
  it('notices a file that is gone', () => equal(missingFiles(changed('docs/guides/bicep-and-cli.md', '`deploy/azure/types.bicep`', '`deploy/azure/kinds.bicep`')).length, 1));
  it('reads headings as pages do', () => deepEqual([...anchorsOf('# A `b` (c), d\n```\n# no\n```\n## A [b](x.md)!\n## A b\n')], ['a-b-c-d', 'a-b', 'a-b-1']));
});

describe('the guide to Azure', () => {
  const six = text => tableAfter(text, '## The six steps').map(([number, , steps]) => [number, [...steps.matchAll(/`([a-z0-9-]+)`/g)].map(found => found[1])]);
  const guide = read('docs/guides/deploy-azure.md');

  function complaints(text) {
    const rows = six(text);
    const named = rows.flatMap(([, steps]) => steps);
    const explained = tableAfter(text, '## The steps').map(row => row[0].replaceAll('`', ''));
    return [
      ...(rows.map(([number]) => number).join() === '0,1,2,3,4,5,6' ? [] : ['the steps are not six after what comes before']),
      ...clusterSteps().filter(step => !named.includes(step)).map(step => `${step} is in none of the six`),
      ...named.filter(step => !clusterSteps().includes(step)).map(step => `${step} is no step`),
      ...([...new Set(named)].join() === clusterSteps().join() ? [] : ['their order is not that of a run']),
      ...clusterSteps().filter(step => !explained.includes(step)).map(step => `${step} is not explained`),
      ...tableAfter(text, '## The steps').filter(row => row.length !== 4 || row.some(cell => cell === '')).map(row => `${row[0]} lacks what it does, how to see it or how to undo it`),
    ];
  }

  it('DOC-04: the six steps of a deployment are those that the scripts run, in their order, each with how to see and undo it', () => deepEqual(complaints(guide), []));
  for (const [from, to] of [['`stage-2` `approval` `names`', '`stage-2` `names`'], ['| 6 | Test', '| 7 | Test'], ['`sign-in` `access` `cluster`', '`access` `sign-in` `cluster`']]) {
    it(`DOC-04: notices in the guide: ${from} → ${to}`, () => ok(complaints(guide.replace(from, to)).length > 0));
  }
});

describe('the explanation of templates', () => {
  const explained = read('docs/guides/bicep-and-cli.md');
  const templates = readdirSync(join(PROJECT, 'deploy/azure'), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.bicep(param)?$/.test(name))
    .map(name => readFileSync(join(PROJECT, 'deploy/azure', name), 'utf8'));
  const passages = text => [...text.matchAll(/^```bicep\n([\s\S]*?)\n```$/gm)].map(found => found[1]);
  const unknown = text => passages(text).filter(passage => !templates.some(template => template.includes(passage)));

  it('DOC-02: passages of Bicep that are explained are in our templates, word by word', () => {
    ok(passages(explained).length > 0);
    deepEqual(unknown(explained), []);
  });
  it('DOC-02: notices in the explanation: a passage that no template has', () => equal(unknown(explained.replace("category: 'Cost'", "category: 'Money'")).length, 1));
});

describe('figures', () => {
  it('DOC-03: answers to objections have no figure that was not measured', () => {
    const objections = read('docs/guides/objections.md');
    deepEqual(strangeFigures(objections, measurements), []);
    ok((objections.match(/\*\*\d/g) ?? []).length > 20);
  });
  it('DOC-03: notices in an answer: a figure that nobody measured', () => deepEqual(strangeFigures('It takes **421 ms**.', measurements), ['421']));
  it('slides have no figure that was not measured', () => deepEqual(strangeFigures(read('docs/slides/deck.md'), measurements), []));

  const HOURS = 730;
  function bought(text) {
    return tableAfter(text, '## What is bought by the hour').slice(0, 4).flatMap(([name, control, workers, licensed, hours]) =>
      (name.startsWith('test') ? ['test', 'test-secondary'] : [name]).flatMap(environment => {
        const found = /controlPlaneSize: 'Standard_D(\d+)s_v5', workerSize: 'Standard_D(\d+)s_v5', workerCount: (\d+)/.exec(read(`deploy/azure/environments/${environment}.bicepparam`));
        const [, plane, worker, count] = found.map(Number);
        const wanted = [`3 × ${plane} vCPU`, `${count} × ${worker} vCPU`, String(worker * count), (worker * count * HOURS).toLocaleString('en-US')];
        const given = [control, workers, licensed, hours];
        return wanted.filter((value, at) => value !== given[at]).map(value => `${environment}: ${value}`);
      }),
    );
  }
  it('CST-02: the cost guide counts what the parameter files say', () => deepEqual(bought(cost), []));
  it('CST-02: notices in the cost guide: a worker that is not counted', () => equal(bought(cost.replace('6 × 8 vCPU', '5 × 8 vCPU')).length, 1));
  it('CST-02: nights save what the schedule of the cluster says', () => {
    const schedule = read('deploy/openshift/components/off-peak/scaled-objects.yaml');
    const [begins, ends] = ['start', 'end'].map(word => Number(new RegExp(`${word}: 0 (\\d+) `).exec(schedule)[1]));
    const day = Number(/desiredReplicas: "(\d+)"/.exec(schedule)[1]);
    const night = Number(/minReplicaCount: (\d+)/.exec(schedule)[1]);
    ok(cost.includes(`from ${begins} to ${ends} o'clock`));
    ok(cost.includes(`are ${(ends - begins) * day + (24 - ends + begins) * night}\n  instance-hours a day instead of ${24 * day}`));
    const workers = 6 * (ends - begins) + 3 * (24 - ends + begins);
    ok(cost.includes(`makes ${workers}\n  machine-hours a day of ${24 * 6}: ${Math.round(100 - (100 * workers) / (24 * 6))} % fewer`));
  });
});

describe('what only a subscription can prove', () => {
  const rows = text => text.split('\n').filter(line => line.startsWith('| ') && !line.startsWith('| what |')).map(line => line.split(/(?<!\\)\|/).slice(1, -1).map(cell => cell.trim()));
  const wrong = text => rows(text).filter(row => row.length !== 3 || row[0] === '' || row[1] === '' || !/^(\d{4}-\d{2}-\d{2}.*)?$/.test(row[2]));
  const table = read('docs/compliance/only-a-subscription.md');

  it('says for each line how to prove it, and is empty or dated', () => {
    ok(rows(table).length > 50);
    deepEqual(wrong(table), []);
  });
  it('notices a line that is ticked without a date', () => equal(wrong(`${table}\n| it runs | \`true\` | yes |\n`).length, 1));
});

describe('HIPAA on one page', () => {
  it('CMP-11: the quick reference is made of what is claimed today', () => {
    const now = page();
    const then = readFileSync(PAGE, 'utf8');
    if (then !== now) writeFileSync(PAGE, now);
    equal(then, now, 'It has been written anew: look at it and commit it.');
  });
  it('names rows that there are', () => deepEqual(safeguards().flatMap(([, , , rows]) => rows.split(' ')).filter(row => !claims.has(row)), []));
  const unowned = list => list.filter(row => row.length !== 5 || row[2] === '' || row[3] === '' || row[4].split(' ').some(id => !claims.has(id))).map(([area]) => area);
  it('CMP-02: each of the fourteen areas has an owner for each part of it, and rows that there are', () => {
    equal(responsibilities().length, 14);
    deepEqual(unowned(responsibilities()), []);
  });
  it('CMP-02: notices in an area: a part that nobody owns, and a row that there is not', () =>
    deepEqual(unowned([['A', '', '', 'x', 'APP-15'], ['B', '', 'x', 'y', 'APP-99'], ['C', '', 'x', 'y', 'APP-15']]), ['A', 'B']));
  it('reads fields in quotes', () => deepEqual(lines('head\na,"b, ""c""",d\n'), [['a', 'b, "c"', 'd']]));
});

describe('slides', () => {
  const source = read('docs/slides/deck.md');
  const folder = join(PROJECT, 'docs/slides');

  it('DOC-01: an agenda and twelve slides are made of their source, each diagram with its picture', () => {
    equal(slidesOf(source).length, 13);
    const made = deck(folder);
    equal(made.match(/<section /g).length, 13);
    equal(made.match(/<figure><svg/g).length, diagramsOf(source).length);
    equal(diagramsOf(source).length, 2);
    ok(!/(?:src|href)="https?:/.test(made.replace(/<a href="[^"]*"/g, '')), 'they need something from elsewhere');
    equal(deck(folder), made);
  });
  it('DOC-01: notices in a diagram: a change that was not drawn', () => {
    const pictures = readdirSync(folder);
    ok(diagramsOf(source).every(diagram => pictures.includes(pictureOf(diagram))));
    ok(!pictures.includes(pictureOf(`${diagramsOf(source)[0]}\n  x --> y`)));
  });
  it('no picture is left over', () => deepEqual(readdirSync(folder).filter(name => name.endsWith('.svg')).sort(), diagramsOf(source).map(pictureOf).sort()));
  it('are written as meant', () => {
    equal(html('## A & b\n\n- one **two**\n  more\n- `<x>`\n\n| a | b |\n|---|---|\n| 1 | [c](d.md) |', () => ''), '<h2>A &amp; b</h2>\n<ul><li>one <strong>two</strong> more</li><li><code>&lt;x&gt;</code></li></ul>\n<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td><a href="d.md">c</a></td></tr></tbody></table>');
    match(html('```\na < b\n```\n\nend', () => ''), /^<pre>a &lt; b<\/pre>\n<p>end<\/p>$/);
  });
});
