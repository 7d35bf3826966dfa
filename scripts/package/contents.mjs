// What goes into TelehealthPlatform_AzureDeployment.zip: files that git knows, as they lie here, and the slides made of their source.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formsIn } from '../secrets/forms.mjs';
import { deck } from './deck.mjs';

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const NAME = 'TelehealthPlatform_AzureDeployment.zip';

const FOLDERS = ['deploy', 'docs', '.github/workflows', 'proof/src/main/java/health/visavis/proof/address'];
const FILES = [
  'visavis',
  ...['build', 'common', 'deploy', 'edge', 'proof', 'server', 'verify'].map(name => `scripts/${name}.sh`),
  'azure-pipelines.yml',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'SECURITY.md',
];

export function secretsIn(files) {
  return [...files].flatMap(([path, { bytes }]) => formsIn(bytes.toString('latin1')).map(({ what }) => `${path}: ${what}`));
}

const git = (...words) => execFileSync('git', ['-C', PROJECT, ...words], { encoding: 'utf8', maxBuffer: 64e6 });

export function isRepository() {
  try {
    return git('rev-parse', '--show-toplevel').trim() === PROJECT;
  } catch {
    return false;
  }
}

const belongs = path => FILES.includes(path) || (FOLDERS.some(folder => path.startsWith(`${folder}/`)) && !path.startsWith('deploy/package/'));

/** @returns {Map<string, {bytes: Buffer, runs: boolean}>} */
export function contents() {
  const files = new Map();
  for (const path of git('ls-files', '-z').split('\0').filter(belongs)) {
    const file = lstatSync(join(PROJECT, path), { throwIfNoEntry: false });
    if (file?.isFile()) files.set(path, { bytes: readFileSync(join(PROJECT, path)), runs: (file.mode & 0o100) !== 0 });
  }
  const missing = FILES.filter(path => !files.has(path));
  if (missing.length > 0) throw new Error(`Not here: ${missing.join(', ')}.`);
  const add = (path, text) => files.set(path, { bytes: Buffer.from(text), runs: false });
  add('README.md', readFileSync(join(PROJECT, 'deploy/package/README.md'), 'utf8'));
  add('docs/slides/deck.html', deck(join(PROJECT, 'docs/slides')));
  add('VERSION', version());
  const lines = [...files].map(([path, { bytes }]) => `${createHash('sha256').update(bytes).digest('hex')}  ${path}\n`);
  add('SHA256SUMS', lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join(''));
  return files;
}

function version() {
  const commit = git('rev-parse', 'HEAD').trim();
  const changed = git('status', '--porcelain', '--untracked-files=no').trim() !== '';
  return `commit ${commit}${changed ? ', with changes that are not committed' : ''}\n`;
}
