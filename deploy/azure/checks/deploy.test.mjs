// The scripts against a stand-in for Azure, OpenShift and the web (fake/). That what is asked here is what Azure answers, only a
// subscription can show; docs/guides/deploy-azure.md lists it.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { House } from './fake/cloud.mjs';
import { FOLDER, PROJECT, Templates } from './templates.mjs';

const OVERLAYS = join(PROJECT, 'deploy/openshift/overlays');
const overlays = existsSync(OVERLAYS);

// Every subscription has the one; no template names the other, which tells what policy has found.
const PRESENT = ['microsoft.resources'];
const UNSEEN = ['Microsoft.PolicyInsights'];

const houses = [];
after(() => houses.forEach(one => one.leave()));

/** A house of its own, whose scripts may be changed to see that a test would notice: [file, from, to]. */
function house(...changes) {
  const made = new House();
  houses.push(made);
  for (const [file, from, to] of changes) made.change(file.startsWith('environments') ? file : `scripts/${file}`, from, to);
  return made;
}

/** How two lists differ first, in words; nothing if they do not. */
function difference(one, other) {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, i) => i).find(i => one[i] !== other[i]);
  return at === undefined ? [] : [`number ${at + 1} is "${one[at]}" and not "${other[at]}"`];
}
const facts = made => [...made.cloud.facts].sort();
const complaint = (wrong, words) => (wrong ? [words] : []);

/** One house follows what a dry run printed, another one runs. */
async function printedAndDone(words, ...changes) {
  const printing = house(...changes);
  const running = house();
  const printed = await printing.deploy(`${words} --dry-run`);
  const asked = [...printing.cloud.calls];
  const followed = await printing.follow(printed.said);
  const marked = [...printing.cloud.calls];
  const ran = await running.deploy(words);
  return { printed, asked, followed, marked, ran, printing, running };
}

function complaintsOfPrint({ printed, asked, followed, ran, printing, running }) {
  const comparable = made => made.cloud.calls.filter(call => !call.startsWith('step ')).map(call => call.replaceAll(made.root, ''));
  return [
    ...complaint(printed.status !== 0, printed.said),
    ...asked.map(call => `a dry run asked "${call}"`),
    ...complaint(followed.status !== 0, followed.said),
    ...complaint(ran.status !== 0, ran.said),
    ...difference(comparable(running), comparable(printing)),
    ...difference(facts(running), facts(printing)),
    ...[...printing.cloud.unknown, ...running.cloud.unknown].map(call => `nobody knows "${call}"`),
  ];
}

async function complaintsOfSecondRun(made, words) {
  const before = made.cloud.changes.length;
  const again = await made.deploy(words);
  return [...complaint(again.status !== 0, again.said), ...made.cloud.changes.slice(before)];
}

function complaintsOfSecrets(made) {
  const found = [];
  const look = (where, text) => /CANARY/.test(text) && found.push(`${where}: ${/.*CANARY.*/.exec(text)[0]}`);
  look('said', made.said);
  made.cloud.calls.forEach(call => look('a command line', call));
  for (const path of made.files()) if (path !== made.pullSecret) look(path, made.read(path));
  return found;
}

