// No secret is in what git knows, in what the image is packed from, or in what is handed over to deploy.
import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { contents } from '../package/contents.mjs';
import { allowed, complaints, packed, secretsIn, tracked } from './secrets.mjs';

// Put together here, so that this file holds none of them.
const letters = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY0zA'.repeat(3);
const base64 = 'Ab1/'.repeat(22);
const planted = {
  'a key of AWS': ['AWS_SECRET_ACCESS_', `KEY=${letters.slice(0, 40)}`],
  'a token of GitHub': ['ghp_', letters.slice(0, 36)],
  'a token of Slack': ['xoxb-', '123456789012-', '1234567890123-', letters.slice(0, 24)],
  'a token of npm': ['//registry.npmjs.org/:_authToken=npm_', letters.slice(0, 36)],
  'a private key': ['-----BEGIN RSA PRIVATE ', 'KEY-----\n', base64.slice(0, 64), '\n', base64.slice(0, 64), '\n-----END RSA PRIVATE KEY-----\n'],
  'an address with a password': ['https://visavis:', letters.slice(0, 20), '@clinic.com/'],
  'a connection to the database': ['postgresql://visavis:', letters.slice(0, 20), '@db.internal:5432/visavis'],
  'a key of a storage account': ['DefaultEndpointsProtocol=https;AccountName=x;Account', `Key=${base64}`],
  'a shared access signature': ['https://x.blob.core.windows.net/a?sv=2024&si', `g=${letters}`],
  'a token that somebody carries': [`ey${'J'}${letters.slice(0, 20)}`, '.', `ey${'J'}${letters.slice(0, 20)}`, '.', letters.slice(0, 20)],
  'a client secret': ['client_secr', `et: "${letters.slice(0, 40)}"`],
};

describe('a secret', () => {
  const folder = mkdtempSync(join(tmpdir(), 'planted-'));
  after(() => rmSync(folder, { recursive: true }));
  for (const [what, parts] of Object.entries(planted)) {
    it(`${what} is found in a file, and not repeated`, async () => {
      const file = join(folder, 'settings.yml');
      writeFileSync(file, `# a comment\nvalue: ${parts.join('')}\n`);
      const found = complaints(await secretsIn([['settings.yml', readFileSync(file)]]), []);
      ok(found.length > 0, 'nothing was found');
      for (const complaint of found) {
        match(complaint, /^settings\.yml:\d+ looks like a secret \([a-z .-]+\)$/i);
        equal(complaint.includes(letters.slice(0, 20)) || complaint.includes(base64.slice(0, 20)), false);
      }
    });
  }

  it('is not taken for one where it says what it is', async () => {
    const settings = 'spring.datasource.password=file:///etc/visavis/secrets/db\nvisavis.ice.turn-secret=keyvault://turn-secret\n';
    deepEqual(await secretsIn([['a.properties', Buffer.from(settings)]]), []);
  });
});

describe('what is allowed', () => {
  it('has a reason each', () => {
    for (const { path, holds, why } of allowed) ok(path && holds && why?.length > 20, path);
  });
  it('is allowed in its file and its line only', async () => {
    const text = Buffer.from(`one: ${planted['an address with a password'].join('')}\n`);
    const found = await secretsIn([['a.yml', text]]);
    deepEqual(complaints(found, [{ path: 'a.yml', holds: letters.slice(0, 20), why: '' }]), []);
    equal(complaints(found, [{ path: 'b.yml', holds: letters.slice(0, 20), why: '' }]).length, 2);
    equal(complaints(found, [{ path: 'a.yml', holds: 'another', why: '' }]).length, 2);
  });
  it('is complained about when it is there no more', () => {
    match(complaints([], [{ path: 'gone.txt', holds: 'x', why: '' }])[0], /^gone\.txt holds no more/);
  });
});

const files = tracked();
describe('Visavis', { skip: files === null ? 'this is no git repository' : false }, () => {
  it('keeps no secret in its sources', async () => {
    ok(files.length > 2000, `only ${files.length} files`);
    deepEqual(complaints(await secretsIn(files), allowed), []);
  });
  it('hands over none to who deploys', async () => {
    const handed = [...contents()].map(([path, { bytes }]) => [path, bytes]);
    ok(handed.length > 200, `only ${handed.length} files`);
    deepEqual(complaints(await secretsIn(handed), []), []);
  });
});

const classes = packed();
describe('the image', { skip: classes.length === 0 ? 'nothing is built here' : false }, () => {
  it('is packed from nothing that holds a secret', async () => deepEqual(complaints(await secretsIn(classes), []), []));
});
