/**
 * The page's script: sorts tables by a column, and filters the images. It only moves and hides existing rows and never
 * turns text into markup, so that no name can inject any.
 */
export const SCRIPT = `
'use strict'
const valueOf = (row, column) => {
  const cell = row.cells[column]
  if (!('value' in cell.dataset)) return cell.textContent.toLowerCase()
  return cell.dataset.value === '' ? null : Number(cell.dataset.value)
}
const letters = new Intl.Collator('en', { numeric: true })
const compare = (a, b) => (typeof a === 'number' ? a - b : letters.compare(a, b))

for (const table of document.querySelectorAll('table')) {
  const body = table.tBodies[0]
  Array.from(table.tHead.rows[0].cells, (head, column) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.textContent = head.textContent
    head.replaceChildren(button)
    button.addEventListener('click', () => {
      // The largest number first, but names from A.
      const first = head.className === 'number' ? 'descending' : 'ascending'
      const other = first === 'ascending' ? 'descending' : 'ascending'
      const order = head.getAttribute('aria-sort') === first ? other : first
      for (const each of table.tHead.rows[0].cells) each.removeAttribute('aria-sort')
      head.setAttribute('aria-sort', order)
      const sign = order === 'ascending' ? 1 : -1
      const valued = Array.from(body.rows, (row) => ({ row, value: valueOf(row, column) }))
      valued.sort((a, b) =>
        a.value === null || b.value === null
          ? (a.value === null) - (b.value === null)
          : sign * compare(a.value, b.value)
      )
      body.append(...valued.map(({ row }) => row))
    })
  })
}

const filter = document.getElementById('filter')
if (filter) {
  const rows = Array.from(document.getElementById('all-images').tBodies[0].rows, (row) => ({
    row,
    text: Array.from(row.cells, (cell) => cell.textContent).join(' ').toLowerCase()
  }))
  const output = document.querySelector('output')
  const apply = () => {
    const terms = filter.value.toLowerCase().split(/\\s+/)
    let shown = 0
    for (const { row, text } of rows) {
      row.hidden = !terms.every((term) => text.includes(term))
      if (!row.hidden) shown++
    }
    output.textContent = filter.value.trim() === '' ? '' : shown + ' of ' + rows.length
  }
  filter.addEventListener('input', apply)
  filter.closest('p').hidden = false
  // Going back in history restores the filter's text, but not its effect.
  apply()
}
`
