metadata name = 'Operators\' machine'
metadata description = 'A small machine inside the network from which the private cluster is reached. No public address, no password, sign-in by Microsoft Entra ID, disk under our key.'

import { usRegion, tagSet, roles } from '../types.bicep'

@description('Required. Name of the machine.')
param name string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Subnet for operators.')
param subnetId string

@description('Required. Name of the local user that Azure insists on; nobody signs in as it.')
param adminUsername string

@description('Required. A public key in OpenSSH form; its private half may be thrown away, since people sign in with Entra ID.')
param sshPublicKey string

@description('Required. Disk encryption set.')
param diskEncryptionSetId string

@description('Required. Object id of the group whose members may sign in; membership is granted for a time by Privileged Identity Management.')
param operatorsGroupId string

@description('Optional. Size of the machine.')
param size string = 'Standard_D2s_v5'

resource machine 'Microsoft.Compute/virtualMachines@2026-04-01' = {
  name: name
  location: location
  tags: tags
  zones: ['1']
  identity: { type: 'SystemAssigned' }
  properties: {
    hardwareProfile: { vmSize: size }
    securityProfile: {
      encryptionAtHost: true
      securityType: 'TrustedLaunch'
      uefiSettings: { secureBootEnabled: true, vTpmEnabled: true }
    }
    osProfile: {
      computerName: name
      adminUsername: adminUsername
      linuxConfiguration: {
        disablePasswordAuthentication: true
        patchSettings: { patchMode: 'AutomaticByPlatform', assessmentMode: 'AutomaticByPlatform' }
        ssh: { publicKeys: [{ path: '/home/${adminUsername}/.ssh/authorized_keys', keyData: sshPublicKey }] }
      }
    }
    storageProfile: {
      imageReference: { publisher: 'Canonical', offer: 'ubuntu-24_04-lts', sku: 'server', version: 'latest' }
      osDisk: {
        createOption: 'FromImage'
        deleteOption: 'Delete'
        managedDisk: { storageAccountType: 'StandardSSD_LRS', diskEncryptionSet: { id: diskEncryptionSetId } }
      }
    }
    networkProfile: {
      networkApiVersion: '2022-11-01'
      networkInterfaceConfigurations: [
        {
          name: 'nic-${name}'
          properties: {
            primary: true
            deleteOption: 'Delete'
            enableAcceleratedNetworking: true
            ipConfigurations: [{ name: 'private', properties: { subnet: { id: subnetId } } }]
          }
        }
      ]
    }
  }
}

#disable-next-line BCP081 // the type is not in every checker's data
resource signIn 'Microsoft.Compute/virtualMachines/extensions@2024-07-01' = {
  parent: machine
  name: 'AADSSHLoginForLinux'
  location: location
  tags: tags
  properties: {
    publisher: 'Microsoft.Azure.ActiveDirectory'
    type: 'AADSSHLoginForLinux'
    typeHandlerVersion: '1.0'
    autoUpgradeMinorVersion: true
  }
}

resource mayConnect 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(machine.id, operatorsGroupId, roles.signInToMachines)
  scope: machine
  properties: {
    principalId: operatorsGroupId
    principalType: 'Group'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.signInToMachines)
  }
}
