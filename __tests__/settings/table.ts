import type { InputKey } from '../../src/settings/inputs.ts'

/** The resource ID of a managed identity. */
export const IDENTITY =
  '/subscriptions/1/resourceGroups/scans/providers/Microsoft.ManagedIdentity/userAssignedIdentities/reader'

const GUID = '72f988bf-86f1-41af-91ab-2d7cd011db47'
const KEY = Buffer.from('the key of an account').toString('base64')

const nodes = {
  good: [
    ['0', 0],
    ['5000', 5000]
  ] as [string, unknown][],
  bad: ['-1', '5001', 'two', '1.5']
}
const minutes = {
  good: [
    ['0.2', 0.2],
    ['60', 60],
    ['10000', 10_000]
  ] as [string, unknown][],
  bad: ['0', '10001', '-5', '1h']
}
const accountKey = {
  good: [
    [KEY, KEY],
    [` ${KEY}\n`, KEY]
  ] as [string, unknown][],
  bad: ['secret!', 'abc', `${KEY}=`, 'DefaultEndpointsProtocol=https;AccountKey=abcd']
}

/** Every input: valid texts with their values, and invalid texts. */
export const table: Record<
  InputKey,
  { good: readonly [string, unknown][]; bad: readonly string[] }
> = {
  images: {
    good: [
      ['scans', ['scans']],
      ['a\n\n  b c \r\n!d', ['a', 'b c', '!d']]
    ],
    bad: []
  },
  languages: {
    good: [
      ['eng', ['eng']],
      ['eng+fra', ['eng', 'fra']],
      ['eng, fra deu', ['eng', 'fra', 'deu']],
      ['eng+eng', ['eng']],
      ['chi_sim+script/Latin', ['chi_sim', 'script/Latin']]
    ],
    bad: ['+', '../eng', '-psm', 'eng;rm', 'a/b/c', '/etc/passwd', 'eng --psm 0']
  },
  formats: {
    good: [
      ['txt', ['txt']],
      ['PDF, txt', ['txt', 'pdf']],
      ['txt hocr tsv alto pdf', ['txt', 'hocr', 'tsv', 'alto', 'pdf']],
      ['hocr,hocr', ['hocr']]
    ],
    bad: ['docx', 'txt, word', ',', 'txt;pdf']
  },
  pageSegmentationMode: {
    good: [
      ['0', 0],
      ['13', 13],
      [' 6 ', 6]
    ],
    bad: ['14', '-1', '3.5', 'auto', '0x3', '1e1']
  },
  dpi: {
    good: [
      ['70', 70],
      ['300', 300],
      ['2400', 2400]
    ],
    bad: ['69', '2401', '300dpi', '-300', 'NaN']
  },
  prepare: {
    good: [
      ['auto', 'auto'],
      ['ALWAYS', 'always'],
      ['never', 'never']
    ],
    bad: ['yes', 'true', 'sometimes']
  },
  secondLook: {
    good: [
      ['true', true],
      ['false', false],
      ['Yes', true],
      ['off', false],
      ['1', true],
      ['0', false]
    ],
    bad: ['maybe', '2', 'tru']
  },
  deskew: {
    good: [
      ['auto', 'auto'],
      ['always', 'always'],
      ['never', 'never']
    ],
    bad: ['true', 'on']
  },
  rotate: {
    good: [
      ['auto', 'auto'],
      ['always', 'always'],
      ['never', 'never']
    ],
    bad: ['90']
  },
  keyPattern: {
    good: [['(?<phone>\\+?\\d{8,15})', /(?<phone>\+?\d{8,15})/]],
    bad: [
      '(',
      '\\d+',
      '(?<image>x)',
      '(?<error>x)',
      '(?<a>x)(?<status>y)',
      '(?<a>',
      '[',
      '(?<a>x)(?<a>y)',
      '(?<errorMessage>x)'
    ]
  },
  imageTimeout: {
    good: [
      ['120', 120],
      ['0.5', 0.5],
      ['86400', 86400]
    ],
    bad: ['0', '-1', '86401', '2m', '1e3', 'Infinity']
  },
  maxPixels: {
    good: [
      ['1', 1],
      ['200000000', 2e8]
    ],
    bad: ['0', '200M', '1e9', '10000000001']
  },
  backend: {
    good: [
      ['local', 'local'],
      ['Azure-Batch', 'azure-batch']
    ],
    bad: ['cloud', 'azure']
  },
  slots: {
    good: [
      ['1', 1],
      ['256', 256]
    ],
    bad: ['0', '257', 'all']
  },
  partitions: {
    good: [
      ['auto', 'auto'],
      ['AUTO', 'auto'],
      ['1', 1],
      ['100000', 100_000]
    ],
    bad: ['0', '100001', 'many', '-1']
  },
  shard: {
    good: [
      ['1/1', { index: 1, count: 1 }],
      [' 2 / 4 ', { index: 2, count: 4 }]
    ],
    bad: ['0/4', '5/4', '4', '1/0', '1/2/3', 'a/b', '-1/2']
  },
  reuse: {
    good: [
      ['true', true],
      ['no', false]
    ],
    bad: ['maybe']
  },
  install: {
    good: [
      ['true', true],
      ['no', false]
    ],
    bad: ['maybe']
  },
  results: {
    good: [
      ['out', 'out'],
      [' a b ', 'a b']
    ],
    bad: []
  },
  artifactName: {
    good: [
      ['ocr', 'ocr'],
      ['my run 1', 'my run 1']
    ],
    bad: ['a/b', 'a:b', 'a"b', 'a*b', 'a\\b', 'a\nb', 'x'.repeat(201)]
  },
  artifactRetentionDays: {
    good: [
      ['1', 1],
      ['400', 400]
    ],
    bad: ['0', '401', 'week']
  },
  failOn: {
    good: [
      ['any', { when: 'any' }],
      ['ALL', { when: 'all' }],
      ['never', { when: 'never' }],
      ['5%', { when: 'share', share: 0.05 }],
      ['0%', { when: 'share', share: 0 }],
      ['12.5 %', { when: 'share', share: 0.125 }]
    ],
    bad: ['5', '101%', '-1%', 'some', '%']
  },
  wait: {
    good: [
      ['true', true],
      ['no', false]
    ],
    bad: ['later']
  },
  batchEndpoint: {
    good: [
      ['https://scans.westeurope.batch.azure.com', 'https://scans.westeurope.batch.azure.com'],
      ['https://scans.westeurope.batch.azure.com/', 'https://scans.westeurope.batch.azure.com'],
      ['scans.westeurope.batch.azure.com', 'https://scans.westeurope.batch.azure.com'],
      ['https://scans.chinaeast.batch.azure.cn:443', 'https://scans.chinaeast.batch.azure.cn'],
      ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
      ['http://localhost:4000/', 'http://localhost:4000'],
      ['http://[::1]:4000', 'http://[::1]:4000']
    ],
    bad: [
      'http://scans.westeurope.batch.azure.com',
      'http://127.0.0.1.example.com',
      'http://localhost.example.com',
      'https://scans.westeurope.batch.azure.com/pools',
      'https://scans.westeurope.batch.azure.com?x=1',
      'https://scans.westeurope.batch.azure.com?',
      'https://scans.westeurope.batch.azure.com#x',
      'https://user:word@scans.westeurope.batch.azure.com',
      'ftp://scans.westeurope.batch.azure.com',
      'file:///etc/passwd',
      'https://',
      'not an address'
    ]
  },
  batchAccount: {
    good: [
      ['scans1', 'scans1'],
      [' abc ', 'abc']
    ],
    bad: ['ab', 'Scans', 'my-scans', 'x'.repeat(25)]
  },
  storageEndpoint: {
    good: [
      ['https://scans.blob.core.windows.net/', 'https://scans.blob.core.windows.net'],
      ['http://127.0.0.1:10000/devstoreaccount1', 'http://127.0.0.1:10000/devstoreaccount1'],
      ['http://127.0.0.1:10000/devstoreaccount1/', 'http://127.0.0.1:10000/devstoreaccount1']
    ],
    bad: [
      'https://scans.blob.core.windows.net/a/b',
      'https://scans.blob.core.windows.net/?sv=2024-11-04&sig=x',
      'http://scans.blob.core.windows.net'
    ]
  },
  tenantId: {
    good: [
      [GUID, GUID],
      ['contoso.onmicrosoft.com', 'contoso.onmicrosoft.com']
    ],
    bad: ['contoso', '72f988bf', 'a b.com', '../x.com']
  },
  clientId: { good: [[GUID.toUpperCase(), GUID.toUpperCase()]], bad: ['app', `${GUID}0`, 'a.b'] },
  batchAccountKey: accountKey,
  storageAccountKey: accountKey,
  pool: {
    good: [
      ['warm_1-A', 'warm_1-A'],
      ['x'.repeat(64), 'x'.repeat(64)]
    ],
    bad: ['my pool', 'a/b', 'x'.repeat(65), 'é']
  },
  nodeIdentity: {
    good: [
      [IDENTITY, IDENTITY],
      [IDENTITY.toLowerCase(), IDENTITY.toLowerCase()]
    ],
    bad: ['reader', GUID, `${IDENTITY}/x`, '/subscriptions/1/resourceGroups/scans']
  },
  vmSize: { good: [['Standard_E4-2s_v5', 'Standard_E4-2s_v5']], bad: ['4 cores', '8', 'a;b'] },
  vmImage: {
    good: [
      [
        'microsoft-dsvm:ubuntu-hpc:2404',
        { publisher: 'microsoft-dsvm', offer: 'ubuntu-hpc', sku: '2404' }
      ]
    ],
    bad: ['ubuntu', 'canonical:ubuntu', 'a:b:c:d', ':::', 'a:b c:d']
  },
  nodes,
  spotNodes: nodes,
  batchApiVersion: {
    good: [
      ['2022-10-01.16.0', '2022-10-01.16.0'],
      ['2025-06-01', '2025-06-01']
    ],
    bad: ['latest', '2025', '2025-06-01&x=1', '2022-10-01.16']
  },
  taskRetries: {
    good: [
      ['0', 0],
      ['100', 100]
    ],
    bad: ['-1', '101', 'often']
  },
  taskTimeout: minutes,
  jobTimeout: minutes
}
