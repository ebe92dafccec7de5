import type { Asking, RequestSignal } from './asking.ts'

/** A page of a list, as the client gives it. */
type Page<T> = readonly T[] & { readonly odatanextLink?: string }

/** All of a list, page after page. Each page is a call of its own, so that a broken one is not begun from the start. */
export async function allOf<T>(
  asking: Asking,
  wanted: string,
  signal: AbortSignal,
  pages: {
    first(abortSignal: RequestSignal): Promise<Page<T>>
    next(link: string, abortSignal: RequestSignal): Promise<Page<T>>
  }
): Promise<T[]> {
  const found: T[] = []
  let page = await asking(wanted, signal, pages.first)
  for (;;) {
    found.push(...page)
    const link = page.odatanextLink
    if (link === undefined) return found
    page = await asking(wanted, signal, (abortSignal) => pages.next(link, abortSignal))
  }
}

/** A text as a filter has it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
