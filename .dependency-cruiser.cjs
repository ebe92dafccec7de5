/**
 * The rooms of src, bottom to top, and the rooms that each one may import. `npm run check` holds every import to this
 * table, type-only and dynamic ones included. CONTRIBUTING.md explains the rooms.
 */
const rooms = {
  lib: [],
  results: ['lib'],
  settings: ['results', 'lib'],
  images: ['results', 'lib'],
  plan: ['images', 'results', 'settings', 'lib'],
  report: ['results', 'lib'],
  engine: ['images', 'settings', 'results', 'lib'],
  task: ['engine', 'images', 'settings', 'results', 'lib'],
  archive: ['task', 'engine', 'images', 'settings', 'results', 'lib'],
  'node-agent': ['archive', 'task', 'engine', 'images', 'settings', 'results', 'lib'],
  backends: ['archive', 'task', 'engine', 'plan', 'images', 'settings', 'results', 'lib'],
  sample: ['backends', 'settings', 'results', 'lib'],
  run: ['backends', 'task', 'engine', 'plan', 'report', 'images', 'settings', 'results', 'lib'],
  merge: ['run', 'report', 'images', 'settings', 'results', 'lib'],
  github: [
    'sample',
    'merge',
    'run',
    'backends',
    'plan',
    'report',
    'engine',
    'images',
    'settings',
    'results',
    'lib'
  ],
  terminal: [
    'sample',
    'merge',
    'run',
    'backends',
    'plan',
    'report',
    'engine',
    'images',
    'settings',
    'results',
    'lib'
  ]
}

/** The same inside src/backends/azure-batch. Files beside these folders belong to all of them. */
const azureRooms = {
  identity: [],
  storage: ['identity'],
  client: ['identity'],
  pool: ['client'],
  job: ['client', 'storage', 'pool'],
  doctor: ['client', 'storage', 'identity', 'pool', 'job']
}

const AZURE = 'src/backends/azure-batch'

const names = Object.keys(rooms)

/** A rule: whatever `from` matches may not import what `to` matches. */
const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from },
  to: { path: to }
})

const roomRules = names.map((room) => {
  const closed = names.filter((other) => other !== room && !rooms[room].includes(other))
  return rule(
    `arrows-${room}`,
    `src/${room} may import only ${rooms[room].join(', ') || 'its own files'}.`,
    `^src/${room}/`,
    `^src/((${closed.join('|')})/|[^/]+$)`
  )
})

const azureRules = Object.entries(azureRooms).map(([room, may]) => {
  const closed = Object.keys(azureRooms).filter((other) => other !== room && !may.includes(other))
  return rule(
    `azure-${room}`,
    `azure-batch/${room} may import only ${may.join(', ') || 'the files beside its folder'}.`,
    `^${AZURE}/${room}/`,
    `^${AZURE}/(${closed.join('|')})/`
  )
})

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    ...roomRules,
    ...azureRules,
    rule(
      'azure-behind-the-contracts',
      'Everything outside reaches Azure through the contracts in src/backends; only open.ts loads it, and Microsoft’s sample is about it.',
      `^src/(?!backends/azure-batch/|backends/open\\.ts|sample/)`,
      `^${AZURE}/`
    ),
    rule(
      'contracts-know-no-backend',
      'The contracts in src/backends know no backend.',
      '^src/backends/(?!open\\.ts)[^/]+$',
      '^src/backends/(local|azure-batch)/'
    ),
    rule(
      'github-packages',
      'Only src/github talks to GitHub.',
      '^src/(?!github/)',
      'node_modules/@actions/'
    ),
    rule(
      'azure-packages',
      'Only three rooms know Microsoft’s packages.',
      `^src/(?!backends/azure-batch/(client|identity|storage)/)`,
      'node_modules/@azure/'
    ),
    rule(
      'tools-know-no-tests',
      'Tools do not depend on tests.',
      '^(tools|bench|samples)/',
      '^(__tests__|emulator)/'
    ),
    {
      name: 'emulator-stands-alone',
      comment: 'The emulator is a product of its own; only its tests use ours.',
      severity: 'error',
      from: {
        path: '^emulator/(?!(conformance|endurance|walkthrough)/)',
        pathNot: '(\\.test|/test-[^/]+)\\.ts$'
      },
      to: { path: '^(src|__tests__)/' }
    }
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: '(node_modules|^__tests__/)' },
    // The parser does not know `using` declarations, which only tests have.
    exclude: { path: '(\\.test\\.ts$|^emulator/(conformance|endurance|walkthrough)/)' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default']
    }
  }
}
