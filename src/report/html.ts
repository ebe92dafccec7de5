import { escapeHtml } from '../lib/escape.ts'

/** HTML that is safe as it is: made by `html`, or a constant of our own. */
export class Markup {
  readonly source: string

  constructor(source: string) {
    this.source = source
  }
}

/** What a template may hold: text is escaped, markup is not, null is empty. */
export type Content = Markup | string | number | null | readonly Content[]

/** Makes markup from a template. All text put into it is escaped, so no name can be missed. */
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
