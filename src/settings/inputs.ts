import { csvColumns } from '../results/csv.ts'
import { FORMATS } from '../results/records.ts'
import { azureInputs } from './azure-inputs.ts'
import { type Input, input } from './input.ts'
import {
  anyOf,
  artifactName,
  failOn,
  keyPattern,
  languages,
  lines,
  oneOf,
  partitions,
  seconds,
  shard,
  text,
  wholeNumber,
  yesNo
} from './parse.ts'

/** The inputs of every run, wherever its tasks run. */
const runInputs = {
  images: input({
    fallback: 'images',
    placeholder: 'patterns',
    meaning:
      'Folders, files or glob patterns, one per line. A pattern that begins with `!` excludes.',
    parse: lines
  }),
  languages: input({
    fallback: 'eng',
    placeholder: 'list',
    meaning: 'Tesseract languages, such as `eng+fra`.',
    parse: languages
  }),
  formats: input({
    fallback: 'txt',
    placeholder: 'list',
    meaning:
      'Output formats, separated by commas or spaces: any of `txt hocr tsv alto pdf`. One recognition creates them all.',
    parse: anyOf(...FORMATS)
  }),
  pageSegmentationMode: input({
    fallback: '',
    shownDefault: "Tesseract's default (3)",
    placeholder: 'mode',
    meaning: 'Tesseract page segmentation mode, 0 to 13. Use 7 or 13 for images of a single line.',
    parse: wholeNumber(0, 13)
  }),
  dpi: input({
    fallback: '',
    shownDefault: 'estimated by Tesseract',
    placeholder: 'number',
    meaning: 'Resolution to assume for images that do not specify one.',
    parse: wholeNumber(70, 2400)
  }),
  prepare: input({
    fallback: 'auto',
    placeholder: 'when',
    meaning:
      'When ImageMagick converts an image to TIFF before it is read. `auto`: only if Tesseract cannot read the image, or would read it incorrectly (orientation tag, tiled or floating-point TIFF, unsupported format); `always`: every image; `never`: ImageMagick is not used, and there is no second look.',
    parse: oneOf('auto', 'always', 'never')
  }),
  secondLook: input({
    fallback: 'true',
    meaning:
      'Read an image again if the first result is doubtful (low confidence, or a resolution that Tesseract estimates below 150 dpi), after it is scaled, deskewed and rotated. The text with the higher confidence is kept, and the row records which look it came from.',
    parse: yesNo
  }),
  deskew: input({
    fallback: 'auto',
    placeholder: 'when',
    meaning: 'When to straighten skewed pages. `auto`: in the second look; `always`; `never`.',
    parse: oneOf('auto', 'always', 'never')
  }),
  rotate: input({
    fallback: 'auto',
    placeholder: 'when',
    meaning:
      'When to rotate pages that are sideways or upside down. `auto`: in the second look; `always`; `never`.',
    parse: oneOf('auto', 'always', 'never')
  }),
  keyPattern: input({
    fallback: '',
    placeholder: 'regexp',
    meaning:
      'Regular expression that is matched against the path of each image. Its named groups become columns, for example `(?<phone>\\+?\\d{8,15})`.',
    parse: keyPattern(csvColumns([]))
  }),
  imageTimeout: input({
    fallback: '120',
    placeholder: 'seconds',
    meaning: 'Maximum number of seconds for one image.',
    parse: seconds(86_400)
  }),
  maxPixels: input({
    fallback: '200000000',
    placeholder: 'number',
    meaning: 'Maximum number of pixels of an image. Larger images fail without being read.',
    parse: wholeNumber(1, 10_000_000_000)
  }),
  backend: input({
    fallback: 'local',
    placeholder: 'name',
    meaning:
      'Where the job runs. `local`: on this machine; `azure-batch`: on the nodes of an Azure Batch pool.',
    parse: oneOf('local', 'azure-batch')
  }),
  slots: input({
    fallback: '',
    shownDefault: 'the number of cores of the node',
    placeholder: 'number',
    meaning: 'Number of tasks that run on one node at the same time.',
    parse: wholeNumber(1, 256)
  }),
  partitions: input({
    fallback: 'auto',
    placeholder: 'number',
    meaning:
      'Number of partitions. `auto`: enough small partitions, largest images first, to keep every slot busy until the end.',
    parse: partitions
  }),
  shard: input({
    fallback: '1/1',
    placeholder: 'i/n',
    meaning: 'Part of the images to read, `i/n`, if several runners share a run.',
    parse: shard
  }),
  reuse: input({
    fallback: 'true',
    meaning:
      'Keep earlier results whose key (image, engine and settings) is unchanged. On GitHub, the results of earlier runs are restored from the cache.',
    parse: yesNo
  }),
  install: input({
    fallback: '',
    shownDefault: '`true` on GitHub, `false` on the command line',
    meaning: 'Install ImageMagick, Tesseract and languages if they are missing.',
    parse: yesNo
  }),
  results: input({
    fallback: 'ocr-results',
    placeholder: 'folder',
    meaning: 'Path of the results folder.',
    parse: text
  }),
  artifactName: input({
    fallback: 'ocr',
    placeholder: 'prefix',
    meaning: 'Prefix of the names of the two artifacts, `…-text` and `…-metadata`.',
    parse: artifactName
  }),
  artifactRetentionDays: input({
    fallback: '',
    shownDefault: 'the setting of the repository',
    placeholder: 'days',
    meaning: 'Number of days to keep the artifacts.',
    parse: wholeNumber(1, 400)
  }),
  failOn: input({
    fallback: 'any',
    placeholder: 'when',
    meaning:
      'How many failed images fail the run: `any`, `all`, `never`, or more than a share, such as `5%`.',
    parse: failOn
  }),
  wait: input({
    fallback: 'true',
    meaning:
      '`false`: submit the job and return (`azure-batch` only). `collect` fetches the results.',
    parse: yesNo
  })
} as const

/**
 * Every input of the product by its name in the code. The public names are the same in kebab case (`kebab`). This
 * declaration is the only source of their names and descriptions: `tools/contracts.ts` generates `action.yml` files and
 * tables from it, and the command line its options.
 */
export const inputs = { ...runInputs, ...azureInputs } as const

/** The name of an input in the code. */
export type InputKey = keyof typeof inputs

/** Inputs with a secret value, which must not appear in a record or a log. */
export const secretKeys: readonly InputKey[] = (Object.keys(inputs) as InputKey[]).filter(
  (key) => (inputs[key] as Input<unknown>).secret
)

/** The keys of the inputs, in the order of the declaration. */
export const inputKeys = Object.keys(inputs) as InputKey[]

/** Inputs that, together with the images, determine the texts and tables of a run. */
export const readingKeys: readonly InputKey[] = [
  ...(['languages', 'formats', 'pageSegmentationMode', 'dpi'] as const),
  ...(['prepare', 'secondLook', 'deskew', 'rotate'] as const),
  ...(['keyPattern', 'imageTimeout', 'maxPixels'] as const)
]

/** The public name of an input: `pageSegmentationMode` is `page-segmentation-mode`. */
export const kebab = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
