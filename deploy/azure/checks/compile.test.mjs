// The verdict of a compiler, where there is one: Microsoft's `bicep`, or an offline checker named in VISAVIS_BICEP_CHECKER.
// A warning is a failure, since the compiler reports a wrong property of a resource as a warning.

import { deepEqual } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { FOLDER, PROJECT, Templates } from './templates.mjs';

const templates = Templates.here();
const checker = resolve(PROJECT, process.env.VISAVIS_BICEP_CHECKER || '../shared/azure/bicep-check/check.mjs');
const checkerMissing = existsSync(checker) ? false : 'the offline Bicep checker is not here';
const bicepMissing = spawnSync('bicep', ['--version']).status === 0 ? false : 'bicep is not installed';

// Newer or rarer than the offline checker's data; only the compiler judges these.
const UNCHECKED = [
  'Microsoft.Compute/virtualMachines/extensions',
  'Microsoft.Kubernetes/connectedClusters',
  'Microsoft.KubernetesConfiguration/extensions',
  'Microsoft.Network/connections',
  'Microsoft.Network/localNetworkGateways',
  'Microsoft.Network/virtualNetworkGateways',
  'microsoft.aadiam/diagnosticSettings',
];

describe('templates compile', () => {
  let told;
  const tellings = () => (told ??= JSON.parse(spawnSync(process.execPath, [checker, '--strict-enums', '--json', ...[...templates.files.keys()].map(path => join(FOLDER, path))], { encoding: 'utf8', maxBuffer: 64e6 }).stdout));

  if (checkerMissing) it('says the offline checker', { skip: checkerMissing }, () => {});
  else {
    for (const path of templates.files.keys()) {
      it(`${path.endsWith('.bicepparam') ? 'IAC-04: ' : ''}${path}, says the offline checker`, () =>
        deepEqual(tellings().filter(t => t.file === join(FOLDER, path)).map(t => `${t.line}: ${t.code} ${t.msg}`), []));
    }
  }

  it('all templates, say bicep build and lint', { skip: bicepMissing }, () =>
    deepEqual(['main.bicep', 'pilot.bicep', 'tenant.bicep'].flatMap(path => [...spoken(['build', '--stdout', path]), ...spoken(['lint', path])]), []));
  it('all parameters, says bicep build-params', { skip: bicepMissing }, () =>
    deepEqual([...templates.files.keys()].filter(p => p.endsWith('.bicepparam')).flatMap(path => spoken(['build-params', '--stdout', path])), []));

  it('only the seven types that the offline checker does not know are kept from it', () => {
    const kept = [...templates.files.values()].flatMap(file =>
      [...file.text.matchAll(/#disable-next-line BCP081[^\n]*\nresource \w+ '([^@]+)@/g)].map(match => match[1]));
    deepEqual([...new Set(kept)].sort(), UNCHECKED);
    deepEqual([...templates.files.values()].flatMap(file => file.text.match(/#disable-next-line (?!BCP081)[^\n]*/g) ?? []), []);
  });
});

function spoken(words) {
  const run = spawnSync('bicep', words, { cwd: FOLDER, encoding: 'utf8', maxBuffer: 64e6 });
  return run.stderr.split('\n').filter(line => /(Error|Warning) /.test(line)).concat(run.status === 0 ? [] : [`it ended with ${run.status}`]);
}
