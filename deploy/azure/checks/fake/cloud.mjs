// A subscription, a tenant and two clusters, as far as their answers go: what was asked and changed is on record, and a question
// that answers.tsv does not know is an error, so that nothing is answered by chance.

import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PROJECT } from '../templates.mjs';

const HERE = dirname(fileURLToPath(import.meta.url));
const CHANGES = /^az .*\b(create|delete|update|register|connect|configure|recover|set-record|add-record|import|build|reset|start)( |$)|^az rest --method (post|put|patch|delete)|^oc .* (apply|delete|start-build|adm policy|create|patch)( |$)/;
/** Whoever asks more often waits for what never comes. */
const LIMIT = 1500;
const ASKS = /--dry-run=client|^az [a-z0-9 -]+? (list|show|list-metadata) /;

const table = readFileSync(join(HERE, 'answers.tsv'), 'utf8')
  .split('\n')
  .filter(line => line && !line.startsWith('#'))
  .map(line => line.split('\t'))
  .map(([kind, regex, fact, answer = '']) => ({ kind, regex: new RegExp(regex), fact, answer: answer.replaceAll('\\n', '\n') }));

export class Cloud {
  calls = [];
  changes = [];
  unknown = [];
  facts = new Set();
  /** [regex, answer] that go before the table. */
  says = [];
  /** What the cluster was sent to build from: paths. */
  sent = [];
  /** Calls that fail, and say everything that lies among the secrets. */
  fails = undefined;
  /** Calls at which the run is killed, before or after they have done their work; each once. */
  kills = [];

  constructor(house) {
    this.house = house;
  }

  answer([, name, ...words]) {
    const call = [name, ...words].join(' ').replaceAll(this.house.home, '~').replaceAll(this.house.place, '.');
    this.calls.push(call);
    if (this.calls.length > LIMIT) return { status: 'kill' };
    const kill = this.kills[0] && call.startsWith(this.kills[0].call) ? this.kills.shift() : undefined;
    if (kill && !kill.after) return { status: 'kill' };
    const answer = this.answerTo(call, words);
    return kill ? { status: 'kill' } : answer;
  }

  answerTo(call, words) {
    if (this.fails?.test(call)) return { status: 1, text: `ERROR: refused; you said ${this.house.secrets().join(' ')}\n` };
    for (const [regex, answer] of this.says) if (regex.test(call)) return { status: 0, text: answer && `${answer}\n` };
    if (/get-admin-kubeconfig/.test(call)) writeFileSync(words.at(-1), 'client-key: CANARY-kubeconfig\n');
    const built = /^mvn .*--file ([^ ]+)\/pom\.xml /.exec(call);
    if (built) this.house.packageIn(built[1]);
    const sent = /start-build .*--from-dir ([^ ]+)/.exec(call);
    if (sent) this.sent = this.house.files(join(this.house.place, sent[1])).map(path => relative(join(this.house.place, sent[1]), path)).sort();
    const changes = CHANGES.test(call) && !ASKS.test(call);
    if (changes) this.changes.push(call);
    const row = table.find(r => r.regex.test(call));
    if (!row || changes !== ['makes', 'ends'].includes(row.kind)) {
      this.unknown.push(call);
      return { status: 2, text: `ERROR: nobody knows an answer to: ${call}\n` };
    }
    const groups = row.regex.exec(call);
    const fill = text => text.replace(/\{(\d)\}/g, (_, index) => groups[index] ?? '');
    const fact = fill(row.fact);
    const holds = fact === '-' || this.facts.has(fact);
    if (row.kind === 'makes') this.facts.add(fact);
    if (row.kind === 'ends') this.end(fact);
    if (row.kind === 'fails') return { status: holds ? 0 : 1 };
    const silent = row.answer === '' || (row.kind === 'is' && !holds) || (row.kind === 'not' && holds);
    return { status: 0, text: silent ? '' : `${fill(row.answer)}\n` };
  }

  /** One fact, or all that a /pattern/ fits. */
  end(fact) {
    const pattern = /^\/(.*)\/$/.exec(fact)?.[1];
    for (const one of [...this.facts]) if (pattern ? new RegExp(pattern).test(one) : one === fact) this.facts.delete(one);
  }
}

