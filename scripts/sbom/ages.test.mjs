import { deepEqual, equal, match, ok, rejects } from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { DAYS, FOLDERS, packagesIn, PROJECT, taken, young } from './ages.mjs';

const now = Date.parse('2026-11-28T12:00:00Z');
const times = { '1.0.0': '2026-11-21T11:00:00Z', '1.0.1': '2026-11-21T13:00:00Z' };

describe('the age of what is taken', () => {
  it('is asked of each lock file that git knows', () => {
    const locks = execFileSync('git', ['-C', PROJECT, 'ls-files', '*package-lock.json'], { encoding: 'utf8' }).trim().split('\n');
    deepEqual(locks.sort(), FOLDERS.map(folder => `${folder}/package-lock.json`).sort());
  });
  it('is asked of npm as well, before it takes anything', () => {
    for (const folder of FOLDERS) match(readFileSync(join(PROJECT, folder, '.npmrc'), 'utf8'), new RegExp(`^min-release-age=${DAYS}$`, 'm'));
  });
  it('has to be a week', async () => {
    deepEqual(await young(['a@1.0.0'], async () => times, now), []);
    deepEqual(await young(['@of/a@1.0.1'], async name => (equal(name, '@of/a'), times), now), ['@of/a@1.0.1 is of 2026-11-21, less than 7 days ago']);
  });
  it('is not guessed', async () => {
    deepEqual(await young(['a@2.0.0'], async () => times, now), ['a@2.0.0 has no release that the registry knows']);
    await rejects(young(['a@1.0.0'], async () => Promise.reject(new Error('nobody answers')), now));
  });
  it('is excused for one version', async () => {
    deepEqual(await young(['a@1.0.1'], async () => times, now, { 'a@1.0.1': 'repairs a weakness' }), []);
    equal((await young(['a@1.0.1'], async () => times, now, { 'a@1.0.0': 'another' })).length, 1);
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
