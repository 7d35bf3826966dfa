import { deepEqual, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agreements } from './application.mjs';
import { complaintsOf, Templates } from './templates.mjs';

const templates = Templates.here();

describe('templates and application say the same', () => {
  for (const agreement of agreements) {
    it(agreement.says, () => deepEqual(complaintsOf(agreement, templates), []));
    for (const mutation of agreement.notices) {
      it(`notices in ${mutation.file}: ${mutation.change.trim()} → ${mutation.to.trim() || 'nothing'}`.replace(/\s+/g, ' '), () =>
        ok(complaintsOf(agreement, templates.with(mutation)).length > 0, 'nobody would notice'));
    }
  }
});
