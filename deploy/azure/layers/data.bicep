metadata name = 'Data of a region'
metadata description = 'Storage, database and queue, each under our key and behind a private address.'

import { usRegion, tagSet, sizing, roles } from '../types.bicep'
import { administrator } from '../modules/database.bicep'

@description('Required. Name that everything\'s name begins with.')
param name string

@description('Required. Same without dashes and unique in the world, for storage accounts; 16 characters at most.')
@maxLength(16)
param shortName string

@description('Required. Region.')
param location usRegion

@description('Required. Tags.')
param tags tagSet

@description('Required. Sizes.')
param size sizing

@description('Required. Vault and identity that encrypt.')
param key regionKey

@description('Optional. The same of the paired region, for database backups there.')
param geoKey regionKey?

@description('Optional. Database that this region\'s is a replica of.')
param sourceDatabaseId string?

@description('Required. Administrators of the database.')
param administrators administrator[]

@description('Required. Names and object ids of those who use storage and queue.')
param users userSet

@description('Required. Role that adds to a witness\' container of the audit log.')
param witnessRole string

@description('Optional. Whether the archive can never be shortened. Irreversible.')
param archiveLock 'Unlocked' | 'Locked' = 'Unlocked'

@description('Optional. Days that recordings are kept; states differ.')
param recordingDays int = 2556

@description('Required. Workspace that logs go to.')
param workspaceId string

@export()
@description('A region\'s vault and the identity that encrypts with it.')
type regionKey = {
  @description('Address of the vault; ends with a slash.')
  vaultUri: string
  @description('Identity.')
  identityId: string
}

@description('Object ids, by name.')
type userSet = {
  @description('The application of this region.')
  application: { name: string, principalId: string }
  @description('Velero of this region.')
  backup: { name: string, principalId: string }
  @description('Communication services, which write recordings.')
  communication: { name: string, principalId: string }[]
  @description('Topics, which deliver events and put aside what cannot be delivered.')
  topics: { name: string, principalId: string }[]
}

module archive '../modules/storage-account.bicep' = {
  params: {
    name: '${shortName}archive'
    location: location
    tags: tags
    redundancy: size.storageRedundancy
    key: key
    containers: [{ name: 'checkpoints' }]
    keepDays: 2556
    lock: archiveLock
    workspaceId: workspaceId
  }
}

// What the audit log was, out of reach of whoever administers the database.
module witness '../modules/container-access.bicep' = {
  params: {
    accountName: archive.outputs.name
    containerName: 'checkpoints'
    grants: [{ holder: users.application.name, principalId: users.application.principalId, role: witnessRole }]
  }
}

module content '../modules/storage-account.bicep' = {
  params: {
    name: '${shortName}content'
    location: location
    tags: tags
    redundancy: size.storageRedundancy
    key: key
    containers: [
      { name: 'recordings', deleteAfterDays: recordingDays }
      { name: 'exports', deleteAfterDays: 1 }
      { name: 'undelivered', deleteAfterDays: 30 }
    ]
    grants: concat(
      [{ holder: users.application.name, principalId: users.application.principalId, role: roles.readAndWriteBlobs }],
      map(users.communication, u => { holder: u.name, principalId: u.principalId, role: roles.readAndWriteBlobs }),
      map(users.topics, u => { holder: u.name, principalId: u.principalId, role: roles.readAndWriteBlobs })
    )
    workspaceId: workspaceId
  }
}

module backup '../modules/storage-account.bicep' = {
  params: {
    name: '${shortName}velero'
    location: location
    tags: tags
    redundancy: size.storageRedundancy
    key: key
    containers: [{ name: 'velero', deleteAfterDays: 90 }]
    grants: [{ holder: users.backup.name, principalId: users.backup.principalId, role: roles.readAndWriteBlobs }]
    workspaceId: workspaceId
  }
}

module flows '../modules/storage-account.bicep' = {
  params: {
    name: '${shortName}flows'
    location: location
    tags: tags
    redundancy: 'Standard_ZRS'
    key: key
    containers: []
    workspaceId: workspaceId
  }
}

module database '../modules/database.bicep' = {
  params: {
    name: 'psql-${name}-${uniqueString(subscription().id, name)}'
    location: location
    tags: tags
    size: size.database
    keyUri: '${key.vaultUri}keys/database'
    identityId: key.identityId
    geo: geoKey == null ? null : { keyUri: '${geoKey!.vaultUri}keys/database', identityId: geoKey!.identityId }
    sourceId: sourceDatabaseId
    administrators: administrators
    workspaceId: workspaceId
  }
}

module queue '../modules/message-queue.bicep' = {
  params: {
    name: 'sb-${name}-${uniqueString(subscription().id, name)}'
    location: location
    tags: tags
    key: { vaultUri: key.vaultUri, name: 'messages', identityId: key.identityId }
    grants: concat(
      [{ holder: users.application.name, principalId: users.application.principalId, role: roles.receiveMessages }],
      map(users.topics, u => { holder: u.name, principalId: u.principalId, role: roles.sendMessages })
    )
    workspaceId: workspaceId
  }
}

@description('Resource ids of the storage accounts.')
output storage object = {
  archive: archive.outputs.id
  content: content.outputs.id
  backup: backup.outputs.id
  flows: flows.outputs.id
}

@description('Address of the container that witnesses the audit log.')
output checkpoints string = '${archive.outputs.blobs}checkpoints'

@description('Resource id, name and host of the database.')
output database { id: string, name: string, host: string } = {
  id: database.outputs.id
  name: database.outputs.name
  host: database.outputs.host
}

@description('Resource ids and address of the queue.')
output queue { id: string, queueId: string, address: string } = {
  id: queue.outputs.id
  queueId: queue.outputs.queueId
  address: queue.outputs.address
}
