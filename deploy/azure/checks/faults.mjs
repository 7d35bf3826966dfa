// Thirty-seven mistakes that descriptions of such a platform are known to make, and that are not made here. Each names
// what it would look like; where a template is not the place for it, everything that we would deploy or publish is read.

import { at } from './templates.mjs';

const absent = (pattern, where = () => true) => (t, c) => {
  for (const [path, text] of t.texts) if (where(path)) c.unless(!pattern.test(text), `${path} has ${pattern}`);
};
/** No sentence claims it; a sentence that says no is no claim. */
const unclaimed = pattern => (t, c) => {
  for (const [path, text] of t.texts) {
    for (const sentence of text.split(/(?<=[.!?|])\s|\n\n/)) {
      c.unless(!pattern.test(sentence) || /\b(not|no|never|nobody|nothing|instead|closed|withdrawn)\b/i.test(sentence), `${path} says: ${sentence.trim()}`);
    }
  }
};
const bicep = path => /\.bicep(param)?$/.test(path);
const yaml = path => /\.ya?ml$/.test(path);
// A file that is not there yet: what it would hold is put in to see that it is found.
const NEW_SCRIPT = 'scripts/new.sh';
const NEW_MANIFEST = '../openshift/new.yaml';
const NEW_PAGE = 'docs/new.md';

