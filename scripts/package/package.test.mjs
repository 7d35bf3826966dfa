// The archive, made twice, unpacked elsewhere and looked at there.

import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { brokenLinks, documents } from '../documents/documents.mjs';
import { contents, isRepository, NAME, PROJECT, secretsIn } from './contents.mjs';
import { zip } from './zip.mjs';

const { deepEqual, equal, match, ok } = assert;
const has = program => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const skip = !isRepository() ? 'this folder is no git repository' : !has('unzip') && !has('jar') ? 'there is nothing to unpack with' : false;
const kustomize = has('kubectl') && spawnSync('kubectl', ['kustomize', join(PROJECT, 'deploy/openshift/overlays/test')]).status === 0;

describe('the deployment package', { skip }, () => {
  let place, there, archive;
  const inside = path => join(there, path);
  const run = (program, words, options = {}) => spawnSync(program, words, { cwd: there, encoding: 'utf8', maxBuffer: 64e6, ...options });
  const files = folder =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => relative(folder, join(entry.parentPath ?? entry.path, entry.name)))
      .sort();

  before(() => {
    place = mkdtempSync(join(tmpdir(), 'visavis-package-'));
    there = join(place, 'elsewhere');
    archive = join(place, NAME);
    execFileSync(process.execPath, [join(PROJECT, 'scripts/package/package.mjs'), archive]);
    execFileSync('mkdir', [there]);
    execFileSync(has('unzip') ? 'unzip' : 'jar', has('unzip') ? ['-q', archive] : ['xf', archive], { cwd: there });
  });
  after(() => rmSync(place, { recursive: true, force: true }));

  it('IAC-13: made twice it is the same bytes', () => {
    const again = join(place, 'again.zip');
    execFileSync(process.execPath, [join(PROJECT, 'scripts/package/package.mjs'), again], { env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'C' } });
    ok(readFileSync(again).equals(readFileSync(archive)));
  });

  it('IAC-13: unpacked elsewhere it is whole: templates, parameters, scripts, manifests, slides and README, each with its sum', () => {
    for (const path of ['README.md', 'VERSION', 'visavis', 'deploy/azure/main.bicep', 'deploy/azure/environments/test.bicepparam', 'deploy/azure/scripts/deploy.sh', 'deploy/openshift/overlays/test/kustomization.yaml', 'docs/slides/deck.html', 'docs/guides/deploy-azure.md']) {
      ok(existsSync(inside(path)), path);
    }
    const sums = readFileSync(inside('SHA256SUMS'), 'utf8').trim().split('\n').map(line => line.slice(66));
    deepEqual(sums.sort(), files(there).filter(path => path !== 'SHA256SUMS'));
    if (has('sha256sum')) equal(run('sha256sum', ['--check', '--quiet', 'SHA256SUMS']).status, 0);
    ok((statSync(inside('visavis')).mode & 0o100) !== 0 || !has('unzip'), 'scripts have lost their right to run');
  });

  it('IAC-13: its templates keep there what they promise here', () => {
    const tried = run(process.execPath, ['--test', ...['requirements', 'faults', 'bicep'].map(name => `deploy/azure/checks/${name}.test.mjs`)], { env: { ...process.env, NODE_TEST_CONTEXT: undefined } });
    equal(tried.status, 0, tried.stdout.slice(-4000));
    match(tried.stdout, /pass [1-9]\d{2}/);
  });

  it('its manifests are what they are here, overlay by overlay', { skip: kustomize ? false : 'kubectl is not here, or too old' }, () => {
    const overlays = readdirSync(inside('deploy/openshift/overlays'));
    ok(overlays.length > 3);
    for (const overlay of overlays) {
      const [one, other] = [there, PROJECT].map(root => spawnSync('kubectl', ['kustomize', join(root, 'deploy/openshift/overlays', overlay)], { encoding: 'utf8', maxBuffer: 64e6 }));
      equal(one.status, 0, one.stderr);
      equal(one.stdout, other.stdout);
    }
  });

  it('IAC-13: its documents lead nowhere outside of it', () => {
    const texts = documents(there);
    ok(texts.size > 60);
    deepEqual(brokenLinks(texts, path => existsSync(inside(path))), []);
    const slides = readFileSync(inside('docs/slides/deck.html'), 'utf8');
    for (const [, link] of slides.matchAll(/<a href="([^"#:]+)/g)) ok(existsSync(join(there, 'docs/slides', link)), link);
  });

  it('prints a deployment with an image that is taken over, and says why it cannot build one', () => {
    const home = { env: { PATH: process.env.PATH, HOME: place } };
    const image = `ghcr.io/visavis@sha256:${'0'.repeat(64)}`;
    const printed = run('bash', ['./visavis', 'deploy', '--environment', 'test', '--dry-run', '--image', image], home);
    equal(printed.status, 0, printed.stderr);
    match(printed.stdout, /az deployment sub create/);
    const built = run('bash', ['./visavis', 'deploy', '--environment', 'test', '--dry-run'], home);
    equal(built.status, 1);
    match(built.stderr, /There are no sources here to build the image of/);
  });

  it('says what is not in it', () => {
    const said = run('bash', ['./visavis', 'demo'], { env: { PATH: process.env.PATH, HOME: place } });
    equal(said.status, 1);
    equal(said.stderr, "This folder was unpacked from a deployment package: it has 'deploy' and 'verify', and 'demo' is in the repository only.\n");
  });

  it('notices a file that was changed on its way', { skip: has('sha256sum') ? false : 'sha256sum is not here' }, () => {
    const path = inside('deploy/azure/main.bicep');
    const was = readFileSync(path);
    writeFileSync(path, `${was} `);
    equal(run('sha256sum', ['--check', '--quiet', 'SHA256SUMS']).status, 1);
    writeFileSync(path, was);
  });

  it('holds nothing that looks like a secret', () => deepEqual(secretsIn(contents()), []));
});

describe('what looks like a secret', () => {
  const letters = 'Ab1/'.repeat(22);
  for (const [what, text] of [
    ['a private key', `-----BEGIN RSA PRIVATE KEY-----\n${letters}\n`],
    ['a connection string', `endpoint=https://acs.communication.azure.com/;accesskey=${letters}==`],
    ['a shared access signature', `https://x.blob.core.windows.net/a?sv=2024&sig=${letters.replaceAll('/', 'c')}`],
    ['a token', `eyJ${letters.slice(0, 20).replaceAll('/', '_')}.eyJ${letters.slice(0, 20).replaceAll('/', '_')}.${letters.slice(0, 20).replaceAll('/', '_')}`],
    ['a pull secret', `{"auths":{"registry.example":{"auth":"${letters}"}}}`],
  ]) {
    it(`${what} ends the packing`, () => equal(secretsIn(new Map([['a.txt', { bytes: Buffer.from(text), runs: false }]])).length, 1));
  }
});

describe('an archive', () => {
  it('is in the order of names, whatever the order of files', () => {
    const [a, b] = ['a', 'b'].map(name => [name, { bytes: Buffer.from(name), runs: false }]);
    ok(zip(new Map([a, b])).equals(zip(new Map([b, a]))));
  });
});
