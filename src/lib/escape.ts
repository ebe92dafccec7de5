/**
 * What must not reach a reader as it is: control characters, which break lines and terminals; marks that turn the
 * direction of writing, which make a name look like another; characters without a shape; halves of a character.
 */
const UNSEEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about.
  /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\p{Surrogate}/gu

/** A name or a text from a stranger on one line: what cannot be seen stands as its code. */
export const visible = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** Shortens a text from a stranger to so many characters; its beginning and its end stay, `…` is what was cut. */
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

/** A text from a stranger as HTML, in an element or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

/**
 * A path within the results folder as a relative URL, each segment encoded; null where it would lead out of the folder,
 * since rows may come from a table that somebody else wrote.
 */
export function relativeUrl(path: string): string | null {
  const segments = path.replace(/\p{Surrogate}/gu, '\ufffd').split('/')
  if (segments.some((segment) => ['', '.', '..'].includes(segment))) return null
  // "./" in front: a first segment with a colon would be a scheme.
  return `./${segments.map(encodeURIComponent).join('/')}`
}

/** Punctuation that Markdown or GitHub could read as its own within a line. */
const MARKS = /[!#$&*<>@[\\\]^_`{|}~]|:(?=\S)|(?<=www)\./gi

/** What GitHub makes links and pictures of, even from entities: mentions, issues, addresses, `:names:` of pictures. */
const LINKING = '@#:.'

/** Every mark as an entity, which is never structure; what could become a link is held apart from its neighbours. */
const encoded = (text: string, apart: string): string =>
  visible(text).replace(MARKS, (mark) => {
    const entity = `&#${mark.charCodeAt(0)};`
    return LINKING.includes(mark) ? `${apart}${entity}${apart}` : entity
  })

/** A sentence that may hold a stranger's words, as text in Markdown or in a cell of its tables. */
export const markdownText = (text: string): string => encoded(text, '\u2060')

/** A name from a stranger as code in Markdown or in a cell of its tables: shown, and copied, to the letter. */
export const markdownCode = (text: string): string => `<code>${encoded(text, '<!-- -->')}</code>`
