// What the platform must do, as far as a template can say it. Each entry names its row in docs/compliance/rows.csv, and
// the changes that it must notice: in which file, which passage, and what instead (without a passage: added at the end).
// `general` holds for every row.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { at, PROJECT, walk } from './templates.mjs';

const RUNBOOK = readFileSync(join(PROJECT, 'docs/runbooks/azure-alerts.md'), 'utf8');

const US = ['centralus', 'eastus', 'eastus2', 'southcentralus', 'westus2', 'westus3'];
const ENVIRONMENTS = ['dev', 'test', 'test-secondary', 'prod', 'prod-secondary', 'pilot'];
const parameterFile = name => `environments/${name}.bicepparam`;

// What Azure offers no diagnostic setting for, or where the setting belongs to a parent.
const SILENT = [
  'Microsoft.Resources/resourceGroups',
  'Microsoft.Authorization/',
  'Microsoft.Insights/',
  'Microsoft.SecurityInsights/',
  'Microsoft.Security/',
  'Microsoft.Consumption/',
  'Microsoft.ManagedIdentity/',
  'Microsoft.OperationalInsights/workspaces/',
  'Microsoft.Compute/',
  'Microsoft.KubernetesConfiguration/',
  'microsoft.aadiam/',
  'Microsoft.Network/routeTables',
  'Microsoft.Network/privateDnsZones',
  'Microsoft.Network/privateEndpoints',
  'Microsoft.Network/privateLinkServices',
  'Microsoft.Network/firewallPolicies',
  'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies',
  'Microsoft.Network/networkWatchers/flowLogs',
  'Microsoft.Network/localNetworkGateways',
  'Microsoft.Network/connections',
  'Microsoft.Network/virtualNetworkGateways',
  'Microsoft.App/containerApps',
  'Microsoft.App/jobs',
  'Microsoft.HealthcareApis/workspaces',
  // Its logs are the cluster's, forwarded from inside.
  'Microsoft.RedHatOpenShift/openShiftClusters',
  'Microsoft.Storage/storageAccounts',
];
const loud = resource =>
  resource.type.split('/').length === 2 &&
  !SILENT.some(silent => (silent.endsWith('/') ? resource.type.startsWith(silent) : resource.type === silent));

const PRIVATE = [
  'Microsoft.KeyVault/vaults',
  'Microsoft.DBforPostgreSQL/flexibleServers',
  'Microsoft.Storage/storageAccounts',
  'Microsoft.HealthcareApis/workspaces',
  'Microsoft.HealthcareApis/workspaces/fhirservices',
];

// What programs call; the twin of the edge has the same (deploy/edge/nginx.conf), and its test reads them from the template.
const PROGRAMS = ['/api/*', '/azure/acs/*', '/live', '/logout/connect/back-channel/*'];

// Keys that sign; all others seal.
const SIGNING = ['signing', 'checkpoints'];

const TAGLESS = /^(Microsoft\.(Authorization|SecurityInsights|Security|Consumption|PolicyInsights|KubernetesConfiguration)|microsoft\.aadiam)\/|diagnosticSettings|\/(subnets|tables|dataExports|savedSearches|queues|networkRuleSets|containers|blobServices|managementPolicies|administrators|configurations|databases|virtualendpoints|eventSubscriptions|federatedIdentityCredentials|originGroups|origins|routes|ruleSets|rules|securityPolicies|customDomains|privateDnsZoneGroups|ruleCollectionGroups|virtualNetworkPeerings|scopedResources|dataCollectionRuleAssociations|immutabilityPolicies)$/;