export const faults = [
  { number: 1, says: 'outputs are asked of modules, never of a resource', check(t, c) {
      for (const file of t.files.values()) for (const resource of file.resources) c.unless(!new RegExp(`\\b${resource.name}\\.outputs\\b`).test(file.text), `${file.path} asks the resource ${resource.name} for outputs`);
    }, notices: [{ file: 'modules/network.bicep', change: 'id: routes.id', to: 'id: routes.outputs.id' }] },
  { number: 2, says: 'strings stand in single quotes', check(t, c) {
      for (const file of t.files.values()) c.unless(!/^[^'\n]*[:=[]\s*"/m.test(file.text.replace(/\/\/.*$/gm, '')), `${file.path} has a string in double quotes`);
    }, notices: [{ file: 'modules/front-door-route.bicep', change: "patternsToMatch: ['/*']", to: 'patternsToMatch: ["/*"]' }] },
  { number: 3, says: 'probes name their protocol as Azure spells it, origins have enabledState', check(t, c) {
      c.each(t.some('Microsoft.Cdn/profiles/originGroups'), { 'properties.healthProbeSettings.probeProtocol': 'Https' });
      c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.enabledState': 'Enabled', 'properties.enabled': undefined });
    }, notices: [
      { file: 'modules/front-door-route.bicep', change: "probeProtocol: 'Https'", to: 'probeProtocol: HTTPS' },
      { file: 'modules/front-door-route.bicep', change: "enabledState: 'Enabled'\n        hostName", to: 'enabled: true\n        hostName' },
    ] },
  { number: 4, says: 'routes belong to an endpoint, wait for their origins, and forward HTTPS only', check(t, c) {
      c.unless(t.made('Microsoft.Cdn/profiles/routes').length === 0, 'there is no such type');
      c.each(t.some('Microsoft.Cdn/profiles/afdEndpoints/routes'), { parent: 'profile::endpoint', dependsOn: ['regions::members'], 'properties.forwardingProtocol': 'HttpsOnly', 'properties.supportedProtocols': /^Http/ });
    }, notices: [
      { file: 'modules/front-door-route.bicep', change: "'HttpsOnly'", to: "'MatchRequest'" },
      { file: 'modules/front-door-route.bicep', change: 'Microsoft.Cdn/profiles/afdEndpoints/routes', to: 'Microsoft.Cdn/profiles/routes' },
    ] },
  { number: 5, says: 'endpoints of the edge have a location', check: (t, c) => c.each(t.some('Microsoft.Cdn/profiles/afdEndpoints'), { location: 'global' }),
    notices: [{ file: 'modules/front-door.bicep', change: "    name: name\n    location: 'global'\n    tags: tags\n    properties: { enabledState", to: '    name: name\n    tags: tags\n    properties: { enabledState' }] },
  { number: 6, says: 'the security policy names a policy that exists and the domains that it guards', check(t, c) {
      c.each(t.some('Microsoft.Cdn/profiles/securityPolicies'), { 'properties.parameters.type': 'WebApplicationFirewall', 'properties.parameters.wafPolicy.id': 'firewallPolicyId' });
      for (const policy of t.some('Microsoft.Cdn/profiles/securityPolicies')) c.unless(at(policy.body, 'properties.parameters.associations.0.domains')?.length > 0, 'it guards nothing');
      c.unless(t.some('Microsoft.Network/FrontDoorWebApplicationFirewallPolicies').length === 1, 'there is no policy');
    }, notices: [
      { file: 'modules/front-door.bicep', change: "associations: [{ domains: [{ id: domain.id }, { id: endpoint.id }], patternsToMatch: ['/*'] }]", to: 'associations: []' },
      { file: 'modules/front-door.bicep', change: 'id: firewallPolicyId', to: "id: '/subscriptions/SUB/x'" },
    ] },
  { number: 7, says: 'the cluster\'s own resource group is /subscriptions/…/resourceGroups/…', check: (t, c) =>
      c.each(t.some('Microsoft.RedHatOpenShift/openShiftClusters'), { 'properties.clusterProfile.resourceGroupId': /^\$\{subscription\(\)\.id\}\/resourceGroups\/\$\{resourceGroup\(\)\.name\}-/ }),
    notices: [{ file: 'modules/cluster.bicep', change: "'${subscription().id}/resourceGroups/${resourceGroup().name}-nodes'", to: "subscriptionResourceId('Microsoft.Resources/resourceGroups', 'nodes')" }] },
  { number: 8, says: 'no secret is loaded from a file into a template', check(t, c) {
      for (const file of t.files.values()) for (const [, name] of file.text.matchAll(/loadTextContent\('([^']+)'/g)) c.unless(/^\.\.\/monitor\//.test(name), `${file.path} loads ${name}`);
      for (const file of t.files.values()) for (const param of file.params.filter(p => /secret|password|sharedKey|hospitalKey/i.test(p.name) && file.path.endsWith('.bicep'))) c.unless(param.decorators.some(d => d.startsWith('secure')), `${file.path}: ${param.name} is not secure`);
    }, notices: [
      { file: 'main.bicep', change: 'pullSecret: pullSecret', to: "pullSecret: loadTextContent('pull-secret.txt')" },
      { file: 'modules/cluster.bicep', change: '@secure()\n', to: '' },
    ] },
  { number: 9, says: 'communication services are described in a version that can turn their keys off, and they are off', check(t, c) {
      for (const service of t.some('Microsoft.Communication/communicationServices')) c.unless(service.version >= '2025-05-01' && service.body.properties.disableLocalAuth === true, `${service.path} leaves keys on`);
    }, notices: [
      { file: 'modules/communication.bicep', change: 'communicationServices@2026-03-18', to: 'communicationServices@2023-03-31' },
      { file: 'modules/communication.bicep', change: '    disableLocalAuth: true\n', to: '' },
    ] },
  { number: 10, says: 'policies for private link services are off where the service\'s addresses are', check(t, c) {
      const subnets = t.file('modules/network.bicep').resources.find(r => /virtualNetworks$/.test(r.type)).body.properties.subnets;
      c.unless(subnets.find(s => s.name === 'private-link').properties.privateLinkServiceNetworkPolicies === 'Disabled', 'they are on in private-link');
      c.unless(subnets.find(s => s.name === 'control-plane').properties.privateLinkServiceNetworkPolicies === 'Disabled', 'they are on in control-plane');
      c.unless(/subnetId: network\.outputs\.subnets\.privateLink/.test(t.text('main.bicep')), 'the service lies elsewhere');
    }, notices: [{ file: 'main.bicep', change: 'subnetId: network.outputs.subnets.privateLink', to: 'subnetId: network.outputs.subnets.endpoints' }] },
  { number: 11, says: 'the vault opens by private endpoint and role, in hardware, with keys in it', check(t, c) {
      for (const vault of t.some('Microsoft.KeyVault/vaults')) {
        c.unless(at(vault.body, 'properties.networkAcls.virtualNetworkRules') === undefined, 'it relies on a service endpoint');
        c.each([vault], { 'properties.enableRbacAuthorization': true, 'properties.sku.name': 'premium' });
      }
      c.unless(t.some('Microsoft.KeyVault/vaults/keys').length > 0, 'there is no key in it');
    }, notices: [
      { file: 'modules/key-vault.bicep', change: "bypass: 'AzureServices'", to: "bypass: 'AzureServices', virtualNetworkRules: [{ id: 'x' }]" },
      { file: 'modules/key-vault.bicep', change: '    enableRbacAuthorization: true\n', to: '' },
    ] },
  { number: 12, says: 'origins are real hosts behind a private link of ours', check(t, c) {
      c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.hostName': 'entry.routeHost', 'properties.sharedPrivateLinkResource.privateLinkLocation': 'entry.location', 'properties.sharedPrivateLinkResource.groupId': undefined });
      absent(/privatelink\.azurefd\.net/, bicep)(t, c);
    }, notices: [{ file: 'modules/front-door-route.bicep', change: 'hostName: entry.routeHost', to: "hostName: 'x.privatelink.azurefd.net'" }] },
  { number: 13, says: 'the cluster says how its traffic leaves', check: (t, c) => c.each(t.some('Microsoft.RedHatOpenShift/openShiftClusters'), { 'properties.networkProfile.outboundType': 'UserDefinedRouting' }),
    notices: [{ file: 'modules/cluster.bicep', change: "      outboundType: 'UserDefinedRouting'\n", to: '' }] },
  { number: 14, says: 'roles are assigned in the present version, and none is Contributor', check(t, c) {
      for (const role of t.some('Microsoft.Authorization/roleAssignments')) c.unless(role.version === '2022-04-01', `${role.path}: ${role.version}`);
      absent(/b24988ac-6180-42a0-ab88-20f7382dd24c/)(t, c);
    }, notices: [
      { file: 'modules/registry-access.bicep', change: 'roleAssignments@2022-04-01', to: 'roleAssignments@2020-10-01-preview' },
      { file: 'types.bicep', change: '4d97b98b-1d4f-4787-a291-c67834d212e7', to: 'b24988ac-6180-42a0-ab88-20f7382dd24c' },
    ] },
  { number: 15, says: 'what is promised is there: version, disk keys, diagnostics, database, names, private endpoints, private monitoring', check(t, c) {
      c.each(t.some('Microsoft.RedHatOpenShift/openShiftClusters'), { 'properties.clusterProfile.version': 'version', 'properties.masterProfile.diskEncryptionSetId': 'diskEncryptionSetId' });
      for (const type of ['Microsoft.Insights/diagnosticSettings', 'Microsoft.DBforPostgreSQL/flexibleServers', 'Microsoft.Network/privateDnsZones', 'Microsoft.Network/privateEndpoints', 'Microsoft.Insights/privateLinkScopes', 'Microsoft.ContainerRegistry/registries', 'Microsoft.Network/bastionHosts', 'Microsoft.Consumption/budgets', 'Microsoft.SecurityInsights/onboardingStates']) t.some(type);
    }, notices: [
      { file: 'modules/cluster.bicep', change: '      version: version\n', to: '' },
      { file: 'modules/private-monitoring.bicep', change: 'Microsoft.Insights/privateLinkScopes@', to: 'Microsoft.Insights/workbooks@' },
    ] },
  { number: 16, says: 'the cluster has workload identities in a version that knows them, and no service principal', check(t, c) {
      for (const cluster of t.some('Microsoft.RedHatOpenShift/openShiftClusters')) c.unless(cluster.version >= '2025-07-25' && !cluster.body.properties.servicePrincipalProfile && cluster.body.properties.platformWorkloadIdentityProfile, `${cluster.path} needs a secret`);
      const operators = t.file('modules/cluster-identities.bicep').vars.operators;
      c.unless(operators.join() === 'aro-operator,cloud-controller-manager,cloud-network-config,disk-csi-driver,file-csi-driver,image-registry,ingress,machine-api', 'an operator has no identity');
    }, notices: [
      { file: 'modules/cluster.bicep', change: '@2025-07-25', to: '@2023-09-04' },
      { file: 'modules/cluster-identities.bicep', change: "  'ingress'\n", to: '' },
    ] },
  { number: 17, says: 'no command for clusters of version 3', check: absent(/--customer-admin-group-id/), notices: [{ file: NEW_SCRIPT, to: 'az aro update --name x --customer-admin-group-id y\n' }] },
  { number: 18, says: 'options of the private link service are spelled as Azure spells them', check: absent(/--lb-front-end-ip-configs|--auto-approval true|--visibility subscriptions=/), notices: [
      { file: NEW_SCRIPT, to: 'az network private-link-service create --lb-front-end-ip-configs x\n' },
      { file: NEW_SCRIPT, to: 'az network private-link-service create --auto-approval true\n' },
    ] },
  { number: 19, says: 'the service Azure Red Hat OpenShift is found by its application id', check(t, c) {
      absent(/--display-name\s+["']?Azure Red Hat OpenShift RP/)(t, c);
      for (const name of ['dev', 'test', 'prod']) c.unless(t.text(`environments/${name}.bicepparam`).includes('f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875'), `${name} does not say how to find it`);
    }, notices: [
      { file: NEW_SCRIPT, to: 'az ad sp list --display-name "Azure Red Hat OpenShift RP"\n' },
      { file: 'environments/dev.bicepparam', change: 'f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875', to: 'x' },
    ] },
  { number: 20, says: 'no two mappings on one line of a manifest', check: absent(/ports:[ \t]+-|-[ \t]+port: \d+ targetPort:/, yaml), notices: [{ file: NEW_MANIFEST, to: 'ports: - containerPort: 5000\n' }, { file: NEW_MANIFEST, to: '- port: 80 targetPort: 5000\n' }] },
  { number: 21, says: 'no Service of type LoadBalancer', check: absent(/type:\s*LoadBalancer/, yaml), notices: [{ file: NEW_MANIFEST, to: 'spec:\n  type: LoadBalancer\n' }] },
  { number: 22, says: 'no passthrough Route', check: absent(/termination:\s*passthrough/, yaml), notices: [{ file: NEW_MANIFEST, to: 'tls:\n  termination: passthrough\n' }] },
  { number: 23, says: 'no connection string anywhere', check: absent(/ACS_CONNECTION_STRING|CONNECTION_?STRING/i, path => !path.endsWith('.md')), notices: [{ file: NEW_MANIFEST, to: '- name: ACS_CONNECTION_STRING\n' }, { file: 'pilot.bicep', change: "name: 'AZURE_CLIENT_ID'", to: "name: 'ACS_CONNECTION_STRING'" }] },
  { number: 24, says: 'a workload has limits, probes and a security context', check(t, c) {
      const container = at(t.some('Microsoft.App/containerApps')[0].body, 'properties.template.containers.0');
      c.unless(container.resources && container.probes.map(p => p.type).join() === 'Startup,Liveness,Readiness', 'the pilot\'s container has no limits or probes');
      for (const [path, text] of t.texts) if (yaml(path) && /^kind: Deployment$/m.test(text)) c.unless(/securityContext:[\s\S]*resources:|resources:[\s\S]*securityContext:/.test(text), `${path} has no limits or security context`);
    }, notices: [
      { file: 'modules/container-app.bicep', change: "{ type: 'Readiness'", to: "{ type: 'Liveness'" },
      { file: NEW_MANIFEST, to: 'kind: Deployment\nspec:\n  containers: []\n' },
    ] },
  { number: 25, says: 'the name on the origin\'s certificate is checked', check: (t, c) => c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.enforceCertificateNameCheck': true }),
    notices: [{ file: 'modules/front-door-route.bicep', change: 'enforceCertificateNameCheck: true', to: 'enforceCertificateNameCheck: false' }] },
  { number: 26, says: 'fail-over is by priority inside one group', check: (t, c) => c.unless(t.some('Microsoft.Cdn/profiles/originGroups').length === 1, 'there are two groups').each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.priority': 'entry.priority' }),
    notices: [{ file: 'modules/front-door-route.bicep', to: "\nresource second 'Microsoft.Cdn/profiles/originGroups@2025-12-01' = {\n  parent: profile\n  name: 'second'\n}\n" }] },
  { number: 27, says: 'the Route is found by its host: the origin\'s host header is the Route\'s', check: (t, c) => c.each(t.some('Microsoft.Cdn/profiles/originGroups/origins'), { 'properties.originHostHeader': 'entry.routeHost' }),
    notices: [{ file: 'modules/front-door-route.bicep', change: 'originHostHeader: entry.routeHost', to: "originHostHeader: '10.0.0.4'" }] },
  { number: 28, says: 'nothing says that secrets in etcd are encrypted by themselves', check: unclaimed(/etcd[^.\n]{0,60}(encrypted )?by default|by default[^.\n]{0,60}etcd/i), notices: [{ file: NEW_PAGE, to: 'Secrets in etcd are encrypted by default.\n' }] },
  { number: 29, says: 'disks are encrypted by a disk encryption set and at the host; nothing speaks of Azure Disk Encryption', check(t, c) {
      unclaimed(/Azure Disk Encryption|AzureDiskEncryption/)(t, c);
      c.each(t.some('Microsoft.KeyVault/vaults'), { 'properties.enabledForDiskEncryption': false });
    }, notices: [{ file: NEW_PAGE, to: 'Nodes use Azure Disk Encryption.\n' }, { file: 'modules/key-vault.bicep', change: 'enabledForDiskEncryption: false', to: 'enabledForDiskEncryption: true' }] },
  { number: 30, says: 'PostgreSQL is under our key from its creation; nothing speaks of TDE', check(t, c) {
      unclaimed(/\bTDE\b|Transparent Data Encryption/)(t, c);
      c.each(t.some('Microsoft.DBforPostgreSQL/flexibleServers'), { 'properties.dataEncryption.primaryKeyURI': 'keyUri' });
    }, notices: [{ file: NEW_PAGE, to: 'PostgreSQL with TDE.\n' }, { file: 'modules/database.bicep', change: '      primaryKeyURI: keyUri\n', to: '' }] },
  { number: 31, says: 'nothing claims FIPS 140-2', check: unclaimed(/FIPS[ -]?140-2/i), notices: [{ file: NEW_PAGE, to: 'FIPS 140-2 validated.\n' }] },
  { number: 32, says: 'nothing builds on Azure AD B2C', check: unclaimed(/B2C/), notices: [{ file: NEW_PAGE, to: 'Patients use Azure AD B2C.\n' }] },
  { number: 33, says: 'nothing calls group video encrypted end to end, and the second region has a communication service to fall back to', check(t, c) {
      unclaimed(/end-to-end encrypt/i)(t, c);
      c.unless(t.parameters('environments/prod.bicepparam').options.secondCommunication === true, 'there is one communication service for everything');
    }, notices: [{ file: NEW_PAGE, to: 'Video is end-to-end encrypted.\n' }, { file: 'environments/prod.bicepparam', change: 'secondCommunication: true', to: 'secondCommunication: false' }] },
  { number: 34, says: 'names of today: Microsoft Entra ID, the Default Rule Set; retention is set on each table', check(t, c) {
      unclaimed(/Azure AD\b|Azure Active Directory|OWASP CRS/)(t, c);
      c.each(t.some('Microsoft.OperationalInsights/workspaces/tables'), { 'properties.totalRetentionInDays': 2556 });
      c.each(t.some('Microsoft.Network/FrontDoorWebApplicationFirewallPolicies'), { 'properties.managedRules.managedRuleSets.0.ruleSetType': 'Microsoft_DefaultRuleSet' });
    }, notices: [
      { file: NEW_PAGE, to: 'Sign-in by Azure AD.\n' },
      { file: 'modules/workspace.bicep', change: 'totalRetentionInDays: 2556', to: 'totalRetentionInDays: 2190' },
      { file: 'modules/web-application-firewall.bicep', change: 'Microsoft_DefaultRuleSet', to: 'OWASP' },
    ] },
  { number: 35, says: 'the second region is the pair of the first', check(t, c) {
      const pairs = { eastus2: 'centralus', centralus: 'eastus2', eastus: 'westus', westus2: 'westcentralus' };
      for (const file of t.files.values()) {
        const given = file.path.endsWith('.bicepparam') ? t.parameters(file.path) : {};
        if (given.secondaryLocation) c.unless(pairs[given.primaryLocation] === given.secondaryLocation, `${file.path}: ${given.primaryLocation} and ${given.secondaryLocation} are no pair`);
      }
    }, notices: [{ file: 'environments/test.bicepparam', change: "primaryLocation = 'eastus2'", to: "primaryLocation = 'eastus'" }] },
  { number: 36, says: 'the security group of the cluster\'s subnets is ours and declared as such', check(t, c) {
      c.each(t.some('Microsoft.RedHatOpenShift/openShiftClusters'), { 'properties.networkProfile.preconfiguredNSG': 'Enabled' });
      const network = t.file('modules/network.bicep').resources.find(r => /virtualNetworks$/.test(r.type));
      for (const name of ['control-plane', 'workers']) c.unless(network.body.properties.subnets.find(s => s.name === name).properties.networkSecurityGroup?.id === 'clusterSecurityGroupId', `${name} has none`);
    }, notices: [
      { file: 'modules/cluster.bicep', change: "preconfiguredNSG: 'Enabled'", to: "preconfiguredNSG: 'Disabled'" },
      { file: 'modules/network.bicep', change: '          networkSecurityGroup: { id: clusterSecurityGroupId }\n', to: '' },
    ] },
  { number: 37, says: 'no diagram has brackets in a label without quotes', check(t, c) {
      for (const [path, text] of t.texts) for (const [, diagram] of text.matchAll(/```mermaid([\s\S]*?)```/g)) c.unless(!/\w\[(?![(["/\\])[^"\]\n]*\(/.test(diagram), `${path} has a diagram that does not draw`);
    }, notices: [{ file: NEW_PAGE, to: '```mermaid\nflowchart\n  A[Pods (Java)] --> B\n```\n' }] },
];

