import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DAYS, FOLDERS, packagesIn, PROJECT, report, taken, young } from './ages.mjs';

const now = Date.parse('2026-11-28T12:00:00Z');
const times = { '1.0.0': '2026-11-21T11:00:00Z', '1.0.1': 'Sat, 21 Nov 2026 13:00:00 GMT', '1.0.2': null };
const releasedAt = async (name, version) => times[version];
const complaints = async (packages, excused) => (await young(packages, releasedAt, now, excused)).complaints;

describe('the age of what is taken', () => {
  it('is asked of each lock file that git knows', () => {
    const locks = execFileSync('git', ['-C', PROJECT, 'ls-files', '*package-lock.json'], { encoding: 'utf8' }).trim().split('\n');
    deepEqual(locks.sort(), FOLDERS.map(folder => `${folder}/package-lock.json`).sort());
  });
  it('is asked of npm as well, before it takes anything', () => {
    for (const folder of FOLDERS) match(readFileSync(join(PROJECT, folder, '.npmrc'), 'utf8'), new RegExp(`^min-release-age=${DAYS}$`, 'm'));
  });
  it('has to be a week', async () => {
    deepEqual(await complaints(['a@1.0.0']), []);
    deepEqual(await complaints(['@of/a@1.0.1', 'of:a@1.0.1']), ['@of/a@1.0.1 is of 2026-11-21, less than 7 days ago', 'of:a@1.0.1 is of 2026-11-21, less than 7 days ago']);
  });
  it('is asked by name and version', () => young(['@of/a@1.0.0'], async (...words) => (deepEqual(words, ['@of/a', '1.0.0']), times['1.0.0']), now));
  it('is not guessed', async () => {
    deepEqual(await complaints(['a@2.0.0']), ['a@2.0.0 has no release that the registry knows']);
    deepEqual(await young(['a@1.0.1', 'a@1.0.2'], releasedAt, now), { complaints: ['a@1.0.1 is of 2026-11-21, less than 7 days ago'], untold: 1 });
    await rejects(young(['a@1.0.0'], async () => Promise.reject(new Error('nobody answers')), now));
  });
  it('is excused for one version', async () => {
    deepEqual(await complaints(['a@1.0.1'], { 'a@1.0.1': 'repairs a weakness' }), []);
    equal((await complaints(['a@1.0.1'], { 'a@1.0.0': 'another' })).length, 1);
  });
  it('is told in one sentence, also where nobody tells it', async () => {
    const told = async (packages, asking = releasedAt) => {
      const said = [];
      const say = { log: line => said.push(line), error: line => said.push(`! ${line}`) };
      return [await report({ kind: 'things', of: 'shop', taken: async () => packages, releasedAt: asking }, 'abc', say, now), ...said];
    };
    deepEqual(await told(['a@1.0.0']), [true, '1 things were taken since abc, none within 7 days of its release.']);
    deepEqual(await told(['a@1.0.0', 'a@1.0.1']), [false, '! a@1.0.1 is of 2026-11-21, less than 7 days ago']);
    deepEqual(await told(['a@1.0.0', 'a@1.0.2']), [true, 'The shop tells no date of 1 of the 2 things that were taken since abc: their age is skipped.']);
    deepEqual(await told(['a@1.0.0'], async () => Promise.reject(new Error('away'))), [true, 'The shop does not answer: the age of things is skipped.']);
  });
  it('is excused with a reason', () => {
    for (const why of Object.values(JSON.parse(readFileSync(new URL('young.json', import.meta.url), 'utf8')))) ok(why.length > 20, why);
  });
  it('is asked of what is new or another version, wherever it lies in the tree', () => {
    const before = packagesIn(JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' } } }));
    const after = packagesIn(JSON.stringify({ packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/a/node_modules/@of/b': { version: '2.0.0' }, 'node_modules/c': { version: '1.0.0', link: true } } }));
    deepEqual(taken(before, after), ['@of/b@2.0.0']);
  });
});
