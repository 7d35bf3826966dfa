// What the documents say that can be held against the repository: links, commands, steps, paths, figures.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const read = path => readFileSync(join(PROJECT, path), 'utf8');

/** Markdown documents by path, below `root`; a README of a package is linked from where it will lie. */
export function documents(root = PROJECT) {
  const below = folder =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
          .filter(name => name.endsWith('.md') && !name.includes('node_modules'))
          .map(name => `${folder}/${name}`)
      : [];
  const top = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md'].filter(name => existsSync(join(root, name)));
  return new Map([...below('docs'), ...below('deploy'), ...top].filter(path => !path.startsWith('deploy/package/')).map(path => [path, readFileSync(join(root, path), 'utf8')]));
}

const withoutFences = text => text.replace(/^```[\s\S]*?^```$/gm, '');
const withoutCode = text => withoutFences(text).replace(/`[^`\n]*`/g, '');

/** Headings as a page shows them under: lower case, words joined, no other signs. */
export function anchorsOf(text) {
  const seen = new Map();
  return new Set(
    [...withoutFences(text).matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
      const anchor = heading
        .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .trim()
        .replace(/ /g, '-');
      const times = seen.get(anchor) ?? 0;
      seen.set(anchor, times + 1);
      return times === 0 ? anchor : `${anchor}-${times}`;
    }),
  );
}

/** Links to files or headings that are not there. */
export function brokenLinks(texts, exists = path => existsSync(join(PROJECT, path))) {
  return [...texts].flatMap(([path, text]) =>
    [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(match => match[1])
      .filter(link => !/^[a-z][a-z0-9+.-]*:/.test(link))
      .filter(link => {
        const [file, anchor] = link.split('#');
        const target = file === '' ? path : normalize(join(dirname(path), file));
        if (target.startsWith('..') || !exists(target)) return true;
        return anchor !== undefined && texts.has(target) && !anchorsOf(texts.get(target)).has(anchor);
      })
      .map(link => `${path}: ${link}`),
  );
}

const codeOf = text => [...text.matchAll(/^```(?:sh|bash)?\n([\s\S]*?)^```$/gm), ...withoutFences(text).matchAll(/`([^`\n]+)`/g)].map(match => match[1]).join('\n');

/** Commands of the front door, with the words of their help. */
export function commands() {
  const names = /^commands="([^"]+)"/m.exec(read('visavis'))[1].split(' ');
  return new Map(names.map(name => [name, read(`scripts/${name}.sh`) + (name === 'deploy' ? read('deploy/azure/scripts/deploy.sh') : '')]));
}

export const steps = () => {
  const script = read('deploy/azure/scripts/deploy.sh');
  return new Set([...script.matchAll(/^(?:cluster|pilot)_steps="[^"]+"/gm)].flatMap(match => match[0].split('"')[1].split(' ')).concat('tear-down', 'facts', 'transport'));
};
export const clusterSteps = () => /^cluster_steps="([^"]+)"/m.exec(read('deploy/azure/scripts/deploy.sh'))[1].split(' ');

/** `./visavis …` as documents tell people to type it, with words that the front door does not know. */
export function wrongCommands(texts, known = commands()) {
  return [...texts].flatMap(([path, text]) =>
    [...codeOf(text).matchAll(/\.\/visavis(?: +([^\n#`|;&]*))?/g)].flatMap(([, words = '']) => {
      const [name, ...rest] = words.trim().split(/\s+/);
      if (!name || /^(--help|COMMAND|NAME|help|…)$/.test(name)) return [];
      if (!known.has(name)) return [`${path}: there is no './visavis ${name}'`];
      const options = rest.map(word => /^\[?(--[a-z-]+)/.exec(word)?.[1]).filter(Boolean);
      const only = rest.flatMap((word, at) => (['--only', '--from'].includes(word) ? [rest[at + 1]] : [])).filter(step => /^[a-z0-9-]+$/.test(step ?? ''));
      return [
        ...options.filter(option => option !== '--help' && !known.get(name).includes(option)).map(option => `${path}: './visavis ${name}' has no ${option}`),
        ...(name === 'deploy' ? only.filter(step => !steps().has(step)).map(step => `${path}: there is no step ${step}`) : []),
      ];
    }),
  );
}

/** Files that are named in code, by their path from here. */
export function missingFiles(texts, exists = path => existsSync(join(PROJECT, path))) {
  return [...texts].flatMap(([path, text]) =>
    [...withoutFences(text).matchAll(/`((?:deploy|docs|scripts|server|platform|web|proof|azure|local|simulator|fhir|kernel)\/[A-Za-z0-9_./-]+)`/g)]
      .map(match => match[1].replace(/\/$/, ''))
      .filter(file => !exists(file))
      .map(file => `${path}: ${file}`),
  );
}

/** Figures in bold, which measurements.md does not have. */
export function strangeFigures(text, measurements) {
  const there = new Set(measurements.match(/\d[\d.,]*\d|\d/g));
  return [...text.matchAll(/\*\*([^*]+)\*\*/g)].flatMap(([, bold]) => (/^[\d.,]+( ms| s| KB| MB)?$/.test(bold) ? bold.match(/\d[\d.,]*\d|\d/g) : [])).filter(figure => !there.has(figure));
}

/** Rows of the first table after a heading, as lists of cells. */
export function tableAfter(text, heading) {
  const from = text.indexOf(heading);
  if (from < 0) throw new Error(`There is no "${heading}".`);
  const table = /(?:^\|.*\n)+/m.exec(text.slice(from))[0].trim().split('\n').slice(2);
  return table.map(row => row.replace(/^\||\|\s*$/g, '').split(/(?<!\\)\|/).map(cell => cell.trim()));
}
