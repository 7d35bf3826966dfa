// The scripts against a stand-in for Azure, OpenShift and the web (fake/). That what is asked here is what Azure answers, only a
// subscription can show; docs/guides/deploy-azure.md lists it.

import { deepEqual, equal, match, ok } from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { House } from './fake/cloud.mjs';

const houses = [];
const house = () => {
  const made = new House();
  houses.push(made);
  return made;
};
after(() => houses.forEach(one => one.leave()));

/** How two lists differ first, in words; nothing if they do not. */
const difference = (one, other) => {
  const at = Array.from({ length: Math.max(one.length, other.length) }, (_, i) => i).find(i => one[i] !== other[i]);
  return at === undefined ? [] : [`call ${at + 1} is "${one[at]}" and not "${other[at]}"`];
};

/** Changes of the scripts in memory of one house, to see that a test would notice. */
const mutated = (...changes) => changes.reduce((made, [file, from, to]) => made.change(`scripts/${file}`, from, to), house());

const printedAndDone = async (environment, printing = house(), running = house()) => {
  const printed = await printing.deploy(`--environment ${environment} --dry-run`);
  equal(printed.status, 0, printed.said);
  deepEqual(printing.cloud.calls, [], 'a dry run asked somebody');
  const followed = await printing.follow(printed.said);
  const ran = await running.deploy(`--environment ${environment}`);
  return { followed, ran, printing, running };
};
const withoutMarks = calls => calls.filter(call => !call.startsWith('step '));
const comparable = (calls, made) => withoutMarks(calls).map(call => call.replaceAll(made.root, ''));

describe('a deployment from an empty subscription to an address', () => {
  let test;
  before(async () => (test = await printedAndDone('test')));

  it('comes to its end, and every question was a known one', () => {
    equal(test.ran.status, 0, test.ran.said);
    equal(test.followed.status, 0, test.followed.said);
    deepEqual([...test.running.cloud.unknown, ...test.printing.cloud.unknown], []);
    match(test.ran.said, /https:\/\/test\.visit\.clinic\.test is there\.\n$/);
  });

  it('makes exactly the calls that --dry-run printed, in their order', () =>
    deepEqual(difference(comparable(test.running.cloud.calls, test.running), comparable(test.printing.cloud.calls, test.printing)), []));

  it('ends in the same state, whoever ran the commands', () => deepEqual(test.running.cloud.facts, test.printing.cloud.facts));

  it('goes through its steps in their order', () =>
    deepEqual(
      test.printing.cloud.calls.filter(call => call.startsWith('step ')).map(call => call.slice(5)),
      'preflight providers identities stage-1 credentials stage-2 approval names sign-in access image application verification'.split(' '),
    ));

  it('run a second time changes nothing', async () => {
    const made = test.running.cloud.changes.length;
    const again = await test.running.deploy('--environment test');
    equal(again.status, 0, again.said);
    deepEqual(test.running.cloud.changes.slice(made), []);
  });

  it('what was printed, run a second time, changes nothing either', async () => {
    const made = test.printing.cloud.changes.length;
    const again = await test.printing.follow((await test.printing.deploy('--environment test --dry-run')).said);
    equal(again.status, 0, again.said);
    deepEqual(test.printing.cloud.changes.slice(made), []);
  });

  it('killed in the middle of every step, and after the last change of every step, it goes on and ends in the same state', async () => {
    const killed = house();
    killed.cloud.kills = killsOf(test.printing.cloud.calls);
    const planned = killed.cloud.kills.length;
    ok(planned >= 20, `only ${planned} kills are planned`);
    const { runs, said, status } = await runUntilItEnds(killed);
    equal(status, 0, said);
    equal(runs, planned + 1);
    deepEqual(killed.cloud.facts, test.running.cloud.facts);
    ok(killed.cloud.calls.length < 3 * test.running.cloud.calls.length, 'finished steps are done again');
  });

  it('prints no secret, puts none on a command line, and leaves none behind', () => {
    deepEqual(secretsOf(test.running), []);
    deepEqual(secretsOf(test.printing), []);
  });

  it('shows what a command says that fails, without the secrets in it', async () => {
    const failing = house();
    failing.cloud.facts = new Set([...test.running.cloud.facts].filter(fact => fact !== 'built'));
    failing.cloud.fails = /start-build/;
    const ran = await failing.deploy('--environment test --only image');
    equal(ran.status, 1);
    match(ran.said, /ERROR: refused; you said .*\[REDACTED\]/);
    match(ran.said, /The step 'image' did not work/);
    deepEqual(secretsOf(failing), []);
  });

  it('shows what Azure would change, and changes nothing', async () => {
    const looking = house();
    const looked = await looking.deploy('--environment test --what-if');
    equal(looked.status, 0, looked.said);
    match(looked.said, /Resource changes: 1 to create\./);
    deepEqual(looking.cloud.changes, []);
    equal(looking.cloud.calls.filter(call => call.startsWith('az deployment sub what-if')).length, 2);
  });

  it('waits for a deployment that is under way, and does not make it again', async () => {
    const waiting = house();
    let asked = 0;
    waiting.cloud.says = [[{ test: call => /^az deployment sub list .*primary-1/.test(call) && asked++ === 0 }, 'Running']];
    await waiting.deploy('--environment test --only identities');
    waiting.cloud.facts.add('deployment visavis-test-primary-1');
    waiting.cloud.facts.add('deployment visavis-test-secondary-1');
    const ran = await waiting.deploy('--environment test --only stage-1');
    equal(ran.status, 0, ran.said);
    ok(waiting.cloud.calls.some(call => call.startsWith('az deployment sub wait')));
    ok(!waiting.cloud.calls.some(call => call.startsWith('az deployment sub create')));
  });
});

