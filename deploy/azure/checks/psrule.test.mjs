import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { agreements } from './application.mjs';
import { own, page, rules } from './psrule.mjs';
import { requirements } from './requirements.mjs';
import { complaintsOf, FOLDER, Templates } from './templates.mjs';

const templates = Templates.here();

function sentenceOf(by) {
  if (own[by]) return own[by].says;
  const [kind, says] = by.split(': ');
  if (kind === 'agreement') return agreements.find(a => a.says === says)?.says;
  const found = says ? requirements.find(r => r.row === kind && r.says === says) : requirements.find(r => r.row === by);
  return found && (found.row === 'general' ? found.says : `${found.row}, ${found.says}`);
}

describe('rules of PSRule for Azure', () => {
  for (const [name, rule] of Object.entries(own)) {
    it(`${name}: ${rule.says}`, () => deepEqual(complaintsOf(rule, templates), []));
    for (const mutation of rule.notices) {
      it(`${name}: notices in ${mutation.file}: ${mutation.to.trim() || 'nothing'}`.replace(/\s+/g, ' '), () =>
        ok(complaintsOf(rule, templates.with(mutation)).length > 0, 'nobody would notice'));
    }
  }

  it('each is met by an assertion that there is, or not met for a reason', () =>
    deepEqual(Object.entries(rules).filter(([, { by, why }]) => (by ? !sentenceOf(by) : !why)).map(([name]) => name), []));

  it('no assertion is here that no rule names', () => deepEqual(Object.keys(own).filter(name => !Object.values(rules).some(rule => rule.by === name)), []));

  it('psrule.md is the table of today', () => {
    const path = join(FOLDER, 'psrule.md');
    const now = page(sentenceOf);
    let then = '';
    try {
      then = readFileSync(path, 'utf8');
    } catch {
      // written below
    }
    if (then !== now) writeFileSync(path, now);
    equal(then, now, 'It has been written anew: look at it and commit it.');
  });
});
