metadata name = 'Cluster of a region'
metadata description = 'Identities of the operators and their roles, disks under our key, the cluster, who its service accounts are, and the operators\' machine.'

import { usRegion, tagSet, sizing } from '../types.bicep'
import { regionKey } from 'data.bicep'

@description('Required. Name that everything\'s name begins with.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Sizes.')
param size sizing

@description('Required. Domain prefix and version.')
param settings clusterSettings

@description('Required. Vault and identity that encrypt.')
param key regionKey

@description('Required. Where the network is, and what the cluster\'s operators need in it.')
param network networkNames

@description('Required. Resource ids of the subnets.')
param subnets object

@description('Required. Names of the identities of application, migration, images, backup and logs.')
param identityNames { application: string, migration: string, images: string, backup: string, logs: string }

@description('Optional. Red Hat\'s pull secret.')
@secure()
param pullSecret string?

@description('Optional. The operators\' machine.')
param jumpHost jumpHostSettings?

@export()
@description('What is chosen once for a cluster.')
type clusterSettings = {
  @description('The part of the domain that is ours.')
  domain: string
  @description('Version of OpenShift.')
  version: string
  @description('Object id, in this tenant, of the service Azure Red Hat OpenShift (application f1dd0a37-89c6-4e07-bcd1-ffd3d43d8875).')
  serviceObjectId: string
}

@export()
@description('The operators\' machine.')
type jumpHostSettings = {
  @description('Group whose members may sign in.')
  operatorsGroupId: string
  @description('Public half of a key that nobody uses.')
  sshPublicKey: string
  @description('Name of the local user that nobody uses.')
  adminUsername: string
}

@description('Names in the network\'s resource group.')
type networkNames = {
  @description('Resource group.')
  group: string
  @description('Network.')
  network: string
  @description('Route table.')
  routeTable: string
  @description('Security group of the cluster\'s subnets.')
  securityGroup: string
}

module identities '../modules/cluster-identities.bicep' = {
  params: { name: name, location: location, tags: tags }
}

module disks '../modules/disk-encryption.bicep' = {
  params: {
    name: 'des-${name}'
    location: location
    tags: tags
    keyUri: '${key.vaultUri}keys/disks'
    identityId: key.identityId
    readers: concat(
      map(
        filter(identities.outputs.workloads, w => contains(['disk-csi-driver', 'machine-api'], w.operator)),
        w => { id: w.id, principalId: w.principalId }
      ),
      [{ id: settings.serviceObjectId, principalId: settings.serviceObjectId }]
    )
  }
}

module networkRoles '../modules/cluster-network-roles.bicep' = {
  scope: resourceGroup(network.group)
  params: {
    workloads: identities.outputs.workloads
    serviceObjectId: settings.serviceObjectId
    networkName: network.network
    routeTableName: network.routeTable
    securityGroupName: network.securityGroup
  }
}

module cluster '../modules/cluster.bicep' = {
  params: {
    name: 'aro-${name}'
    location: location
    tags: tags
    domain: settings.domain
    version: settings.version
    size: size
    controlPlaneSubnetId: subnets.controlPlane
    workerSubnetId: subnets.workers
    diskEncryptionSetId: disks.outputs.id
    identityId: identities.outputs.clusterId
    workloads: identities.outputs.workloads
    pullSecret: pullSecret
  }
  dependsOn: [networkRoles]
}

module federation '../modules/federation.bicep' = {
  params: {
    issuer: cluster.outputs.issuer
    accounts: [
      { identity: identityNames.application, namespace: 'telehealth', serviceAccount: 'visavis' }
      { identity: identityNames.migration, namespace: 'telehealth', serviceAccount: 'visavis-migration' }
      { identity: identityNames.images, namespace: 'telehealth', serviceAccount: 'visavis-images' }
      { identity: identityNames.backup, namespace: 'openshift-adp', serviceAccount: 'velero' }
      { identity: identityNames.logs, namespace: 'openshift-logging', serviceAccount: 'visavis-logs' }
    ]
  }
}

module operators '../modules/jump-host.bicep' = if (jumpHost != null) {
  params: {
    name: 'vm-operators'
    location: location
    tags: tags
    subnetId: subnets.operators
    adminUsername: jumpHost!.adminUsername
    sshPublicKey: jumpHost!.sshPublicKey
    diskEncryptionSetId: disks.outputs.id
    operatorsGroupId: jumpHost!.operatorsGroupId
  }
}

@description('Name of the cluster.')
output name string = cluster.outputs.name

@description('Address of the private API.')
output apiUrl string = cluster.outputs.apiUrl
