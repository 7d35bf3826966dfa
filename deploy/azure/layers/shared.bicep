metadata name = 'What exists once'
metadata description = 'Communication services, mail, edge and its firewall. They belong to no region.'

import { tagSet, origin } from '../types.bicep'

@description('Required. Name that everything\'s name begins with.')
param name string

@description('Required. Tags.')
param tags tagSet

@description('Required. Names of the communication services: the first, and a second one that calls fall back to.')
@minLength(1)
@maxLength(2)
param communicationNames string[]

@description('Required. Host that people type.')
param hostName string

@description('Required. Domain that mail is sent from.')
param mailDomain string

@description('Optional. Whether the domain\'s records have been verified; Azure links it only then.')
param mailDomainVerified bool = false

@description('Optional. Second stage: regions that the edge leads to. Empty while no cluster is there.')
param origins origin[] = []

@description('Required. Workspace that logs go to.')
param workspaceId string

module mail '../modules/mail.bicep' = {
  params: { name: 'acs-mail-${name}', tags: tags, domain: mailDomain, workspaceId: workspaceId }
}

module communication '../modules/communication.bicep' = [
  for (service, index) in communicationNames: {
    params: {
      name: service
      tags: tags
      mailDomainIds: mailDomainVerified && index == 0 ? [mail.outputs.domainId] : []
      workspaceId: workspaceId
    }
  }
]

module firewall '../modules/web-application-firewall.bicep' = {
  params: { name: replace('waf${name}', '-', ''), tags: tags }
}

module edge '../modules/front-door.bicep' = {
  params: {
    name: 'afd-${name}'
    tags: tags
    hostName: hostName
    firewallPolicyId: firewall.outputs.id
    workspaceId: workspaceId
  }
}

module route '../modules/front-door-route.bicep' = if (!empty(origins)) {
  params: {
    profileName: edge.outputs.name
    domainName: replace(hostName, '.', '-')
    origins: origins
  }
}

@description('Resource id of the edge.')
output edgeId string = edge.outputs.id

@description('Id in X-Azure-FDID.')
output frontDoorId string = edge.outputs.frontDoorId

@description('Host that the public name\'s CNAME points to.')
output edgeHost string = edge.outputs.endpointHost

@description('Value of the TXT record _dnsauth of the public name.')
output domainValidation string = edge.outputs.domainValidation

@description('Resource id of the mail domain.')
output mailDomainId string = mail.outputs.domainId
