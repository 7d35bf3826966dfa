// ages.mjs [SINCE]: ends with 1 and names the npm packages that a lock file, and the Maven artifacts that a POM, has taken since the commit SINCE within a week of
// their release. Most releases that somebody else has slipped in are taken back within days. A repair that cannot wait stands in young.json, as
// "NAME@VERSION": "why". Where nobody tells dates it says so.

import { execFile, execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { artifactsIn, managed, MavenRepository, propertiesIn, repositoryIn } from './maven.mjs';

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

/**
 * @param releasedAt NAME, VERSION → when; undefined where there is no such release, null where no date is told; throws where nobody answers
 * @returns complaints, and of how many packages the age was not told
 */
export async function young(packages, releasedAt, now = Date.now(), excused = {}) {
  const complaints = [];
  let untold = 0;
  for (const one of packages.filter(name => !excused[name])) {
    const at = one.lastIndexOf('@');
    const told = await releasedAt(one.slice(0, at), one.slice(at + 1));
    const released = Date.parse(told ?? '');
    if (told === null) untold++;
    else if (Number.isNaN(released)) complaints.push(`${one} has no release that the registry knows`);
    else if (now - released < DAYS * DAY) complaints.push(`${one} is of ${new Date(released).toISOString().slice(0, 10)}, less than ${DAYS} days ago`);
  }
  return { complaints, untold };
}

/** @param kind what is asked, and of whom */
export async function report({ kind, of, taken, releasedAt }, since, say = console, now = Date.now(), excused = {}) {
  try {
    const packages = await taken();
    const { complaints, untold } = await young(packages, releasedAt, now, excused);
    complaints.forEach(complaint => say.error(complaint));
    if (untold > 0) say.log(`The ${of} tells no date of ${untold} of the ${packages.length} ${kind} that were taken since ${since}: their age is skipped.`);
    else if (complaints.length === 0) say.log(`${packages.length} ${kind} were taken since ${since}, none within ${DAYS} days of its release.`);
    return complaints.length === 0;
  } catch {
    say.log(`The ${of} does not answer: the age of ${kind} is skipped.`);
    return true;
  }
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

function textAt(commit, path) {
  try {
    return git('show', `${commit}:${path}`);
  } catch {
    return undefined;
  }
}

const textNow = path => readFileSync(join(PROJECT, path), 'utf8');

async function npmReleasedAt(name, version) {
  const { stdout } = await promisify(execFile)('npm', ['view', name, 'time', '--json'], { timeout: 30_000, maxBuffer: 64e6 });
  return JSON.parse(stdout)[version];
}

const npm = since => ({
  kind: 'npm packages',
  of: 'npm registry',
  taken: () => FOLDERS.flatMap(folder => taken(packagesIn(textAt(since, `${folder}/package-lock.json`) ?? '{}'), packagesIn(textNow(`${folder}/package-lock.json`)))),
  releasedAt: npmReleasedAt,
});

function maven(since) {
  const settings = join(homedir(), '.m2/settings.xml');
  const repository = new MavenRepository(repositoryIn(existsSync(settings) ? readFileSync(settings, 'utf8') : ''));
  return {
    kind: 'Maven artifacts',
    of: 'Maven repository',
    taken: () => takenByMaven(path => textAt(since, path), pomsNow(), repository),
    releasedAt: (name, version) => repository.releasedAt(name, version),
  };
}

export const pomsNow = () => Object.fromEntries(git('ls-files', 'pom.xml', '*/pom.xml').trim().split('\n').map(path => [path, textNow(path)]));

/**
 * Parents are asked for only when a property may give what they manage another version.
 * @param textBefore PATH → a POM as it was, undefined where there was none
 * @param now texts by path
 */
export async function takenByMaven(textBefore, now, repository) {
  const before = Object.fromEntries(Object.keys(now).map(path => [path, textBefore(path) ?? '']));
  const [old, current] = [before, now].map(poms => propertiesIn(poms['pom.xml']));
  const parents = [...current].some(([name, value]) => old.get(name) !== value) ? await repository.parentsOf(now['pom.xml']) : [];
  return taken(artifactsIn(before), new Set([...artifactsIn(now), ...managed(parents, old, current)]));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const since = process.argv[2] ?? usualSince();
  const excused = JSON.parse(readFileSync(new URL('young.json', import.meta.url), 'utf8'));
  for (const registry of [npm(since), maven(since)]) {
    if (!(await report(registry, since.slice(0, 12), console, Date.now(), excused))) process.exitCode = 1;
  }
}
