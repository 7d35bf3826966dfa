metadata name = 'Cluster'
metadata description = 'A private cluster of Azure Red Hat OpenShift: API and ingress without a public address, traffic out only through our firewall, validated cryptography, disks and host caches under our key, operators with workload identities instead of a service principal.'

import { usRegion, tagSet, sizing } from '../types.bicep'
import { workload } from 'cluster-identities.bicep'

@description('Required. Name of the cluster.')
param name string

@description('Required. Region with three zones; control plane and workers are spread over them.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. The part of the cluster\'s domain that is ours; begins with a letter.')
@minLength(3)
@maxLength(30)
param domain string

@description('Required. Version, such as 4.19.15: `az aro get-versions --location REGION` lists them.')
param version string

@description('Required. Sizes.')
param size sizing

@description('Required. Subnet of the control plane.')
param controlPlaneSubnetId string

@description('Required. Subnet of the workers.')
param workerSubnetId string

@description('Required. Disk encryption set.')
param diskEncryptionSetId string

@description('Required. The cluster\'s own identity.')
param identityId string

@description('Required. The operators\' identities.')
param workloads workload[]

@description('Optional. Red Hat\'s pull secret: a parameter that no deployment history shows. Without it the catalogue of operators stays empty.')
@secure()
param pullSecret string?

resource cluster 'Microsoft.RedHatOpenShift/openShiftClusters@2025-07-25' = {
  name: name
  location: location
  tags: tags
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    clusterProfile: {
      domain: domain
      version: version
      // The service wants /subscriptions/…/resourceGroups/…, a group that does not exist yet.
      resourceGroupId: '${subscription().id}/resourceGroups/${resourceGroup().name}-nodes'
      fipsValidatedModules: 'Enabled'
      pullSecret: empty(pullSecret) ? null : pullSecret
    }
    platformWorkloadIdentityProfile: {
      platformWorkloadIdentities: toObject(workloads, w => w.operator, w => { resourceId: w.id })
    }
    networkProfile: {
      podCidr: '10.128.0.0/14'
      serviceCidr: '172.30.0.0/16'
      outboundType: 'UserDefinedRouting'
      preconfiguredNSG: 'Enabled'
    }
    masterProfile: {
      vmSize: size.cluster.controlPlaneSize
      subnetId: controlPlaneSubnetId
      encryptionAtHost: 'Enabled'
      diskEncryptionSetId: diskEncryptionSetId
    }
    workerProfiles: [
      {
        name: 'worker'
        vmSize: size.cluster.workerSize
        count: size.cluster.workerCount
        diskSizeGB: 128
        subnetId: workerSubnetId
        encryptionAtHost: 'Enabled'
        diskEncryptionSetId: diskEncryptionSetId
      }
    ]
    apiserverProfile: { visibility: 'Private' }
    ingressProfiles: [{ name: 'default', visibility: 'Private' }]
  }
}

@description('Resource id of the cluster.')
output id string = cluster.id

@description('Name of the cluster.')
output name string = cluster.name

@description('Issuer of the tokens of the cluster\'s service accounts.')
output issuer string = cluster.properties.clusterProfile.oidcIssuer

@description('Address of the API, private.')
output apiUrl string = cluster.properties.apiserverProfile.url
