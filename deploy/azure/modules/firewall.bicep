metadata name = 'Firewall'
metadata description = 'The only way out. Its public address is a source for outgoing traffic: there is no rule that lets anything in. Known bad addresses are refused; the Premium tier also refuses attacks by signature.'

import { usRegion, tagSet } from '../types.bicep'

@description('Required. Name of the firewall.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Name of the virtual network that has a subnet AzureFirewallSubnet.')
param networkName string

@description('Optional. Premium adds intrusion prevention.')
param tier 'Standard' | 'Premium' = 'Premium'

@description('Required. Workspace that logs go to.')
param workspaceId string

resource network 'Microsoft.Network/virtualNetworks@2025-09-01' existing = {
  name: networkName

  resource subnet 'subnets' existing = { name: 'AzureFirewallSubnet' }
}

resource address 'Microsoft.Network/publicIPAddresses@2025-09-01' = {
  name: 'pip-${name}'
  location: location
  tags: tags
  zones: ['1', '2', '3']
  sku: { name: 'Standard', tier: 'Regional' }
  properties: { publicIPAllocationMethod: 'Static', publicIPAddressVersion: 'IPv4' }
}

resource policy 'Microsoft.Network/firewallPolicies@2025-09-01' = {
  name: 'fwp-${name}'
  location: location
  tags: tags
  properties: {
    sku: { tier: tier }
    threatIntelMode: 'Deny'
    intrusionDetection: tier == 'Premium' ? { mode: 'Deny' } : null
    insights: {
      isEnabled: true
      retentionDays: 90
      logAnalyticsResources: { defaultWorkspaceId: { id: workspaceId } }
    }
  }
}

resource firewall 'Microsoft.Network/azureFirewalls@2025-09-01' = {
  name: name
  location: location
  tags: tags
  zones: ['1', '2', '3']
  properties: {
    sku: { name: 'AZFW_VNet', tier: tier }
    threatIntelMode: 'Deny'
    firewallPolicy: { id: policy.id }
    ipConfigurations: [
      {
        name: 'egress'
        properties: { subnet: { id: network::subnet.id }, publicIPAddress: { id: address.id } }
      }
    ]
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: firewall
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

resource addressDiagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: address
  properties: {
    workspaceId: workspaceId
    logs: [{ categoryGroup: 'allLogs', enabled: true }]
    metrics: [{ category: 'AllMetrics', enabled: true }]
  }
}

@description('Name of the firewall\'s policy.')
output policyName string = policy.name

@description('Resource id of the firewall.')
output id string = firewall.id
