/** The kinds of file that a recognition can make. */
export const FORMATS = ['txt', 'hocr', 'tsv', 'alto', 'pdf'] as const

/** One kind of file that a recognition can make. */
export type Format = (typeof FORMATS)[number]
