// The public rules of PSRule for Azure (azure.github.io/PSRule.Rules.Azure) that apply to the types we make: met, and by
// what; or not met, and why. `met` names an assertion: the row of requirements.mjs, or a check of its own below.

import { at, walk } from './templates.mjs';

const flexible = 'Microsoft.DBforPostgreSQL/flexibleServers';
const setting = (t, name) => t.file('modules/database.bicep').vars.settings.find(s => s.name === name)?.value;

/** Checks that no requirement makes already. */
export const own = {
  names: {
    says: 'the names that come of the templates are names that Azure takes, in every environment and region',
    check(t, c) {
      const vars = t.file('main.bicep').vars;
      for (const environmentIs of ['dev', 'test', 'prod']) {
        for (const code of Object.values(vars.code)) {
          const known = { environmentIs, 'code[location]': code, 'code[primaryLocation]': code, unique: 'abc123' };
          const made = text => text.replace(/\$\{([^}]+)\}/g, (_, name) => known[name] ?? made(vars[name]));
          const registry = `cr${made(vars.sharedName).replaceAll('-', '')}abc123`;
          const found = {
            vault: [made(vars.vaultName), /^[a-z](?!.*--)[a-z0-9-]{1,22}[a-z0-9]$/],
            registry: [registry, /^[a-z0-9]{5,50}$/],
            group: [`rg-${made(vars.name)}-platform-nodes`, /^[-\w.()]{0,89}[-\w()]$/],
            cluster: [`aro-${made(vars.name)}`, /^[a-z][a-z0-9-]{1,28}[a-z0-9]$/],
            database: [`psql-${made(vars.name)}-abcdefghijklm`, /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/],
            queue: [`sb-${made(vars.name)}-abcdefghijklm`, /^[a-z][a-z0-9-]{4,48}[a-z0-9]$/],
            edge: [`afd-${made(vars.sharedName)}`, /^[a-z0-9][a-z0-9-]{0,44}[a-z0-9]$/],
            firewall: [`waf${made(vars.sharedName)}`.replaceAll('-', ''), /^[a-z][a-z0-9]{0,127}$/],
            communication: [`acs-${made(vars.sharedName)}-second-abc123`, /^[-\w]{1,63}$/],
            workspace: [`log-${made(vars.name)}`, /^[a-z0-9][a-z0-9-]{2,61}[a-z0-9]$/],
          };
          for (const module of t.file('layers/data.bicep').modules.filter(m => m.source.endsWith('storage-account.bicep'))) {
            found[`storage ${module.name}`] = [at(module.body, 'params.name').replace('${shortName}', made(vars.shortName)), /^[a-z0-9]{3,24}$/];
          }
          for (const [what, [name, rule]] of Object.entries(found)) c.unless(rule.test(name), `${what}: ${name}`);
        }
      }
    },
    notices: [
      { file: 'main.bicep', change: "var vaultName = 'kv-vv-", to: "var vaultName = 'key-vault-of-visavis-" },
      { file: 'layers/data.bicep', change: "name: '${shortName}archive'", to: "name: '${shortName}unchangeable'" },
      { file: 'main.bicep', change: "var shortName = 'vv${environmentIs}", to: "var shortName = 'vv-${environmentIs}" },
    ],
  },
  databaseTls: {
    says: 'the database speaks TLS only, 1.2 or newer',
    check: (t, c) => c.unless(setting(t, 'require_secure_transport') === 'on' && setting(t, 'ssl_min_protocol_version') === 'TLSv1.2', 'it speaks less'),
    notices: [
      { file: 'modules/database.bicep', change: "{ name: 'require_secure_transport', value: 'on' }", to: "{ name: 'require_secure_transport', value: 'off' }" },
      { file: 'modules/database.bicep', change: "value: 'TLSv1.2'", to: "value: 'TLSv1'" },
    ],
  },
  databaseDoors: {
    says: 'the database has no rule for public addresses',
    check: (t, c) => c.unless(t.made(`${flexible}/firewallRules`).length === 0, 'it has one'),
    notices: [{ file: 'modules/database.bicep', to: "\nresource door 'Microsoft.DBforPostgreSQL/flexibleServers/firewallRules@2025-08-01' = {\n  parent: server\n  name: 'all'\n}\n" }],
  },
  affinity: {
    says: 'no request is bound to an instance',
    check: (t, c) => c.each(t.some('Microsoft.App/containerApps'), { 'properties.configuration.ingress.stickySessions': undefined }).each(t.some('Microsoft.Cdn/profiles/originGroups'), { 'properties.sessionAffinityState': 'Disabled' }),
    notices: [
      { file: 'modules/container-app.bicep', change: 'allowInsecure: false', to: "allowInsecure: false, stickySessions: { affinity: 'sticky' }" },
      { file: 'modules/front-door-route.bicep', change: "sessionAffinityState: 'Disabled'", to: "sessionAffinityState: 'Enabled'" },
    ],
  },
  containerIdentity: {
    says: 'the pilot\'s container has an identity and pulls by it',
    check: (t, c) => c.each(t.some('Microsoft.App/containerApps'), { 'identity.type': 'UserAssigned', 'properties.configuration.registries.0.identity': 'identityId', 'properties.configuration.secrets': undefined }),
    notices: [{ file: 'modules/container-app.bicep', change: 'identity: identityId }]', to: "username: 'x', passwordSecretRef: 'y' }]" }],
  },
  versions: {
    says: 'resources are described in versions of the last three years, but for types that have no newer one',
    check(t, c) {
      const still = /diagnosticSettings|Insights\/components|locks|privateLinkScopes|roleAssignments|roleDefinitions|actionGroups|aadiam|securityContacts|workbooks/i;
      for (const made of t.made()) c.unless(made.version >= '2023-11-26' || still.test(made.type), `${made.path}: ${made.type}@${made.version}`);
    },
    notices: [{ file: 'modules/key-vault.bicep', change: 'Microsoft.KeyVault/vaults@2026-02-01', to: 'Microsoft.KeyVault/vaults@2019-09-01' }],
  },
  registryKeeping: {
    says: 'the registry forgets images without a name, and is copied where there is a second region',
    check(t, c) {
      const registry = t.file('modules/registry.bicep').resources.find(r => r.name === 'registry');
      c.each([registry], { 'properties.policies.retentionPolicy.status': 'enabled' });
      c.unless(at(t.file('main.bicep').modules.find(m => m.name === 'registry').body, 'params.copyTo') === 'secondaryLocation', 'it is copied nowhere');
    },
    notices: [
      { file: 'modules/registry.bicep', change: "retentionPolicy: { status: 'enabled'", to: "retentionPolicy: { status: 'disabled'" },
      { file: 'main.bicep', change: '    copyTo: secondaryLocation\n', to: '' },
    ],
  },
  malware: {
    says: 'what people upload is looked into for malware and for data that does not belong there',
    check(t, c) {
      const storage = t.file('modules/defender.bicep').params.find(p => p.name === 'plans').standard.find(p => p.name === 'StorageAccounts');
      c.unless(storage?.extensions?.includes('OnUploadMalwareScanning') && storage.extensions.includes('SensitiveDataDiscovery'), 'nobody looks');
    },
    notices: [{ file: 'modules/defender.bicep', change: "'OnUploadMalwareScanning', ", to: '' }],
  },
  contact: {
    says: 'somebody is told what Defender finds',
    check: (t, c) => c.each(t.some('Microsoft.Security/securityContacts'), { 'properties.isEnabled': true, 'properties.emails': 'mail' }),
    notices: [{ file: 'modules/defender.bicep', change: 'isEnabled: true\n', to: 'isEnabled: false\n' }],
  },
  serviceHealth: {
    says: 'somebody is told when Azure has trouble',
    check(t, c) {
      const alert = t.file('modules/activity-alerts.bicep').resources.find(r => r.name === 'azure');
      c.unless(at(alert?.body, 'properties.condition.allOf.0.equals') === 'ServiceHealth' && alert.body.properties.enabled === true, 'nobody is told');
    },
    notices: [{ file: 'modules/activity-alerts.bicep', change: "equals: 'ServiceHealth'", to: "equals: 'Autoscale'" }],
  },
  openRules: {
    says: 'no security group lets everybody in',
    check(t, c) {
      for (const made of t.some('Microsoft.Network/networkSecurityGroups')) {
        for (const rule of made.body.properties.securityRules.filter(r => r.properties)) {
          c.unless(rule.properties.access !== 'Allow' || !/^(\*|Internet|Any|0\.0\.0\.0\/0)$/.test(rule.properties.sourceAddressPrefix), `${made.path}: ${rule.name}`);
        }
      }
    },
    notices: [{ file: 'modules/network-security.bicep', change: 'sourceAddressPrefix: privateLink', to: "sourceAddressPrefix: '*'" }],
  },
  policyWords: {
    says: 'every policy and assignment says in words what it is for',
    check(t, c) {
      for (const made of [...t.some('Microsoft.Authorization/policyAssignments'), ...t.some('Microsoft.Authorization/policyDefinitions')]) {
        c.unless(made.body.properties.displayName && made.body.properties.description, `${made.name} does not`);
        c.unless(made.body.properties.metadata?.assignedBy || made.body.properties.metadata?.category, `${made.name} does not say whose it is`);
      }
    },
    notices: [{ file: 'modules/policy.bicep', change: "    description: 'Nobody reaches us by a protocol that can be read.'\n", to: '' }],
  },
  addresses: {
    says: 'the few public addresses are of the Standard kind and lie in three zones',
    check: (t, c) => c.each(t.some('Microsoft.Network/publicIPAddresses'), { 'sku.name': 'Standard', zones: ['1', '2', '3'] }),
    notices: [{ file: 'modules/firewall.bicep', change: "sku: { name: 'Standard', tier: 'Regional' }", to: "sku: { name: 'Basic', tier: 'Regional' }" }],
  },
  blobs: {
    says: 'containers are closed, and what is deleted can be brought back',
    check(t, c) {
      c.each(t.some('Microsoft.Storage/storageAccounts/blobServices/containers'), { 'properties.publicAccess': 'None' });
      c.each(t.some('Microsoft.Storage/storageAccounts/blobServices'), { 'properties.deleteRetentionPolicy.enabled': true, 'properties.containerDeleteRetentionPolicy.enabled': true, 'properties.isVersioningEnabled': true });
    },
    notices: [
      { file: 'modules/storage-account.bicep', change: "publicAccess: 'None'", to: "publicAccess: 'Blob'" },
      { file: 'modules/storage-account.bicep', change: 'containerDeleteRetentionPolicy: { enabled: true', to: 'containerDeleteRetentionPolicy: { enabled: false' },
    ],
  },
  groups: {
    says: 'people get roles as groups',
    check(t, c) {
      for (const made of t.some('Microsoft.Authorization/roleAssignments')) c.unless(/^(ServicePrincipal|Group|entry\.\?principalType \?\? 'ServicePrincipal')$/.test(made.body.properties.principalType), `${made.path}: ${made.name}`);
    },
    notices: [{ file: 'modules/roles.bicep', change: "principalType: 'Group'", to: "principalType: 'User'" }],
  },
  machine: {
    says: 'the operators\' machine keeps itself up to date, on a managed disk, with a name that is no literal user',
    check: (t, c) =>
      c.each(t.some('Microsoft.Compute/virtualMachines'), {
        'properties.osProfile.linuxConfiguration.patchSettings.patchMode': 'AutomaticByPlatform',
        'properties.storageProfile.osDisk.managedDisk.diskEncryptionSet.id': 'diskEncryptionSetId',
        'properties.osProfile.adminUsername': 'adminUsername',
        'properties.networkProfile.networkInterfaceConfigurations.0.properties.enableAcceleratedNetworking': true,
      }),
    notices: [
      { file: 'modules/jump-host.bicep', change: "patchMode: 'AutomaticByPlatform'", to: "patchMode: 'ImageDefault'" },
      { file: 'modules/jump-host.bicep', change: 'adminUsername: adminUsername\n', to: "adminUsername: 'azureuser'\n" },
    ],
  },
  gateway: {
    says: 'the gateway lies in three zones',
    check: (t, c) => c.each(t.some('Microsoft.Network/virtualNetworkGateways'), { 'properties.sku.name': 'VpnGw2AZ', 'properties.vpnType': 'RouteBased' }),
    notices: [{ file: 'modules/gateway.bicep', change: 'VpnGw2AZ', to: 'Basic' }],
  },
  alertHabits: {
    says: 'alerts end by themselves when their cause does, and no question is asked every minute',
    check(t, c) {
      c.each([...t.some('Microsoft.Insights/metricAlerts'), ...t.some('Microsoft.Insights/scheduledQueryRules')], { 'properties.autoMitigate': true });
      for (const question of t.file('modules/alerts.bicep').vars.questions) c.unless(question.every !== 'PT1M', `${question.name} is asked every minute`);
    },
    notices: [
      { file: 'modules/platform-alerts.bicep', change: 'autoMitigate: true', to: 'autoMitigate: false' },
      { file: 'modules/alerts.bicep', change: "every: 'PT15M'", to: "every: 'PT1M'" },
    ],
  },
  places: {
    says: 'firewall, bastion and gateway have their subnets',
    check(t, c) {
      const names = t.file('modules/network.bicep').resources.find(r => /virtualNetworks$/.test(r.type)).body.properties.subnets.map(s => s.name);
      for (const name of ['AzureFirewallSubnet', 'AzureBastionSubnet', 'GatewaySubnet']) c.unless(names.includes(name), `no ${name}`);
    },
    notices: [{ file: 'modules/network.bicep', change: "'AzureBastionSubnet'", to: "'bastion'" }],
  },
};

