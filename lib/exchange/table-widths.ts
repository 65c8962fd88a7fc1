const most = 110 // characters in a line beyond which a column gains nothing
const line = 84 // characters beside each other on a page

/**
 * How wide the columns of a table stand, as shares of a page: each holds its longest word, and the rest goes where the text
 * is. A small table stays smaller than the page, so that its cells are not far from their heads.
 */
export function columnShares(head: readonly string[], rows: readonly (readonly string[])[]): number[] {
  const wanted = head.map((label, at) => {
    const cells = rows.map(row => row[at] ?? '')
    const word = Math.max(1, ...[label, ...cells].flatMap(text => text.split(/[ \n]+/)).map(text => text.length))
    const longest = Math.max(label.length, ...cells.map(text => text.length))
    return { least: Math.min(word, 24) + 2, full: Math.max(word, Math.min(most, longest)) + 2 }
  })
  const sum = (of: 'least' | 'full') => wanted.reduce((all, column) => all + column[of], 0)
  // what is wider than a page gives way above its longest words only
  const spare = Math.max(0, Math.min(1, (line - sum('least')) / Math.max(1, sum('full') - sum('least'))))
  const given = wanted.map(({ least, full }) => least + (full - least) * spare)
  const whole = given.reduce((all, width) => all + width, 0)
  const extent = Math.min(1, Math.max(0.55, (whole * 1.1) / line))
  return given.map(width => (width / whole) * extent)
}
