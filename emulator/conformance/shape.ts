/**
 * The shape of JSON: its keys at every depth, the kinds of its values, and those values that are words of the protocol
 * and not somebody's data. An array has the shape of its elements put together.
 */
export type Shape =
  | { readonly kind: 'object'; readonly keys: ReadonlyMap<string, Shape> }
  /** null: it has no elements. */
  | { readonly kind: 'array'; readonly element: Shape | null }
  /** The words that stand there; empty where they are data. */
  | { readonly kind: Scalar; readonly words: ReadonlySet<string> }
  /** Elements of an array that differ in kind. */
  | { readonly kind: 'mixed'; readonly kinds: ReadonlySet<string> }

type Scalar = 'time' | 'duration' | 'etag' | 'address' | 'text' | 'number' | 'boolean' | 'null'

/** What stands for the service's own address in texts that are compared. */
export const OWN_ADDRESS = 'https://account'

/** Keys whose values are words of the protocol: they are compared, in their letter case. */
const WORDS = new Set([
  ...['access', 'allocationState', 'caching', 'category', 'code'],
  ...['currentNodeCommunicationMode', 'dependencyAction', 'dynamicVNetAssignmentScope'],
  ...['elevationLevel', 'jobAction', 'key', 'loginMode', 'mode', 'nodeFillType', 'odata.metadata'],
  ...['onAllTasksComplete', 'onTaskFailure', 'osType', 'policy', 'poolLifetimeOption'],
  ...['previousState', 'protocol', 'result', 'schedulingState', 'scope', 'securityType', 'state'],
  ...['status', 'storageAccountType', 'targetNodeCommunicationMode', 'targets', 'terminateReason'],
  ...['uploadCondition', 'verificationType', 'vmSize']
])

/** All of these have to be there: they name what an error is about. */
const ALL_OF = new Set(['key'])

const FORMS: readonly (readonly [Scalar, RegExp])[] = [
  ['time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,7})?Z$/],
  ['duration', /^P(?=.)(\d+D)?(T(?=.)(\d+H)?(\d+M)?([\d.]+S)?)?$/],
  ['etag', /^0x[0-9A-F]+$/],
  ['address', new RegExp(`^${OWN_ADDRESS}/`)]
]

/** The shape of a value that stands under a key. */
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

/** The shape of two elements of one array. */
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

/** In what ours differs from what was recorded, each in a sentence; none where it does not. */
export function differences(recorded: Shape, ours: Shape, path = ''): string[] {
  const at = path === '' ? 'The body' : path
  if (recorded.kind !== ours.kind) return [`${at} is ${recorded.kind} there and ${ours.kind} here.`]
  if (recorded.kind === 'object' && ours.kind === 'object') {
    return differencesOfKeys(recorded.keys, ours.keys, path)
  }
  if (recorded.kind === 'array' && ours.kind === 'array') {
    if (recorded.element && ours.element) {
      return differences(recorded.element, ours.element, `${path}[]`)
    }
    if (recorded.element === ours.element) return []
    const [filled, empty] = recorded.element === null ? ['here', 'there'] : ['there', 'here']
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
    .map((key) => `${below(key)} is there and not here.`)
  const added = [...ours.keys()]
    .filter((key) => !recorded.has(key))
    .map((key) => `${below(key)} is here and not there.`)
  const common = [...recorded].flatMap(([key, shape]) => {
    const own = ours.get(key)
    return own === undefined ? [] : differences(shape, own, below(key))
  })
  return [...missing, ...added, ...common]
}

/** Of the elements of a list, ours may say fewer words, but no others. */
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
  return [`${at} is ${listed(recorded)} there and ${listed(ours)} here.`]
}
