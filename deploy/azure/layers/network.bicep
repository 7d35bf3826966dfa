metadata name = 'Network of a region'
metadata description = 'Security groups, network, firewall with its allow-list, private names, and the operators\' way in.'

import { usRegion, tagSet, sizing } from '../types.bicep'

@description('Required. Name that everything\'s name begins with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. A /20 of its own.')
param addressPrefix string

@description('Required. Sizes.')
param size sizing

@description('Required. Hosts of the communication services.')
param communicationHosts string[]

@description('Optional. How operators reach the bastion.')
param bastion 'Private' | 'Standard' = 'Private'

@description('Optional. Line to a hospital.')
param hospital hospitalLine?

@description('Optional. Key that both ends of the line to the hospital share.')
@secure()
param hospitalKey string?

@description('Required. Workspace that logs go to.')
param workspaceId string

@export()
@description('A hospital at the other end of a private line.')
type hospitalLine = {
  @description('Public address of its device.')
  address: string
  @description('Its address ranges that are reached through the line.')
  prefixes: string[]
}

module security '../modules/network-security.bicep' = {
  params: { name: name, location: location, tags: tags, addressPrefix: addressPrefix, workspaceId: workspaceId }
}

module network '../modules/network.bicep' = {
  params: {
    name: 'vnet-${name}'
    location: location
    tags: tags
    addressPrefix: addressPrefix
    clusterSecurityGroupId: security.outputs.clusterId
    endpointsSecurityGroupId: security.outputs.endpointsId
    edgeSecurityGroupId: security.outputs.edgeId
    workspaceId: workspaceId
  }
}

module firewall '../modules/firewall.bicep' = {
  params: {
    name: 'afw-${name}'
    location: location
    tags: tags
    networkName: network.outputs.name
    tier: size.firewallTier
    workspaceId: workspaceId
  }
}

module egress '../modules/egress-rules.bicep' = {
  params: {
    policyName: firewall.outputs.policyName
    sourcePrefix: addressPrefix
    communicationHosts: communicationHosts
  }
}

module wayIn '../modules/bastion.bicep' = {
  params: {
    name: 'bas-${name}'
    location: location
    tags: tags
    networkName: network.outputs.name
    reach: bastion
    workspaceId: workspaceId
  }
}

module line '../modules/gateway.bicep' = if (hospital != null && hospitalKey != null) {
  params: {
    name: 'vgw-${name}'
    location: location
    tags: tags
    networkName: network.outputs.name
    hospitalAddress: hospital!.address
    hospitalPrefixes: hospital!.prefixes
    sharedKey: hospitalKey!
    workspaceId: workspaceId
  }
}

module names '../modules/private-dns.bicep' = {
  params: { networkId: network.outputs.id, tags: tags }
}

@description('Resource id of the network.')
output networkId string = network.outputs.id

@description('Name of the network.')
output networkName string = network.outputs.name

@description('Resource ids of the subnets.')
output subnets object = network.outputs.subnets

@description('Resource ids of the private zones.')
output zones object = names.outputs.zones

@description('Name of the route table.')
output routeTableName string = network.outputs.routeTableName

@description('Name of the cluster\'s security group.')
output clusterSecurityGroupName string = security.outputs.clusterName
