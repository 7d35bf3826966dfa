metadata name = 'Events to queue'
metadata description = 'Which of the vendor\'s news we ask for, and into which queue it goes. News about chat is not among it: it would carry what people wrote through any of the vendor\'s data centres.'

@description('Required. Name of the topic of the communication service.')
param topicName string

@description('Required. Name of the subscription; one for each queue.')
param name string

@description('Required. Queue that the events go to; the topic\'s identity may send to it.')
param queueId string

@description('Optional. Storage account for what could not be delivered; the topic\'s identity may write to it.')
param deadLetterStorageId string?

resource topic 'Microsoft.EventGrid/systemTopics@2025-02-15' existing = {
  name: topicName
}

resource subscription 'Microsoft.EventGrid/systemTopics/eventSubscriptions@2025-02-15' = {
  parent: topic
  name: name
  properties: {
    eventDeliverySchema: 'CloudEventSchemaV1_0'
    deliveryWithResourceIdentity: {
      identity: { type: 'SystemAssigned' }
      destination: { endpointType: 'ServiceBusQueue', properties: { resourceId: queueId } }
    }
    deadLetterWithResourceIdentity: deadLetterStorageId == null
      ? null
      : {
          identity: { type: 'SystemAssigned' }
          deadLetterDestination: {
            endpointType: 'StorageBlob'
            properties: { resourceId: deadLetterStorageId, blobContainerName: 'undelivered' }
          }
        }
    retryPolicy: { maxDeliveryAttempts: 30, eventTimeToLiveInMinutes: 1440 }
    filter: {
      includedEventTypes: [
        'Microsoft.Communication.CallStarted'
        'Microsoft.Communication.CallEnded'
        'Microsoft.Communication.CallParticipantAdded'
        'Microsoft.Communication.CallParticipantRemoved'
        'Microsoft.Communication.RecordingFileStatusUpdated'
        'Microsoft.Communication.SMSDeliveryReportReceived'
        'Microsoft.Communication.EmailDeliveryReportReceived'
      ]
    }
  }
}
