import { deepEqual, match, ok } from 'node:assert/strict';
import { describe, it } from 'node:test';
import { complaints, componentsOf, licencesOf, rules, table } from './licences.mjs';

const part = (name, ...licenses) => ({ group: 'a', name, version: '1', licenses });
const id = id => ({ license: { id } });
const list = { allowed: ['MIT', 'Apache-2.0'], names: { 'The MIT License': 'MIT' }, known: { 'a/silent': { licence: 'MIT', why: 'its file says so' }, 'a/odd': { licence: 'Odd-1.0', why: 'test' } } };

describe('licences of what is inside', () => {
  it('are allowed alone, by their usual names, and as one of a choice', () =>
    deepEqual(complaints([part('b', id('MIT')), part('c', { license: { name: 'The MIT License' } }), part('d', id('GPL-2.0-only'), id('MIT')), part('e', { expression: '(GPL-2.0-only OR MIT)' }), part('f', { expression: 'MIT AND Apache-2.0' })], list), []));

  it('of a new kind, none at all, and half allowed ones are named', () => {
    deepEqual(complaints([part('b', id('GPL-3.0-only')), part('c'), part('d', { expression: 'MIT AND GPL-3.0-only' })], list), [
      'a/b 1 is under GPL-3.0-only',
      'a/c 1 says no licence',
      'a/d 1 is under MIT AND GPL-3.0-only',
    ]);
  });

  it('that somebody has looked up hold for that component alone', () => {
    deepEqual(complaints([part('silent'), part('odd', id('Odd-1.0'))], list), []);
    deepEqual(complaints([part('other', id('Odd-1.0'))], list), ['a/other 1 is under Odd-1.0']);
  });

  it('leave ourselves out', () => deepEqual(componentsOf({ components: [{ group: 'health.visavis', name: 'web' }, part('b')] }).length, 1));
  it('are a table', () => match(table([part('b', id('MIT'))]), /\| MIT \| 1 \| a\/b 1 \|/));
  it('that were looked up say why', () => ok(Object.values(rules.known).every(({ licence, why }) => licence && why)));
  it('are read in the words of SPDX', () => deepEqual(licencesOf(part('c', { license: { name: 'The MIT License' } }), list), ['MIT']));
});