/** A copy of what deploys, a home, and a cloud that it speaks to. */
export class House {
  constructor() {
    this.root = mkdtempSync(join(tmpdir(), 'visavis-deploy-'));
    this.home = join(this.root, 'home');
    this.place = join(this.root, 'house');
    this.bin = join(this.root, 'bin');
    for (const folder of [this.home, this.bin]) mkdirSync(folder, { recursive: true });
    cpSync(join(PROJECT, 'deploy/azure'), join(this.place, 'deploy/azure'), { recursive: true, filter: path => !path.includes('checks') });
    cpSync(join(HERE, 'openshift'), join(this.place, 'deploy/openshift'), { recursive: true });
    for (const folder of ['deploy/image', 'scripts']) cpSync(join(PROJECT, folder), join(this.place, folder), { recursive: true, filter: path => !path.includes('node_modules') });
    cpSync(join(PROJECT, 'visavis'), join(this.place, 'visavis'));
    this.installJdk();
    for (const name of ['az', 'oc', 'curl', 'node', 'npm', 'mvn']) symlinkSync(join(HERE, 'cloud'), join(this.bin, name));
    for (const name of ['openssl', 'sleep', 'ssh-keygen']) symlinkSync(join(HERE, name), join(this.bin, name));
    for (const file of readdirSync(join(this.place, 'deploy/azure/environments'))) this.change(`environments/${file}`, /clinic\.example/g, 'clinic.test');
    this.pullSecret = join(this.root, 'pull-secret');
    writeFileSync(this.pullSecret, '{"auths":{"CANARY-pull-secret":{}}}\n', { mode: 0o600 });
    this.cloud = new Cloud(this);
    this.said = '';
  }

  /** Puts something else into a file under deploy/azure. What does not fit is a mistake of the test. */
  change(file, from, to) {
    const path = join(this.place, 'deploy/azure', file);
    const text = readFileSync(path, 'utf8');
    const changed = text.replace(from, () => to);
    if (changed === text && from.source !== 'clinic\\.example') throw new Error(`The mutation no longer fits: "${from}" is not in ${file}.`);
    writeFileSync(path, changed);
    return this;
  }

  /** A JDK as far as anybody looks who builds nothing. */
  installJdk() {
    this.jdk = join(this.root, 'jdk');
    mkdirSync(join(this.jdk, 'bin'), { recursive: true });
    writeFileSync(join(this.jdk, 'release'), 'JAVA_VERSION="25.0.1"\n');
    writeFileSync(join(this.jdk, 'bin/javac'), '', { mode: 0o755 });
    symlinkSync(join(HERE, 'cloud'), join(this.jdk, 'bin/java'));
  }

  /** What Maven leaves behind, and the image is not made of all of it. */
  packageIn(sources) {
    for (const jar of ['server/target/server-1-SNAPSHOT.jar', 'server/target/server-1-SNAPSHOT.jar.original', 'proof/target/proof-1-SNAPSHOT.jar', 'web/target/web-1-SNAPSHOT.jar']) {
      const path = join(resolve(this.place, sources), jar);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, 'packaged\n');
    }
  }

  openPullSecret() {
    chmodSync(this.pullSecret, 0o644);
  }

  deploy(words, input) {
    return this.run('bash', [join(this.place, 'deploy/azure/scripts/deploy.sh'), '--pull-secret', this.pullSecret, ...words.split(' ')], input);
  }

  /** The commands that a dry run prints, with a mark in the list of calls where a step begins. */
  async follow(script) {
    const path = join(this.root, 'printed.sh');
    writeFileSync(path, script.replace(/^# --- (\S+) ---$/gm, 'az step $1'));
    return this.run('bash', [path]);
  }

  async run(command, words, input = '') {
    const server = createServer(socket => {
      let heard = Buffer.alloc(0);
      socket.on('error', () => {});
      socket.on('data', data => {
        heard = Buffer.concat([heard, data]);
        const parts = heard.toString().split('\0');
        if (parts.length < 3 || parts.length - 3 < Number(parts[0])) return;
        const step = /^az step (\S+)$/.exec(parts.slice(1, -1).join(' '));
        if (step) this.cloud.calls.push(`step ${step[1]}`);
        const { status, text = '' } = step ? { status: 0 } : this.cloud.answer(parts.slice(0, -1));
        socket.end(`${status}\n${text}`);
      });
    });
    await new Promise(done => server.listen(0, '127.0.0.1', done));
    const child = spawn(command, words, {
      cwd: this.place,
      detached: true,
      env: { HOME: this.home, JAVA_HOME: this.jdk, PATH: `${this.bin}:/usr/bin:/bin`, FAKE_PORT: String(server.address().port) },
    });
    let said = '';
    child.stdout.on('data', data => (said += data));
    child.stderr.on('data', data => (said += data));
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    const [status, signal] = await new Promise(done => child.on('close', (...how) => done(how)));
    server.close();
    this.said += said;
    return { status: signal ?? status, said };
  }

  secrets() {
    const folder = join(this.home, '.local/state/visavis');
    return this.files(folder).filter(path => path.includes('/secrets/')).map(path => readFileSync(path, 'utf8').trim());
  }

  files(folder = this.root) {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath ?? entry.path, entry.name));
  }

  read(path) {
    return readFileSync(path, 'latin1');
  }

  leave() {
    rmSync(this.root, { recursive: true, force: true });
  }
}
