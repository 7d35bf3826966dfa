import { ok, deepEqual } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { elsewhere, requirements } from './requirements.mjs';
import { complaintsOf, PROJECT, Templates } from './templates.mjs';

const templates = Templates.here();

describe('requirements that a template can carry', () => {
  for (const rule of requirements) {
    it(`${rule.row}: ${rule.says}`, () => deepEqual(complaintsOf(rule, templates), []));
    for (const mutation of rule.notices) {
      it(`${rule.row}: notices in ${mutation.file}: ${(mutation.change ?? 'end').trim()} → ${mutation.to.trim() || 'nothing'}`.replace(/\s+/g, ' '), () =>
        ok(complaintsOf(rule, templates.with(mutation)).length > 0, 'nobody would notice'));
    }
  }

  const rows = readFileSync(join(PROJECT, 'docs/compliance/rows.csv'), 'utf8').split('\n').map(line => line.split(',')[0]);
  const asserted = requirements.map(r => r.row).filter(row => row !== 'general');

  it('every assertion names a row of the table, or is general', () => deepEqual(asserted.filter(row => !rows.includes(row)), []));

  it('every row about the cloud is asserted here, or said to belong elsewhere, and not both', () => {
    const families = rows.filter(row => /^(COM|ARO|EDG|NET|CRY|IAM|AUD|MON|CMP|DR|CST|IAC)-/.test(row));
    deepEqual(families.filter(row => asserted.includes(row) === row in elsewhere), []);
  });
});
