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

/** What is asked of every run, wherever its tasks run. */
const runInputs = {
  images: input({
    fallback: 'images',
    placeholder: 'patterns',
    meaning: 'Folder, file or glob patterns, one a line; `!` excludes.',
    parse: lines
  }),
  languages: input({
    fallback: 'eng',
    placeholder: 'list',
    meaning: "Tesseract's languages, such as `eng+fra`.",
    parse: languages
  }),
  formats: input({
    fallback: 'txt',
    placeholder: 'list',
    meaning:
      'Any of `txt hocr tsv alto pdf`, comma or space separated; all are made in one recognition.',
    parse: anyOf(...FORMATS)
  }),
  pageSegmentationMode: input({
    fallback: '',
    shownDefault: "Tesseract's own (3)",
    placeholder: 'mode',
    meaning: 'How Tesseract divides a page, 0 to 13; 7 or 13 for images of one line.',
    parse: wholeNumber(0, 13)
  }),
  dpi: input({
    fallback: '',
    shownDefault: 'from the image',
    placeholder: 'number',
    meaning: 'The resolution to assume where the image does not say.',
    parse: wholeNumber(70, 2400)
  }),
  prepare: input({
    fallback: 'auto',
    placeholder: 'when',
    meaning:
      '`auto`: ImageMagick makes a TIFF only where Tesseract could not read the image, or would read it wrongly (orientation tag, tiled or float TIFF, a format it lacks); `always`: every image becomes a TIFF first; `never`: ImageMagick is not used, and there is no second look.',
    parse: oneOf('auto', 'always', 'never')
  }),
  secondLook: input({
    fallback: 'true',
    meaning:
      'An image read with doubt (low confidence, or a resolution that Tesseract puts under 150) is prepared anew (scaled, straightened, turned) and read again; the surer text is kept, and the row says which look it came from.',
    parse: yesNo
  }),
  deskew: input({
    fallback: 'auto',
    placeholder: 'when',
    meaning: 'Straighten skewed pages: `auto`: in the second look; `always`; `never`.',
    parse: oneOf('auto', 'always', 'never')
  }),
  rotate: input({
    fallback: 'auto',
    placeholder: 'when',
    meaning:
      'Turn pages that lie on their side or head: `auto`: in the second look; `always`; `never`.',
    parse: oneOf('auto', 'always', 'never')
  }),
  keyPattern: input({
    fallback: '',
    placeholder: 'regexp',
    meaning:
      "Regular expression over an image's path; its named groups become columns, such as `(?<phone>\\+?\\d{8,15})`.",
    parse: keyPattern(csvColumns([]))
  }),
  imageTimeout: input({
    fallback: '120',
    placeholder: 'seconds',
    meaning: 'Seconds for one image.',
    parse: seconds(86_400)
  }),
  maxPixels: input({
    fallback: '200000000',
    placeholder: 'number',
    meaning: 'An image with more pixels is refused unread.',
    parse: wholeNumber(1, 10_000_000_000)
  }),
  backend: input({
    fallback: 'local',
    placeholder: 'name',
    meaning: 'Where the job runs: `local`, this machine; `azure-batch`, nodes of a Batch pool.',
    parse: oneOf('local', 'azure-batch')
  }),
  slots: input({
    fallback: '',
    shownDefault: 'cores of the node',
    placeholder: 'number',
    meaning: 'Tasks at a time on one node.',
    parse: wholeNumber(1, 256)
  }),
  partitions: input({
    fallback: 'auto',
    placeholder: 'number',
    meaning:
      'Number of partitions; `auto` makes nearly one queue of images, largest first, so that no slot idles at the end.',
    parse: partitions
  }),
  shard: input({
    fallback: '1/1',
    placeholder: 'i/n',
    meaning: 'Which part of the run this is, for a matrix of runners.',
    parse: shard
  }),
  reuse: input({
    fallback: 'true',
    meaning:
      'Keep results whose key (the image, the engine and its settings) is unchanged; on GitHub those of earlier runs come from its cache.',
    parse: yesNo
  }),
  install: input({
    fallback: '',
    shownDefault: '`true` on GitHub, `false` in the terminal',
    meaning: 'Install ImageMagick, Tesseract and languages where missing.',
    parse: yesNo
  }),
  results: input({
    fallback: 'ocr-results',
    placeholder: 'folder',
    meaning: 'Results folder.',
    parse: text
  }),
  artifactName: input({
    fallback: 'ocr',
    placeholder: 'prefix',
    meaning: 'Prefix of the two artifacts, `…-text` and `…-metadata`.',
    parse: artifactName
  }),
  artifactRetentionDays: input({
    fallback: '',
    shownDefault: "the repository's",
    placeholder: 'days',
    meaning: 'Days that GitHub keeps the artifacts.',
    parse: wholeNumber(1, 400)
  }),
  failOn: input({
    fallback: 'any',
    placeholder: 'when',
    meaning: '`any`, `all`, `never`, or a share like `5%`: when failed images fail the step.',
    parse: failOn
  }),
  wait: input({
    fallback: 'true',
    meaning:
      '`false`: submit the job and leave (`azure-batch` alone); `collect` fetches its results.',
    parse: yesNo
  })
} as const

/**
 * Every input of the product, once, by its name in the code; the names outside are the same in kebab-case (`kebab`).
 * `action.yml` and its like, the README's tables and the command line's options are made from this declaration
 * (`tools/contracts.ts`); nothing else says what an input is called or what it means.
 */
export const inputs = { ...runInputs, ...azureInputs } as const

/** The name of an input in the code. */
export type InputKey = keyof typeof inputs

/** The inputs that are secrets: they stand in no record and no log. */
export const secretKeys: readonly InputKey[] = (Object.keys(inputs) as InputKey[]).filter(
  (key) => (inputs[key] as Input<unknown>).secret
)

/** The inputs' keys, in the order of the declaration. */
export const inputKeys = Object.keys(inputs) as InputKey[]

/** The inputs that decide, beside the images, which texts and tables a run leaves. */
export const readingKeys: readonly InputKey[] = [
  ...(['languages', 'formats', 'pageSegmentationMode', 'dpi'] as const),
  ...(['prepare', 'secondLook', 'deskew', 'rotate'] as const),
  ...(['keyPattern', 'imageTimeout', 'maxPixels'] as const)
]

/** The name of an input outside of the code: `pageSegmentationMode` is `page-segmentation-mode`. */
export const kebab = (key: string): string =>
  key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
