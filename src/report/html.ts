import { escapeHtml } from '../lib/escape.ts'

/** A piece of HTML that is right as it stands: made by `html`, or trusted because we wrote it ourselves. */
export class Markup {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

/** What may stand in a template: texts are escaped, markup is not, null is nothing. */
export type Content = Markup | string | number | null | readonly Content[]

/** Makes markup of a template. Whatever is put in is escaped, so that no name can be forgotten. */
export function html(template: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return new Markup(
    template.map((text, index) => text + sourceOf(contents[index] ?? null)).join('')
  )
}

function sourceOf(content: Content): string {
  if (content === null) return ''
  if (content instanceof Markup) return content.source
  if (typeof content === 'object') return content.map(sourceOf).join('')
  return escapeHtml(String(content))
}