describe('a deployment from an empty subscription to an address', () => {
  let test;
  before(async () => (test = await printedAndDone('--environment test')));

  it('IAC-10: makes exactly the calls that --dry-run printed, in their order, and ends in the same state', () => deepEqual(complaintsOfPrint(test), []));

  it('IAC-08: one command goes through every step in its order and ends with the address', () =>
    deepEqual([...complaintsOfOrder(test.printed), ...complaintsOfEnd(test.ran)], []));

  it('IAC-09: leads the edge to each cluster through a private link, lets it in, and does so once', async () => deepEqual(await complaintsOfConnecting(), []));

  it('writes what Azure has made into a copy of the manifests, and leaves the rest of them and the sources as they are', () => {
    const file = path => test.running.read(`${test.running.place}/${path}`);
    const overlay = '.visavis/deploy/test-secondary/overlays/test-secondary';
    match(file(`${overlay}/region/region.env`), /^# Of the test\.\nIMAGE=crvisavistest\.azurecr\.io\/visavis@sha256:1\nROUTE_HOST=visavis\.apps\.\S+\nNETWORK=10\.20\.16\.0\/20\n[^]*ENDPOINTS=10\.20\.20\.0\/24\n/);
    // The first migration makes the users of both regions.
    match(file('.visavis/deploy/test-primary/overlays/test/settings.env'), /\nVISAVIS_AZURE_POSTGRES_MIGRATIONS=id-visavis-test-eus2-migration,id-visavis-test-cus-migration\n/);
    ok(!file(`${overlay}/settings.env`).includes('POSTGRES_MIGRATIONS'));
    // What is empty is no setting.
    match(file(`${overlay}/settings.env`), /^# Of the test\.\nAZURE_CLIENT_ID=id\nVISAVIS_CLINIC_NAME=Visavis Clinic\nVISAVIS_AZURE_AUDIT_CONTAINER=https:\/\/vvtest\.blob\.core\.windows\.net\/checkpoints\nVISAVIS_AZURE_KEYVAULT_SIGNINGKEY=checkpoints\nVISAVIS_AZURE_SERVICEBUS_QUEUE=acs-events\n/);
    match(file(`${overlay}/cluster/values/cluster.env`), /^TENANT_ID=2{8}-\S+\nLOGS_CLIENT_ID=client-of-id-visavis-test-cus-logs\n[^]*AUDIT_RULE=dcr-1\n/);
    equal(file('deploy/openshift/overlays/test-secondary/region/region.env'), '# Of the test.\nIMAGE=none\nROUTE_HOST=none\nNETWORK=10.20.0.0/20\n');
  });

  it('fills whatever the overlays leave open', { skip: overlays ? false : 'the manifests are not here' }, () => {
    const step = readFileSync(join(FOLDER, 'scripts/steps/application.sh'), 'utf8');
    const open = readdirSync(OVERLAYS, { recursive: true })
      .filter(path => /(region|cluster)\.env$/.test(path))
      .flatMap(path => [...readFileSync(join(OVERLAYS, path), 'utf8').matchAll(/^(\w+)=.*(?:0000|aro-)/gm)].map(found => found[1]));
    deepEqual([...new Set(open)].filter(name => !step.includes(`\n${name}=`)), []);
  });

  it('IAC-05: registers the providers that the templates need, and no others', () => deepEqual(complaintsOfProviders('main.bicep', test.running), []));

  it('IAC-05: registers what is not registered, once each', () =>
    deepEqual(test.running.cloud.changes.filter(call => /^az provider register .*OpenShift/.test(call)).length, 1));

  it('run a second time changes nothing', async () => deepEqual(await complaintsOfSecondRun(test.running, '--environment test'), []));

  it('what was printed, run a second time, changes nothing either', async () => {
    const before = test.printing.cloud.changes.length;
    const again = await test.printing.follow(test.printed.said);
    equal(again.status, 0, again.said);
    deepEqual(test.printing.cloud.changes.slice(before), []);
  });

  it('killed in the middle of every step, and after the last change of every step, it goes on and ends in the same state', async () => {
    const killed = house();
    killed.cloud.kills = killsOf(test.marked);
    const planned = killed.cloud.kills.length;
    ok(planned >= 20, `only ${planned} kills are planned`);
    const { runs, said, status } = await runUntilItEnds(killed);
    equal(status, 0, said);
    equal(runs, planned + 1, said);
    deepEqual(difference(facts(killed), facts(test.running)), []);
    deepEqual(complaintsOfSecrets(killed), []);
  });

  it('a step that is finished is not done again', async () => deepEqual(await complaintsOfResuming(), []));

  it('IAC-06: prints no secret, puts none on a command line, and leaves none behind', () =>
    deepEqual([...complaintsOfSecrets(test.running), ...complaintsOfSecrets(test.printing)], []));

  it('shows what a command says that fails, without the secrets in it', async () => {
    const failing = await failedBuild();
    match(failing.said, /ERROR: refused; you said .*\[REDACTED\]/);
    match(failing.said, /The step 'image' did not work/);
    deepEqual(complaintsOfSecrets(failing), []);
  });

  it('shows what Azure would change, and changes nothing', async () => deepEqual(await complaintsOfWhatIf(), []));

  it('leads the edge to a second region that comes later', async () => deepEqual(await complaintsOfGrowing(), []));

  it('builds first, and sends exactly what the image is made of', async () => deepEqual(await complaintsOfContext(), []));

  it('builds nothing where an image is taken over', async () => {
    const taking = house();
    const ran = await taking.deploy(`--environment test --only build --image ghcr.test/visavis@sha256:${'0'.repeat(64)}`);
    equal(ran.status, 0, ran.said);
    deepEqual(taking.cloud.calls, []);
  });

  it('waits for a deployment that is under way, and does not make it again', async () => deepEqual(await complaintsOfWaiting(), []));

  it('gives the edge to no request but our own', async () => deepEqual(await complaintsOfApproval(), []));
});

function complaintsOfOrder({ said }) {
  const steps = [...said.matchAll(/^# --- (\S+) ---$/gm)].map(found => found[1]);
  const wanted = 'preflight build providers identities stage-1 credentials stage-2 approval names sign-in access cluster image application verification'.split(' ');
  return difference(steps, wanted);
}

const complaintsOfEnd = ({ status, said }) => complaint(status !== 0 || !/https:\/\/test\.visit\.clinic\.test is there\.\n$/.test(said), said);

/** From each cluster's ingress to the template that makes its private link, and from the edge's request to our yes. */
async function complaintsOfConnecting(...changes) {
  const printing = house(...changes);
  const connecting = house(...changes);
  const printed = (await printing.deploy('--environment test --only stage-2 --dry-run')).said;
  const complaints = [];
  for (const region of ['secondary', 'primary']) {
    const order = [
      `ingress_address_${region}=$(az aro show `,
      `frontend_${region}=$(az network lb list --query "[].frontendIPConfigurations[] | [?privateIPAddress=='\${ingress_address_${region}}'].id | [0]"`,
      `export VISAVIS_INGRESS_FRONTEND="\${frontend_${region}}"`,
      `az deployment sub create --name visavis-test-${region}-2-both-`,
    ];
    const places = order.map(words => printed.indexOf(words));
    complaints.push(...order.filter((_, i) => places[i] < 0 || places[i] < (places[i - 1] ?? 0)).map(words => `not there, or too early: ${words}`));
  }
  for (const region of ['eus2', 'cus']) connecting.cloud.facts.add(`deployment visavis-test-${region === 'eus2' ? 'primary' : 'secondary'}-1`);
  for (const words of ['--environment test --only stage-2', '--environment test --only approval']) {
    const ran = await connecting.deploy(words);
    complaints.push(...complaint(ran.status !== 0, ran.said), ...(await complaintsOfSecondRun(connecting, words)));
  }
  complaints.push(...difference(facts(connecting).filter(fact => /^approved |-2-both$/.test(fact)), ['approved pls-visavis-test-cus', 'approved pls-visavis-test-eus2', 'deployment visavis-test-primary-2-both', 'deployment visavis-test-secondary-2-both']));
  return complaints;
}

function complaintsOfProviders(template, made) {
  const templates = Templates.here();
  const list = made.cloud.calls.find(call => call.startsWith('az provider list'));
  const asked = [...list.matchAll(/"([A-Za-z.]+)"/g)].map(found => found[1]).sort();
  const needed = new Set([...templates.reached(template)].flatMap(path => templates.file(path).resources).map(resource => resource.type.split('/')[0].toLowerCase()));
  return [
    ...[...needed].filter(name => !PRESENT.includes(name) && !asked.some(one => one.toLowerCase() === name)).map(name => `nobody registers ${name}`),
    ...asked.filter(name => !needed.has(name.toLowerCase()) && !UNSEEN.includes(name)).map(name => `${name} is registered for nothing`),
  ];
}

async function complaintsOfApproval(...changes) {
  const approving = house(...changes);
  await approving.deploy('--environment test --only approval');
  const asked = approving.cloud.calls.filter(call => call.startsWith('az network private-link-service show'));
  return [
    ...complaint(asked.length !== 4 || approving.cloud.changes.length !== 2, `it asked ${asked.length} times and let ${approving.cloud.changes.length} in`),
    ...asked.filter(call => !call.includes("[?privateLinkServiceConnectionState.description=='Front Door of Visavis' &&")),
  ];
}

async function complaintsOfGrowing(...changes) {
  const growing = house(...changes);
  await growing.deploy('--environment test --primary-only --only stage-2');
  const before = growing.cloud.changes.length;
  const grown = await growing.deploy('--environment test --only stage-2');
  return [
    ...complaint(grown.status !== 0, grown.said),
    ...complaint(!growing.cloud.changes.slice(before).some(call => /^az deployment sub create --name visavis-test-primary-2-/.test(call)), 'the edge knows one region'),
  ];
}

async function complaintsOfResuming(...changes) {
  const resumed = house(...changes);
  resumed.cloud.kills = [{ call: 'az vm list --query' }];
  const killed = await resumed.deploy('--environment test');
  const before = resumed.cloud.calls.length;
  await resumed.deploy('--environment test');
  return [
    ...complaint(killed.status !== 'SIGKILL', `it was not killed: ${killed.said}`),
    ...resumed.cloud.calls.slice(before).filter(call => /^az provider/.test(call)),
  ];
}

async function failedBuild(...changes) {
  const failing = house(...changes);
  for (const fact of ['deployment visavis-test-primary-1', 'build config']) failing.cloud.facts.add(fact);
  failing.cloud.fails = /start-build/;
  await failing.deploy('--environment test --only image');
  return failing;
}

async function complaintsOfWhatIf(...changes) {
  const looking = house(...changes);
  const looked = await looking.deploy('--environment test --what-if');
  return [
    ...complaint(!/Resource changes: 1 to create\./.test(looked.said), looked.said),
    ...complaint(looking.cloud.calls.filter(call => call.startsWith('az deployment sub what-if')).length !== 2, 'a region is not looked at'),
    ...looking.cloud.changes,
  ];
}

async function complaintsOfContext(...changes) {
  const sending = house(...changes);
  for (const region of ['primary', 'secondary']) sending.cloud.facts.add(`deployment visavis-test-${region}-1`);
  await sending.deploy('--environment test --only build');
  const ran = await sending.deploy('--environment test --only image');
  const containerfile = readFileSync(join(PROJECT, 'deploy/image/Containerfile'), 'utf8');
  const wanted = [...containerfile.matchAll(/^COPY (?!--from)(?:--\S+ )?(.*) \S+$/gm)].flatMap(found => found[1].split(' ')).concat('deploy/image/Containerfile');
  const fits = (pattern, path) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`).test(path);
  const { sent, calls } = sending.cloud;
  return [
    ...complaint(ran.status !== 0, ran.said),
    ...wanted.filter(pattern => sent.filter(path => fits(pattern, path)).length !== 1).map(pattern => `${pattern} is not sent once`),
    ...sent.filter(path => !wanted.some(pattern => fits(pattern, path))).map(path => `${path} is sent for nothing`),
    ...complaint(calls.filter(call => call.startsWith('mvn ')).length !== 1, 'it is not built once'),
  ];
}

async function complaintsOfWaiting(...changes) {
  const waiting = house(...changes);
  let asked = 0;
  waiting.cloud.says = [[{ test: call => /^az deployment sub list .*primary-1/.test(call) && asked++ === 0 }, 'Running']];
  for (const region of ['primary', 'secondary']) waiting.cloud.facts.add(`deployment visavis-test-${region}-1`);
  const ran = await waiting.deploy('--environment test --only stage-1');
  return [
    ...complaint(ran.status !== 0, ran.said),
    ...complaint(!waiting.cloud.calls.some(call => call.startsWith('az deployment sub wait')), 'nobody waited'),
    ...waiting.cloud.changes.filter(call => call.startsWith('az deployment sub create')),
  ];
}

/** In each step a call in its middle, before its work, and its last change, after it; only calls that no earlier step makes. */
function killsOf(marked) {
  const steps = [];
  const seen = new Set();
  for (const call of marked) {
    if (call.startsWith('step ')) steps.push([]);
    else if (!seen.has(call)) steps.at(-1).push(call);
    seen.add(call);
  }
  const changes = /^az (ad|network|deployment|group|rest --method p|connectedk8s|provider|feature)\S* .*(create|update|register|connect|set-record|add-record|--body)|^oc .*(apply|start-build)/;
  return steps.flatMap(calls => {
    const middle = Math.floor(calls.length / 2);
    const last = calls.findLastIndex(call => changes.test(call));
    const kills = [{ call: calls[middle], at: middle }];
    if (last >= 0 && last !== middle) kills.push({ call: calls[last], at: last, after: true });
    return kills.sort((a, b) => a.at - b.at);
  });
}

async function runUntilItEnds(made) {
  for (let runs = 1, said = ''; ; runs++) {
    const ran = await made.deploy('--environment test');
    said += ran.said;
    if (ran.status !== 'SIGKILL') return { runs, said, status: ran.status };
    if (runs > 40) return { runs, said, status: 'it never ends' };
  }
}

describe('the pilot', () => {
  let test;
  before(async () => (test = await printedAndDone('--environment pilot')));

  it('comes to its end as it was printed, with no cluster', () => {
    deepEqual(complaintsOfPrint(test), []);
    deepEqual(complaintsOfSecrets(test.running), []);
    deepEqual(test.running.cloud.calls.filter(call => /^oc |\baro\b/.test(call)), []);
    deepEqual(complaintsOfProviders('pilot.bicep', test.running), []);
  });

  it('run a second time changes nothing', async () => deepEqual(await complaintsOfSecondRun(test.running, '--environment pilot'), []));
});

describe('rules of sign-in for somebody who may not write them', () => {
  it('become files, each with the command that sends it', async () => {
    const exporting = house();
    await exporting.deploy('--environment test --only identities');
    const made = exporting.cloud.changes.length;
    const ran = await exporting.deploy('--environment test --only access --export rules');
    equal(ran.status, 0, ran.said);
    deepEqual(exporting.cloud.changes.slice(made), []);
    const files = exporting.files(`${exporting.place}/rules`);
    equal(files.length, 8);
    for (const file of files) {
      JSON.parse(exporting.read(file));
      ok(ran.said.includes(`--body @${file}`), `nobody is told how to send ${file}`);
    }
  });
});

describe('tear-down', () => {
  it('asks for the name of the environment, and deletes nothing for another one', async () => deepEqual(await complaintsOfTyping(), []));

  it('takes locks, clusters, groups, sign-ins and deployments away, in this order, and says what is kept', async () => {
    const torn = house();
    torn.cloud.facts = new Set(['deployment visavis-test-primary-1', 'deployment visavis-test-secondary-1', 'app Visavis (test)']);
    const ran = await torn.deploy('--environment test --only tear-down', 'test\n');
    equal(ran.status, 0, ran.said);
    match(ran.said, /Kept: vaults and keys for 90 days/);
    deepEqual(torn.cloud.changes.map(call => call.replace(/^az (.*?) delete.*/, '$1')), ['lock', 'aro', 'aro', 'group', 'group', 'ad app', 'deployment sub']);
  });

  it('IAC-11: what was torn down is made again as it was, after a whole run and after one that was killed', async () => deepEqual(await complaintsOfMakingAgain(), []));

  it('is never part of a whole run', async () => ok(!(await house().deploy('--environment test --dry-run')).said.includes('az group delete')));
});

describe('facts for a demonstration', () => {
  it('DMO-01: are printed for cluster, vault, way in, communication services and edge of both regions, and nothing is changed', async () => {
    const shown = house();
    const ran = await shown.deploy('--environment test --only facts');
    equal(ran.status, 0, ran.said);
    deepEqual([...shown.cloud.unknown, ...shown.cloud.changes], []);
    for (const [what, times] of [[/Private {2}Private/g, 2], [/kv-vv-test {2}Disabled/g, 2], [/Front Door of Visavis {2}Approved/g, 2], [/acs-visavis-test/g, 1], [/primary {2}1 {2}Approved/g, 1], [/Prevention/g, 1]]) {
      equal(ran.said.match(what)?.length, times, `${what} in: ${ran.said}`);
    }
  });

  it('are refused for the pilot, which has neither', async () => {
    const ran = await house().deploy('--environment pilot --only facts');
    equal(ran.status, 1);
    match(ran.said, /The pilot has no cluster and no edge to show/);
  });
});

describe('the line, shown from outside', () => {
  it('DMO-03: is spoken as it should be at the address, led by private links alone, and not answered beside them; nothing is changed', async () => deepEqual(await complaintsOfTransport(), []));

  it('DMO-03: where the cluster answers beside the edge, somebody is told', async () => deepEqual(await complaintsOfOpenCluster(), []));

  it('is refused for the pilot, which has neither', async () => {
    const ran = await house().deploy('--environment pilot --only transport');
    equal(ran.status, 1);
    match(ran.said, /The pilot has no cluster and no edge to show/);
  });
});

async function complaintsOfTransport(...changes) {
  const shown = house(...changes);
  const ran = await shown.deploy('--environment test --only transport');
  const asked = shown.cloud.calls;
  return [
    ...complaint(ran.status !== 0, ran.said),
    ...shown.cloud.unknown,
    ...shown.cloud.changes,
    ...complaint(!asked.some(call => /VerifyAddress\.java https:\/\/test\.visit\.clinic\.test$/.test(call)), 'nobody asks which TLS is spoken'),
    ...complaint(ran.said.match(/Front Door of Visavis {2}Approved/g)?.length !== 2, 'a private link is not shown'),
    ...complaint(ran.said.match(/^10\.20\.2\.254-aro-visavis-test-(?:eus2|cus) {2}Private$/gm)?.length !== 2, 'an address of a cluster is not shown'),
    ...['eus2', 'cus'].filter(region => !asked.some(call => call.startsWith('curl ') && call.includes(`:443:10.20.2.254-aro-visavis-test-${region}:443`))).map(region => `nobody knocks beside the edge at ${region}`),
  ];
}

async function complaintsOfOpenCluster(...changes) {
  const open = house(...changes);
  open.cloud.facts.add('open beside the edge aro-visavis-test-cus');
  const { status, said } = await open.deploy('--environment test --only transport');
  return complaint(status !== 1 || !/10\.20\.2\.254-aro-visavis-test-cus answers beside the edge: /.test(said), said);
}

/** Deployed, torn down and deployed again, first with the run killed shortly before its end, then with one that is whole. */
async function complaintsOfMakingAgain(...changes) {
  const made = house(...changes);
  const complaints = [];
  // What lies in no group of the environment stays: people, names, rules of sign-in, the subscription's own.
  const kept = /^(group|people|openshift service|providers|registered|encryption|watcher|record|mail|policy|eligible|hours)\b/;
  const tearDown = async () => {
    const torn = await made.deploy('--environment test --only tear-down', 'test\n');
    complaints.push(...complaint(torn.status !== 0, torn.said), ...facts(made).filter(fact => !kept.test(fact)).map(fact => `${fact} is left`));
    for (const location of ['eastus2', 'centralus']) made.cloud.facts.add(`deleted vault in ${location}`);
  };
  const whole = async () => {
    const ran = await made.deploy('--environment test');
    complaints.push(...complaintsOfEnd(ran));
    return facts(made).filter(fact => !fact.startsWith('group rg-'));
  };
  made.cloud.kills = [{ call: 'az acr list' }];
  const killed = await made.deploy('--environment test');
  complaints.push(...complaint(killed.status !== 'SIGKILL', killed.said));
  await tearDown();
  const first = await whole();
  await tearDown();
  complaints.push(...difference(await whole(), first));
  return [...complaints, ...made.cloud.unknown];
}

async function complaintsOfTyping(...changes) {
  const kept = house(...changes);
  const complaints = [];
  for (const typed of ['', 'prod\n', 'yes\n', 'test \n']) {
    const ran = await kept.deploy('--environment test --only tear-down', typed);
    complaints.push(...complaint(!ran.said.endsWith("Nothing was deleted: that is not the environment's name.\n"), ran.said));
  }
  return [...complaints, ...kept.cloud.calls];
}

const refusals = [
  { when: 'no environment', words: '--dry-run', says: /Which environment\?/ },
  { when: 'a slip of the pen', words: '--environment tets', says: /There is no environment 'tets'/ },
  { when: 'an unknown step', words: '--environment test --only stage-3', says: /There is no step 'stage-3' for test/ },
  { when: 'a step of clusters for the pilot', words: '--environment pilot --only approval', says: /There is no step 'approval' for pilot/ },
  { when: 'an image that may change', words: '--environment test --image ghcr.io/visavis:latest', says: /whose content cannot change/ },
  { when: "the example's host", change: ['environments/test.bicepparam', 'test.visit.clinic.test', 'test.visit.clinic.example'], says: /write the one that people will type/ },
  { when: "the example's mail address", change: ['environments/test.bicepparam', 'on-call@clinic.test', 'on-call@clinic.example'], says: /write your own into 'people'/ },
  { when: "the example's mail domain", change: ['environments/test.bicepparam', 'mail.clinic.test', 'mail.clinic.example'], says: /mail domain/ },
  { when: 'no pull secret', prepare: made => (made.pullSecret = '/nowhere'), says: /There is no pull secret to read at \/nowhere/ },
  { when: 'a pull secret for everybody', prepare: made => made.openPullSecret(), says: /run 'chmod 600 / },
  { when: 'an old Azure CLI', cloud: [[/^az version/, '2.45.0']], says: /need 2\.61 or newer: run 'az upgrade'/ },
  { when: 'nobody is signed in', fails: /^az account show/, says: /Nobody is signed in to Azure: run 'az login'/ },
  { when: 'another subscription', words: '--environment test --subscription 9', says: /run 'az account set --subscription 9'/ },
  { when: 'another environment in the subscription', cloud: [[/tags\.environment!=/, 'prod']], says: /already holds the environment 'prod'/ },
  { when: 'no role', cloud: [[/^az role assignment list/, '']], says: /ask for the role Owner/ },
  { when: 'a size that is not for us', cloud: [[/^az vm list-skus .*centralus.*D4s/, '']], says: /may not use Standard_D4s_v5 in three zones of centralus/ },
  { when: 'a version that is not offered', cloud: [[/openShiftVersions/, '']], says: /OpenShift 4\.19\.15 is not offered in eastus2/ },
  { when: 'too few cores', cloud: [[/list-usage .*currentValue/, '57']], says: /The cluster needs 44 cores in eastus2/ },
  { when: 'no right to write rules of sign-in', cloud: [[/directoryRole/, '']], says: /add '--export FOLDER'/ },
  { when: 'no licence for rights for hours', cloud: [[/subscribedSkus/, '']], says: /need Microsoft Entra ID P2/ },
];

async function complaintsOfRefusal({ words = '--environment test', change, prepare = () => {}, cloud = [], fails, says }, ...changes) {
  const refusing = house(...changes, ...(change ? [change] : []));
  prepare(refusing);
  refusing.cloud.says = cloud;
  refusing.cloud.fails = fails;
  const { status, said } = await refusing.deploy(words);
  const sentences = said.split('\n').filter(line => line && line !== 'preflight' && !line.startsWith('ERROR: refused;'));
  return [
    ...complaint(status !== 1, `it ended with ${status}`),
    ...complaint(sentences.length !== 1 || !says.test(said), said),
    ...complaint(!/: |; see /.test(said), 'it does not say what to do next'),
    ...refusing.cloud.changes,
  ];
}

describe('a refusal is one sentence that says what to do next, and nothing was changed', { concurrency: 4 }, () => {
  for (const refusal of refusals) it(refusal.when, async () => deepEqual(await complaintsOfRefusal(refusal), []));

  it('enough cores are enough, and a cluster that is there needs none', async () => {
    const enough = house();
    enough.cloud.says = [[/list-usage .*currentValue/, '56']];
    equal((await enough.deploy('--environment test --only preflight')).status, 0);
    enough.cloud.says = [[/list-usage .*currentValue/, '100']];
    enough.cloud.facts = new Set(['deployment visavis-test-primary-1', 'deployment visavis-test-secondary-1']);
    equal((await enough.deploy('--environment test --only preflight')).status, 0);
  });

  it('a private cluster that does not answer says where to go on', async () => {
    const outside = house();
    outside.cloud.fails = /get clusterversion/;
    const { said } = await outside.deploy('--environment test --only credentials');
    match(said, /because it is private: open the operators' machine .* run the same command there/);
    deepEqual(outside.cloud.changes, []);
  });
});

describe('what these tests would notice', { concurrency: 4 }, () => {
  const printed = async change => complaintsOfPrint(await printedAndDone('--environment test --only credentials', change));
  const twice = async change => {
    const made = house(change);
    await made.deploy('--environment test --only providers');
    return complaintsOfSecondRun(made, '--environment test --only providers');
  };
  const refused = when => change => complaintsOfRefusal({ ...refusals.find(r => r.when === when), words: '--environment test --only preflight' }, change);
  const secrets = (...runs) => async change => {
    const made = house(change);
    for (const words of runs) await made.deploy(words);
    return complaintsOfSecrets(made);
  };
  const mutations = [
    ['a change that is not printed', ['language.sh', `printf '%s%s\\n' "$(quoted "$@")" "\${input:+ <$(quoted "$input")}"`, ':'], printed],
    ['a condition that is not printed', ['language.sh', `printf '[ -n "\${%s}" ] || %s\\n' "$unless_name" "$(quoted "$@")"`, `printf '%s\\n' "$(quoted "$@")"`], change => complaintsOfPrintTwice(change)],
    ['a dry run that asks', ['language.sh', `printf '%s=$(%s)%s\\n' "$ask_name"`, `"$@"; printf '%s=$(%s)%s\\n' "$ask_name"`], printed],
    ['a change that is made although it is there already', ['language.sh', 'elif [ -z "${!unless_name}" ]; then', 'else'], twice],
    ['a provider that nobody registers', ['steps/providers.sh', ' EventGrid', ''], async change => {
      const made = house(change);
      await made.deploy('--environment test --only providers');
      return complaintsOfProviders('main.bicep', made);
    }],
    ['a step that is forgotten', ['deploy.sh', `printf '%s\\n' "$step" >>"$state"`, ':'], change => complaintsOfResuming(change)],
    ['sources where the image wants what was built', ['../../image/context.sh', `$(sed -n 's/^!//p' deploy/image/Containerfile.ignore)`, 'server/src'], change => complaintsOfContext(change)],
    ['more than the image is made of', ['../../image/context.sh', `$(sed -n 's/^!//p' deploy/image/Containerfile.ignore)`, 'server proof deploy/image'], change => complaintsOfContext(change)],
    ['a deployment that is made while it is under way', ['steps/stage-1.sh', 'Accepted | Running)', 'Accepted)'], change => complaintsOfWaiting(change)],
    ['an edge that lets anybody in', ['steps/approval.sh', `ours="privateLinkServiceConnectionState.description=='Front Door of Visavis'"`, `ours="privateLinkServiceConnectionState.description!=''"`], change => complaintsOfApproval(change)],
    ['a second region that the edge does not hear of', ['steps/stage-2.sh', '[ "$regions" = primary ] || number=$number-both', ':'], change => complaintsOfGrowing(change)],
    ['a look that changes', ['steps/stage-1.sh', 'sub what-if', 'sub create'], change => complaintsOfWhatIf(change)],
    ['a secret in what a failure says', ['language.sh', 'text=${text//"$secret"/[REDACTED]}', ':'], async change => complaintsOfSecrets(await failedBuild(change))],
    ['a secret on a command line', ['steps/sign-in.sh', '"--from-file=clientSecret=$secret"', '"--from-literal=clientSecret=$(cat "$secret")"'], secrets('--environment test --only identities', '--environment test --only sign-in')],
    ['a secret that is left behind', ['deploy.sh', `trap 'rm -rf "\${secrets:?}"/*' EXIT`, ''], secrets('--environment test --only credentials')],
    ['a key that is left behind', ['steps/identities.sh', 'change rm "$folder/nobody"', ':'], secrets('--environment test --only identities')],
    ['a step that is left out', ['deploy.sh', 'stage-2 approval names', 'stage-2 names'], async change => complaintsOfOrder(await house(change).deploy('--environment test --dry-run'))],
    ['an end without the address', ['steps/verification.sh', 'note "https://$1 is there."', ':'], async change => complaintsOfEnd(await house(change).deploy('--environment test --only verification'))],
    ["a load balancer that is not the ingress'", ['steps/stage-2.sh', `[?privateIPAddress=='$(of ingress_address "$region")']`, '[?privateIPAddress]'], change => complaintsOfConnecting(change)],
    ['a private link that hears of no ingress', ['steps/stage-2.sh', 'hand_over VISAVIS_INGRESS_FRONTEND "$(of frontend "$region")"', ':'], change => complaintsOfConnecting(change)],
    ['an edge that is let in once more', ['steps/approval.sh', `$ours && privateLinkServiceConnectionState.status=='Pending'].name"`, `$ours].name | [?'Pending' ||"`], change => complaintsOfConnecting(change)],
    ['deployments that are remembered after a tear-down', ['steps/tear-down.sh', 'each deployment deployments_left az deployment sub delete --name', 'each deployment deployments_left echo'], change => complaintsOfMakingAgain(change)],
    ['steps that are remembered after a tear-down', ['steps/tear-down.sh', 'change rm -f "$state"', ':'], change => complaintsOfMakingAgain(change)],
    ['a vault that is not brought back', ['steps/stage-1.sh', 'change az keyvault recover', 'change echo'], change => complaintsOfMakingAgain(change)],
    ['an address that nobody asks', ['steps/transport.sh', 'show ./visavis verify "https://$host"', ':'], change => complaintsOfTransport(change)],
    ['a private link that nobody shows', ['steps/transport.sh', 'show az network private-link-service', ': az network private-link-service'], change => complaintsOfTransport(change)],
    ['a cluster whose own address nobody tries', ['steps/transport.sh', '--connect-to "$host:443:$(of ingress_address "$region"):443"', ''], change => complaintsOfTransport(change)],
    ['a cluster that may answer', ['steps/transport.sh', '    refused "', '    : "'], change => complaintsOfOpenCluster(change)],
    ['a tear-down that takes any word', ['steps/tear-down.sh', '[ "$typed" = "$environment" ]', '[ "$typed" != prod ]'], change => complaintsOfTyping(change)],
    ['a missing role that is passed over', ['language.sh', '[ -n "${!1}" ] || fail "$2"', ':'], refused('no role')],
    ['another environment that is passed over', ['steps/preflight.sh', '[ -z "$other_environment" ]', 'true'], refused('another environment in the subscription')],
    ['cores that are counted wrongly', ['steps/preflight.sh', '-ge $((4 * control', '-ge $((3 * control'], change => refused('too few cores')(change)],
    ['a refusal that changes something', ['steps/preflight.sh', 'preflight_parameters\n', 'preflight_parameters\n  change az group create --name x\n'], refused('no role')],
  ];
  for (const [what, change, check] of mutations) it(what, async () => ok((await check(change)).length > 0, 'nobody would notice'));
});

async function complaintsOfPrintTwice(change) {
  const made = house(change);
  const { said } = await made.deploy('--environment test --only providers --dry-run');
  await made.follow(said);
  const before = made.cloud.changes.length;
  await made.follow(said);
  return made.cloud.changes.slice(before);
}