export const requirements = [
  {
    row: 'general',
    says: 'every service with data refuses the public network',
    check(t, c) {
      for (const type of PRIVATE) {
        for (const made of t.some(type)) {
          const found = at(made.body, 'properties.publicNetworkAccess') ?? at(made.body, 'properties.network.publicNetworkAccess');
          c.unless(found === 'Disabled', `${made.path}, ${made.name} can be reached from the Internet`);
        }
      }
      c.each(t.file('modules/registry.bicep').resources.filter(r => r.name === 'registry'), { 'properties.publicNetworkAccess': 'Disabled' });
      c.each(t.some('Microsoft.ServiceBus/namespaces'), { 'properties.publicNetworkAccess': /^tier == 'Premium' \? 'Disabled'/ });
    },
    notices: [
      { file: 'modules/key-vault.bicep', change: "publicNetworkAccess: 'Disabled'", to: "publicNetworkAccess: 'Enabled'" },
      { file: 'modules/database.bicep', change: "publicNetworkAccess: 'Disabled'", to: "publicNetworkAccess: 'Enabled'" },
      { file: 'modules/registry.bicep', change: "publicNetworkAccess: 'Disabled'", to: "publicNetworkAccess: 'Enabled'" },
      { file: 'modules/fhir.bicep', change: "publicNetworkAccess: 'Disabled'", to: "publicNetworkAccess: 'Enabled'" },
    ],
  },
  {
    row: 'general',
    says: 'every resource that can say what it does sends it to the workspace',
    check(t, c) {
      for (const made of t.made().filter(loud)) {
        const settings = t
          .file(made.path)
          .resources.filter(r => /diagnosticSettings$/i.test(r.type) && r.body.scope === made.name);
        c.unless(settings.length === 1, `${made.path}, ${made.name} (${made.type}) keeps silent`);
        c.each(settings, { 'properties.workspaceId': /^(workspaceId|workspace\.id)$/ });
      }
    },
    notices: [
      { file: 'modules/front-door.bicep', change: 'scope: profile\n', to: 'scope: other\n' },
      { file: 'modules/communication.bicep', change: 'scope: events\n', to: 'scope: service\n' },
      { file: 'modules/network-security.bicep', change: 'scope: endpoints\n', to: 'scope: cluster\n' },
    ],
  },
  {
    row: 'general',
    says: 'local keys, passwords and anonymous access are off wherever they can be',
    check(t, c) {
      c.each(t.some('Microsoft.Storage/storageAccounts'), { 'properties.allowSharedKeyAccess': false, 'properties.allowBlobPublicAccess': false });
      c.each(t.some('Microsoft.ServiceBus/namespaces'), { 'properties.disableLocalAuth': true });
      c.each(t.some('Microsoft.ContainerRegistry/registries'), { 'properties.adminUserEnabled': false, 'properties.anonymousPullEnabled': false });
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers'), { 'properties.authConfig.passwordAuth': 'Disabled' });
      c.each(t.some('Microsoft.OperationalInsights/workspaces'), { 'properties.features.disableLocalAuth': true });
      c.each(t.some('Microsoft.Insights/components'), { 'properties.DisableLocalAuth': true });
      c.each(t.some('Microsoft.Compute/virtualMachines'), { 'properties.osProfile.linuxConfiguration.disablePasswordAuthentication': true });
    },
    notices: [
      { file: 'modules/storage-account.bicep', change: 'allowSharedKeyAccess: false', to: 'allowSharedKeyAccess: true' },
      { file: 'modules/message-queue.bicep', change: 'disableLocalAuth: true', to: 'disableLocalAuth: false' },
      { file: 'modules/database.bicep', change: "passwordAuth: 'Disabled'", to: "passwordAuth: 'Enabled'" },
      { file: 'modules/pilot-registry.bicep', change: 'adminUserEnabled: false', to: 'adminUserEnabled: true' },
    ],
  },
  {
    row: 'general',
    says: 'every role is given on a resource, not on the subscription, and none is Owner or Contributor',
    check(t, c) {
      for (const made of t.some('Microsoft.Authorization/roleAssignments')) {
        c.unless(made.body.scope || made.path === 'modules/roles.bicep', `${made.path}, ${made.name} has no scope`);
      }
      for (const [path, text] of t.texts) {
        c.unless(!/8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c/.test(text), `${path} gives Owner or Contributor`);
      }
    },
    notices: [
      { file: 'modules/registry-access.bicep', change: '    scope: registry\n', to: '' },
      { file: 'types.bicep', change: 'acdd72a7-3385-48ef-bd42-f606fba81ae7', to: 'b24988ac-6180-42a0-ab88-20f7382dd24c' },
    ],
  },
  {
    row: 'general',
    says: 'what is declared is used',
    check(t, c) {
      for (const file of t.files.values()) {
        if (file.path.endsWith('.bicepparam') || file.path === 'types.bicep') continue;
        const bare = file.text.replace(/^\s*(@description|metadata|\/\/).*$/gm, '').replace(/'[^'$\n]*'/g, "''");
        const imported = [...bare.matchAll(/^import \{([^}]+)\}/gm)].flatMap(m => m[1].split(',').map(name => name.trim().split(' as ').at(-1)));
        const declared = [...file.params.map(p => p.name), ...Object.keys(file.vars), ...imported, ...file.resources.filter(r => r.existing).map(r => r.name)];
        for (const name of declared) {
          const all = bare.match(new RegExp(`(?<![\\w]|[^.]\\.)${name}\\b`, 'g')) ?? [];
          const keys = bare.match(new RegExp(`(?:\\n\\s*|[{,]\\s*)${name}: `, 'g')) ?? [];
          c.unless(all.length - keys.length >= 2, `${file.path}: ${name} is not used`);
        }
      }
    },
    notices: [
      { file: 'modules/bastion.bicep', to: "\nvar idle = 3\n" },
      { file: 'modules/lock.bicep', to: "\n@description('Required. Nothing.')\nparam idle string\n" },
    ],
  },
  {
    row: 'general',
    says: 'what is looked up by its id is looked up in its own resource group',
    check(t, c) {
      for (const file of t.files.values()) for (const found of file.resources.filter(r => r.existing && /split\(/.test(String(r.body.name)))) {
        c.unless(/^resourceGroup\(split\(/.test(String(found.body.scope)), `${file.path}: ${found.name} is looked for in the wrong group`);
      }
    },
    notices: [{ file: 'modules/registry.bicep', change: "  scope: resourceGroup(split(identityId, '/')[4])\n", to: '' }],
  },
  {
    row: 'ARO-01',
    says: 'API and ingress are private and traffic goes out through the firewall',
    check(t, c) {
      c.each(t.some('Microsoft.RedHatOpenShift/openShiftClusters'), {
        'properties.apiserverProfile.visibility': 'Private',
        'properties.ingressProfiles.0.visibility': 'Private',
        'properties.networkProfile.outboundType': 'UserDefinedRouting',
        'properties.networkProfile.loadBalancerProfile': undefined,
      });
    },
    notices: [
      { file: 'modules/cluster.bicep', change: "apiserverProfile: { visibility: 'Private' }", to: "apiserverProfile: { visibility: 'Public' }" },
      { file: 'modules/cluster.bicep', change: "name: 'default', visibility: 'Private'", to: "name: 'default', visibility: 'Public'" },
      { file: 'modules/cluster.bicep', change: "'UserDefinedRouting'", to: "'Loadbalancer'" },
    ],
  },
  {
    row: 'ARO-02',
    says: 'nodes use validated cryptography from the start',
    check: (t, c) => c.each(t.some('Microsoft.RedHatOpenShift/openShiftClusters'), { 'properties.clusterProfile.fipsValidatedModules': 'Enabled' }),
    notices: [{ file: 'modules/cluster.bicep', change: "fipsValidatedModules: 'Enabled'", to: "fipsValidatedModules: 'Disabled'" }],
  },
  {
    row: 'ARO-03',
    says: 'hosts encrypt what they cache, for control plane, workers and the operators\' machine',
    check(t, c) {
      c.each(t.some('Microsoft.RedHatOpenShift/openShiftClusters'), {
        'properties.masterProfile.encryptionAtHost': 'Enabled',
        'properties.masterProfile.diskEncryptionSetId': 'diskEncryptionSetId',
        'properties.workerProfiles.0.encryptionAtHost': 'Enabled',
        'properties.workerProfiles.0.diskEncryptionSetId': 'diskEncryptionSetId',
      });
      c.each(t.some('Microsoft.Compute/virtualMachines'), { 'properties.securityProfile.encryptionAtHost': true });
    },
    notices: [
      { file: 'modules/cluster.bicep', change: "encryptionAtHost: 'Enabled'", to: "encryptionAtHost: 'Disabled'" },
      { file: 'modules/jump-host.bicep', change: 'encryptionAtHost: true', to: 'encryptionAtHost: false' },
    ],
  },
  {
    row: 'ARO-04',
    says: 'at least three workers, in regions that have three zones',
    check(t, c) {
      c.unless(/@minValue\(3\)\s+workerCount: int/.test(t.text('types.bicep')), 'types.bicep admits fewer than three workers');
      for (const name of ENVIRONMENTS.filter(n => n !== 'pilot')) {
        c.unless(at(t.parameters(parameterFile(name)), 'size.cluster.workerCount') >= 3, `${name} has fewer than three workers`);
      }
      const regions = t.file('types.bicep').types.find(type => type.name === 'usRegion').type;
      c.unless(!/'(westus|northcentralus|westcentralus)'/.test(regions), 'a region without zones can be chosen');
    },
    notices: [
      { file: 'types.bicep', change: '@minValue(3)', to: '@minValue(1)' },
      { file: 'environments/prod.bicepparam', change: 'workerCount: 6', to: 'workerCount: 2' },
      { file: 'types.bicep', change: "'westus3'", to: "'westus3' | 'westus'" },
    ],
  },
  {
    row: 'ARO-10',
    says: 'images come from a private registry, pulled by an identity',
    check(t, c) {
      c.each(t.file('modules/registry.bicep').resources.filter(r => r.name === 'registry'), { 'sku.name': 'Premium' });
      const access = t.file('main.bicep').modules.find(m => m.name === 'registryAccess');
      c.unless(at(access.body, 'params.grants.0.role') === 'roles.pullImages', 'the cluster may do more than pull, or nothing');
    },
    notices: [
      { file: 'main.bicep', change: 'role: roles.pullImages', to: 'role: roles.pushImages' },
      { file: 'modules/registry.bicep', change: "sku: { name: 'Premium' }", to: "sku: { name: 'Basic' }" },
    ],
  },
  {
    row: 'ARO-14',
    says: 'the cluster is reached through a bastion, and the machine behind it has no public address',
    check(t, c) {
      c.unless(t.file('layers/network.bicep').modules.some(m => m.source.endsWith('bastion.bicep')), 'there is no bastion');
      const machine = t.some('Microsoft.Compute/virtualMachines')[0];
      c.unless(![...walk(machine.body)].some(([path]) => path.some(p => /publicIPAddress/i.test(p))), 'the machine has a public address');
      c.unless(t.file('modules/bastion.bicep').params.find(p => p.name === 'reach').standard === 'Private', 'the bastion is public unless somebody thinks of it');
    },
    notices: [
      { file: 'layers/network.bicep', change: '../modules/bastion.bicep', to: '../modules/nothing.bicep' },
      { file: 'modules/jump-host.bicep', change: 'subnet: { id: subnetId } }', to: "subnet: { id: subnetId }, publicIPAddressConfiguration: { name: 'pip' } }" },
      { file: 'modules/bastion.bicep', change: "'Standard' = 'Private'", to: "'Standard' = 'Standard'" },
    ],
  },
  {
    row: 'ARO-16',
    says: 'Defender watches containers, in the subscription and in the cluster',
    check(t, c) {
      const plans = t.file('modules/defender.bicep').params.find(p => p.name === 'plans').standard.map(p => p.name);
      for (const plan of ['Containers', 'KeyVaults', 'OpenSourceRelationalDatabases', 'StorageAccounts', 'Arm', 'CloudPosture']) {
        c.unless(plans.includes(plan), `Defender does not watch ${plan}`);
      }
      c.each(t.some('Microsoft.Security/pricings'), { 'properties.pricingTier': 'Standard' });
      const extensions = t.some('Microsoft.KubernetesConfiguration/extensions').map(e => at(e.body, 'properties.extensionType'));
      c.unless(extensions.includes('Microsoft.AzureDefender.Kubernetes'), 'no sensor in the cluster');
    },
    notices: [
      { file: 'modules/defender.bicep', change: "  { name: 'Containers' }\n", to: '' },
      { file: 'modules/defender.bicep', change: "pricingTier: 'Standard'", to: "pricingTier: 'Free'" },
      { file: 'modules/container-insights.bicep', change: 'Microsoft.AzureDefender.Kubernetes', to: 'Microsoft.Flux' },
    ],
  },
  {
    row: 'COM-01',
    says: 'communication services and mail keep their data in the United States',
    check: (t, c) =>
      c.each([...t.some('Microsoft.Communication/communicationServices'), ...t.some('Microsoft.Communication/emailServices')], {
        'properties.dataLocation': 'United States',
      }),
    notices: [
      { file: 'modules/communication.bicep', change: "'United States'", to: "'Europe'" },
      { file: 'modules/mail.bicep', change: "'United States'", to: "'UK'" },
    ],
  },
  {
    row: 'COM-02',
    says: 'communication services take identities only, and no connection string is anywhere',
    check(t, c) {
      c.each(t.some('Microsoft.Communication/communicationServices'), { 'properties.disableLocalAuth': true });
      for (const [path, text] of t.texts) {
        c.unless(!/listKeys\(|connection_?string\s*:|accesskey=/i.test(text), `${path} asks for a key`);
      }
    },
    notices: [
      { file: 'modules/communication.bicep', change: 'disableLocalAuth: true', to: 'disableLocalAuth: false' },
      { file: 'modules/communication.bicep', to: '\noutput key string = service.listKeys().primaryKey\n' },
    ],
  },
  {
    row: 'COM-04',
    says: 'of the communication services only our own hosts may be reached, and nothing by a wildcard of everything',
    check(t, c) {
      const group = t.some('Microsoft.Network/firewallPolicies/ruleCollectionGroups')[0];
      const rules = group.body.properties.ruleCollections.flatMap(collection => collection.rules);
      const rule = rules.find(r => r.name === 'communication-services');
      c.unless(rule?.targetFqdns === 'communicationHosts', 'the rule for communication services does not name our hosts');
      for (const r of rules) c.unless(JSON.stringify(r.targetFqdns ?? '*') !== '["*"]' && r.ruleType === 'ApplicationRule', `${r.name} lets everything out`);
      c.unless(!group.body.properties.ruleCollections.some(x => x.ruleCollectionType?.includes('Nat')), 'something is let in');
      c.unless(t.text('main.bicep').includes("communicationHosts: map(communicationNames, service => '${service}.unitedstates.communication.azure.com')"), 'hosts are not made of our names');
    },
    notices: [
      { file: 'modules/egress-rules.bicep', change: 'targetFqdns: communicationHosts', to: "targetFqdns: ['*']" },
      { file: 'main.bicep', change: "'${service}.unitedstates.communication.azure.com')\n    bastion", to: "'*.communication.azure.com')\n    bastion" },
    ],
  },
  {
    row: 'COM-05',
    says: 'records of calls go to the workspace and stay for seven years',
    check(t, c) {
      const tables = t.file('modules/workspace.bicep').params.find(p => p.name === 'tables').standard;
      c.unless(tables.includes('ACSCallSummary') && tables.includes('ACSCallDiagnostics'), 'call records are not kept');
      const settings = t.file('modules/communication.bicep').resources.find(r => r.body.scope === 'service' && /diagnosticSettings/.test(r.type));
      c.unless(at(settings?.body, 'properties.logs.0.categoryGroup') === 'allLogs', 'not every kind of call record is sent');
    },
    notices: [
      { file: 'modules/workspace.bicep', change: "  'ACSCallSummary'\n", to: '' },
      { file: 'modules/communication.bicep', change: "categoryGroup: 'allLogs'", to: "categoryGroup: 'audit'" },
    ],
  },
  {
    row: 'CRY-02',
    says: 'the database is under our key, in both regions',
    check(t, c) {
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers'), {
        'properties.dataEncryption.type': 'AzureKeyVault',
        'properties.dataEncryption.primaryKeyURI': 'keyUri',
        'properties.dataEncryption.geoBackupKeyURI': /geo/,
      });
      c.unless(t.text('layers/data.bicep').includes("keyUri: '${key.vaultUri}keys/database'"), 'the key has a version, or is another');
    },
    notices: [
      { file: 'modules/database.bicep', change: "type: 'AzureKeyVault'", to: "type: 'SystemManaged'" },
      { file: 'modules/database.bicep', change: 'geoBackupKeyURI: geo.?keyUri', to: 'geoBackupKeyURI: null' },
    ],
  },
  {
    row: 'CRY-03',
    says: 'storage, registry, queue, disks and records are under our key too',
    check(t, c) {
      c.each(t.some('Microsoft.Storage/storageAccounts'), { 'properties.encryption.keySource': 'Microsoft.Keyvault', 'properties.encryption.requireInfrastructureEncryption': true });
      c.each(t.file('modules/registry.bicep').resources.filter(r => r.name === 'registry'), { 'properties.encryption.status': 'enabled' });
      c.each(t.some('Microsoft.ServiceBus/namespaces'), { 'properties.encryption': /Microsoft\.KeyVault/ });
      c.each(t.some('Microsoft.Compute/diskEncryptionSets'), { 'properties.rotationToLatestKeyVersionEnabled': true });
      c.each(t.some('Microsoft.HealthcareApis/workspaces/fhirservices'), { 'properties.encryption.customerManagedKeyEncryption.keyEncryptionKeyUrl': 'keyUri' });
    },
    notices: [
      { file: 'modules/storage-account.bicep', change: "keySource: 'Microsoft.Keyvault'", to: "keySource: 'Microsoft.Storage'" },
      { file: 'modules/registry.bicep', change: "status: 'enabled'\n      keyVault", to: "status: 'disabled'\n      keyVault" },
      { file: 'modules/disk-encryption.bicep', change: 'rotationToLatestKeyVersionEnabled: true', to: 'rotationToLatestKeyVersionEnabled: false' },
      { file: 'modules/message-queue.bicep', change: "keySource: 'Microsoft.KeyVault'", to: "keySource: 'Microsoft'" },
    ],
  },
  {
    row: 'CRY-04',
    says: 'the vault is in hardware, opened by roles, private, and cannot be purged',
    check: (t, c) =>
      c.each(t.some('Microsoft.KeyVault/vaults'), {
        'properties.sku.name': 'premium',
        'properties.enableRbacAuthorization': true,
        'properties.enableSoftDelete': true,
        'properties.enablePurgeProtection': true,
        'properties.softDeleteRetentionInDays': 90,
        'properties.publicNetworkAccess': 'Disabled',
        'properties.networkAcls.defaultAction': 'Deny',
        'properties.accessPolicies': undefined,
      }),
    notices: [
      { file: 'modules/key-vault.bicep', change: "name: 'premium'", to: "name: 'standard'" },
      { file: 'modules/key-vault.bicep', change: 'enablePurgeProtection: true', to: 'enablePurgeProtection: false' },
      { file: 'modules/key-vault.bicep', change: 'enableRbacAuthorization: true', to: 'enableRbacAuthorization: false' },
      { file: 'modules/key-vault.bicep', change: 'softDeleteRetentionInDays: 90', to: 'softDeleteRetentionInDays: 7' },
    ],
  },
  {
    row: 'CRY-05',
    says: 'keys are born in the vault\'s hardware, wrap only or sign only, and cannot be taken out',
    check(t, c) {
      const keys = t.some('Microsoft.KeyVault/vaults/keys');
      c.each(keys, { 'properties.attributes.exportable': false });
      c.each(keys.filter(key => !SIGNING.includes(key.name)), {
        'properties.kty': 'RSA-HSM',
        'properties.keySize': 3072,
        'properties.keyOps': ['wrapKey', 'unwrapKey'],
      });
      c.each(keys.filter(key => SIGNING.includes(key.name)), {
        'properties.kty': 'EC-HSM',
        'properties.curveName': 'P-256',
        'properties.keyOps': ['sign', 'verify'],
      });
    },
    notices: [
      { file: 'modules/key-vault.bicep', change: "kty: 'RSA-HSM'", to: "kty: 'RSA'" },
      { file: 'modules/key-vault.bicep', change: 'exportable: false', to: 'exportable: true' },
      { file: 'modules/key-vault.bicep', change: "['sign', 'verify']", to: "['sign', 'verify', 'unwrapKey']" },
      { file: 'modules/key-vault.bicep', change: "['wrapKey', 'unwrapKey']", to: "['wrapKey', 'unwrapKey', 'decrypt']" },
    ],
  },
  {
    row: 'CRY-05',
    says: 'checkpoints of the audit log are signed with a key of their own, in a role that signs with it and reads it and nothing else',
    check(t, c) {
      for (const path of ['main.bicep', 'pilot.bicep']) {
        const vault = t.file(path).modules.find(m => m.name === 'vault');
        const signers = at(vault.body, 'params.checkpointSigners');
        c.unless(signers?.length === 1 && signers[0].holder === 'identities.outputs.application.name' && signers[0].role === 'auditRoles.outputs.signer', `${path}: not the application alone signs checkpoints`);
        c.unless(/VISAVIS_AZURE_KEYVAULT_SIGNINGKEY(: |', value: )'checkpoints'/.test(t.text(path)), `${path}: the application signs with another key`);
      }
      c.each([t.file('modules/key-vault.bicep').resources.find(r => r.name === 'maySignCheckpoints')], { scope: 'checkpoints' });
      const roles = t.file('modules/audit-roles.bicep');
      c.each([roles.resources.find(r => r.name === 'signer')], {
        'properties.permissions.0.actions': [],
        'properties.permissions.0.dataActions': ['Microsoft.KeyVault/vaults/keys/read', 'Microsoft.KeyVault/vaults/keys/sign/action'],
      });
      c.unless(roles.outputs.find(o => o.name === 'signer').value === 'signer.name', 'the role that signs is another');
    },
    notices: [
      { file: 'main.bicep', change: 'role: auditRoles.outputs.signer', to: 'role: roles.signWithKey' },
      { file: 'pilot.bicep', change: 'role: auditRoles.outputs.signer', to: 'role: roles.signWithKey' },
      { file: 'main.bicep', change: "VISAVIS_AZURE_KEYVAULT_SIGNINGKEY: 'checkpoints'", to: "VISAVIS_AZURE_KEYVAULT_SIGNINGKEY: 'signing'" },
      { file: 'pilot.bicep', change: "value: 'checkpoints'", to: "value: 'signing'" },
      { file: 'modules/key-vault.bicep', change: 'scope: checkpoints\n', to: 'scope: vault\n' },
      { file: 'modules/audit-roles.bicep', change: "'Microsoft.KeyVault/vaults/keys/sign/action'", to: "'Microsoft.KeyVault/vaults/keys/*'" },
      { file: 'modules/audit-roles.bicep', change: 'output signer string = signer.name', to: 'output signer string = witness.name' },
    ],
  },
  {
    row: 'CRY-06',
    says: 'the vault rotates every key that seals, and whoever uses one names no version',
    check(t, c) {
      c.each(t.some('Microsoft.KeyVault/vaults/keys').filter(key => !SIGNING.includes(key.name)), {
        'properties.rotationPolicy.attributes.expiryTime': 'P2Y',
        'properties.rotationPolicy.lifetimeActions.0.action.type': 'rotate',
      });
      for (const [path, text] of t.texts) {
        c.unless(!/keyUriWithVersion|keys\/[a-z]+\/(\$\{|[0-9a-f]{32})/.test(text), `${path} names a version of a key`);
      }
    },
    notices: [
      { file: 'modules/key-vault.bicep', change: "action: { type: 'rotate' }", to: "action: { type: 'notify' }" },
      { file: 'layers/cluster.bicep', change: 'keys/disks', to: 'keys/disks/${version}' },
    ],
  },
  {
    row: 'CRY-07',
    says: 'every use of a key is logged and kept, and nobody holds a role over keys for good',
    check(t, c) {
      const setting = t.file('modules/key-vault.bicep').resources.find(r => /diagnosticSettings/.test(r.type));
      c.unless(at(setting?.body, 'properties.logs.0.categoryGroup') === 'allLogs', 'uses of keys are not logged');
      c.unless(t.file('modules/workspace.bicep').params.find(p => p.name === 'tables').standard.includes('AZKVAuditLogs'), 'uses of keys are not kept');
      for (const [path, text] of t.texts) {
        // Key Vault Administrator, Crypto Officer, Contributor
        c.unless(!/00482a5a-887f-4fb3-b363-3b7fe8e74483|14b46e9e-c2b7-41b4-b07b-48a6ebf60603|f25e0fa2-a7c8-4377-a976-54943a77a395/.test(text), `${path} gives power over keys for good`);
      }
    },
    notices: [
      { file: 'modules/key-vault.bicep', change: "categoryGroup: 'allLogs', enabled: true", to: "categoryGroup: 'audit', enabled: false" },
      { file: 'types.bicep', change: 'e147488a-f6f5-4113-8e2d-b22465e65bf6', to: '14b46e9e-c2b7-41b4-b07b-48a6ebf60603' },
    ],
  },
  {
    row: 'CRY-09',
    says: 'the second region has its own vault, key and identity, before the first database is made, and each opens what the other sealed',
    check(t, c) {
      const modules = t.file('main.bicep').modules;
      const second = modules.find(m => m.name === 'secondVault');
      c.unless(second?.source === 'modules/key-vault.bicep' && second.condition === '(geoBackup)', 'no vault in the second region');
      c.unless(/secondVault!\.outputs\.uri/.test(String(at(modules.find(m => m.name === 'data').body, 'params.geoKey'))), 'the first database does not know the second key');
      const holders = module => at(module.body, 'params.patientKeyUsers.0.holder') ?? at(module.body, 'params.grants.0.holder');
      c.unless(holders(second) === 'identities.outputs.application.name', 'the first region cannot open what the second sealed');
      const opening = t.file('layers/replica.bicep').modules.find(m => m.name === 'opening');
      c.unless(holders(opening) === 'application.name' && at(opening.body, 'params.keyName') === 'patients', 'the second region cannot open what the first sealed');
      c.unless(/name: 'primary-vault'/.test(t.text('main.bicep')) && /name: 'pe-second-vault'/.test(t.text('layers/replica.bicep')), 'a region does not reach the other\'s vault');
    },
    notices: [
      { file: 'main.bicep', change: 'vaultUri: secondVault!.outputs.uri', to: 'vaultUri: vault.outputs.uri' },
      { file: 'layers/replica.bicep', change: "keyName: 'patients'", to: "keyName: 'storage'" },
      { file: 'main.bicep', change: "name: 'primary-vault'", to: "name: 'other'" },
      { file: 'main.bicep', change: "module secondVault 'modules/key-vault.bicep' = if (geoBackup)", to: "module secondVault 'modules/key-vault.bicep' = if (false)" },
    ],
  },
  {
    row: 'IAM-05',
    says: 'roles that change things are defined, and given to nobody for good',
    check(t, c) {
      const given = t.file('modules/roles.bicep').resources.filter(r => /roleAssignments$/.test(r.type));
      for (const made of given.filter(r => r.name !== 'mayAsk')) {
        c.unless(/roles\.(readEverything|readLogs)\)?$/.test(made.body.properties.roleDefinitionId), `${made.name} gives more than looking, for good`);
      }
      const pipelines = given.filter(r => r.name === 'mayAsk');
      c.unless(pipelines.length === 1 && pipelines[0].body.properties.roleDefinitionId === 'asker.id', 'no pipeline may ask, or it may do more');
      const asker = t.some('Microsoft.Authorization/roleDefinitions').find(r => r.name === 'asker');
      c.unless(at(asker.body, 'properties.permissions.0.actions').every(a => a === '*/read' || /^Microsoft\.Resources\/deployments\/(validate|whatIf)\/action$/.test(a)), 'who asks may change something');
      c.unless(t.file('modules/roles.bicep').resources.filter(r => /roleDefinitions$/.test(r.type)).length === 3, 'deployer, operator and asker are not defined');
    },
    notices: [
      { file: 'modules/roles.bicep', change: "roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.readLogs)", to: 'roleDefinitionId: deployer.id' },
      { file: 'modules/roles.bicep', change: 'roleDefinitionId: asker.id', to: 'roleDefinitionId: deployer.id' },
      { file: 'modules/roles.bicep', change: "'Microsoft.Resources/deployments/whatIf/action'", to: "'Microsoft.Resources/deployments/write'" },
    ],
  },
  {
    row: 'IAM-06',
    says: 'who deploys purges nothing, removes no lock and sees no key; who looks changes nothing',
    check(t, c) {
      const [deployer, operator] = ['deployer', 'operator'].map(name => t.some('Microsoft.Authorization/roleDefinitions').find(r => r.name === name));
      const not = at(deployer.body, 'properties.permissions.0.notActions') ?? [];
      for (const act of ['Microsoft.Authorization/locks/delete', 'Microsoft.KeyVault/locations/deletedVaults/purge/action', 'Microsoft.Communication/communicationServices/listKeys/action', 'Microsoft.Storage/storageAccounts/listKeys/action', 'Microsoft.RedHatOpenShift/openShiftClusters/listAdminCredentials/action']) {
        c.unless(not.includes(act), `the deployer may ${act}`);
      }
      c.unless(at(deployer.body, 'properties.permissions.0.dataActions')?.length === 0, 'the deployer reads data');
      c.unless(!at(operator.body, 'properties.permissions.0.actions')?.some(a => a === '*' || /roleAssignments|\*\/write/.test(a)), 'the operator changes settings');
    },
    notices: [
      { file: 'modules/roles.bicep', change: "          'Microsoft.Authorization/locks/delete'\n", to: '' },
      { file: 'modules/roles.bicep', change: "          '*/read'\n", to: "          '*'\n" },
    ],
  },
  {
    row: 'IAM-07',
    says: 'workloads are vouched for by the cluster; no service principal, no secret',
    check(t, c) {
      const credentials = t.some('Microsoft.ManagedIdentity/userAssignedIdentities/federatedIdentityCredentials');
      const ofPipelines = credentials.filter(r => r.path === 'modules/pipelines.bicep');
      c.each(credentials, { 'properties.audiences': ['api://AzureADTokenExchange'] });
      c.each(credentials.filter(r => !ofPipelines.includes(r)), {
        'properties.issuer': 'issuer',
        'properties.subject': 'system:serviceaccount:${entry.namespace}:${entry.serviceAccount}',
      });
      c.each(ofPipelines, { 'properties.issuer': 'pipelines.issuer', 'properties.subject': 'entry.subject' });
      const cluster = t.some('Microsoft.RedHatOpenShift/openShiftClusters')[0];
      c.unless(at(cluster.body, 'properties.servicePrincipalProfile') === undefined, 'the cluster has a service principal');
      c.unless(at(cluster.body, 'properties.platformWorkloadIdentityProfile.platformWorkloadIdentities'), 'the operators have no identities');
      const accounts = at(t.file('layers/cluster.bicep').modules.find(m => m.name === 'federation').body, 'params.accounts');
      c.unless(accounts.length === 5 && accounts[0].namespace === 'telehealth', 'not every workload is vouched for');
    },
    notices: [
      { file: 'modules/federation.bicep', change: "['api://AzureADTokenExchange']", to: "['any']" },
      { file: 'modules/pipelines.bicep', change: 'subject: entry.subject', to: "subject: 'repo:OWNER/NAME:*'" },
      { file: 'modules/cluster.bicep', change: '    platformWorkloadIdentityProfile: {', to: "    servicePrincipalProfile: { clientId: 'x', clientSecret: 'y' }\n    platformWorkloadIdentityProfile: {" },
    ],
  },
  {
    row: 'AUD-03',
    says: 'sign-ins, calls, database, keys and containers are collected and kept for 2,556 days',
    check(t, c) {
      const tables = t.file('modules/workspace.bicep').params.find(p => p.name === 'tables').standard;
      for (const table of ['SigninLogs', 'AuditLogs', 'ACSCallSummary', 'PGSQLServerLogs', 'AZKVAuditLogs', 'ContainerLogV2', 'AzureActivity', 'StorageBlobLogs', 'AppTraces']) {
        c.unless(tables.includes(table), `${table} is not kept`);
      }
      c.each(t.some('Microsoft.OperationalInsights/workspaces/tables'), { 'properties.totalRetentionInDays': 2556 });
      const settings = t.file('modules/database.bicep').vars.settings;
      const value = name => settings.find(s => s.name === name)?.value;
      c.unless(value('shared_preload_libraries')?.includes('pgaudit'), 'pgaudit is not loaded');
      c.unless(value('pgaudit.log') === 'ddl,role,write', 'pgaudit writes nothing down');
      c.unless(value('pgaudit.log_parameter') === 'off' && value('log_parameter_max_length') === '0', 'values of patients reach the log');
      c.unless(t.file('tenant.bicep').vars.categories.includes('SignInLogs'), 'sign-ins are not sent');
    },
    notices: [
      { file: 'modules/workspace.bicep', change: "  'SigninLogs'\n", to: '' },
      { file: 'modules/workspace.bicep', change: 'totalRetentionInDays: 2556', to: 'totalRetentionInDays: 2191' },
      { file: 'modules/database.bicep', change: "value: 'pgaudit,pg_stat_statements'", to: "value: 'pg_stat_statements'" },
      { file: 'modules/database.bicep', change: "{ name: 'pgaudit.log_parameter', value: 'off' }", to: "{ name: 'pgaudit.log_parameter', value: 'on' }" },
      { file: 'tenant.bicep', change: "  'SignInLogs'\n", to: '' },
    ],
  },
  {
    row: 'AUD-04',
    says: 'evidence is copied into storage that nobody can change, for seven years, locked in production',
    check(t, c) {
      const archive = t.file('layers/data.bicep').modules.find(m => m.name === 'archive');
      c.unless(at(archive.body, 'params.keepDays') >= 2556, 'the archive is kept for too short');
      c.unless(at(archive.body, 'params.lock') === 'archiveLock', 'the archive cannot be locked');
      const account = t.some('Microsoft.Storage/storageAccounts')[0];
      c.unless(/immutabilityPeriodSinceCreationInDays: keepDays/.test(at(account.body, 'properties.immutableStorageWithVersioning')), 'nothing makes it unchangeable');
      const exported = at(t.some('Microsoft.OperationalInsights/workspaces/dataExports')[0].body, 'properties.tableNames');
      for (const table of ['VisavisAudit_CL', 'OpenShiftAudit_CL', 'SigninLogs', 'AZKVAuditLogs', 'PGSQLServerLogs', 'AzureActivity']) {
        c.unless(exported.includes(table), `${table} is not archived`);
      }
      for (const name of ['prod', 'prod-secondary']) {
        c.unless(t.parameters(parameterFile(name)).options.archiveLock === "empty(readEnvironmentVariable('VISAVIS_ARCHIVE_THERE', '')) ? 'Unlocked' : 'Locked'", `the archive of ${name} can be shortened`);
      }
      for (const name of ['dev', 'test', 'test-secondary']) {
        c.unless(t.parameters(parameterFile(name)).options.archiveLock === 'Unlocked', `trying ${name} costs seven years of storage`);
      }
    },
    notices: [
      { file: 'layers/data.bicep', change: 'keepDays: 2556', to: 'keepDays: 2190' },
      { file: 'modules/audit-intake.bicep', change: "      'VisavisAudit_CL'\n      'OpenShiftAudit_CL'\n", to: "      'OpenShiftAudit_CL'\n" },
      { file: 'modules/audit-intake.bicep', change: "      'OpenShiftAudit_CL'\n      'AuditLogs'", to: "      'AuditLogs'" },
      { file: 'environments/prod.bicepparam', change: "'Unlocked' : 'Locked'", to: "'Unlocked' : 'Unlocked'" },
      { file: 'environments/prod-secondary.bicepparam', change: "empty(readEnvironmentVariable('VISAVIS_ARCHIVE_THERE', '')) ? 'Unlocked' : 'Locked'", to: "'Locked'" },
      { file: 'environments/test.bicepparam', change: "archiveLock: 'Unlocked'", to: "archiveLock: 'Locked'" },
    ],
  },
  {
    row: 'AUD-04',
    says: 'the archives of both regions witness the audit log: the application adds and reads there, and neither overwrites nor deletes',
    check(t, c) {
      const modules = t.file('layers/data.bicep').modules;
      const archive = modules.find(m => m.name === 'archive');
      c.unless(at(archive.body, 'params.containers').some(container => container.name === 'checkpoints'), 'the archive has no container for it');
      c.unless(at(archive.body, 'params.grants') === undefined, 'somebody may write all over the archive');
      const tie = t.file('layers/replica.bicep').modules;
      const given = [
        [modules.find(m => m.name === 'witness'), 'archive.outputs.name', 'users.application.name'],
        [tie.find(m => m.name === 'witnessHere'), 'archives.name', 'primaryApplication.name'],
        [tie.find(m => m.name === 'witnessThere'), 'archives.primaryName', 'application.name'],
      ];
      for (const [module, account, holder] of given) {
        const grants = at(module?.body, 'params.grants');
        c.unless(module?.source.endsWith('/container-access.bicep') && at(module.body, 'params.accountName') === account && at(module.body, 'params.containerName') === 'checkpoints', `${account} is no witness`);
        c.unless(grants?.length === 1 && grants[0].holder === holder && grants[0].role === 'witnessRole', `${holder} may not add to ${account}, or may do more`);
      }
      c.each(t.file('modules/container-access.bicep').resources.filter(r => !r.existing), { scope: 'account::blobs::folder' });
      const roles = t.file('modules/audit-roles.bicep');
      c.each([roles.resources.find(r => r.name === 'witness')], {
        'properties.permissions.0.actions': [],
        'properties.permissions.0.dataActions': [
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/read',
          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action',
        ],
      });
      c.unless(roles.outputs.find(o => o.name === 'witness').value === 'witness.name', 'the role that witnesses is another');
      for (const name of ['data', 'tie']) c.unless(at(t.file('main.bicep').modules.find(m => m.name === name).body, 'params.witnessRole') === 'auditRoles.outputs.witness', `${name} gives another role`);
      c.unless(/name: 'primary-archive'/.test(t.text('main.bicep')) && /name: 'pe-second-archive'/.test(t.text('layers/replica.bicep')), 'a region does not reach the other\'s archive');
      const settings = t.file('main.bicep').vars.application;
      c.unless(settings.VISAVIS_AZURE_AUDIT_CONTAINER === 'data.outputs.checkpoints', 'the application does not know its witness');
      c.unless(/^isPrimary && otherOrigin == null\s+\? ''\s+: 'https:\/\/\$\{isPrimary \? secondArchiveName : primaryArchiveName\}\..*\/checkpoints'$/.test(settings.VISAVIS_AZURE_AUDIT_SECONDCONTAINER), 'the other region is no second witness');
    },
    notices: [
      { file: 'layers/data.bicep', change: "containers: [{ name: 'checkpoints' }]", to: "containers: [{ name: 'audit' }]" },
      { file: 'layers/data.bicep', change: "    keepDays: 2556\n", to: "    keepDays: 2556\n    grants: []\n" },
      { file: 'layers/data.bicep', change: 'role: witnessRole', to: 'role: roles.readAndWriteBlobs' },
      { file: 'layers/replica.bicep', change: 'accountName: archives.name', to: 'accountName: archives.primaryName' },
      { file: 'layers/replica.bicep', change: 'holder: primaryApplication.name', to: 'holder: application.name' },
      { file: 'layers/replica.bicep', change: "name: 'pe-second-archive'", to: "name: 'pe-other'" },
      { file: 'main.bicep', change: "name: 'primary-archive'", to: "name: 'other'" },
      { file: 'main.bicep', change: 'witnessRole: auditRoles.outputs.witness', to: 'witnessRole: roles.readAndWriteBlobs' },
      { file: 'main.bicep', change: 'isPrimary ? secondArchiveName : primaryArchiveName', to: 'isPrimary ? primaryArchiveName : primaryArchiveName' },
      { file: 'main.bicep', change: 'VISAVIS_AZURE_AUDIT_CONTAINER: data.outputs.checkpoints', to: 'VISAVIS_AZURE_AUDIT_CONTAINER: data.outputs.storage.archive' },
      { file: 'modules/container-access.bicep', change: 'scope: account::blobs::folder', to: 'scope: account' },
      { file: 'modules/audit-roles.bicep', change: 'output witness string = witness.name', to: 'output witness string = signer.name' },
      { file: 'modules/audit-roles.bicep', change: 'blobs/add/action', to: 'blobs/write' },
      { file: 'modules/audit-roles.bicep', change: "containers/blobs/add/action'\n", to: "containers/blobs/add/action'\n          'Microsoft.Storage/storageAccounts/blobServices/containers/blobs/delete'\n" },
    ],
  },
  {
    row: 'AUD-06',
    says: 'who looked at patients today is a saved question',
    check(t, c) {
      const question = t.some('Microsoft.OperationalInsights/workspaces/savedSearches')[0];
      c.unless(/who-looked-at-patients-today\.kql/.test(question.body.properties.query), 'the question is not saved');
      const text = t.text('monitor/queries/who-looked-at-patients-today.kql');
      c.unless(/startofday\(now\(\)\)/.test(text) && /by Actor, ActorRoles, PatientId/.test(text), 'it does not ask who, whom and today');
    },
    notices: [{ file: 'monitor/queries/who-looked-at-patients-today.kql', change: 'startofday(now())', to: 'ago(7d)' }],
  },
  {
    row: 'AUD-08',
    says: 'every change of infrastructure goes to the workspace',
    check(t, c) {
      const setting = t.file('modules/activity-log.bicep').resources[0];
      const categories = setting.body.properties.logs.filter(l => l.enabled).map(l => l.category);
      for (const category of ['Administrative', 'Security', 'Policy', 'Alert', 'ServiceHealth']) c.unless(categories.includes(category), `${category} is not sent`);
      c.unless(t.file('main.bicep').modules.some(m => m.source === 'modules/activity-log.bicep'), 'the activity log is not sent');
    },
    notices: [
      { file: 'modules/activity-log.bicep', change: "{ category: 'Administrative', enabled: true }", to: "{ category: 'Administrative', enabled: false }" },
      { file: 'main.bicep', change: "'modules/activity-log.bicep'", to: "'modules/lock.bicep'" },
    ],
  },
  {
    row: 'EDG-01',
    says: 'profile, endpoint, group, origin and route are there and belong together',
    check(t, c) {
      c.each(t.some('Microsoft.Cdn/profiles'), { 'sku.name': 'Premium_AzureFrontDoor' });
      c.each(t.some('Microsoft.Cdn/profiles/afdEndpoints'), { location: 'global', 'properties.enabledState': 'Enabled' });
      c.each(t.some('Microsoft.Cdn/profiles/afdEndpoints/routes'), {
        parent: 'profile::endpoint',
        'properties.originGroup.id': 'regions.id',
        'properties.linkToDefaultDomain': 'Disabled',
        dependsOn: ['regions::members'],
      });
      c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.enabledState': 'Enabled' });
    },
    notices: [
      { file: 'modules/front-door.bicep', change: 'Premium_AzureFrontDoor', to: 'Standard_AzureFrontDoor' },
      { file: 'modules/front-door-route.bicep', change: 'dependsOn: [regions::members]', to: 'dependsOn: []' },
      { file: 'modules/front-door-route.bicep', change: "linkToDefaultDomain: 'Disabled'", to: "linkToDefaultDomain: 'Enabled'" },
    ],
  },
  {
    row: 'EDG-02',
    says: 'the edge speaks TLS 1.2 and newer, and leads pages from HTTP to HTTPS, programs not',
    check(t, c) {
      c.each(t.some('Microsoft.Cdn/profiles/customDomains'), { 'properties.tlsSettings.minimumTlsVersion': 'TLS12', 'properties.tlsSettings.cipherSuiteSetType': 'TLS12_2023' });
      const routes = t.some('Microsoft.Cdn/profiles/afdEndpoints/routes');
      c.unless(routes.map(r => r.name).join() === 'everything,programs', 'there is another route');
      c.each(routes, { 'properties.enabledState': 'Enabled', 'properties.customDomains': [{ id: 'profile::domain.id' }], 'properties.originPath': undefined });
      c.each(routes.slice(0, 1), { 'properties.patternsToMatch': ['/*'], 'properties.supportedProtocols': ['Http', 'Https'], 'properties.httpsRedirect': 'Enabled' });
      c.each(routes.slice(1), { 'properties.patternsToMatch': PROGRAMS, 'properties.supportedProtocols': ['Http'], 'properties.httpsRedirect': 'Disabled', 'properties.ruleSets': undefined });
      c.each(t.some('Microsoft.Storage/storageAccounts'), { 'properties.minimumTlsVersion': 'TLS1_2', 'properties.supportsHttpsTrafficOnly': true });
      c.each(t.some('Microsoft.ServiceBus/namespaces'), { 'properties.minimumTlsVersion': '1.2' });
    },
    notices: [
      { file: 'modules/front-door.bicep', change: "'TLS12'", to: "'TLS10'" },
      { file: 'modules/front-door-route.bicep', change: "httpsRedirect: 'Enabled'", to: "httpsRedirect: 'Disabled'" },
      { file: 'modules/front-door-route.bicep', change: "httpsRedirect: 'Disabled'", to: "httpsRedirect: 'Enabled'" },
      { file: 'modules/front-door-route.bicep', change: "supportedProtocols: ['Http']", to: "supportedProtocols: ['Http', 'Https']" },
      { file: 'modules/front-door-route.bicep', change: "['/api/*', ", to: '[' },
      { file: 'modules/front-door-route.bicep', change: "supportedProtocols: ['Http']", to: "supportedProtocols: ['Http']\n    ruleSets: [{ id: headers.id }]" },
      { file: 'modules/front-door-route.bicep', change: "name: 'programs'\n  properties: {\n    enabledState: 'Enabled'", to: "name: 'programs'\n  properties: {\n    enabledState: 'Disabled'" },
      { file: 'modules/message-queue.bicep', change: "minimumTlsVersion: '1.2'", to: "minimumTlsVersion: '1.0'" },
    ],
  },
  {
    row: 'EDG-03',
    says: 'the firewall at the edge blocks by managed rules, on every path, and writes down nothing of a person',
    check(t, c) {
      c.each(t.some('Microsoft.Network/FrontDoorWebApplicationFirewallPolicies'), {
        'sku.name': 'Premium_AzureFrontDoor',
        'properties.policySettings.enabledState': 'Enabled',
        'properties.policySettings.mode': 'Prevention',
        'properties.policySettings.requestBodyCheck': 'Enabled',
        'properties.policySettings.logScrubbing.state': 'Enabled',
        'properties.managedRules.managedRuleSets.0.ruleSetType': 'Microsoft_DefaultRuleSet',
        'properties.managedRules.managedRuleSets.0.ruleSetAction': 'Block',
        'properties.managedRules.managedRuleSets.1.ruleSetType': 'Microsoft_BotManagerRuleSet',
      });
      const firewall = t.file('modules/web-application-firewall.bicep');
      const overrides = at(firewall.resources.find(r => r.name === 'policy').body, 'properties.managedRules.managedRuleSets.0.ruleGroupOverrides');
      c.unless(overrides.map(o => o.ruleGroupName).join() === 'SQLI,RCE' && overrides.every(o => o.exclusions === 'freeWords' && !o.rules), 'more than SQL and commands in free words is let through');
      c.unless(firewall.vars.freeWords.every(e => e.selectorMatchOperator === 'Equals' && /Body/.test(e.matchVariable)), 'more than named fields is let through');
      c.each(t.some('Microsoft.Cdn/profiles/securityPolicies'), {
        'properties.parameters.associations.0.patternsToMatch': ['/*'],
        'properties.parameters.associations.0.domains': [{ id: 'domain.id' }, { id: 'endpoint.id' }],
      });
    },
    notices: [
      { file: 'modules/web-application-firewall.bicep', change: "mode: 'Prevention'", to: "mode: 'Detection'" },
      { file: 'modules/web-application-firewall.bicep', change: "ruleSetAction: 'Block'", to: "ruleSetAction: 'Log'" },
      { file: 'modules/web-application-firewall.bicep', change: "ruleGroupName: 'RCE'", to: "ruleGroupName: 'XSS'" },
      { file: 'modules/web-application-firewall.bicep', change: "selectorMatchOperator: 'Equals', selector: 'words'", to: "selectorMatchOperator: 'StartsWith', selector: ''" },
      { file: 'modules/front-door.bicep', change: "patternsToMatch: ['/*']", to: "patternsToMatch: ['/api/*']" },
      { file: 'modules/front-door.bicep', change: '{ id: endpoint.id }', to: '' },
      { file: 'modules/web-application-firewall.bicep', change: "logScrubbing: {\n        state: 'Enabled'", to: "logScrubbing: {\n        state: 'Disabled'" },
    ],
  },
  {
    row: 'EDG-04',
    says: 'rules by country, by address and by rate',
    check(t, c) {
      const rules = at(t.some('Microsoft.Network/FrontDoorWebApplicationFirewallPolicies')[0].body, 'properties.customRules.rules');
      const operators = rules.flatMap(r => r.matchConditions.map(m => m.operator));
      const countries = rules.find(r => r.matchConditions[0].operator === 'GeoMatch');
      c.unless(countries?.enabledState === 'Enabled' && countries.action === 'Block' && countries.matchConditions[0].negateCondition === true, 'no rule by country');
      c.unless(operators.includes('IPMatch'), 'no rule by address');
      const rate = rules.find(r => r.ruleType === 'RateLimitRule');
      c.unless(rate?.enabledState === 'Enabled' && rate.action === 'Block' && rate.groupBy[0].variableName === 'SocketAddr', 'no rule by rate');
      c.unless(new Set(rules.map(r => r.priority)).size === rules.length, 'two rules share a priority');
    },
    notices: [
      { file: 'modules/web-application-firewall.bicep', change: 'negateCondition: true, matchValue: countries', to: 'negateCondition: false, matchValue: countries' },
      { file: 'modules/web-application-firewall.bicep', change: "ruleType: 'RateLimitRule'", to: "ruleType: 'MatchRule'" },
      { file: 'modules/web-application-firewall.bicep', change: 'priority: 100', to: 'priority: 20' },
    ],
  },
  {
    row: 'EDG-05',
    says: 'our own domain with a certificate that Azure renews',
    check: (t, c) => c.each(t.some('Microsoft.Cdn/profiles/customDomains'), { 'properties.hostName': 'hostName', 'properties.tlsSettings.certificateType': 'ManagedCertificate' }),
    notices: [{ file: 'modules/front-door.bicep', change: 'ManagedCertificate', to: 'CustomerCertificate' }],
  },
  {
    row: 'EDG-06',
    says: 'the edge comes by private link, nothing is approved by itself, and the link is made only when the cluster is there',
    check(t, c) {
      c.each(t.some('Microsoft.Network/privateLinkServices'), { 'properties.autoApproval.subscriptions': [], 'properties.visibility': undefined });
      c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.sharedPrivateLinkResource.privateLink.id': 'entry.privateLinkServiceId' });
      c.unless(t.file('main.bicep').modules.find(m => m.name === 'edgeDoor').condition === '(ingress != null)', 'the link is made before the cluster');
      c.unless(t.file('layers/shared.bicep').modules.find(m => m.name === 'route').condition === '(!empty(origins))', 'the route is made before the cluster');
    },
    notices: [
      { file: 'modules/private-link-service.bicep', change: 'autoApproval: { subscriptions: [] }', to: "autoApproval: { subscriptions: ['*'] }" },
      { file: 'main.bicep', change: "'modules/private-link-service.bicep' = if (ingress != null)", to: "'modules/private-link-service.bicep' = if (true)" },
      { file: 'modules/front-door-route.bicep', change: '        sharedPrivateLinkResource: {', to: '        other: {' },
    ],
  },
  {
    row: 'EDG-09',
    says: 'the edge asks the application whether it is ready, by HTTPS',
    check: (t, c) =>
      c.each(t.some('Microsoft.Cdn/profiles/originGroups'), {
        'properties.healthProbeSettings.probePath': '/readyz',
        'properties.healthProbeSettings.probeProtocol': 'Https',
        'properties.healthProbeSettings.probeIntervalInSeconds': 15,
      }),
    notices: [
      { file: 'modules/front-door-route.bicep', change: '/readyz', to: '/' },
      { file: 'modules/front-door-route.bicep', change: "probeProtocol: 'Https'", to: "probeProtocol: 'Http'" },
    ],
  },
  {
    row: 'EDG-11',
    says: 'floods are stopped at the edge: all traffic comes through it, and each address has a limit',
    check(t, c) {
      const rate = at(t.some('Microsoft.Network/FrontDoorWebApplicationFirewallPolicies')[0].body, 'properties.customRules.rules').find(r => r.ruleType === 'RateLimitRule');
      c.unless(rate?.rateLimitDurationInMinutes === 1 && rate.rateLimitThreshold === 'requestsPerMinute', 'there is no limit');
      c.unless(t.some('Microsoft.Network/privateLinkServices').length === 1, 'there is another way in');
    },
    notices: [{ file: 'modules/web-application-firewall.bicep', change: 'rateLimitThreshold: requestsPerMinute', to: 'rateLimitThreshold: 1000000' }],
  },
  {
    row: 'NET-01',
    says: 'separate subnets, none with a way out of its own, policies off exactly where private link needs it',
    check(t, c) {
      const network = t.file('modules/network.bicep').resources.find(r => /virtualNetworks$/.test(r.type));
      const subnets = Object.fromEntries(network.body.properties.subnets.map(s => [s.name, s.properties]));
      for (const name of ['control-plane', 'workers', 'endpoints', 'private-link', 'operators']) {
        c.unless(subnets[name]?.defaultOutboundAccess === false, `${name} has a way out of its own, or is missing`);
        c.unless(subnets[name]?.networkSecurityGroup, `${name} has no security group`);
      }
      for (const name of ['control-plane', 'private-link']) c.unless(subnets[name]?.privateLinkServiceNetworkPolicies === 'Disabled', `no private link from ${name}`);
      const { firewallPrefix } = t.file('modules/network.bicep').vars;
      const ranges = Object.entries(subnets).map(([name, subnet]) => {
        const asked = subnet.addressPrefix === 'firewallPrefix' ? firewallPrefix : subnet.addressPrefix;
        const [, bits, index] = /^cidrSubnet\(addressPrefix, (\d+), (\d+)\)$/.exec(asked).map(Number);
        const size = 2 ** (32 - bits);
        return { name, from: index * size, to: (index + 1) * size };
      });
      for (const range of ranges) {
        c.unless(range.to <= 2 ** 12, `${range.name} does not fit into a /20`);
        const shared = ranges.find(other => other !== range && other.from < range.to && range.from < other.to);
        c.unless(!shared, `${range.name} shares addresses with ${shared?.name}`);
      }
      for (const name of ENVIRONMENTS.filter(n => n !== 'pilot')) c.unless(/^10\.\d+\.(\d+)\.0\/20$/.exec(t.parameters(parameterFile(name)).addressPrefix)?.[1] % 16 === 0, `${name} has no /20`);
    },
    notices: [
      { file: 'modules/network.bicep', change: 'defaultOutboundAccess: false', to: 'defaultOutboundAccess: true' },
      { file: 'modules/network.bicep', change: "privateLinkServiceNetworkPolicies: 'Disabled'", to: "privateLinkServiceNetworkPolicies: 'Enabled'" },
      { file: 'modules/network.bicep', change: 'cidrSubnet(addressPrefix, 26, 21)', to: 'cidrSubnet(addressPrefix, 26, 19)' },
      { file: 'modules/network.bicep', change: 'cidrSubnet(addressPrefix, 26, 26)', to: 'cidrSubnet(addressPrefix, 26, 64)' },
      { file: 'environments/test.bicepparam', change: '10.20.0.0/20', to: '10.20.0.0/22' },
    ],
  },
  {
    row: 'NET-02',
    says: 'vault, database, queue, storage, registry and monitor have addresses inside, and names for them',
    check(t, c) {
      const targets = String(at(t.file('main.bicep').modules.find(m => m.name === 'endpoints').body, 'params.targets'));
      for (const name of ['vault', 'database', 'queue', 'archive', 'content', 'velero', 'flows', 'registry', 'monitor']) {
        c.unless(targets.includes(`name: '${name}'`), `no private endpoint for ${name}`);
      }
      const zones = Object.values(t.file('modules/private-dns.bicep').vars.zoneNames);
      for (const zone of ['privatelink.vaultcore.azure.net', 'privatelink.postgres.database.azure.com', 'privatelink.servicebus.windows.net', 'privatelink.monitor.azure.com']) {
        c.unless(zones.includes(zone), `no zone ${zone}`);
      }
    },
    notices: [
      { file: 'main.bicep', change: "{ name: 'vault', id: vault.outputs.id, part: 'vault', zones: [zones.vault] }\n", to: '\n' },
      { file: 'modules/private-dns.bicep', change: 'privatelink.vaultcore.azure.net', to: 'privatelink.vault.azure.net' },
    ],
  },
  {
    row: 'NET-03',
    says: 'everything that leaves goes to the firewall, which lets out what is listed and nothing else',
    check(t, c) {
      c.each(t.some('Microsoft.Network/routeTables'), {
        'properties.routes.0.properties.addressPrefix': '0.0.0.0/0',
        'properties.routes.0.properties.nextHopType': 'VirtualAppliance',
      });
      const network = t.file('modules/network.bicep').resources.find(r => /virtualNetworks$/.test(r.type));
      for (const name of ['control-plane', 'workers', 'operators']) {
        c.unless(network.body.properties.subnets.find(s => s.name === name).properties.routeTable, `${name} goes past the firewall`);
      }
      const rules = t.some('Microsoft.Network/firewallPolicies/ruleCollectionGroups')[0].body.properties.ruleCollections.flatMap(x => x.rules);
      for (const rule of rules) c.unless(rule.ruleType === 'ApplicationRule' && rule.protocols === 'https', `${rule.name} lets out more than HTTPS to names`);
      for (const host of ['maven', 'npmjs']) c.unless(!t.text('modules/egress-rules.bicep').includes(host), `libraries of ${host} may be fetched from inside, where nothing is built of them`);
    },
    notices: [
      { file: 'modules/egress-rules.bicep', change: "  'registry.redhat.io'", to: "  'registry.npmjs.org'\n  'registry.redhat.io'" },
      { file: 'modules/network.bicep', change: "nextHopType: 'VirtualAppliance'", to: "nextHopType: 'Internet'" },
      { file: 'modules/network.bicep', change: '          routeTable: { id: routes.id }\n', to: '' },
      { file: 'modules/egress-rules.bicep', change: "name: 'sign-in'\n            ruleType: 'ApplicationRule'", to: "name: 'sign-in'\n            ruleType: 'NetworkRule'" },
    ],
  },
  {
    row: 'NET-04',
    says: 'of the whole network only the workers reach the private endpoints',
    check(t, c) {
      for (const path of ['modules/network-security.bicep', 'modules/pilot-network.bicep']) {
        const group = t.file(path).resources.find(r => /networkSecurityGroups$/.test(r.type) && /endpoints/.test(r.body.name));
        const rules = group.body.properties.securityRules;
        const allowed = rules.filter(r => r.properties.access === 'Allow');
        c.unless(allowed.length === 1 && ['workers', 'applicationPrefix'].includes(allowed[0].properties.sourceAddressPrefix), `${path}: others than the application get in`);
        c.unless(rules.some(r => r.properties.access === 'Deny' && r.properties.sourceAddressPrefix === '*' && r.properties.destinationPortRange === '*'), `${path}: nobody is refused`);
      }
      const subnet = t.file('modules/network.bicep').resources.find(r => /virtualNetworks$/.test(r.type)).body.properties.subnets.find(s => s.name === 'endpoints');
      c.unless(subnet.properties.privateEndpointNetworkPolicies === 'Enabled', 'the rules do not hold for private endpoints');
    },
    notices: [
      { file: 'modules/network-security.bicep', change: 'sourceAddressPrefix: workers', to: "sourceAddressPrefix: 'VirtualNetwork'" },
      { file: 'modules/network-security.bicep', change: "name: 'nobody-else'\n        properties: {\n          priority: 4000\n          direction: 'Inbound'\n          access: 'Deny'", to: "name: 'nobody-else'\n        properties: {\n          priority: 4000\n          direction: 'Inbound'\n          access: 'Allow'" },
      { file: 'modules/network.bicep', change: "privateEndpointNetworkPolicies: 'Enabled'", to: "privateEndpointNetworkPolicies: 'Disabled'" },
    ],
  },
  {
    row: 'NET-05',
    says: 'the line to a hospital is optional, strongly encrypted, and reaches only what is named',
    check(t, c) {
      c.unless(t.file('layers/network.bicep').modules.find(m => m.name === 'line').condition.includes('hospital != null'), 'there is always a line');
      const line = t.some('Microsoft.Network/connections')[0];
      c.unless(at(line.body, 'properties.ipsecPolicies.0.ipsecEncryption') === 'GCMAES256', 'the line is weakly encrypted');
      const key = t.file('modules/gateway.bicep').params.find(p => p.name === 'sharedKey');
      c.unless(key.decorators.some(d => d.startsWith('secure')), 'the line\'s key can be read in the deployment');
      c.unless(at(t.some('Microsoft.Network/localNetworkGateways')[0].body, 'properties.localNetworkAddressSpace.addressPrefixes') === 'hospitalPrefixes', 'more than the named addresses is routed');
    },
    notices: [
      { file: 'modules/gateway.bicep', change: '@secure()\n', to: '' },
      { file: 'modules/gateway.bicep', change: "ipsecEncryption: 'GCMAES256'", to: "ipsecEncryption: 'DES3'" },
    ],
  },
  {
    row: 'NET-07',
    says: 'only regions of the United States can be written down, and policy denies the others',
    check(t, c) {
      const regions = t.file('types.bicep').types.find(type => type.name === 'usRegion').type.match(/'[a-z0-9]+'/g).map(r => r.slice(1, -1));
      c.unless(regions.length > 0 && regions.every(r => US.includes(r)), `regions: ${regions}`);
      for (const file of t.files.values()) {
        for (const param of file.params.filter(p => /location$/i.test(p.name) && file.path !== 'modules/policy.bicep' && file.path.endsWith('.bicep'))) {
          c.unless(/^usRegion\??$/.test(param.type), `${file.path}: ${param.name} is any place (${param.type})`);
        }
        for (const made of file.resources) {
          const location = made.body?.location;
          const known = location === undefined || location === 'global' || /ocation/.test(String(location));
          c.unless(known, `${file.path}, ${made.name}: written-out location ${location}`);
        }
      }
      const assignment = t.file('modules/policy.bicep').resources.find(r => r.name === 'places');
      c.unless(/builtIn\.allowedLocations/.test(assignment?.body.properties.policyDefinitionId), 'policy admits every place');
    },
    notices: [
      { file: 'types.bicep', change: "'westus3'", to: "'westus3' | 'westeurope'" },
      { file: 'modules/database.bicep', change: 'param location usRegion', to: 'param location string' },
      { file: 'modules/fhir.bicep', change: 'location: location', to: "location: 'northeurope'" },
      { file: 'modules/policy.bicep', change: 'builtIn.allowedLocations)\n', to: 'builtIn.hipaaHitrust)\n' },
    ],
  },
  {
    row: 'NET-08',
    says: 'no public address but the firewall\'s, and where chosen the bastion\'s and the gateway\'s; policy denies the rest',
    check(t, c) {
      const places = t.some('Microsoft.Network/publicIPAddresses').map(r => r.path).sort();
      c.unless(JSON.stringify(places) === JSON.stringify(['modules/bastion.bicep', 'modules/firewall.bicep', 'modules/gateway.bicep']), `public addresses in ${places}`);
      c.unless(t.file('modules/bastion.bicep').resources.find(r => /publicIPAddresses$/.test(r.type)).condition === "(reach == 'Standard')", 'the bastion always has one');
      const rule = t.file('modules/policy.bicep').resources.find(r => r.name === 'publicAddresses').body.properties.policyRule;
      c.unless(rule.then.effect === 'deny' && rule.if.allOf[0].equals === 'Microsoft.Network/publicIPAddresses', 'policy does not deny');
      c.unless(!t.some('Microsoft.Network/azureFirewalls').some(f => at(f.body, 'properties.natRuleCollections')), 'the firewall lets something in');
    },
    notices: [
      { file: 'modules/jump-host.bicep', to: "\nresource address 'Microsoft.Network/publicIPAddresses@2025-09-01' = {\n  name: 'pip'\n  location: location\n}\n" },
      { file: 'modules/bastion.bicep', change: "if (reach == 'Standard')", to: 'if (true)' },
      { file: 'modules/policy.bicep', change: "then: { effect: 'deny' }", to: "then: { effect: 'audit' }" },
    ],
  },
  {
    row: 'NET-09',
    says: 'the firewall refuses known bad addresses, and attacks where it is Premium, as in production',
    check(t, c) {
      c.each([...t.some('Microsoft.Network/azureFirewalls'), ...t.some('Microsoft.Network/firewallPolicies')], { 'properties.threatIntelMode': 'Deny' });
      c.each(t.some('Microsoft.Network/firewallPolicies'), { 'properties.intrusionDetection': /tier == 'Premium' \? \{ mode: 'Deny' \}/ });
      for (const name of ['prod', 'prod-secondary', 'test']) c.unless(t.parameters(parameterFile(name)).size.firewallTier === 'Premium', `${name} looks for no attacks`);
    },
    notices: [
      { file: 'modules/firewall.bicep', change: "threatIntelMode: 'Deny'", to: "threatIntelMode: 'Alert'" },
      { file: 'modules/firewall.bicep', change: "{ mode: 'Deny' }", to: "{ mode: 'Off' }" },
      { file: 'environments/prod.bicepparam', change: "firewallTier: 'Premium'", to: "firewallTier: 'Standard'" },
    ],
  },
  {
    row: 'MON-01',
    says: 'containers are watched: what is collected, by which agent, once the cluster is connected',
    check(t, c) {
      const agent = t.some('Microsoft.KubernetesConfiguration/extensions').find(e => at(e.body, 'properties.extensionType') === 'Microsoft.AzureMonitor.Containers');
      c.unless(agent?.condition === '(connected)', 'no agent');
      const rule = t.file('modules/container-insights.bicep').resources.find(r => /dataCollectionRules$/.test(r.type));
      c.unless(at(rule.body, 'properties.dataSources.extensions.0.extensionSettings.dataCollectionSettings.enableContainerLogV2') === true, 'logs of pods are not collected');
    },
    notices: [
      { file: 'modules/container-insights.bicep', change: 'Microsoft.AzureMonitor.Containers', to: 'Microsoft.Flux' },
      { file: 'modules/container-insights.bicep', change: 'enableContainerLogV2: true', to: 'enableContainerLogV2: false' },
    ],
  },
  {
    row: 'MON-02',
    says: 'the application\'s traces have a place, and only its identity writes there',
    check(t, c) {
      c.each(t.some('Microsoft.Insights/components'), { 'properties.WorkspaceResourceId': 'workspaceId', 'properties.DisableIpMasking': false });
      const insights = t.file('layers/observation.bicep').modules.find(m => m.name === 'insights');
      c.unless(at(insights.body, 'params.grants.0.role') === 'roles.publishMetrics', 'the application may not write traces');
    },
    notices: [
      { file: 'modules/application-insights.bicep', change: 'DisableIpMasking: false', to: 'DisableIpMasking: true' },
      { file: 'layers/observation.bicep', change: 'role: roles.publishMetrics', to: 'role: roles.readLogs' },
    ],
  },
  {
    row: 'MON-03',
    says: 'failed sign-ins, new administrators, deleted keys and unusual places raise an alert, and somebody is told',
    check(t, c) {
      const questions = t.file('modules/alerts.bicep').vars.questions.map(q => q.name);
      for (const name of ['repeated-failed-sign-ins', 'new-administrator', 'key-or-vault-deleted', 'sign-in-from-unusual-place', 'refusals-pile-up', 'keys-asked-for']) {
        c.unless(questions.includes(name), `nobody is told of ${name}`);
      }
      c.each(t.some('Microsoft.Insights/scheduledQueryRules'), { 'properties.enabled': true, 'properties.actions.actionGroups': ['people.id'] });
      c.each(t.some('Microsoft.Insights/metricAlerts'), { 'properties.enabled': true, 'properties.actions.0.actionGroupId': 'peopleId' });
      const told = [
        ...questions,
        ...t.file('modules/activity-alerts.bicep').vars.acts.map(act => act.name),
        ...['limits', 'replicaLimits', 'edgeLimits'].flatMap(name => t.file('layers/observation.bicep').vars[name].map(limit => limit.name)),
      ];
      for (const name of told) c.unless(RUNBOOK.includes(`\`${name}\``), `the runbook does not say what to do about ${name}`);
      c.each(t.some('Microsoft.Insights/actionGroups'), { 'properties.enabled': true, 'properties.emailReceivers.0.emailAddress': 'mail' });
    },
    notices: [
      { file: 'modules/alerts.bicep', change: "name: 'new-administrator'", to: "name: 'nothing'" },
      { file: 'modules/alerts.bicep', change: 'actionGroups: [people.id]', to: 'actionGroups: []' },
      { file: 'layers/observation.bicep', change: "name: 'database-fills-up'", to: "name: 'database-is-odd'" },
    ],
  },
  {
    row: 'MON-04',
    says: 'the security centre has rules, each with tactic and technique',
    check(t, c) {
      const rules = t.file('modules/sentinel.bicep').vars.rules;
      c.unless(rules.length >= 7, 'rules are missing');
      for (const rule of rules) c.unless(rule.tactics.length > 0 && rule.techniques.every(x => /^T\d{4}$/.test(x)), `${rule.name} names no technique`);
      c.each(t.some('Microsoft.SecurityInsights/alertRules'), { 'properties.enabled': true, 'properties.incidentConfiguration.createIncident': true });
      c.each(t.some('Microsoft.SecurityInsights/onboardingStates'), { name: 'default' });
    },
    notices: [
      { file: 'modules/sentinel.bicep', change: "techniques: ['T1098']", to: "techniques: ['x']" },
      { file: 'modules/sentinel.bicep', change: 'createIncident: true', to: 'createIncident: false' },
    ],
  },
  {
    row: 'MON-05',
    says: 'one page shows calls, load, edge and refusals',
    check(t, c) {
      const panels = JSON.parse(t.text('monitor/workbooks/visavis.json')).items.filter(i => i.type === 3).map(i => i.name);
      for (const name of ['calls', 'drops', 'edge', 'load', 'pods', 'refusals']) c.unless(panels.includes(name), `no panel ${name}`);
      c.each(t.some('Microsoft.Insights/workbooks'), { 'properties.serializedData': /monitor\/workbooks\/visavis\.json/ });
    },
    notices: [{ file: 'monitor/workbooks/visavis.json', change: '"name": "calls"', to: '"name": "other"' }],
  },
  {
    row: 'MON-06',
    says: 'logs of edge and firewall are sent and kept',
    check(t, c) {
      const tables = t.file('modules/workspace.bicep').params.find(p => p.name === 'tables').standard;
      for (const table of ['AzureDiagnostics', 'AZFWApplicationRule', 'AZFWThreatIntel']) c.unless(tables.includes(table), `${table} is not kept`);
      c.unless(/FrontDoorWebApplicationFirewallLog/.test(t.text('monitor/queries/attack-at-the-edge.kql')), 'blocked requests are not asked for');
    },
    notices: [{ file: 'modules/workspace.bicep', change: "  'AzureDiagnostics'\n", to: '' }],
  },
  {
    row: 'MON-07',
    says: 'crashing pods and dropping calls raise an alert',
    check(t, c) {
      const questions = t.file('modules/alerts.bicep').vars.questions;
      for (const name of ['pods-crash', 'calls-drop']) {
        const found = questions.find(q => q.name === name);
        c.unless(found?.severity <= 1 && found.query.includes(`${name}.kql`), `nobody is woken by ${name}`);
      }
    },
    notices: [{ file: 'modules/alerts.bicep', change: "name: 'calls-drop'\n    severity: 1", to: "name: 'calls-drop'\n    severity: 4" }],
  },
  {
    row: 'CMP-03',
    says: 'the HIPAA/HITRUST initiative is assigned, with an identity, and looks only',
    check: (t, c) =>
      c.each(t.file('modules/policy.bicep').resources.filter(r => r.name === 'hipaa'), {
        'properties.policyDefinitionId': /policySetDefinitions', builtIn\.hipaaHitrust/,
        'properties.enforcementMode': 'DoNotEnforce',
        'identity.type': 'SystemAssigned',
      }).unless(t.file('modules/policy.bicep').vars.builtIn.hipaaHitrust === 'a169a624-5599-4385-a696-c8d643089fab', 'another initiative'),
    notices: [
      { file: 'modules/policy.bicep', change: 'a169a624-5599-4385-a696-c8d643089fab', to: '496eeda9-8f2f-4d5e-8dfd-204f0a92ed41' },
      { file: 'modules/policy.bicep', change: "identity: { type: 'SystemAssigned' }", to: "identity: { type: 'None' }" },
    ],
  },
  {
    row: 'CMP-04',
    says: 'policy denies old TLS at the edge, public addresses and other places',
    check(t, c) {
      const policy = t.file('modules/policy.bicep').resources;
      const tls = policy.find(r => r.name === 'edgeTls').body.properties.policyRule;
      c.unless(tls.then.effect === 'deny' && JSON.stringify(tls.if.allOf[1].notIn) === '["TLS12","TLS13"]', 'old TLS is not denied');
      for (const name of ['tls', 'addresses', 'cards', 'places', 'placesOfGroups']) c.unless(policy.some(r => r.name === name && /policyAssignments$/.test(r.type)), `${name} is not assigned`);
    },
    notices: [
      { file: 'modules/policy.bicep', change: "['TLS12', 'TLS13']", to: "['TLS10', 'TLS12', 'TLS13']" },
      { file: 'modules/policy.bicep', change: "resource tls 'Microsoft.Authorization/policyAssignments", to: "resource tls 'Microsoft.Authorization/policyExemptions" },
    ],
  },
  {
    row: 'CMP-08',
    says: 'every resource that can carry tags does, and resource groups without them are denied',
    check(t, c) {
      for (const made of t.made().filter(r => !TAGLESS.test(r.type))) {
        c.unless(made.body.tags === 'tags', `${made.path}, ${made.name} (${made.type}) has no tags`);
      }
      const required = t.file('modules/policy.bicep').params.find(p => p.name === 'requiredTags').standard;
      const given = ['workload', 'environment', 'owner', 'costCenter', 'dataClass'];
      c.unless(given.every(tag => required.includes(tag) && new RegExp(`\\n  ${tag}: `).test(t.text('types.bicep'))), 'a tag is not demanded');
    },
    notices: [
      { file: 'modules/database.bicep', change: '  tags: tags\n  sku', to: '  sku' },
      { file: 'modules/policy.bicep', change: "'owner', ", to: '' },
    ],
  },
  {
    row: 'DR-01',
    says: 'database and edge-to-cluster survive the loss of a zone',
    check(t, c) {
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers'), { 'properties.highAvailability.mode': /size\.zoneRedundant && sourceId == null \? 'ZoneRedundant'/ });
      for (const name of ['test', 'prod']) c.unless(t.parameters(parameterFile(name)).size.database.zoneRedundant === true, `${name} has no standby`);
      c.unless(!['test', 'prod'].some(name => t.parameters(parameterFile(name)).size.database.tier === 'Burstable'), 'a burstable server has no standby');
      c.each(t.some('Microsoft.Network/azureFirewalls'), { zones: ['1', '2', '3'] });
      c.each(t.file('modules/registry.bicep').resources.filter(r => r.name === 'registry'), { 'properties.zoneRedundancy': 'Enabled' });
    },
    notices: [
      { file: 'environments/prod.bicepparam', change: 'zoneRedundant: true', to: 'zoneRedundant: false' },
      { file: 'modules/firewall.bicep', change: "zones: ['1', '2', '3']", to: "zones: ['1']" },
    ],
  },
  {
    row: 'DR-02',
    says: 'the database can be brought back to any moment, for 35 days in production',
    check(t, c) {
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers'), { 'properties.backup.backupRetentionDays': 'size.backupDays' });
      c.unless(t.parameters(parameterFile('prod')).size.database.backupDays === 35, 'prod keeps backups for too short');
    },
    notices: [{ file: 'environments/prod.bicepparam', change: 'backupDays: 35', to: 'backupDays: 7' }],
  },
  {
    row: 'DR-04',
    says: 'Velero has storage of its own and an identity that writes there and nowhere else',
    check(t, c) {
      const backup = t.file('layers/data.bicep').modules.find(m => m.name === 'backup');
      c.unless(at(backup.body, 'params.containers.0.name') === 'velero' && at(backup.body, 'params.grants.0.holder') === 'users.backup.name', 'no storage for Velero');
      const others = t.file('layers/data.bicep').modules.filter(m => m.name !== 'backup');
      c.unless(!JSON.stringify(others).includes('users.backup'), 'Velero writes elsewhere too');
    },
    notices: [{ file: 'layers/data.bicep', change: "{ holder: users.application.name, principalId: users.application.principalId, role: roles.receiveMessages }", to: '{ holder: users.backup.name, principalId: users.backup.principalId, role: roles.receiveMessages }' }],
  },
  {
    row: 'DR-05',
    says: 'the second region is made of the same template with parameters of its own',
    check(t, c) {
      for (const name of ['test', 'prod']) {
        const first = t.parameters(parameterFile(name));
        const second = t.parameters(parameterFile(`${name}-secondary`));
        c.unless(second.role === 'secondary' && second.secondaryLocation === first.secondaryLocation, `${name}-secondary is not the second region of ${name}`);
        c.unless(first.addressPrefix !== second.addressPrefix, 'the networks of the two regions overlap');
        c.unless(first.cluster.domain !== second.cluster.domain, 'two clusters share a domain');
      }
    },
    notices: [
      { file: 'environments/prod-secondary.bicepparam', change: "addressPrefix = '10.30.16.0/20'", to: "addressPrefix = '10.30.0.0/20'" },
      { file: 'environments/test-secondary.bicepparam', change: "role = 'secondary'", to: "role = 'primary'" },
    ],
  },
  {
    row: 'DR-06',
    says: 'a deleted vault or key can be brought back for 90 days, and what holds data cannot be deleted by mistake',
    check(t, c) {
      c.each(t.some('Microsoft.KeyVault/vaults'), { 'properties.enableSoftDelete': true, 'properties.softDeleteRetentionInDays': 90 });
      c.each(t.file('modules/lock.bicep').resources, { 'properties.level': 'CanNotDelete' });
      c.unless(t.file('main.bicep').modules.filter(m => m.source === 'modules/lock.bicep').length === 2, 'a resource group is not locked');
    },
    notices: [
      { file: 'modules/lock.bicep', change: "'CanNotDelete'", to: "'NotSpecified'" },
      { file: 'modules/key-vault.bicep', change: 'enableSoftDelete: true', to: 'enableSoftDelete: false' },
    ],
  },
  {
    row: 'DR-07',
    says: 'the second region is the one that Azure pairs with the first, with its own cluster, vault, identities and workspace',
    check(t, c) {
      for (const name of ['test', 'prod']) {
        const { primaryLocation, secondaryLocation } = t.parameters(parameterFile(name));
        c.unless(primaryLocation === 'eastus2' && secondaryLocation === 'centralus', `${name}: ${primaryLocation} is not paired with ${secondaryLocation}`);
      }
      const once = t.file('main.bicep').modules.filter(m => m.condition === '(isPrimary)').map(m => m.name);
      for (const name of ['openshift', 'vault', 'identities', 'workspace', 'data', 'network']) c.unless(!once.includes(name), `the second region has no ${name}`);
    },
    notices: [
      { file: 'environments/prod.bicepparam', change: "'centralus'", to: "'westus3'" },
      { file: 'main.bicep', change: "module openshift 'layers/cluster.bicep' = {", to: "module openshift 'layers/cluster.bicep' = if (isPrimary) {" },
    ],
  },
  {
    row: 'DR-08',
    says: 'the second region has a replica, one name for the server that writes, and an alert before four minutes are lost',
    check(t, c) {
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers'), { 'properties.createMode': "sourceId == null ? 'Create' : 'Replica'" });
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers/virtualendpoints'), { 'properties.endpointType': 'ReadWrite', 'properties.members': ['serverName', 'replicaName'] });
      const lag = t.file('layers/observation.bicep').vars.replicaLimits[0];
      c.unless(lag.metric === 'physical_replication_delay_in_seconds' && lag.value <= 240, 'nobody hears of a replica that lags');
    },
    notices: [
      { file: 'modules/database.bicep', change: "'Create' : 'Replica'", to: "'Create' : 'Create'" },
      { file: 'layers/observation.bicep', change: 'value: 240', to: 'value: 3600' },
    ],
  },
  {
    row: 'DR-09',
    says: 'the edge turns to the second region by itself: two origins of one group, by priority',
    check(t, c) {
      c.unless(t.some('Microsoft.Cdn/profiles/originGroups').length === 1, 'there are two groups');
      c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.priority': 'entry.priority' });
      c.each(t.some('Microsoft.Cdn/profiles/originGroups'), { 'properties.loadBalancingSettings.sampleSize': 4, 'properties.loadBalancingSettings.successfulSamplesRequired': 3 });
      c.unless(/otherOrigin == null \? \[\] : \[otherOrigin!\]/.test(t.text('main.bicep')), 'the second region is never an origin');
    },
    notices: [
      { file: 'modules/front-door-route.bicep', change: 'priority: entry.priority', to: 'priority: 1' },
      { file: 'main.bicep', change: '[otherOrigin!]', to: '[]' },
    ],
  },
  {
    row: 'DR-14',
    says: 'what must outlive a region lies in two: storage and database backups of production',
    check(t, c) {
      for (const name of ['prod', 'prod-secondary']) c.unless(t.parameters(parameterFile(name)).size.storageRedundancy === 'Standard_RAGZRS', `${name} stores in one region`);
      c.unless(t.parameters(parameterFile('prod')).size.database.geoBackup === true, 'backups lie in one region');
    },
    notices: [
      { file: 'environments/prod.bicepparam', change: 'Standard_RAGZRS', to: 'Standard_ZRS' },
      { file: 'environments/prod.bicepparam', change: 'geoBackup: true', to: 'geoBackup: false' },
    ],
  },
  {
    row: 'CST-01',
    says: 'a budget tells somebody before, at and beyond the limit',
    check(t, c) {
      const notices = Object.values(t.some('Microsoft.Consumption/budgets')[0].body.properties.notifications);
      c.unless(notices.some(n => n.threshold < 100) && notices.some(n => n.thresholdType === 'Forecasted'), 'nobody is told in time');
      c.unless(notices.every(n => n.enabled && n.contactEmails[0] === 'mail'), 'nobody is told');
      for (const path of ['layers/governance.bicep', 'pilot.bicep']) c.unless(t.file(path).modules.some(m => m.source.endsWith('budget.bicep')), `${path} has no budget`);
    },
    notices: [
      { file: 'modules/budget.bicep', change: "thresholdType: 'Forecasted'", to: "thresholdType: 'Actual'" },
      { file: 'pilot.bicep', change: "'modules/budget.bicep'", to: "'modules/lock.bicep'" },
    ],
  },
  {
    row: 'IAC-01',
    says: 'one template makes it all, and no module lies about unused',
    check(t, c) {
      const reached = new Set([...t.reached('main.bicep'), ...t.reached('pilot.bicep')]);
      for (const path of t.files.keys()) {
        if (/^(modules|layers)\//.test(path)) c.unless(reached.has(path), `${path} is used by nothing`);
      }
      const all = [...t.reached('main.bicep')].flatMap(path => t.file(path).resources.map(r => r.type));
      for (const type of ['Microsoft.Network/virtualNetworks', 'Microsoft.RedHatOpenShift/openShiftClusters', 'Microsoft.Cdn/profiles', 'Microsoft.Network/FrontDoorWebApplicationFirewallPolicies', 'Microsoft.Network/privateLinkServices', 'Microsoft.KeyVault/vaults', 'Microsoft.Communication/communicationServices', 'Microsoft.DBforPostgreSQL/flexibleServers', 'Microsoft.Authorization/roleAssignments']) {
        c.unless(all.includes(type), `main.bicep makes no ${type}`);
      }
    },
    notices: [
      { file: 'modules/forgotten.bicep', to: "metadata name = 'Forgotten'\n" },
      { file: 'layers/shared.bicep', change: '../modules/front-door.bicep', to: '../modules/mail.bicep' },
    ],
  },
  {
    row: 'IAC-02',
    says: 'every parameter, output, type and module says what it is for; none is secret in an output',
    check(t, c) {
      for (const file of t.files.values()) {
        if (file.path.endsWith('.bicepparam')) continue;
        c.unless(file.metadata.name && file.metadata.description, `${file.path} does not say what it is`);
        for (const param of file.params) {
          const description = param.decorators.find(d => d.startsWith('description('))?.slice("description('".length) ?? '';
          const optional = param.standard !== undefined || param.type.endsWith('?');
          c.unless(description.startsWith(optional ? 'Optional. ' : 'Required. '), `${file.path}: ${param.name} is not described as ${optional ? 'Optional' : 'Required'}`);
        }
        for (const output of file.outputs) {
          c.unless(output.decorators.some(d => d.startsWith('description(')), `${file.path}: output ${output.name} is not described`);
          c.unless(!/list[A-Z]\w*\(|getSecret|\bpullSecret\b|\bsharedKey\b|\bhospitalKey\b/.test(JSON.stringify(output.value)), `${file.path}: output ${output.name} gives a secret away`);
        }
        for (const type of file.types) c.unless(type.decorators.some(d => d.startsWith('description(')), `${file.path}: type ${type.name} is not described`);
      }
    },
    notices: [
      { file: 'modules/database.bicep', change: "@description('Required. Sizes.')\n", to: '' },
      { file: 'modules/bastion.bicep', change: "'Optional. Whether", to: "'Required. Whether" },
      { file: 'modules/cluster.bicep', to: "\n@description('Oops.')\noutput secret string? = pullSecret\n" },
      { file: 'modules/workspace.bicep', change: "metadata description", to: 'metadata other' },
    ],
  },
  {
    row: 'IAC-04',
    says: 'there are parameters for every environment and region, and each gives all that the template asks for',
    check(t, c) {
      for (const name of ENVIRONMENTS) {
        const given = t.parameters(parameterFile(name));
        const template = name === 'pilot' ? 'pilot.bicep' : 'main.bicep';
        c.unless(t.text(parameterFile(name)).includes(`using '../${template}'`), `${name} is for another template`);
        const asked = t.file(template).params;
        for (const param of asked.filter(p => p.standard === undefined && !p.type.endsWith('?'))) c.unless(param.name in given, `${name} does not say ${param.name}`);
        for (const one of Object.keys(given)) c.unless(asked.some(p => p.name === one), `${name} says ${one}, which nobody asks for`);
      }
    },
    notices: [
      { file: 'environments/dev.bicepparam', change: "param role = 'primary'\n", to: '' },
      { file: 'environments/pilot.bicepparam', change: 'param location', to: 'param place' },
    ],
  },
  {
    row: 'IAC-07',
    says: 'the pull secret is a secure parameter that no file holds',
    check(t, c) {
      for (const path of ['main.bicep', 'layers/cluster.bicep', 'modules/cluster.bicep']) {
        const param = t.file(path).params.find(p => p.name === 'pullSecret');
        c.unless(param?.decorators.some(d => d.startsWith('secure')) && param.standard === undefined, `${path}: the pull secret can be read in the deployment`);
      }
      for (const [path, text] of t.texts) c.unless(!/"auths"|loadTextContent\('[^']*(pull|secret)/i.test(text), `${path} holds a pull secret`);
    },
    notices: [
      { file: 'layers/cluster.bicep', change: '@secure()\n', to: '' },
      { file: 'main.bicep', change: 'pullSecret: pullSecret', to: "pullSecret: loadTextContent('pull-secret.txt')" },
    ],
  },
  {
    row: 'NXT-01',
    says: 'the pilot has no cluster, keeps database and vault private, and takes HTTPS only',
    check(t, c) {
      const reached = [...t.reached('pilot.bicep')];
      c.unless(!reached.some(p => /cluster|front-door|firewall/.test(p)), 'the pilot makes a cluster, an edge or a firewall');
      for (const path of ['modules/key-vault.bicep', 'modules/database.bicep', 'modules/communication.bicep']) c.unless(reached.includes(path), `the pilot has no ${path}`);
      c.each(t.some('Microsoft.App/containerApps'), { 'properties.configuration.ingress.allowInsecure': false });
      c.unless(t.file('pilot.bicep').modules.filter(m => m.source === 'modules/private-endpoint.bicep').length === 2, 'database or vault is not private');
    },
    notices: [
      { file: 'modules/container-app.bicep', change: 'allowInsecure: false', to: 'allowInsecure: true' },
      { file: 'pilot.bicep', change: "module endpointOfVault 'modules/private-endpoint.bicep'", to: "module endpointOfVault 'modules/lock.bicep'" },
    ],
  },
  {
    row: 'NXT-01',
    says: 'the pilot signs its audit log every five seconds, and keeps nothing that a tear-down could not delete',
    check: (t, c) =>
      c
        .unless(t.text('pilot.bicep').includes("{ name: 'VISAVIS_AUDIT_LOG_EVERY', value: '5s' }"), 'it signs more often')
        .unless(!t.reached('pilot.bicep').has('modules/storage-account.bicep'), 'it has storage'),
    notices: [
      { file: 'pilot.bicep', change: "'VISAVIS_AUDIT_LOG_EVERY', value: '5s'", to: "'VISAVIS_AUDIT_LOG_EVERY', value: '250ms'" },
      { file: 'pilot.bicep', to: "\nmodule archive 'modules/storage-account.bicep' = {\n  scope: group\n}\n" },
    ],
  },
  {
    row: 'NXT-06',
    says: 'Azure Health Data Services is an option: off, private, R4, under our key',
    check(t, c) {
      c.unless(t.file('main.bicep').params.find(p => p.name === 'options').standard.fhir === false, 'it is made unasked');
      c.each(t.some('Microsoft.HealthcareApis/workspaces/fhirservices'), { kind: 'fhir-R4', 'properties.publicNetworkAccess': 'Disabled' });
    },
    notices: [{ file: 'modules/fhir.bicep', change: "kind: 'fhir-R4'", to: "kind: 'fhir-Stu3'" }],
  },
  {
    row: 'COM-07',
    says: 'each region\'s application may use the communication services, and hears their news in a queue of its own',
    check(t, c) {
      const modules = t.file('main.bicep').modules;
      for (const name of ['communicationAccess', 'events']) {
        const found = modules.find(m => m.name === name);
        c.unless(found?.loop === 'for service in communicationNames' && !found.condition, `${name} is not for every region and service`);
      }
      c.unless(at(modules.find(m => m.name === 'events').body, 'params.name') === 'to-${code[location]}', 'the two regions share a subscription');
    },
    notices: [
      { file: 'main.bicep', change: "name: 'to-${code[location]}'", to: "name: 'to-us'" },
      { file: 'main.bicep', change: "module events 'modules/events-to-queue.bicep' = [\n  for service in communicationNames: {", to: "module events 'modules/events-to-queue.bicep' = [\n  for service in communicationNames: if (isPrimary) {" },
    ],
  },
  {
    row: 'EDG-07',
    says: 'from the edge inwards it is HTTPS, to a name that the certificate must bear',
    check(t, c) {
      c.each(t.some('Microsoft.Cdn/profiles/afdEndpoints/routes'), { 'properties.forwardingProtocol': 'HttpsOnly' });
      c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.httpsPort': 443, 'properties.httpPort': undefined, 'properties.enforceCertificateNameCheck': true });
      const rules = t.file('modules/network-security.bicep').resources.find(r => r.name === 'cluster').body.properties.securityRules;
      c.unless(rules[0].properties.destinationPortRange === '443', 'the edge reaches more than HTTPS');
    },
    notices: [
      { file: 'modules/front-door-route.bicep', change: "'HttpsOnly'", to: "'HttpOnly'" },
      { file: 'modules/network-security.bicep', change: "destinationPortRange: '443'", to: "destinationPortRange: '80'" },
    ],
  },
  {
    row: 'EDG-08',
    says: 'the id that the edge sends in X-Azure-FDID comes out of the deployment, for the application to ask for',
    check(t, c) {
      c.unless(t.file('modules/front-door.bicep').outputs.find(o => o.name === 'frontDoorId')?.value === 'profile.properties.frontDoorId', 'the id does not come out');
      c.unless(/frontDoorId: shared!\.outputs\.frontDoorId/.test(t.text('main.bicep')), 'the id stays inside');
      c.unless(t.file('main.bicep').vars.application.VISAVIS_AZURE_FRONTDOOR_ID, 'the application does not ask for it');
    },
    notices: [
      { file: 'modules/front-door.bicep', change: 'profile.properties.frontDoorId', to: 'profile.id' },
      { file: 'main.bicep', change: 'VISAVIS_AZURE_FRONTDOOR_ID', to: 'VISAVIS_FRONTDOOR' },
    ],
  },
  {
    row: 'EDG-10',
    says: 'the edge keeps no copy of anything',
    check: (t, c) => c.each(t.some('Microsoft.Cdn/profiles/afdEndpoints/routes'), { 'properties.cacheConfiguration': undefined }),
    notices: [{ file: 'modules/front-door-route.bicep', change: "    patternsToMatch: ['/*']", to: "    cacheConfiguration: { queryStringCachingBehavior: 'UseQueryString' }\n    patternsToMatch: ['/*']" }],
  },
  {
    row: 'IAC-03',
    says: 'a second run finds the same names: nothing depends on the hour or on chance, and identities change one at a time',
    check(t, c) {
      for (const file of t.files.values()) c.unless(!/\b(utcNow|newGuid)\(/.test(file.text), `${file.path} is another thing at every run`);
      for (const role of t.some('Microsoft.Authorization/roleAssignments')) c.unless(/^guid\(/.test(role.body.name) && !/principalId/.test(role.body.name.replace(/ObjectId|GroupId/g, '')), `${role.path}, ${role.name} has no lasting name`);
      for (const path of ['modules/federation.bicep', 'modules/defender.bicep', 'modules/database.bicep']) c.unless(/@batchSize\(1\)/.test(t.text(path)), `${path} changes several at once`);
    },
    notices: [
      { file: 'modules/budget.bicep', to: "\nparam now string = utcNow()\n" },
      { file: 'modules/registry-access.bicep', change: 'entry.holder, entry.role', to: 'entry.principalId, entry.role' },
      { file: 'modules/federation.bicep', change: '@batchSize(1)\n', to: '' },
    ],
  },
];

/** Rows of these families that no template can carry, and where their proof belongs. */
export const elsewhere = {
  'COM-03': 'the application\'s client', 'COM-06': 'the application', 'COM-08': 'the browser',
  'ARO-05': 'manifests', 'ARO-06': 'manifests', 'ARO-07': 'manifests', 'ARO-08': 'manifests', 'ARO-09': 'manifests',
  'ARO-11': 'pipelines', 'ARO-12': 'manifests', 'ARO-13': 'manifests', 'ARO-15': 'manifests',
  'NET-06': 'manifests',
  'CRY-01': 'the application: raw bytes of database and files', 'CRY-08': 'a drill',
  'IAM-01': 'the application', 'IAM-02': 'the application', 'IAM-03': 'the directory', 'IAM-04': 'the application',
  'IAM-08': 'the application', 'IAM-09': 'a document', 'IAM-10': 'the application',
  'AUD-01': 'the application', 'AUD-02': 'the application', 'AUD-05': 'the application', 'AUD-07': 'the application',
  'CMP-01': 'a document', 'CMP-02': 'a document', 'CMP-05': 'a runbook', 'CMP-06': 'a document', 'CMP-07': 'a document',
  'CMP-09': 'the browser', 'CMP-10': 'a schedule', 'CMP-11': 'a document',
  'DR-03': 'a schedule', 'DR-10': 'a drill', 'DR-11': 'runbooks', 'DR-12': 'documents and pages', 'DR-13': 'a drill',
  'CST-02': 'a document',
  'IAC-05': 'scripts', 'IAC-06': 'scripts', 'IAC-08': 'scripts', 'IAC-09': 'scripts', 'IAC-10': 'scripts', 'IAC-11': 'scripts',
  'IAC-12': 'pipelines', 'IAC-13': 'the package',
};