const met = by => ({ by });
const not = why => ({ why });

export const rules = {
  'Azure.Resource.AllowedRegions': met('NET-07'),
  'Azure.Resource.UseTags': met('CMP-08'),
  'Azure.Template.ParameterMetadata': met('IAC-02'),
  'Azure.Template.UseParameters': met('general: what is declared is used'),
  'Azure.Template.UseVariables': met('general: what is declared is used'),
  'Azure.Template.ResourceLocation': met('NET-07'),
  'Azure.Template.LocationDefault': not('a region is chosen by name in the parameters, from a type that admits six'),
  'Azure.Template.UseDescriptions': not('each module says what it is; what a resource is for follows from its symbol'),
  'Azure.Template.MetadataLink': not('parameters are .bicepparam files and name their template'),
  'Azure.Deployment.AdminUsername': met('machine'),
  'Azure.Deployment.OutputSecretValue': met('IAC-02'),
  'Azure.Deployment.SecureParameter': met('IAC-07'),
  'Azure.Deployment.SecureValue': met('NET-05'),
  'Azure.ResourceGroup.Name': met('names'),

  'Azure.PostgreSQL.AAD': met('general: local keys, passwords and anonymous access are off wherever they can be'),
  'Azure.PostgreSQL.AADOnly': met('general: local keys, passwords and anonymous access are off wherever they can be'),
  'Azure.PostgreSQL.AllowAzureAccess': met('databaseDoors'),
  'Azure.PostgreSQL.FirewallIPRange': met('databaseDoors'),
  'Azure.PostgreSQL.FirewallRuleCount': met('databaseDoors'),
  'Azure.PostgreSQL.DefenderCloud': met('ARO-16'),
  'Azure.PostgreSQL.GeoRedundantBackup': met('DR-14'),
  'Azure.PostgreSQL.MinTLS': met('databaseTls'),
  'Azure.PostgreSQL.UseSSL': met('databaseTls'),
  'Azure.PostgreSQL.ServerName': met('names'),

  'Azure.ContainerApp.APIVersion': met('versions'),
  'Azure.ContainerApp.DisableAffinity': met('affinity'),
  'Azure.ContainerApp.Insecure': met('NXT-01'),
  'Azure.ContainerApp.ManagedIdentity': met('containerIdentity'),
  'Azure.ContainerApp.ExternalIngress': not('the pilot is what people open; it has no edge before it'),
  'Azure.ContainerApp.PublicAccess': not('the pilot is what people open; it has no edge before it'),
  'Azure.ContainerApp.RestrictIngress': not('whoever tries the pilot comes from anywhere; it holds made-up patients'),
  'Azure.ContainerApp.Storage': not('the container keeps nothing; everything is in the database'),

  'Azure.ACR.AdminUser': met('general: local keys, passwords and anonymous access are off wherever they can be'),
  'Azure.ACR.AnonymousAccess': met('general: local keys, passwords and anonymous access are off wherever they can be'),
  'Azure.ACR.ContainerScan': met('ARO-16'),
  'Azure.ACR.Firewall': met('general: every service with data refuses the public network'),
  'Azure.ACR.GeoReplica': met('registryKeeping'),
  'Azure.ACR.MinSku': met('ARO-10'),
  'Azure.ACR.Name': met('names'),
  'Azure.ACR.Retention': met('registryKeeping'),
  'Azure.ACR.ContentTrust': not('its kind of signature is being withdrawn; signatures are checked when the cluster admits an image'),
  'Azure.ACR.Quarantine': not('scanning by Defender and admission by signature do what it does'),
  'Azure.ACR.SoftDelete': not('excludes the retention rule; images can be built again from their tag'),
  'Azure.ACR.ImageHealth': not('looks at what lies in it, not at a template'),
  'Azure.ACR.Usage': not('looks at what lies in it, not at a template'),

  'Azure.EventGrid.ManagedIdentity': met('agreement: events are delivered by identity, as CloudEvents, into the one queue'),
  'Azure.EventGrid.DisableLocalAuth': not('nobody but Azure publishes to a system topic; it has no keys'),
  'Azure.EventGrid.TopicPublicAccess': not('nobody but Azure publishes to a system topic; it has no endpoint'),

  'Azure.Firewall.Mode': met('NET-09'),
  'Azure.Firewall.PolicyMode': met('NET-09'),

  'Azure.FrontDoor.Logs': met('general: every resource that can say what it does sends it to the workspace'),
  'Azure.FrontDoor.MinTLS': met('EDG-02'),
  'Azure.FrontDoor.Name': met('names'),
  'Azure.FrontDoor.Probe': met('EDG-09'),
  'Azure.FrontDoor.ProbePath': met('EDG-09'),
  'Azure.FrontDoor.State': met('EDG-01'),
  'Azure.FrontDoor.UseWAF': met('EDG-03'),
  'Azure.FrontDoor.WAF.Enabled': met('EDG-03'),
  'Azure.FrontDoor.WAF.Mode': met('EDG-03'),
  'Azure.FrontDoor.WAF.Name': met('names'),
  'Azure.FrontDoorWAF.Enabled': met('EDG-03'),
  'Azure.FrontDoorWAF.PreventionMode': met('EDG-03'),
  'Azure.FrontDoorWAF.RuleGroups': met('EDG-03'),
  'Azure.FrontDoorWAF.Exclusions': not('what people write freely, a reason or a message, may look like SQL or a command; those rules leave these fields out by name, and EDG-03 holds it to that'),
  'Azure.FrontDoor.ManagedIdentity': not('Azure makes and renews the certificate; the edge fetches nothing from our vault'),
  'Azure.FrontDoor.ProbeMethod': not('the application tells readiness to GET'),
  'Azure.FrontDoor.UseCaching': not('pages about patients are copied nowhere'),

  'Azure.KeyVault.AccessPolicy': met('CRY-04'),
  'Azure.KeyVault.AutoRotationPolicy': met('CRY-06'),
  'Azure.KeyVault.Firewall': met('CRY-04'),
  'Azure.KeyVault.Logs': met('CRY-07'),
  'Azure.KeyVault.Name': met('names'),
  'Azure.KeyVault.PurgeProtect': met('CRY-04'),
  'Azure.KeyVault.RBAC': met('CRY-04'),
  'Azure.KeyVault.SoftDelete': met('CRY-04'),

  'Azure.Arc.Kubernetes.Defender': met('ARO-16'),
  'Azure.Defender.Arm': met('ARO-16'),
  'Azure.Defender.Containers': met('ARO-16'),
  'Azure.Defender.Cspm': met('ARO-16'),
  'Azure.Defender.KeyVault': met('ARO-16'),
  'Azure.Defender.OssRdb': met('ARO-16'),
  'Azure.Defender.Storage': met('ARO-16'),
  'Azure.Defender.Storage.MalwareScan': met('malware'),
  'Azure.Defender.Storage.SensitiveData': met('malware'),
  'Azure.Storage.DefenderCloud': met('ARO-16'),
  'Azure.Storage.DefenderCloud.MalwareScan': met('malware'),
  'Azure.Storage.DefenderCloud.SensitiveData': met('malware'),
  'Azure.DefenderCloud.Contact': met('contact'),
  'Azure.DefenderCloud.Provisioning': not('puts an agent on machines that is withdrawn'),
  'Azure.Monitor.ServiceHealth': met('serviceHealth'),
  'Azure.Alert.MetricAutoMitigate': met('alertHabits'),
  'Azure.Alert.HighFrequencyQuery': met('alertHabits'),
  'Azure.AppInsights.Workspace': met('MON-02'),

  'Azure.NSG.AnyInboundSource': met('openRules'),
  'Azure.NSG.Associated': met('NET-01'),
  'Azure.NSG.DenyAllInbound': not('it is meant for subnets with load balancers; private endpoints have none, and nobody else may reach them'),
  'Azure.NSG.LateralTraversal': not('what the service\'s own operators need between the machines is not ours to know; pods are held apart by network policies'),

  'Azure.Policy.AssignmentAssignedBy': met('policyWords'),
  'Azure.Policy.AssignmentDescriptors': met('policyWords'),
  'Azure.Policy.Descriptors': met('policyWords'),

  'Azure.PublicIP.AvailabilityZone': met('addresses'),
  'Azure.PublicIP.MigrateStandard': met('addresses'),
  'Azure.PublicIP.StandardSKU': met('addresses'),

  'Azure.RBAC.LimitOwner': met('general: every role is given on a resource, not on the subscription, and none is Owner or Contributor'),
  'Azure.RBAC.PIM': met('IAM-05'),
  'Azure.RBAC.UseGroups': met('groups'),
  'Azure.RBAC.UseRGDelegation': not('roles are given on single resources, which is less'),

  'Azure.ServiceBus.AuditLogs': met('general: every resource that can say what it does sends it to the workspace'),
  'Azure.ServiceBus.DisableLocalAuth': met('general: local keys, passwords and anonymous access are off wherever they can be'),
  'Azure.ServiceBus.MinTLS': met('EDG-02'),

  'Azure.Storage.BlobAccessType': met('blobs'),
  'Azure.Storage.BlobPublicAccess': met('general: local keys, passwords and anonymous access are off wherever they can be'),
  'Azure.Storage.ContainerSoftDelete': met('blobs'),
  'Azure.Storage.Firewall': met('general: every service with data refuses the public network'),
  'Azure.Storage.MinTLS': met('EDG-02'),
  'Azure.Storage.Name': met('names'),
  'Azure.Storage.SecureTransfer': met('EDG-02'),
  'Azure.Storage.SoftDelete': met('blobs'),
  'Azure.Storage.UseReplication': met('DR-14'),
  'Azure.Storage.FileShareSoftDelete': not('there are no file shares'),

  'Azure.VM.AcceleratedNetworking': met('machine'),
  'Azure.VM.PublicKey': met('general: local keys, passwords and anonymous access are off wherever they can be'),
  'Azure.VM.Updates': met('machine'),
  'Azure.VM.UseManagedDisks': met('machine'),
  'Azure.VM.ADE': not('the host encrypts, and the disk is under our key; the other way is withdrawn'),
  'Azure.VM.AMA': not('who signs in to the operators\' machine stands in the sign-in and bastion logs'),
  'Azure.VM.MaintenanceConfig': not('Azure picks the hour; nothing depends on the machine'),
  'Azure.VM.Standalone': not('nothing depends on the machine; a new one is made in minutes'),

  'Azure.VNET.BastionSubnet': met('places'),
  'Azure.VNET.FirewallSubnet': met('places'),
  'Azure.VNET.UseNSGs': met('NET-01'),
  'Azure.VNET.LocalDNS': not('names come from Azure\'s own servers'),
  'Azure.VNET.SingleDNS': not('names come from Azure\'s own servers'),
  'Azure.VNG.VPNAvailabilityZoneSKU': met('gateway'),
  'Azure.VNG.VPNLegacySKU': met('gateway'),
  'Azure.VNG.VPNActiveActive': not('a hospital that needs that has ExpressRoute'),
};

/** The table, as psrule.md holds it. */
export function page(sentenceOf) {
  const lines = Object.entries(rules).map(([rule, { by, why }]) => `| ${rule} | ${by ? `met: ${sentenceOf(by)}` : `not met: ${why}`} |`);
  const count = Object.values(rules).filter(rule => rule.by).length;
  return `# Rules of PSRule for Azure that apply to our types

Written by a test (\`deploy/azure/checks\`). The rules are public: azure.github.io/PSRule.Rules.Azure. Each that is met names the assertion that
shows it, and each assertion has a change that it must notice. ${count} are met, ${lines.length - count} are not, each for its reason. Compared with a copy of the
list by resource type; rules that have been added to it since are not here yet.

| rule | here |
|---|---|
${lines.join('\n')}
`;
}
