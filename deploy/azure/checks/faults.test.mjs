import { deepEqual, equal, ok } from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { faults } from './faults.mjs';
import { complaintsOf, FOLDER, PROJECT, Templates } from './templates.mjs';

/** The templates, and whatever else we deploy or publish: manifests, guides, runbooks, the front page. */
function everything() {
  const here = Templates.here();
  const texts = new Map(here.texts);
  for (const root of ['deploy', 'docs']) {
    for (const entry of readdirSync(join(PROJECT, root), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath ?? entry.path, entry.name);
      if (entry.isFile() && /\.(ya?ml|sh|md)$/.test(path) && !path.startsWith(FOLDER)) texts.set(relative(FOLDER, path), readFileSync(path, 'utf8'));
    }
  }
  texts.set('../../README.md', readFileSync(join(PROJECT, 'README.md'), 'utf8'));
  return new Templates(texts);
}

const all = everything();

describe('known faults, absent by name', () => {
  for (const fault of faults) {
    it(`${fault.number}: ${fault.says}`, () => deepEqual(complaintsOf(fault, all), []));
    for (const mutation of fault.notices) {
      it(`${fault.number}: notices in ${mutation.file}: ${mutation.to.trim() || 'nothing'}`.replace(/\s+/g, ' '), () =>
        ok(complaintsOf(fault, all.with(mutation)).length > 0, 'nobody would notice'));
    }
  }

  it('all thirty-seven are here', () => equal(faults.map(f => f.number).join(), Array.from({ length: 37 }, (_, i) => i + 1).join()));
});
