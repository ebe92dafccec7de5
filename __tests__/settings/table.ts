import type { InputKey } from '../../src/settings/inputs.ts'

/** Every input: texts that are taken with the value they become, and texts that are refused. */
export const table: Partial<
  Record<InputKey, { good: readonly [string, unknown][]; bad: readonly string[] }>
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
  backend: { good: [['local', 'local']], bad: ['cloud'] },
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
  }
}
