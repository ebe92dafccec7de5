/** Page segmentation mode that detects orientation and script, and reads no text. */
export const ORIENTATION_ONLY = 0

/** The models that Tesseract needs. For orientation alone it has a model of its own; language models detect it wrongly. */
export const neededModels = ({
  languages,
  pageSegmentationMode
}: {
  readonly languages: readonly string[]
  readonly pageSegmentationMode: number | null
}): readonly string[] => (pageSegmentationMode === ORIENTATION_ONLY ? ['osd'] : languages)
