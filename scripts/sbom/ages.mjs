// ages.mjs [SINCE]: ends with 1 and names the npm packages that a lock file has taken since the commit SINCE within a week of their release. Most releases that
// somebody else has slipped in are taken back within days. A repair that cannot wait stands in young.json, as "NAME@VERSION": "why". Ends with 2 where
// nobody answers who knows dates.

import { execFile, execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const FOLDERS = ['web', 'scripts/diagrams', 'scripts/secrets'];
export const DAYS = 7;
const DAY = 86_400_000;

/** @returns {Set<string>} NAME@VERSION of what a lock file takes from the registry */
export function packagesIn(lock) {
  const entries = Object.entries(JSON.parse(lock).packages ?? {});
  return new Set(entries.filter(([path, { link }]) => path.includes('node_modules/') && !link).map(([path, { name, version }]) => `${name ?? path.replace(/^.*node_modules\//, '')}@${version}`));
}

export const taken = (before, now) => [...now].filter(one => !before.has(one)).sort();

/** @param timesOf NAME → its releases' times by version; throws where nobody answers */
export async function young(packages, timesOf, now = Date.now(), excused = {}) {
  const complaints = [];
  for (const one of packages) {
    if (excused[one]) continue;
    const at = one.lastIndexOf('@');
    const released = Date.parse((await timesOf(one.slice(0, at)))[one.slice(at + 1)] ?? '');
    if (Number.isNaN(released)) complaints.push(`${one} has no release that the registry knows`);
    else if (now - released < DAYS * DAY) complaints.push(`${one} is of ${new Date(released).toISOString().slice(0, 10)}, less than ${DAYS} days ago`);
  }
  return complaints;
}

const git = (...words) => execFileSync('git', ['-C', PROJECT, ...words], { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });

/** What a change is compared with: where it left the main branch; on that branch, the commit before. */
function usualSince() {
  try {
    const left = git('merge-base', 'origin/main', 'HEAD').trim();
    if (left !== git('rev-parse', 'HEAD').trim()) return left;
  } catch {
    // There is no such branch here.
  }
  return 'HEAD~1';
}

function lockAt(commit, folder) {
  try {
    return packagesIn(git('show', `${commit}:${folder}/package-lock.json`));
  } catch {
    return new Set();
  }
}

async function npmTimes(name) {
  const { stdout } = await promisify(execFile)('npm', ['view', name, 'time', '--json'], { timeout: 30_000, maxBuffer: 64e6 });
  return JSON.parse(stdout);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const since = process.argv[2] ?? usualSince();
  const packages = FOLDERS.flatMap(folder => taken(lockAt(since, folder), packagesIn(readFileSync(join(PROJECT, folder, 'package-lock.json'), 'utf8'))));
  const excused = JSON.parse(readFileSync(new URL('young.json', import.meta.url), 'utf8'));
  try {
    const complaints = await young(packages, npmTimes, Date.now(), excused);
    complaints.forEach(complaint => console.error(complaint));
    if (complaints.length === 0) console.log(`${packages.length} npm packages were taken since ${since.slice(0, 12)}, none within ${DAYS} days of its release.`);
    process.exitCode = complaints.length > 0 ? 1 : 0;
  } catch {
    process.exitCode = 2;
  }
}
