metadata name = 'Policy'
metadata description = 'What the subscription refuses, whoever asks: other countries, public addresses, old TLS at the edge, resource groups without tags. The HIPAA/HITRUST initiative is assigned to look, not to act: this template is the only hand that changes things.'

targetScope = 'subscription'

@description('Required. Region in which the assignments\' own identities lie.')
param location string

@description('Required. Regions that resources may be in.')
param allowedLocations string[]

@description('Optional. Names of the public addresses that may exist: the firewall\'s and, where there is one, the bastion\'s and the gateway\'s.')
param allowedPublicAddresses string[] = []

@description('Optional. Tags that every resource group must carry.')
param requiredTags string[] = ['workload', 'environment', 'owner', 'costCenter', 'dataClass']

var builtIn = {
  allowedLocations: 'e56962a6-4747-49cd-b67b-bf8b01975c4c'
  allowedLocationsOfGroups: 'e765b5de-1225-4ba3-bd56-1ac6695af988'
  requireTagOnGroups: '96670d01-0a4d-4649-9c89-2d3abc0a5025'
  noPublicAddressOnNetworkCards: '83a86a26-fd1f-447c-b59d-e51f44264114'
  hipaaHitrust: 'a169a624-5599-4385-a696-c8d643089fab'
}

resource publicAddresses 'Microsoft.Authorization/policyDefinitions@2026-07-01' = {
  name: 'visavis-no-public-addresses'
  properties: {
    policyType: 'Custom'
    mode: 'All'
    displayName: 'No public addresses except those that are named'
    description: 'The firewall has one for what goes out; bastion and gateway where they are chosen.'
    metadata: { category: 'Network' }
    parameters: { allowedNames: { type: 'Array', metadata: { displayName: 'Names that may exist' } } }
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.Network/publicIPAddresses' }
          { field: 'name', notIn: '[parameters(\'allowedNames\')]' }
        ]
      }
      then: { effect: 'deny' }
    }
  }
}

resource edgeTls 'Microsoft.Authorization/policyDefinitions@2026-07-01' = {
  name: 'visavis-tls-at-the-edge'
  properties: {
    policyType: 'Custom'
    mode: 'All'
    displayName: 'Front Door takes TLS 1.2 and newer only'
    description: 'Looks at the custom domains of every profile.'
    metadata: { category: 'CDN' }
    policyRule: {
      if: {
        allOf: [
          { field: 'type', equals: 'Microsoft.Cdn/profiles/customDomains' }
          { field: 'Microsoft.Cdn/profiles/customDomains/tlsSettings.minimumTlsVersion', notIn: ['TLS12', 'TLS13'] }
        ]
      }
      then: { effect: 'deny' }
    }
  }
}

resource places 'Microsoft.Authorization/policyAssignments@2026-07-01' = {
  name: 'visavis-us-only'
  properties: {
    displayName: 'Resources in the United States only'
    description: 'Patients\' data stays in the United States.'
    metadata: { assignedBy: 'deploy/azure' }
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', builtIn.allowedLocations)
    parameters: { listOfAllowedLocations: { value: concat(allowedLocations, ['global']) } }
    nonComplianceMessages: [{ message: 'Patients\' data stays in the United States: choose an allowed region.' }]
  }
}

resource placesOfGroups 'Microsoft.Authorization/policyAssignments@2026-07-01' = {
  name: 'visavis-us-only-groups'
  properties: {
    displayName: 'Resource groups in the United States only'
    description: 'Patients\' data stays in the United States.'
    metadata: { assignedBy: 'deploy/azure' }
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', builtIn.allowedLocationsOfGroups)
    parameters: { listOfAllowedLocations: { value: allowedLocations } }
    nonComplianceMessages: [{ message: 'Patients\' data stays in the United States: choose an allowed region.' }]
  }
}

resource addresses 'Microsoft.Authorization/policyAssignments@2026-07-01' = {
  name: 'visavis-no-public-ip'
  properties: {
    displayName: 'No public addresses'
    description: 'What must be reached goes behind the edge.'
    metadata: { assignedBy: 'deploy/azure' }
    policyDefinitionId: publicAddresses.id
    parameters: { allowedNames: { value: allowedPublicAddresses } }
    nonComplianceMessages: [{ message: 'Nothing here has a public address. What must be reached goes behind the edge.' }]
  }
}

resource cards 'Microsoft.Authorization/policyAssignments@2026-07-01' = {
  name: 'visavis-no-public-nic'
  properties: {
    displayName: 'No machine with a public address'
    description: 'What must be reached goes behind the edge.'
    metadata: { assignedBy: 'deploy/azure' }
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', builtIn.noPublicAddressOnNetworkCards)
  }
}

resource tls 'Microsoft.Authorization/policyAssignments@2026-07-01' = {
  name: 'visavis-edge-tls'
  properties: {
    displayName: 'TLS 1.2 at the edge'
    description: 'Nobody reaches us by a protocol that can be read.'
    metadata: { assignedBy: 'deploy/azure' }
    policyDefinitionId: edgeTls.id
  }
}

resource tagged 'Microsoft.Authorization/policyAssignments@2026-07-01' = [
  for tag in requiredTags: {
    name: 'visavis-tag-${toLower(tag)}'
    properties: {
      displayName: 'Resource groups carry the tag ${tag}'
      description: 'Whose it is, who pays and what it may hold is known of everything.'
      metadata: { assignedBy: 'deploy/azure' }
      policyDefinitionId: tenantResourceId('Microsoft.Authorization/policyDefinitions', builtIn.requireTagOnGroups)
      parameters: { tagName: { value: tag } }
    }
  }
]

resource hipaa 'Microsoft.Authorization/policyAssignments@2026-07-01' = {
  name: 'visavis-hipaa-hitrust'
  location: location
  identity: { type: 'SystemAssigned' }
  properties: {
    displayName: 'HITRUST/HIPAA'
    description: 'Looks at everything and changes nothing: the templates are the only hand that does.'
    metadata: { assignedBy: 'deploy/azure' }
    policyDefinitionId: tenantResourceId('Microsoft.Authorization/policySetDefinitions', builtIn.hipaaHitrust)
    enforcementMode: 'DoNotEnforce'
    // The initiative asks for these although they concern machines with Windows, which there are none of.
    parameters: {
      installedApplicationsOnWindowsVM: { value: 'none' }
      CertificateThumbprints: { value: 'none' }
      DeployDiagnosticSettingsforNetworkSecurityGroupsstoragePrefix: { value: 'visavis' }
      DeployDiagnosticSettingsforNetworkSecurityGroupsrgName: { value: 'none' }
    }
  }
}
