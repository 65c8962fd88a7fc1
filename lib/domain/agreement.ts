/**
 * Agreement between coders, corrected for chance. Each coefficient is `1 - observed / expected` disagreement; the two
 * differ in what they expect of chance.
 *
 * Sources: J. Cohen (1960), A coefficient of agreement for nominal scales, Educational and Psychological Measurement 20,
 * 37-46; K. Krippendorff (2004), Content Analysis: An Introduction to Its Methodology, 2nd edition, chapter 11;
 * R. Artstein and M. Poesio (2008), Inter-coder agreement for computational linguistics, Computational Linguistics 34, 555-596.
 */

/** Why there is no coefficient: chance alone would agree always, or nothing was judged by two. */
export type Undefined = 'one-category' | 'no-units'

/** A coefficient, 1 at most; or why there is none. Never NaN. */
export type Coefficient = { value: number } | { value: null; why: Undefined }

/** Shares between 0 and 1 (of unitizing alpha: of the squared length). `expected` is 0 only where `observed` is. */
export type Disagreement = { observed: number; expected: number }

/** `observed` is the share of judgements that agree, null where there are none. `leftOut`: units that fewer than two judged. */
export type Agreement = { units: number; leftOut: number; observed: number | null; coefficient: Coefficient }

/** Of units that two coders judged for one code: how many both, one, or neither gave it. */
export type Pairs = { both: number; first: number; second: number; neither: number }

/** The coefficient of a disagreement over `units` units. */
export function coefficientOf({ observed, expected }: Disagreement, units: number): Coefficient {
  if (units === 0) return { value: null, why: 'no-units' }
  return expected > 0 ? { value: 1 - observed / expected } : { value: null, why: 'one-category' }
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)

/** Cohen's kappa of a square table: rows are the categories of the first coder, columns those of the second, cells are units. */
export function kappaOf(table: readonly (readonly number[])[]): Agreement {
  const rows = table.map(sum)
  const columns = table.map((_, column) => sum(table.map(row => row[column] ?? 0)))
  const units = sum(rows)
  const agreed = sum(table.map((row, category) => row[category] ?? 0))
  const differ = rows.map((row, category) => row * (units - (columns[category] ?? 0)))
  return {
    units,
    leftOut: 0,
    observed: units > 0 ? agreed / units : null,
    coefficient: coefficientOf({ observed: (units - agreed) / units, expected: sum(differ) / units ** 2 }, units),
  }
}

/** What a coder said of a unit; null or undefined where they said nothing. */
export type Value = string | number | null | undefined

/**
 * Krippendorff's alpha with the nominal metric, of any number of coders (a row each) over units (a column each). Units with
 * fewer than two values are left out; one with more weighs by its number of values.
 */
export function alphaOf(data: readonly (readonly Value[])[]): Agreement {
  const width = Math.max(0, ...data.map(row => row.length))
  const totals = new Map<string | number, number>()
  let units = 0
  let values = 0
  let differing = 0
  for (let unit = 0; unit < width; unit += 1) {
    const said = data.flatMap(row => row[unit] ?? [])
    if (said.length < 2) continue
    const counts = new Map<string | number, number>()
    for (const value of said) counts.set(value, (counts.get(value) ?? 0) + 1)
    for (const [value, count] of counts) {
      differing += (count * (said.length - count)) / (said.length - 1)
      totals.set(value, (totals.get(value) ?? 0) + count)
    }
    units += 1
    values += said.length
  }
  const apart = sum([...totals.values()].map(total => total * (values - total)))
  const disagreement = { observed: differing / values, expected: apart / (values * (values - 1)) }
  return {
    units,
    leftOut: width - units,
    observed: units > 0 ? 1 - disagreement.observed : null,
    coefficient: coefficientOf(disagreement, units),
  }
}

/** How many units the two judged. */
export function unitsOf({ both, first, second, neither }: Pairs): number {
  return both + first + second + neither
}

/** What kappa sets against each other: `kappaOf` for one code that is given or not, from its four counts. */
export function kappaPairs(pairs: Pairs): Disagreement {
  const { both, first, second, neither } = pairs
  const units = unitsOf(pairs)
  if (units === 0) return { observed: 0, expected: 0 }
  const chance = (both + first) * (first + neither) + (second + neither) * (both + second)
  return { observed: (first + second) / units, expected: chance / units ** 2 }
}

/** What alpha sets against each other: `alphaOf` for one code that is given or not, from its four counts. */
export function alphaPairs(pairs: Pairs): Disagreement {
  const { both, first, second, neither } = pairs
  const values = 2 * unitsOf(pairs)
  if (values === 0) return { observed: 0, expected: 0 }
  const given = 2 * both + first + second
  const chance = 2 * given * (2 * neither + first + second)
  return { observed: (2 * (first + second)) / values, expected: chance / (values * (values - 1)) }
}

/**
 * One disagreement for several codes: the sums of both sides. For kappa this is the pooled kappa of H. de Vries and others
 * (2008), Field Methods 20, 272-282; for unitizing alpha Krippendorff's own way of joining categories (2004, pages 251-256).
 * Codes that nobody used add nothing.
 */
export function pooled(disagreements: readonly Disagreement[]): Disagreement {
  return {
    observed: sum(disagreements.map(({ observed }) => observed)),
    expected: sum(disagreements.map(({ expected }) => expected)),
  }
}
