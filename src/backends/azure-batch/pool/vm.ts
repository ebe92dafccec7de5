import { count } from '../../../lib/text.ts'
import type { VmImage } from '../../../settings/parse-azure.ts'
import type { SupportedImage } from '../client/batch-service.ts'
import { AzureProblem } from '../problem.ts'

/** The settings of a pool's nodes. */
export interface VmSettings {
  readonly vmSize: string
  /** Tasks at a time on one node; null for one per core. */
  readonly slots: number | null
}

/** `Standard_D4s_v5`, `Standard_E4-2s_v5`, `Standard_NC4as_T4_v3`: family, number, constrained cores, features, the rest. */
const SIZE = /^(?:(?:standard|basic)_)?([a-z]+)(\d+)(?:-(\d+))?[a-z]*((?:_[a-z0-9]+)*)$/

/** Cores of the sizes A0 to A11, whose numbers are not core counts. */
const OLD_A = [1, 1, 2, 4, 8, 2, 4, 8, 8, 16, 8, 16]

/**
 * The number of cores of an Azure VM size, by its name; null if the name is not a VM size. In the oldest families, each
 * size has twice the cores of the one before.
 */
export function coresOf(vmSize: string): number | null {
  const [, family, digits, constrained, rest = ''] = SIZE.exec(vmSize.trim().toLowerCase()) ?? []
  if (family === undefined) return null
  const number = Number(digits)
  const cores =
    constrained === undefined ? coresOfNumber(family, number, rest) : Number(constrained)
  return cores !== null && cores > 0 ? cores : null
}

function coresOfNumber(family: string, number: number, rest: string): number | null {
  const generation = Number(/_v(\d+)$/.exec(rest.replace(/_promo$/, ''))?.[1] ?? 1)
  if (family === 'a' && generation === 1) return OLD_A[number] ?? null
  if (family === 'g' || family === 'gs') return number <= 5 ? 2 ** number : null
  if ((family === 'd' || family === 'ds') && generation <= 2) return coresOfOldD(number)
  return number
}

/** D1 to D5 double from 1; D11 to D14, with more memory, from 2; D15 is an exception. */
function coresOfOldD(number: number): number | null {
  if (number >= 1 && number <= 5) return 2 ** (number - 1)
  if (number >= 11 && number <= 14) return 2 ** (number - 10)
  return number === 15 ? 20 : null
}

/** The service's limits for slots. */
const MAX_SLOTS_PER_NODE = 256
const MAX_SLOTS_PER_CORE = 4

/** The number of tasks that a node runs at a time: as set, or one per core, within the limits of the service. */
export function slotsOf({ slots, vmSize }: VmSettings): number {
  const cores = coresOf(vmSize)
  const limit = cores === null ? MAX_SLOTS_PER_NODE : MAX_SLOTS_PER_CORE * cores
  return Math.min(slots ?? cores ?? 1, limit, MAX_SLOTS_PER_NODE)
}

/** The form of the input `vm-image`: `publisher:offer:sku`. */
export const imageName = ({ publisher, offer, sku }: VmImage): string =>
  `${publisher}:${offer}:${sku}`

/**
 * Finds a VM image with its node agent.
 *
 * @param supported the images that the service supports
 * @throws AzureProblem if it is not supported, or is not a Linux image
 */
export function imageOf(wanted: VmImage, supported: readonly SupportedImage[]): SupportedImage {
  const name = imageName(wanted).toLowerCase()
  const found = supported.filter((image) => imageName(image).toLowerCase() === name)
  const best = found.find(({ verified }) => verified) ?? found[0]
  if (best === undefined) {
    throw new AzureProblem(
      'bad-request',
      '',
      `Azure Batch does not support the image ${imageName(wanted)}. ${suggestion(wanted, supported)}`
    )
  }
  if (best.osType.toLowerCase() !== 'linux') {
    throw new AzureProblem(
      'bad-request',
      '',
      `The image ${imageName(best)} is not a Linux image, and nodes are set up with apt. ${suggestion(FALLBACK, supported)}`
    )
  }
  return best
}

/** The image that suggestions are similar to if the wanted image is not a Linux image. */
const FALLBACK: VmImage = { publisher: 'canonical', offer: 'ubuntu-lts', sku: 'server' }

/** The most images in a suggestion. */
const MAX_SUGGESTED = 4

function suggestion(wanted: VmImage, supported: readonly SupportedImage[]): string {
  const similar = supported
    .filter(({ osType }) => osType.toLowerCase() === 'linux')
    .map((image) => ({ name: imageName(image), similarity: similarity(wanted, image) }))
    .filter((one) => one.similarity > 0)
    .sort((a, b) => b.similarity - a.similarity)
    .map(({ name }) => name)
  const names = [...new Set(similar)].slice(0, MAX_SUGGESTED)
  return names.length === 0
    ? 'Set vm-image to an image that `az batch pool supported-images list` shows.'
    : `Set vm-image to a supported image, such as ${names.join(', ')}.`
}

const words = (image: VmImage): string[] =>
  imageName(image)
    .toLowerCase()
    .match(/[a-z]+|\d+/g) ?? []

/** The number of words that two names have in common. */
function similarity(wanted: VmImage, image: VmImage): number {
  const own = new Set(words(image))
  return words(wanted).filter((word) => own.has(word)).length
}

const DAY = 24 * 60 * 60 * 1000

/** The days before the end of support in which there is a warning. */
const WARNING_DAYS = 90

/** A warning if the support of an image has ended or ends soon; null otherwise. */
export function endOfSupportWarning(image: SupportedImage, now: Date): string | null {
  const { endOfSupport } = image
  if (endOfSupport === null) return null
  const days = Math.ceil((endOfSupport.getTime() - now.getTime()) / DAY)
  if (days > WARNING_DAYS) return null
  const date = endOfSupport.toISOString().slice(0, 10)
  return days <= 0
    ? `Azure Batch has not supported the image ${imageName(image)} since ${date}: set vm-image to a newer image.`
    : `Azure Batch supports the image ${imageName(image)} only until ${date} (${count(days, 'day')} left): set vm-image to a newer image soon.`
}
