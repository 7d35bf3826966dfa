metadata name = 'Egress allow-list'
metadata description = 'The names that may be reached from inside. Nothing else is: a firewall policy denies what no rule allows. Azure\'s own services are reached by private endpoints and are not here; what the cluster itself needs goes through Azure Red Hat OpenShift\'s own gateway.'

@description('Required. Name of the firewall policy.')
param policyName string

@description('Required. The network\'s address range.')
param sourcePrefix string

@description('Required. Host names of our resources of Azure Communication Services.')
param communicationHosts string[]

@description('Optional. Names that operators from the catalogue and the image that ours is built on come from.')
param operatorHubHosts string[] = [
  'registry.redhat.io'
  'registry.access.redhat.com'
  'sso.redhat.com'
  'quay.io'
  '*.quay.io'
]

@description('Optional. Names that the agents of Azure Arc and Container Insights need.')
param arcHosts string[] = [
  'mcr.microsoft.com'
  '*.data.mcr.microsoft.com'
  '*.his.arc.azure.com'
  '*.dp.kubernetesconfiguration.azure.com'
  '*.guestnotificationservice.azure.com'
  'guestnotificationservice.azure.com'
]

@description('Optional. Names that the operators\' machine needs: sign-in with Entra ID, updates, and the programs that the scripts of deployment call.')
param operatorHosts string[] = [
  'graph.microsoft.com'
  'aka.ms'
  'azcliprod.blob.core.windows.net'
  'mirror.openshift.com'
  'packages.microsoft.com'
  'pas.windows.net'
  'azure.archive.ubuntu.com'
  'security.ubuntu.com'
]

var operators = cidrSubnet(sourcePrefix, 26, 21)
var signIn = replace(replace(environment().authentication.loginEndpoint, 'https://', ''), '/', '')
var resourceManager = replace(replace(environment().resourceManager, 'https://', ''), '/', '')
var https = [{ protocolType: 'Https', port: 443 }]

resource policy 'Microsoft.Network/firewallPolicies@2025-09-01' existing = {
  name: policyName
}

resource allowed 'Microsoft.Network/firewallPolicies/ruleCollectionGroups@2025-09-01' = {
  parent: policy
  name: 'allow-list'
  properties: {
    priority: 200
    ruleCollections: [
      {
        name: 'application'
        priority: 200
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        action: { type: 'Allow' }
        rules: [
          {
            name: 'communication-services'
            ruleType: 'ApplicationRule'
            sourceAddresses: [sourcePrefix]
            protocols: https
            targetFqdns: communicationHosts
          }
          {
            name: 'keys-of-call-automation'
            ruleType: 'ApplicationRule'
            sourceAddresses: [sourcePrefix]
            protocols: https
            targetFqdns: ['acscallautomation.communication.azure.com']
          }
          {
            name: 'sign-in'
            ruleType: 'ApplicationRule'
            sourceAddresses: [sourcePrefix]
            protocols: https
            targetFqdns: [signIn]
          }
        ]
      }
      {
        name: 'platform'
        priority: 300
        ruleCollectionType: 'FirewallPolicyFilterRuleCollection'
        action: { type: 'Allow' }
        rules: [
          {
            name: 'agents-of-arc'
            ruleType: 'ApplicationRule'
            sourceAddresses: [sourcePrefix]
            protocols: https
            targetFqdns: [resourceManager, ...arcHosts]
          }
          {
            name: 'operators-of-the-catalogue'
            ruleType: 'ApplicationRule'
            sourceAddresses: [sourcePrefix]
            protocols: https
            targetFqdns: operatorHubHosts
          }
          {
            name: 'operators-machine'
            ruleType: 'ApplicationRule'
            sourceAddresses: [operators]
            protocols: https
            targetFqdns: operatorHosts
          }
        ]
      }
    ]
  }
}
