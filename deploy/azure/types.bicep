metadata name = 'Types'
metadata description = 'What the templates speak of: places, sizes, people, grants. A region outside the United States cannot be written down.'

@export()
@description('Regions of the United States that have three availability zones and Azure Red Hat OpenShift.')
type usRegion = 'centralus' | 'eastus' | 'eastus2' | 'southcentralus' | 'westus2' | 'westus3'

@export()
@description('Environments; each has a subscription of its own.')
type environmentName = 'dev' | 'test' | 'prod' | 'pilot'

@export()
@description('The primary region also holds what exists once: edge, communication services, policy, budget.')
type regionRole = 'primary' | 'secondary'

@export()
@description('Tags that every resource group and resource carries.')
type tagSet = {
  @description('Name of the workload.')
  workload: string
  @description('Environment the resource belongs to.')
  environment: environmentName
  @description('Team that answers for it.')
  owner: string
  @description('Who pays.')
  costCenter: string
  @description('The most sensitive data it may hold.')
  dataClass: 'phi' | 'internal'
}

@export()
@description('Sizes of one region. See the table in README.md.')
type sizing = {
  @description('The cluster.')
  cluster: {
    @description('Size of the three control-plane machines.')
    controlPlaneSize: string
    @description('Size of the workers.')
    workerSize: string
    @description('Workers; three at least, one for each zone.')
    @minValue(3)
    workerCount: int
  }
  @description('The database.')
  database: databaseSizing
  @description('Premium adds intrusion prevention to the firewall.')
  firewallTier: 'Standard' | 'Premium'
  @description('Copies of what is stored: in three zones, or in the paired region too.')
  storageRedundancy: 'Standard_ZRS' | 'Standard_RAGZRS'
}

@export()
@description('Size of a PostgreSQL server.')
type databaseSizing = {
  @description('Name of the compute size, such as Standard_D4ds_v5.')
  sku: string
  @description('Burstable has no standby.')
  tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'
  @description('Storage to begin with; it grows by itself.')
  @minValue(32)
  storageGB: int
  @description('A standby in another zone.')
  zoneRedundant: bool
  @description('Backups in the paired region too. Cannot be changed later.')
  geoBackup: bool
  @description('Days to which the database can be brought back.')
  @minValue(7)
  @maxValue(35)
  backupDays: int
}

@export()
@description('Groups of Microsoft Entra ID, by object id, and who is told of alerts.')
type peopleSet = {
  @description('Administrators of the database.')
  databaseAdministrators: string
  @description('May look at everything and change nothing.')
  viewers: string
  @description('Mail address that alerts and budgets go to.')
  alertMail: string
}

@export()
@description('One role for one holder on the resource that the module makes.')
type grant = {
  @description('Name of the holder; makes the assignment recognisable the second time.')
  holder: string
  @description('Object id of the holder.')
  principalId: string
  @description('Id of the role definition: one of `roles`, or one that the templates define.')
  role: string
  @description('Kind of holder. Default: a managed identity.')
  principalType: ('ServicePrincipal' | 'Group')?
}

@export()
@description('The other region, as the secondary knows it.')
type primaryRegion = {
  @description('Name of the primary\'s region.')
  location: usRegion
}

@export()
@description('The cluster\'s private ingress; known once the cluster exists.')
type ingress = {
  @description('Resource id of the internal load balancer\'s frontend that serves *.apps; it lies in the cluster\'s own resource group.')
  frontendId: string
  @description('Host name of this region\'s Route. Its certificate comes from a public authority, because the edge checks the name.')
  routeHost: string
}

@export()
@description('A region that the edge may send people to.')
type origin = {
  @description('Short name.')
  name: string
  @description('Host name of the region\'s Route.')
  routeHost: string
  @description('Resource id of the region\'s Private Link Service.')
  privateLinkServiceId: string
  @description('Region of the Private Link Service.')
  location: usRegion
  @description('1 is preferred; the next number is used while 1 is unhealthy.')
  @minValue(1)
  @maxValue(5)
  priority: int
}

@export()
@description('Pipelines that publish images and ask what would change.')
type pipelineSet = {
  @description('Issuer of their tokens, such as https://token.actions.githubusercontent.com.')
  issuer: string
  @description('Subject of the job that publishes, such as repo:OWNER/NAME:environment:registry.')
  delivery: string
  @description('Subject of the job that asks, such as repo:OWNER/NAME:environment:what-if-prod.')
  whatIf: string
}

@export()
@description('Role definitions that Azure has built in, by what they let somebody do.')
var roles = {
  readEverything: 'acdd72a7-3385-48ef-bd42-f606fba81ae7'
  readLogs: '73c42c96-874c-492b-b04d-ab87d138a893'
  networkContributor: '4d97b98b-1d4f-4787-a291-c67834d212e7'
  wrapAndUnwrapWithKey: 'e147488a-f6f5-4113-8e2d-b22465e65bf6'
  signWithKey: '12338af0-0e69-4776-bea7-57ae8d297424'
  pullImages: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  pushImages: '8311e382-0749-4cb8-b61a-304f252e45ec'
  sendMessages: '69a216fc-b8fb-44d8-bc22-1f3c2cd27a39'
  receiveMessages: '4f6d3b9b-027b-4f4c-9142-0e5a2a2247e0'
  readAndWriteBlobs: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  publishMetrics: '3913510d-42f4-4e42-8a64-420c390055eb'
  useCommunicationServices: '09976791-48a7-449e-bb21-39d1a415f350'
  readAndWriteFhir: '5a1fc7df-4bf1-4951-a576-89034ee01acd'
  signInToMachines: 'fb879df8-f326-4884-b1cf-06f3ad86be52'
}
