// All templates as one thing that can be asked, and changed in memory to see whether an assertion would notice.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { at, read, walk } from './bicep.mjs';

export const FOLDER = resolve(dirname(fileURLToPath(import.meta.url)), '..');
export const PROJECT = resolve(FOLDER, '../..');

export { at, walk };

export class Templates {
  constructor(texts, known = new Map()) {
    this.texts = texts;
    this.files = new Map(
      [...texts]
        .filter(([path]) => /\.bicep(param)?$/.test(path))
        .map(([path, text]) => [path, known.get(path)?.text === text ? known.get(path) : read(path, text)]),
    );
  }

  static here() {
    const texts = new Map();
    for (const entry of readdirSync(FOLDER, { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile() && !path.startsWith(join(FOLDER, 'checks'))) {
        texts.set(relative(FOLDER, path), readFileSync(path, 'utf8'));
      }
    }
    return new Templates(texts);
  }

  /** The same with one passage changed everywhere in one file. A passage that is not there is a mistake of the test. */
  with({ file, change, to }) {
    const text = this.texts.get(file) ?? '';
    if (change !== undefined && !text.includes(change)) {
      throw new Error(`The mutation no longer fits: "${change}" is not in ${file}.`);
    }
    return new Templates(new Map(this.texts).set(file, change === undefined ? text + to : text.replaceAll(change, to)), this.files);
  }

  file(path) {
    const found = this.files.get(path);
    if (!found) throw new Error(`There is no ${path}.`);
    return found;
  }

  text(path) {
    return this.texts.get(path) ?? '';
  }

  /** Every resource that is made, of one type or of all. */
  made(type) {
    const all = [...this.files.values()].flatMap(file => file.resources).filter(resource => !resource.existing);
    return type ? all.filter(resource => resource.type.toLowerCase() === type.toLowerCase()) : all;
  }

  /** The resources of one type, which there must be. */
  some(type) {
    const found = this.made(type);
    if (found.length === 0) throw new Error(`There is no ${type}.`);
    return found;
  }

  parameters(path) {
    return Object.fromEntries(this.file(path).params.map(param => [param.name, param.standard]));
  }

  /** Files a composition reaches, by its modules. */
  reached(path, seen = new Set()) {
    if (seen.has(path) || !this.files.has(path)) return seen;
    seen.add(path);
    for (const module of this.files.get(path).modules) {
      this.reached(join(dirname(path), module.source), seen);
    }
    return seen;
  }
}

/** What is wrong: one sentence each; nothing when all is well. */
export class Complaints {
  list = [];

  /** Says so unless it is. */
  unless(is, sentence) {
    if (!is) this.list.push(sentence);
    return this;
  }

  /** Each resource has these values at these paths. */
  each(resources, expected) {
    for (const resource of resources) {
      for (const [path, value] of Object.entries(expected)) {
        const found = at(resource.body, path);
        const right = value instanceof RegExp ? value.test(String(found)) : JSON.stringify(found) === JSON.stringify(value);
        this.unless(right, `${resource.path}, ${resource.name}: ${path} is ${JSON.stringify(found)}, not ${value}`);
      }
    }
    return this;
  }
}

export function complaintsOf(rule, templates) {
  const complaints = new Complaints();
  try {
    rule.check(templates, complaints);
  } catch (missing) {
    complaints.list.push(missing.message);
  }
  return complaints.list;
}