describe('the pilot', () => {
  let test;
  before(async () => (test = await printedAndDone('pilot')));

  it('comes to its end as it was printed, with no cluster', () => {
    equal(test.ran.status, 0, test.ran.said);
    equal(test.followed.status, 0, test.followed.said);
    deepEqual(difference(comparable(test.running.cloud.calls, test.running), comparable(test.printing.cloud.calls, test.printing)), []);
    deepEqual(test.running.cloud.calls.filter(call => /^oc |\baro\b/.test(call)), []);
    deepEqual(secretsOf(test.running), []);
  });

  it('run a second time changes nothing', async () => {
    const made = test.running.cloud.changes.length;
    equal((await test.running.deploy('--environment pilot')).status, 0);
    deepEqual(test.running.cloud.changes.slice(made), []);
  });
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
  it('asks for the name of the environment, and deletes nothing for another one', async () => {
    const kept = house();
    for (const typed of ['', 'prod\n', 'yes\n', 'test \n']) {
      const ran = await kept.deploy('--environment test --only tear-down', typed);
      equal(ran.status, 1);
      match(ran.said, /Nothing was deleted: that is not the environment's name\.\n$/);
    }
    deepEqual(kept.cloud.calls, []);
  });

  it('takes locks, clusters, groups, sign-ins and deployments away, in this order, and says what is kept', async () => {
    const torn = house();
    torn.cloud.facts = new Set(['deployment visavis-test-primary-1', 'deployment visavis-test-secondary-1']);
    const ran = await torn.deploy('--environment test --only tear-down', 'test\n');
    equal(ran.status, 0, ran.said);
    match(ran.said, /Kept: vaults and keys for 90 days/);
    deepEqual(torn.cloud.changes.map(call => call.replace(/^az (.*?) delete.*/, '$1')), ['lock', 'aro', 'aro', 'group', 'group', 'ad app', 'deployment sub']);
  });

  it('is never part of a whole run', async () => ok(!(await house().deploy('--environment test --dry-run')).said.includes('az group delete')));
});

describe('a refusal is one sentence that says what to do next, and nothing was changed', () => {
  const refusals = [
    { when: 'no environment', words: '--dry-run', says: /Which environment\?/ },
    { when: 'a slip of the pen', words: '--environment tets', says: /There is no environment 'tets'/ },
    { when: 'an unknown step', words: '--environment test --only stage-3', says: /There is no step 'stage-3' for test/ },
    { when: 'a step of clusters for the pilot', words: '--environment pilot --only approval', says: /There is no step 'approval' for pilot/ },
    { when: 'an image that may change', words: '--environment test --image ghcr.io/visavis:latest', says: /whose content cannot change/ },
    { when: 'the example\'s host', prepare: made => made.change('environments/test.bicepparam', 'test.visit.clinic.test', 'test.visit.clinic.example'), says: /write the one that people will type/ },
    { when: 'the example\'s mail address', prepare: made => made.change('environments/test.bicepparam', 'on-call@clinic.test', 'on-call@clinic.example'), says: /write your own into 'people'/ },
    { when: 'the example\'s mail domain', prepare: made => made.change('environments/test.bicepparam', 'mail.clinic.test', 'mail.clinic.example'), says: /mail domain/ },
    { when: 'no pull secret', prepare: made => (made.pullSecret = '/nowhere'), says: /There is no pull secret to read at \/nowhere/ },
    { when: 'a pull secret for everybody', prepare: made => made.openPullSecret(), says: /run 'chmod 600 / },
    { when: 'an old Azure CLI', cloud: [[/^az version/, '2.45.0']], says: /needs? 2\.61 or newer: run 'az upgrade'/ },
    { when: 'nobody is signed in', fails: /^az account show/, says: /Nobody is signed in to Azure: run 'az login'/ },
    { when: 'another subscription', words: '--environment test --subscription 9 --only preflight', says: /run 'az account set --subscription 9'/ },
    { when: 'another environment in the subscription', cloud: [[/tags\.environment!=/, 'prod']], says: /already holds the environment 'prod'/ },
    { when: 'no role', cloud: [[/^az role assignment list/, '']], says: /ask for the role Owner/ },
    { when: 'a size that is not for us', cloud: [[/^az vm list-skus .*centralus.*D4s/, '']], says: /may not use Standard_D4s_v5 in three zones of centralus/ },
    { when: 'a version that is not offered', cloud: [[/openShiftVersions/, '']], says: /OpenShift 4\.19\.15 is not offered in eastus2/ },
    { when: 'too few cores', cloud: [[/list-usage .*currentValue/, '57']], says: /The cluster needs 44 cores in eastus2/ },
    { when: 'no right to write rules of sign-in', cloud: [[/directoryRole/, '']], says: /add '--export FOLDER'/ },
    { when: 'no licence for rights for hours', cloud: [[/subscribedSkus/, '']], says: /need Microsoft Entra ID P2/ },
  ];
  for (const { when, words = '--environment test', prepare = () => {}, cloud = [], fails, says } of refusals) {
    it(when, async () => {
      const refusing = house();
      prepare(refusing);
      refusing.cloud.says = cloud;
      refusing.cloud.fails = fails;
      const { status, said } = await refusing.deploy(words);
      equal(status, 1, said);
      const sentence = said.split('\n').filter(line => line && line !== 'preflight' && !line.startsWith('ERROR: refused;'));
      equal(sentence.length, 1, said);
      match(sentence[0], says);
      match(sentence[0], /: |; see /, 'it does not say what to do next');
      deepEqual(refusing.cloud.changes, []);
    });
  }

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

/** In each step a call in its middle, before its work, and its last change, after it; only calls that no earlier step makes. */
function killsOf(marked) {
  const steps = [];
  const seen = new Set();
  for (const call of marked) {
    if (call.startsWith('step ')) steps.push([]);
    else if (!seen.has(call)) steps.at(-1).push(call);
    seen.add(call);
  }
  return steps.flatMap(calls => {
    const middle = calls[Math.floor(calls.length / 2)];
    const last = calls.filter(call => /^az (ad|network|deployment|group|rest --method p|connectedk8s|provider|feature)\S* .*(create|update|register|connect|set-record|add-record|--body)|^oc .*(apply|start-build)/.test(call)).at(-1);
    const order = [middle && { call: middle }, last && last !== middle && { call: last, after: true }].filter(Boolean);
    return order.sort((a, b) => calls.indexOf(a.call) - calls.indexOf(b.call));
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

function secretsOf(made) {
  const found = [];
  const look = (where, text) => /CANARY/.test(text) && found.push(`${where}: ${/.*CANARY.*/.exec(text)[0]}`);
  look('said', made.said);
  made.cloud.calls.forEach(call => look('a command line', call));
  for (const path of made.files()) if (path !== made.pullSecret) look(path, made.read(path));
  return found;
}
