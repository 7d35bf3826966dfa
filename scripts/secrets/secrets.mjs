// Finds secrets in texts: by secretlint, who knows the vendors' forms, and by our own list. What it says of a secret is where it is.
import { creator } from '@secretlint/secretlint-rule-preset-recommend';
import { lintSource } from '@secretlint/core';
import { secretLintProfiler } from '@secretlint/profiler';
import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, extname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formsIn } from './forms.mjs';

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

// It compares every measurement with every other: minutes for a repository, and nobody looks at them.
secretLintProfiler.mark = () => {};

const config = { rules: [{ id: '@secretlint/secretlint-rule-preset-recommend', rule: creator, options: {} }] };
const lineOf = (text, index) => text.slice(0, index).split('\n').length;

/**
 * @param {[string, Buffer][]} files path and bytes; those with a zero byte are no texts and are left out
 * @returns {Promise<{path: string, line: number, what: string, text: string}[]>} text is the line, for the list of what is allowed, and not to be printed
 */
export async function secretsIn(files) {
  const found = [];
  for (const [path, bytes] of files) {
    if (bytes.includes(0)) continue;
    const text = bytes.toString('utf8');
    const add = (what, index) => {
      const line = lineOf(text, index);
      found.push({ path, line, what, text: text.split('\n')[line - 1] });
    };
    for (const { what, index } of formsIn(text)) add(what, index);
    const source = { filePath: `/${path}`, content: text, contentType: 'text', ext: extname(path) };
    const { messages } = await lintSource({ source, options: { config, noPhysicFilePath: true, maskSecrets: true } });
    for (const message of messages) add(message.ruleId.replace(/^.*secretlint-rule-/, ''), message.range[0]);
  }
  return found;
}

/** What of it the list does not allow, as sentences; and what of the list is found no more. */
export function complaints(found, allowed) {
  const met = new Set();
  const mayBe = ({ path, text }) =>
    allowed.some((entry, index) => entry.path === path && text.includes(entry.holds) && met.add(index));
  const secrets = found.filter(one => !mayBe(one)).map(({ path, line, what }) => `${path}:${line} looks like a secret (${what})`);
  const stale = allowed.filter((_, index) => !met.has(index)).map(({ path }) => `${path} holds no more what scripts/secrets/allowed.json allows it`);
  return [...secrets, ...stale];
}

export const allowed = JSON.parse(readFileSync(new URL('allowed.json', import.meta.url), 'utf8'));

const isText = path => lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
const read = path => [path, readFileSync(join(PROJECT, path))];

/** Files that git knows, as they lie here; null where this is no repository. */
export function tracked() {
  try {
    const git = (...words) => execFileSync('git', ['-C', PROJECT, ...words], { encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'ignore'] });
    if (resolve(git('rev-parse', '--show-toplevel').trim()) !== PROJECT) return null;
    return git('ls-files', '-z').split('\0').filter(path => path !== '' && isText(join(PROJECT, path))).map(read);
  } catch {
    return null;
  }
}

/** What the jars of the image are packed from: every module's classes with what lies among them, and the built pages. */
export function packed() {
  const modules = readdirSync(PROJECT).filter(name => existsSync(join(PROJECT, name, 'pom.xml')));
  return [...modules.map(name => join(name, 'target/classes')), 'web/build']
    .filter(folder => existsSync(join(PROJECT, folder)))
    .flatMap(folder => readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' }).map(name => join(folder, name)))
    .filter(path => !path.endsWith('.class') && isText(join(PROJECT, path)))
    .map(path => read(relative(PROJECT, join(PROJECT, path))));
}
