// Every command of the Azure CLI that the scripts use, and every option, against what the CLI itself knows: from azure-cli.json,
// which azure-cli.py made of a real one, and again from the one that is installed here. Written anew with
//   node azure-cli.test.mjs --write

import { deepEqual, ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { FOLDER } from './templates.mjs';

const RECORD = join(FOLDER, 'checks/azure-cli.json');
const EVERYWHERE = ['--query', '--output', '--only-show-errors'];

// Newer than the recorded CLI, an extension, or (the last two) not to be loaded from Debian's package: nobody here could ask for their
// options. Where they are written down.
const ELSEWHERE = {
  'aro get-admin-kubeconfig': 'https://learn.microsoft.com/cli/azure/aro',
  'connectedk8s connect': 'https://learn.microsoft.com/cli/azure/connectedk8s',
  'connectedk8s list': 'https://learn.microsoft.com/cli/azure/connectedk8s',
  'containerapp env list': 'https://learn.microsoft.com/cli/azure/containerapp/env',
  'containerapp job execution list': 'https://learn.microsoft.com/cli/azure/containerapp/job/execution',
  'containerapp job start': 'https://learn.microsoft.com/cli/azure/containerapp/job',
  'containerapp show': 'https://learn.microsoft.com/cli/azure/containerapp',
  'network watcher list': 'https://learn.microsoft.com/cli/azure/network/watcher',
  'vm list-usage': 'https://learn.microsoft.com/cli/azure/vm',
};

// Commands that sentences tell people to run.
const SENTENCES = new Set(['upgrade', 'login', 'account set', 'aro get-versions']);

/** Commands of `az` in a shell script, as lists of words. */
export function commandsIn(script) {
  const found = [];
  for (const start of script.matchAll(/(?:^|[\s(;|])az (?=[a-z])/g)) {
    const words = [''];
    let quote = '';
    scan: for (let i = start.index + start[0].length; i < script.length; i++) {
      const c = script[i];
      if (quote) {
        if (c === '\\' && quote === '"') words[words.length - 1] += script[++i];
        else if (c === quote) quote = '';
        else words[words.length - 1] += c;
      } else if (c === "'" || c === '"') quote = c;
      else if (c === '\\') words[words.length - 1] += script[++i];
      else if (c === ' ') words.push('');
      else if (');|<>\n'.includes(c)) break scan;
      else words[words.length - 1] += c;
    }
    const first = words.findIndex(word => word.startsWith('-'));
    const end = first < 0 ? words.length : first;
    found.push({ name: words.slice(0, end).filter(Boolean).join(' '), options: words.slice(end).filter(word => /^--[a-z]/.test(word)).map(word => word.split('=')[0]) });
  }
  return found;
}

function printed(words) {
  const run = spawnSync('bash', [join(FOLDER, 'scripts/deploy.sh'), ...words.split(' ')], { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: '/nowhere' } });
  if (run.status !== 0) throw new Error(run.stderr);
  // Sentences and comments are no commands.
  return run.stdout.replace(/^#.*$/gm, '').replace(/\{ echo .*$/gm, '');
}

const scripts = readdirSync(join(FOLDER, 'scripts/steps')).map(file => readFileSync(join(FOLDER, 'scripts/steps', file), 'utf8').replaceAll('\\\n', ' '));

// What a dry run does not print, because an empty subscription has no use for it.
const unprinted = scripts.flatMap(text => text.match(/(?<=change |show )az deployment sub (?:what-if|wait) .*/g));

const used = () => {
  const options = new Map();
  const sources = ['test', 'pilot', 'test --only tear-down', 'test --only facts', 'test --only transport', 'test --only image --image here', 'test --only image --image azure', `test --only image --image ghcr.io/visavis@sha256:${'0'.repeat(64)}`];
  const texts = [...sources.map(words => printed(`--environment ${words} --dry-run`)), ...unprinted.filter(Boolean)];
  for (const { name, options: given } of texts.flatMap(commandsIn)) options.set(name, new Set([...(options.get(name) ?? []), ...given]));
  return options;
};

function complaintsAbout(commands, known) {
  return [...commands].flatMap(([name, options]) => {
    if (name in ELSEWHERE) return name in known ? [`${name} is known, and listed as if it were not`] : [];
    if (!(name in known)) return [`nobody knows "az ${name}"`];
    return [...options].filter(option => !known[name].includes(option) && !EVERYWHERE.includes(option)).map(option => `"az ${name}" has no ${option}`);
  });
}

/** What the Azure CLI says that is installed here, or why it says nothing. */
function installed(names) {
  const path = spawnSync('sh', ['-c', 'command -v az'], { encoding: 'utf8' }).stdout.trim();
  if (!path) return { missing: 'the Azure CLI is not here' };
  const real = realpathSync(path);
  const python = [/^#!(\S*python\S*)/.exec(readFileSync(real, 'utf8'))?.[1], join(dirname(real), 'python3'), '/opt/az/bin/python3'].find(candidate => candidate && existsSync(candidate));
  const run = spawnSync(python ?? 'python3', [join(FOLDER, 'checks/azure-cli.py')], { input: JSON.stringify(names), encoding: 'utf8', env: { PATH: process.env.PATH, HOME: '/tmp' }, maxBuffer: 64e6 });
  return run.status === 0 ? JSON.parse(run.stdout) : { missing: `the Azure CLI here cannot be asked: ${run.stderr.trim().split('\n').at(-1)}` };
}

const commands = used();

if (process.argv.includes('--write')) {
  const { missing, ...record } = installed([...commands.keys()]);
  if (missing) throw new Error(missing);
  writeFileSync(RECORD, `${JSON.stringify(record, null, 1)}\n`);
} else {
  const record = JSON.parse(readFileSync(RECORD, 'utf8'));
  describe('commands of the Azure CLI', () => {
    it(`are those of the CLI, with its options (${record.version})`, () => deepEqual(complaintsAbout(commands, record.commands), []));

    it('are all looked at', () => {
      const written = new Set(scripts.flatMap(text => [...text.matchAll(/\baz ((?:[a-z][a-z0-9-]*)(?: [a-z][a-z0-9-]*)*)(?= (?:--|"|\\|$))/gm)].map(found => found[1])));
      deepEqual([...written].filter(name => !commands.has(name) && ![...commands.keys()].some(known => known.startsWith(`${name} `))).filter(name => !SENTENCES.has(name)), []);
    });

    it('on record are used, and so are those listed with an address', () =>
      deepEqual([...Object.keys(record.commands), ...Object.keys(ELSEWHERE)].filter(name => !commands.has(name)), []));

    for (const [what, script] of [
      ['a command that there is not', 'az aro identity show-all --name x'],
      ['an option that there is not', 'az group create --name x --region y'],
      ['the option in quotes', 'x=$(az network lb list --resource-group "a b" --lb-front-end-ip-configs c)'],
    ]) {
      it(`notices ${what}`, () => ok(complaintsAbout(commandsIn(script).map(c => [c.name, c.options]), record.commands).length > 0));
    }

    const here = installed([...commands.keys()]);
    it('are those of the CLI that is installed here', { skip: here.missing ?? false }, t => {
      t.diagnostic(`Azure CLI ${here.version}`);
      const [known, unknown] = [Object.keys(here.commands), [...commands.keys()].filter(name => !(name in here.commands) && !(name in ELSEWHERE))];
      deepEqual(complaintsAbout([...commands].filter(([name]) => known.includes(name) && !(name in ELSEWHERE)), here.commands), []);
      deepEqual(unknown, []);
    });
  });
}
