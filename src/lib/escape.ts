/**
 * Characters that must not be shown as they are: control characters, which break lines and terminals; direction marks,
 * which make one name look like another; zero-width characters; lone surrogates.
 */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it matches.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

/** Untrusted text on one line: each invisible character is replaced by its code, such as `\u202e`. */
export const escapeInvisible = (text: string): string =>
  text.replace(
    INVISIBLE,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

/** Shortens text to the given number of characters: `…` replaces its middle. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text
  const characters = Array.from(text)
  if (characters.length <= most) return text
  const end = Math.floor((most - 1) / 2)
  const beginning = most - 1 - end
  return `${characters.slice(0, beginning).join('')}…${characters.slice(-end).join('')}`
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Untrusted text as HTML, for an element or a quoted attribute. */
export const escapeHtml = (text: string): string =>
  escapeInvisible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

/**
 * A path within the results folder as a relative URL, each segment encoded; null if it leads out of the folder, since
 * rows may come from an untrusted table.
 */
export function relativeUrl(path: string): string | null {
  const segments = path.replace(/\p{Surrogate}/gu, '\ufffd').split('/')
  if (segments.some((segment) => ['', '.', '..'].includes(segment))) return null
  // Without "./", a first segment with a colon would be a scheme.
  return `./${segments.map(encodeURIComponent).join('/')}`
}

/** Punctuation that has a meaning in Markdown or on GitHub within a line. */
const MARKUP = /[!#$&*<>@[\\\]^_`{|}~]|:(?=\S)|(?<=www)\./gi

/** GitHub makes links and emoji of these even as entities: mentions, issues, addresses, `:emoji:`. */
const LINKING = '@#:.'

/** Turns punctuation into entities, which are never markup; a separator keeps GitHub from making links of them. */
const encoded = (text: string, separator: string): string =>
  escapeInvisible(text).replace(MARKUP, (mark) => {
    const entity = `&#${mark.charCodeAt(0)};`
    return LINKING.includes(mark) ? `${separator}${entity}${separator}` : entity
  })

/** A sentence with untrusted text in it, as text in Markdown or in a cell of a Markdown table. */
export const markdownText = (text: string): string => encoded(text, '\u2060')

/** An untrusted name as code in Markdown or in a cell of a Markdown table. It can be copied exactly. */
export const markdownCode = (text: string): string => `<code>${encoded(text, '<!-- -->')}</code>`
