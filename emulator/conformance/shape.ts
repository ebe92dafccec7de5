/**
 * The shape of JSON: its keys at every depth, the kinds of its values, and the values that are enumerations of the protocol
 * rather than data. The shape of an array is the union of the shapes of its elements.
 */
export type Shape =
  | { readonly kind: 'object'; readonly keys: ReadonlyMap<string, Shape> }
  /** Null if there are no elements. */
  | { readonly kind: 'array'; readonly element: Shape | null }
  /** Enumeration values; empty for data. */
  | { readonly kind: Scalar; readonly words: ReadonlySet<string> }
  /** Elements of different kinds in an array. */
  | { readonly kind: 'mixed'; readonly kinds: ReadonlySet<string> }

type Scalar = 'time' | 'duration' | 'etag' | 'address' | 'text' | 'number' | 'boolean' | 'null'

/** Replaces the address of the service in compared texts. */
export const OWN_ADDRESS = 'https://account'

/** Keys of enumerations, whose values are compared with their letter case. */
const WORDS = new Set([
  ...['access', 'allocationState', 'caching', 'category', 'code'],
  ...['currentNodeCommunicationMode', 'dependencyAction', 'dynamicVNetAssignmentScope'],
  ...['elevationLevel', 'jobAction', 'key', 'loginMode', 'mode', 'nodeFillType', 'odata.metadata'],
  ...['onAllTasksComplete', 'onTaskFailure', 'osType', 'policy', 'poolLifetimeOption'],
  ...['previousState', 'protocol', 'result', 'schedulingState', 'scope', 'securityType', 'state'],
  ...['status', 'storageAccountType', 'targetNodeCommunicationMode', 'targets', 'terminateReason'],
  ...['uploadCondition', 'verificationType', 'vmSize']
])

/** Keys of which all values must be present: they name the subject of an error. */
const ALL_OF = new Set(['key'])

const FORMS: readonly (readonly [Scalar, RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/],
  ['duration', /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?([\d.]+S)?)?$/],
  ['etag', /^0x[0-9A-F]+$/],
  ['address', new RegExp(`^${OWN_ADDRESS}/`)]
]

/** The shape of the value of a key. */
export function shapeOf(value: unknown, key = ''): Shape {
  if (Array.isArray(value)) {
    const elements = value.map((element) => shapeOf(element, key))
    return { kind: 'array', element: elements.length === 0 ? null : elements.reduce(together) }
  }
  if (typeof value === 'object' && value !== null) {
    const keys = Object.entries(value).map(([name, inner]) => [name, shapeOf(inner, name)] as const)
    return { kind: 'object', keys: new Map(keys) }
  }
  const words = new Set(WORDS.has(key) ? [String(value)] : [])
  if (typeof value !== 'string') return { kind: kindOf(value), words }
  return { kind: FORMS.find(([, form]) => form.test(value))?.[0] ?? 'text', words }
}

function kindOf(value: unknown): Scalar {
  if (value === null) return 'null'
  return typeof value === 'number' ? 'number' : 'boolean'
}

/** The union of two shapes. */
function together(one: Shape, other: Shape): Shape {
  if (one.kind === 'mixed' || other.kind === 'mixed' || one.kind !== other.kind) {
    return { kind: 'mixed', kinds: new Set([...kindsOf(one), ...kindsOf(other)]) }
  }
  if (one.kind === 'object' && other.kind === 'object') {
    const names = [...new Set([...one.keys.keys(), ...other.keys.keys()])]
    const merged = names.map((name) => [name, either(one.keys.get(name), other.keys.get(name))])
    return { kind: 'object', keys: new Map(merged as [string, Shape][]) }
  }
  if (one.kind === 'array' && other.kind === 'array') {
    return { kind: 'array', element: either(one.element, other.element) ?? null }
  }
  const words = [one, other].flatMap((shape) => ('words' in shape ? [...shape.words] : []))
  return { kind: one.kind as Scalar, words: new Set(words) }
}

const either = (one: Shape | null | undefined, other: Shape | null | undefined) =>
  one && other ? together(one, other) : (one ?? other)

const kindsOf = (shape: Shape): Iterable<string> =>
  shape.kind === 'mixed' ? shape.kinds : [shape.kind]

/** The differences between the recorded shape and ours, one sentence each. */
export function differences(recorded: Shape, ours: Shape, path = ''): string[] {
  const at = path === '' ? 'The body' : path
  if (recorded.kind !== ours.kind)
    return [`${at} is ${recorded.kind} in the recording and ${ours.kind} here.`]
  if (recorded.kind === 'object' && ours.kind === 'object') {
    return differencesOfKeys(recorded.keys, ours.keys, path)
  }
  if (recorded.kind === 'array' && ours.kind === 'array') {
    if (recorded.element && ours.element) {
      return differences(recorded.element, ours.element, `${path}[]`)
    }
    if (recorded.element === ours.element) return []
    const [filled, empty] =
      recorded.element === null ? ['here', 'in the recording'] : ['in the recording', 'here']
    return [`${at} has elements ${filled} and none ${empty}.`]
  }
  if ('words' in recorded && 'words' in ours) {
    return differencesOfWords(recorded.words, ours.words, at)
  }
  return []
}

function differencesOfKeys(
  recorded: ReadonlyMap<string, Shape>,
  ours: ReadonlyMap<string, Shape>,
  path: string
): string[] {
  const below = (key: string) => (path === '' ? key : `${path}.${key}`)
  const missing = [...recorded.keys()]
    .filter((key) => !ours.has(key))
    .map((key) => `${below(key)} is missing.`)
  const added = [...ours.keys()]
    .filter((key) => !recorded.has(key))
    .map((key) => `${below(key)} is not recorded.`)
  const common = [...recorded].flatMap(([key, shape]) => {
    const own = ours.get(key)
    return own === undefined ? [] : differences(shape, own, below(key))
  })
  return [...missing, ...added, ...common]
}

/** Our enumeration values must be a subset of the recorded ones. */
function differencesOfWords(
  recorded: ReadonlySet<string>,
  ours: ReadonlySet<string>,
  at: string
): string[] {
  const listed = (words: Iterable<string>) => [...words].map((word) => `'${word}'`).join(', ')
  const foreign = [...ours].filter((word) => !recorded.has(word))
  const missing = ALL_OF.has(at.slice(at.lastIndexOf('.') + 1))
    ? [...recorded].filter((word) => !ours.has(word))
    : []
  if (foreign.length + missing.length === 0) return []
  return [`${at} is ${listed(recorded)} in the recording and ${listed(ours)} here.`]
}
