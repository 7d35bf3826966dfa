// Where templates and application must say the same thing: names of events, queue, tables, extensions, paths, settings.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, PROJECT } from './templates.mjs';

const source = path => readFileSync(join(PROJECT, path), 'utf8');
const migrations = () => {
  const root = join(PROJECT, 'platform/src/main/resources/db/migration');
  return readdirSync(root, { recursive: true }).filter(p => p.endsWith('.sql')).map(p => readFileSync(join(root, p), 'utf8')).join('\n');
};

export const agreements = [
  {
    says: 'every event that is asked for is read by the application, and none is about chat',
    check(t, c) {
      const reader = source('azure/src/main/java/health/visavis/azure/acs/news/NewsReader.java');
      const types = at(t.some('Microsoft.EventGrid/systemTopics/eventSubscriptions')[0].body, 'properties.filter.includedEventTypes');
      for (const type of types) {
        const name = type.replace('Microsoft.Communication.', '');
        c.unless(reader.includes(`case "${name}"`), `nobody reads ${type}`);
        c.unless(!/Chat/.test(name), `${type} carries what people wrote`);
      }
      for (const needed of ['CallStarted', 'CallEnded', 'CallParticipantAdded', 'CallParticipantRemoved', 'SMSDeliveryReportReceived', 'EmailDeliveryReportReceived', 'RecordingFileStatusUpdated']) {
        c.unless(types.includes(`Microsoft.Communication.${needed}`), `${needed} never comes`);
      }
    },
    notices: [
      { file: 'modules/events-to-queue.bicep', change: 'Microsoft.Communication.CallEnded', to: 'Microsoft.Communication.ChatMessageReceived' },
      { file: 'modules/events-to-queue.bicep', change: "        'Microsoft.Communication.SMSDeliveryReportReceived'\n", to: '' },
    ],
  },
  {
    says: 'events are delivered by identity, as CloudEvents, into the one queue',
    check: (t, c) =>
      c
        .each(t.some('Microsoft.EventGrid/systemTopics/eventSubscriptions'), {
          'properties.eventDeliverySchema': 'CloudEventSchemaV1_0',
          'properties.deliveryWithResourceIdentity.identity.type': 'SystemAssigned',
          'properties.deliveryWithResourceIdentity.destination.endpointType': 'ServiceBusQueue',
          'properties.destination': undefined,
        })
        .each(t.some('Microsoft.ServiceBus/namespaces/queues'), { name: 'acs-events' })
        .unless(t.text('main.bicep').includes("VISAVIS_AZURE_SERVICEBUS_QUEUE: 'acs-events'"), 'the application looks into another queue'),
    notices: [
      { file: 'modules/message-queue.bicep', change: "name: 'acs-events'", to: "name: 'events'" },
      { file: 'modules/events-to-queue.bicep', change: "endpointType: 'ServiceBusQueue'", to: "endpointType: 'WebHook'" },
      { file: 'main.bicep', change: "VISAVIS_AZURE_SERVICEBUS_QUEUE: 'acs-events'", to: "VISAVIS_AZURE_SERVICEBUS_QUEUE: 'events'" },
    ],
  },
  {
    says: 'the archive\'s table has the columns of the audit trail',
    check(t, c) {
      const table = /CREATE TABLE audit_event \(([\s\S]*?)\n\);/.exec(migrations())[1];
      const ours = [...table.matchAll(/^ {2}(\w+)\s/gm)].map(m => m[1]);
      const names = { id: 'EventId', at: 'TimeGenerated' };
      const wanted = ours.map(column => names[column] ?? column.replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase()));
      const given = ['TimeGenerated', ...t.file('modules/audit-intake.bicep').vars.columns.map(column => column.name)];
      for (const column of wanted) c.unless(given.includes(column), `the archive has no ${column}`);
      for (const column of given) c.unless(wanted.includes(column), `the audit trail has no ${column}`);
    },
    notices: [
      { file: 'modules/audit-intake.bicep', change: "  { name: 'Reason', type: 'string' }\n", to: '' },
      { file: 'modules/audit-intake.bicep', change: "name: 'Instance'", to: "name: 'Machine'" },
    ],
  },
  {
    says: 'the cluster sends its audit log to the stream that takes it in',
    check(t, c) {
      const stream = /streamName: (\S+)/.exec(source('deploy/openshift/cluster/audit-log.yaml'))[1];
      const rule = t.file('modules/audit-intake.bicep').resources.find(r => r.name === 'clusterRule');
      c.unless(Object.keys(rule.body.properties.streamDeclarations).includes(stream), `nothing takes in ${stream}`);
      c.unless(t.text('modules/audit-intake.bicep').includes(`outputStream: '${stream}'`), `${stream} goes nowhere`);
      const account = /kind: ServiceAccount\nmetadata:\n {2}name: (\S+)\n {2}namespace: (\S+)/.exec(source('deploy/openshift/cluster/audit-log.yaml'));
      c.unless(t.text('layers/cluster.bicep').includes(`namespace: '${account[2]}', serviceAccount: '${account[1]}'`), 'nobody vouches for the collector');
    },
    notices: [
      { file: 'modules/audit-intake.bicep', change: "outputStream: 'Custom-OpenShiftAudit_CL'", to: "outputStream: 'Custom-VisavisAudit_CL'" },
      { file: 'layers/cluster.bicep', change: "serviceAccount: 'visavis-logs'", to: "serviceAccount: 'logs'" },
    ],
  },
  {
    says: 'questions about the audit trail ask for columns that it has',
    check(t, c) {
      const columns = new Set(['TimeGenerated', ...t.file('modules/audit-intake.bicep').vars.columns.map(column => column.name)]);
      const questions = [...t.texts].filter(([path]) => path.endsWith('.kql'));
      const panels = JSON.parse(t.text('monitor/workbooks/visavis.json')).items.filter(i => i.type === 3).map(i => [`panel ${i.name}`, i.content.query]);
      let asked = 0;
      for (const [path, text] of [...questions, ...panels]) {
        const query = text.replace(/\/\/.*$/gm, '').replace(/"[^"]*"/g, '""');
        if (!/^\s*VisavisAudit_CL/.test(query)) continue;
        asked++;
        const made = new Set([...query.matchAll(/\b([A-Z]\w*)\s*=(?!=)/g)].map(m => m[1]));
        for (const [name] of query.replace('VisavisAudit_CL', '').matchAll(/\b[A-Z]\w*\b/g)) c.unless(columns.has(name) || made.has(name), `${path} asks for ${name}`);
      }
      c.unless(asked >= 3, 'the audit trail is asked too little');
    },
    notices: [
      { file: 'monitor/queries/refusals-pile-up.kql', change: 'by Actor,', to: 'by UserName,' },
      { file: 'monitor/workbooks/visavis.json', change: 'by Reason, Action', to: 'by Cause, Action' },
    ],
  },
  {
    says: 'every question is a file that is asked, and every file loaded is there',
    check(t, c) {
      const loaded = new Set([...t.files.values()].flatMap(f => [...f.text.matchAll(/load(?:Text|Json)Content\('\.\.\/([^']+)'\)/g)].map(m => m[1])));
      for (const path of loaded) c.unless(t.texts.has(path), `${path} is loaded and not there`);
      for (const path of t.texts.keys()) if (/^monitor\//.test(path)) c.unless(loaded.has(path), `${path} is asked by nobody`);
      for (const [path, text] of t.texts) {
        if (!path.endsWith('.kql')) continue;
        const bare = text.replace(/\/\/.*$/gm, '').replace(/"[^"]*"/g, '');
        c.unless(bare.split('(').length === bare.split(')').length, `${path} has a bracket too many or too few`);
      }
    },
    notices: [
      { file: 'modules/alerts.bicep', change: 'pods-crash.kql', to: 'pods.kql' },
      { file: 'monitor/queries/pods-crash.kql', change: 'PodRestartCount) by', to: 'PodRestartCount by' },
    ],
  },
  {
    says: 'every alarm of the application has a rule of its name and urgency, and a line in the runbook',
    check(t, c) {
      const catalogue = source('platform/src/main/java/health/visavis/alarm/AlarmKind.java');
      const levels = new Map([...catalogue.matchAll(/^ {8}([A-Z]+)\((\d)\)[,;]/gm)].map(m => [m[1], Number(m[2])]));
      const kinds = [...catalogue.matchAll(/^ {4}([A-Z_]+)\(Severity\.([A-Z]+)\)[,;]/gm)].map(m => ({ name: m[1].toLowerCase().replaceAll('_', '-'), severity: levels.get(m[2]) }));
      const listed = JSON.parse(t.text('monitor/alarms.json'));
      c.unless(kinds.length > 0 && kinds.length === listed.length, `${kinds.length} alarms, ${listed.length} in the list`);
      const runbook = source('docs/runbooks/azure-alerts.md');
      for (const kind of kinds) {
        const found = listed.find(one => one.name === kind.name);
        c.unless(found?.severity === kind.severity && found?.event === `alarm.${kind.name}`, `${kind.name} is listed as something else`);
        c.unless(runbook.includes(`\`alarm-${kind.name}\``), `nobody says what to do about ${kind.name}`);
      }
      const rules = t.file('modules/alerts.bicep').resources.find(r => r.name === 'raised');
      c.unless(rules?.loop === 'for alarm in alarms' && rules.body.properties.severity === 'alarm.severity', 'rules are not made from the list');
      c.unless(t.file('modules/alerts.bicep').vars.alarms === "loadJsonContent('../monitor/alarms.json')", 'the rules have another list');
      c.unless(/'EVENT', alarm\.event\)/.test(t.text('modules/alerts.bicep')) && /has "EVENT"/.test(t.text('monitor/queries/alarm-raised.kql')), 'the rule looks for no event');
    },
    notices: [
      { file: 'monitor/alarms.json', change: '"name": "brute-force"', to: '"name": "brute-forces"' },
      { file: 'monitor/alarms.json', change: '"severity": 0', to: '"severity": 3' },
      { file: 'modules/alerts.bicep', change: 'for alarm in alarms', to: 'for alarm in take(alarms, 3)' },
      { file: 'monitor/queries/alarm-raised.kql', change: 'has "EVENT"', to: 'has "alarm"' },
    ],
  },
  {
    says: 'tables that are asked or archived are among those kept for seven years',
    check(t, c) {
      const kept = new Set(['VisavisAudit_CL', 'OpenShiftAudit_CL', ...t.file('modules/workspace.bicep').params.find(p => p.name === 'tables').standard]);
      for (const [path, text] of t.texts) {
        if (!path.endsWith('.kql')) continue;
        for (const [, name] of text.replace(/\/\/.*$/gm, '').matchAll(/(?:^|\()((?:[A-Z]\w+)(?:Logs|_CL|Diagnostics|Summary|Inventory|Activity|Intel|Signature|V2))\b/gm)) c.unless(kept.has(name), `${path} asks ${name}, which is not kept`);
      }
      for (const name of at(t.some('Microsoft.OperationalInsights/workspaces/dataExports')[0].body, 'properties.tableNames')) c.unless(kept.has(name), `${name} is archived and not kept`);
    },
    notices: [
      { file: 'modules/workspace.bicep', change: "  'KubePodInventory'\n", to: '' },
      { file: 'modules/workspace.bicep', change: "  'PGSQLServerLogs'\n", to: '' },
    ],
  },
  {
    says: 'the database allows the extensions that the migrations ask for, and is the version that tests run on',
    check(t, c) {
      const settings = t.file('modules/database.bicep').vars.settings;
      const allowed = settings.find(s => s.name === 'azure.extensions').value.split(',');
      for (const [, name] of migrations().matchAll(/CREATE EXTENSION IF NOT EXISTS (\w+)/g)) c.unless(allowed.includes(name), `${name} is not allowed`);
      const version = /<embedded-postgres-binaries\.version>(\d+)\./.exec(source('pom.xml'))[1];
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers'), { 'properties.version': version });
    },
    notices: [
      { file: 'modules/database.bicep', change: 'btree_gist,pgaudit', to: 'pgaudit' },
      { file: 'modules/database.bicep', change: "version: '18'", to: "version: '16'" },
    ],
  },
  {
    says: 'probes ask paths that the application answers without a sign-in',
    check(t, c) {
      const open = source('web/src/main/java/health/visavis/web/security/PublicPaths.java');
      c.unless(open.includes('"/livez"') && open.includes('"/readyz"'), 'probes would have to sign in');
      for (const [path, text] of t.texts) for (const [, asked] of text.matchAll(/(?:probePath|httpGet: \{ path): '([^']+)'/g)) c.unless(/^\/(livez|readyz)$/.test(asked), `${path} asks ${asked}`);
    },
    notices: [{ file: 'modules/container-app.bicep', change: '/livez', to: '/health' }],
  },
  {
    says: 'settings that the templates hand over are settings of the application',
    check(t, c) {
      const settings = source('azure/src/main/java/health/visavis/azure/acs/AcsSettings.java');
      c.unless(/URI endpoint/.test(settings) && /URI secondEndpoint/.test(settings), 'the communication service has other settings');
      const names = [...t.texts].flatMap(([, text]) => [...text.matchAll(/\b(VISAVIS_AZURE_[A-Z_]+)\b/g)].map(m => m[1]));
      const known = ['VISAVIS_AZURE_ACS_ENDPOINT', 'VISAVIS_AZURE_ACS_SECONDENDPOINT', 'VISAVIS_AZURE_ACS_NEWS_CALLAUDIENCE', 'VISAVIS_AZURE_AUDIT_CONTAINER', 'VISAVIS_AZURE_AUDIT_SECONDCONTAINER', 'VISAVIS_AZURE_FRONTDOOR_ID', 'VISAVIS_AZURE_KEYVAULT_ENDPOINT', 'VISAVIS_AZURE_KEYVAULT_OTHERS', 'VISAVIS_AZURE_KEYVAULT_SIGNINGKEY', 'VISAVIS_AZURE_POSTGRES_APPLICATIONS', 'VISAVIS_AZURE_POSTGRES_MIGRATIONS', 'VISAVIS_AZURE_POSTGRES_SIGNIN', 'VISAVIS_AZURE_SERVICEBUS_NAMESPACE', 'VISAVIS_AZURE_SERVICEBUS_QUEUE'];
      for (const name of names) c.unless(known.includes(name), `${name} is no setting`);
      for (const name of known) c.unless(names.includes(name), `${name} is not handed over`);
    },
    notices: [{ file: 'main.bicep', change: 'VISAVIS_AZURE_ACS_ENDPOINT', to: 'VISAVIS_AZURE_ACS_CONNECTION' }],
  },
];
