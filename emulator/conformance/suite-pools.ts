import { isSteady, POOL, type Step } from './suite-step.ts'
import type { Json } from './world.ts'

const CLOUD = { vmSize: 'small', cloudServiceConfiguration: { osFamily: '4' } }
const UBUNTU = {
  vmSize: 'Standard_A1',
  virtualMachineConfiguration: {
    imageReference: { publisher: 'Canonical', offer: 'UbuntuServer', sku: '18.04-LTS' },
    nodeAgentSKUId: 'batch.node.ubuntu 18.04'
  }
}
const START_TASK = { commandLine: 'cmd /c echo hello > hello.txt', waitForSuccess: true }
const FIRST_POOL = {
  id: POOL,
  ...CLOUD,
  targetDedicatedNodes: 3,
  startTask: START_TASK,
  userAccounts: [
    { name: 'nonAdminUser', password: 'a Password of 0urs', elevationLevel: 'nonadmin' }
  ]
}
const CERTIFICATE = {
  thumbprint: '0123456789abcdef0123456789abcdef01234567',
  thumbprintAlgorithm: 'sha1',
  storeLocation: 'CurrentUser',
  storeName: 'My',
  visibility: ['starttask', 'task', 'remoteuser']
}
const resource = (name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/test/providers/Microsoft.${name}`

/** The first tests: pools and nodes. */
export const POOL_STEPS: readonly Step[] = [
  { test: 'list_supported_images_successfully' },
  { test: 'perform_AAD_authentication_successfully' },
  { test: 'create_a_new_pool_successfully', bodies: [FIRST_POOL] },
  {
    test: 'create_a_pool_with_application_licenses_successfully',
    bodies: [{ id: 'nodesdktestpool_licenses', ...UBUNTU, applicationLicenses: ['maya'] }]
  },
  {
    test: 'update_pool_parameters_successfully',
    bodies: [
      {
        startTask: START_TASK,
        certificateReferences: [],
        applicationPackageReferences: [],
        metadata: [{ name: 'foo', value: 'bar' }]
      }
    ]
  },
  {
    test: 'patch_pool_parameters_successfully',
    bodies: [{ metadata: [{ name: 'foo2', value: 'bar2' }] }]
  },
  { test: 'get_a_pool_reference_successfully' },
  { test: 'get_a_pool_reference_with_odata_successfully' },
  {
    test: 'add_a_pool_with_vnet_and_get_expected_error',
    bodies: [
      {
        id: 'nodesdkvnetpool',
        ...UBUNTU,
        networkConfiguration: {
          subnetId: resource('Network/virtualNetworks/vnet1/subnets/subnet1')
        }
      }
    ],
    // The emulator accepts the pool, which later requests must not list.
    after: async (world) => {
      await world.ask('DELETE', '/pools/nodesdkvnetpool')
      await world.until('/pools', ({ value }) =>
        value.every(({ id }: Json) => id !== 'nodesdkvnetpool')
      )
    }
  },
  {
    test: 'add_a_pool_with_a_custom_image_and_get_expected_error',
    bodies: [
      {
        id: 'nodesdkimagepool',
        ...UBUNTU,
        virtualMachineConfiguration: {
          ...UBUNTU.virtualMachineConfiguration,
          imageReference: { virtualMachineImageId: resource('Compute/images/FakeImage') }
        }
      }
    ]
  },
  {
    test: 'add_a_pool_with_a_Data_Disk',
    bodies: [
      {
        id: 'nodesdkdatadiskpool',
        ...UBUNTU,
        virtualMachineConfiguration: {
          ...UBUNTU.virtualMachineConfiguration,
          dataDisks: [{ lun: 1, diskSizeGB: 50 }]
        }
      }
    ]
  },
  {
    test: 'add_a_pool_with_inbound_endpoint_configuration_successfully',
    bodies: [
      {
        id: 'nodesdkinboundendpointpool',
        ...UBUNTU,
        targetDedicatedNodes: 1,
        networkConfiguration: {
          endpointConfiguration: {
            inboundNATPools: [
              {
                name: 'TestEndpointConfig',
                protocol: 'udp',
                backendPort: 64444,
                frontendPortRangeStart: 60000,
                frontendPortRangeEnd: 61000
              }
            ]
          }
        }
      }
    ]
  },
  { test: 'get_the_details_of_a_pool_with_endpoint_configuration_successfully' },
  { test: 'get_pool_node_counts_successfully' },
  { test: 'list_compute_nodes_successfully' },
  { test: 'get_a_compute_node_reference' },
  { test: 'add_a_user_to_a_compute_node_successfully' },
  { test: 'update_a_compute_node_user_successfully' },
  { test: 'get_a_remote_desktop_file_successfully' },
  { test: 'delete_a_compute_node_user_successfully' },
  { test: 'disable_scheduling_on_a_compute_node_successfully' },
  { test: 'enable_scheduling_on_a_compute_node_successfully' },
  { test: 'reboot_a_compute_node_successfully' },
  { test: 'reimage_a_compute_node_successfully' },
  { test: 'upload_pool_node_logs_at_paas_pool' },
  { test: 'list_files_from_compute_node_successfully' },
  { test: 'get_file_properties_from_node_successfully' },
  { test: 'get_file_from_node_successfully' },
  { test: 'delete_file_from_node_successfully' },
  {
    test: 'enable_autoscale_successfully',
    bodies: [{ autoScaleFormula: '$TargetDedicatedNodes=2' }]
  },
  {
    test: 'evaluate_pool_autoscale_successfully',
    bodies: [{ autoScaleFormula: '$TargetDedicatedNodes=3' }]
  },
  {
    test: 'fail_to_evaluate_invalid_autoscale_formula',
    bodies: [{ autoScaleFormula: 'something_useless' }]
  },
  { test: 'disable_autoscale_successfully' },
  { test: 'create_a_second_pool_successfully', bodies: [{ id: 'nodesdktestpool2', ...CLOUD }] },
  { test: 'list_a_maximum_number_of_pools' },
  { test: 'list_pools_without_filters' },
  { test: 'fail_to_list_pools_with_invalid_max' },
  { test: 'check_that_pool_exists_successfully' },
  { test: 'list_pools_according_to_filter' },
  {
    test: 'start_pool_resizing_successfully',
    bodies: [{ targetDedicatedNodes: 1, targetLowPriorityNodes: 0 }],
    before: (world) => world.until('/pools/nodesdktestpool2', isSteady)
  },
  { test: 'stop_pool_resizing_successfully' },
  { test: 'list_pools_usage_metrics' },
  { test: 'get_pool_lifetime_statistics' }
]

/** The last tests, which removed everything. */
export const LAST_STEPS: readonly Step[] = [
  {
    test: 'remove_nodes_in_pool_successfully',
    bodies: [
      async (world) => {
        const { value } = await world.ask('GET', `/pools/${POOL}/nodes`)
        return { nodeList: [value[0].id] }
      }
    ],
    before: (world) => world.until(`/pools/${POOL}`, isSteady)
  },
  { test: 'delete_a_pool_successfully' },
  { test: 'fail_to_delete_a_non-existant_pool' },
  { test: 'delete_a_second_pool_successfully' },
  {
    test: 're-list_compute_nodes_successfully',
    before: async (world) => {
      await world.until('/pools', ({ value }) => value.every(({ id }: Json) => id !== POOL))
      const startTask = { ...START_TASK, commandLine: '/bin/true' }
      const certificateReferences = [CERTIFICATE]
      await world.ask('POST', '/pools', { ...FIRST_POOL, startTask, certificateReferences })
    }
  }
]
