/**
 * The 18 local authorities of the West Midlands Combined Authority's area, and where their tiles lie (column, row).
 * Source of names, standing and parents: WMCA board agenda, 8 November 2019; the lay-out is our own.
 */
export const authorities = [
  { name: 'Shropshire', standing: 'non-constituent', tile: [0, 0] },
  { name: 'Telford and Wrekin', standing: 'non-constituent', tile: [1, 0] },
  { name: 'Cannock Chase', standing: 'non-constituent', tile: [3, 0] },
  { name: 'Tamworth', standing: 'non-constituent', tile: [5, 0] },
  { name: 'Wolverhampton', standing: 'constituent', tile: [2, 1] },
  { name: 'Walsall', standing: 'constituent', tile: [3, 1] },
  { name: 'North Warwickshire', standing: 'non-constituent', tile: [5, 1], within: 'Warwickshire' },
  { name: 'Dudley', standing: 'constituent', tile: [2, 2] },
  { name: 'Sandwell', standing: 'constituent', tile: [3, 2] },
  { name: 'Birmingham', standing: 'constituent', tile: [4, 2] },
  { name: 'Nuneaton and Bedworth', standing: 'non-constituent', tile: [5, 2], within: 'Warwickshire' },
  { name: 'Solihull', standing: 'constituent', tile: [4, 3] },
  { name: 'Coventry', standing: 'constituent', tile: [5, 3] },
  { name: 'Rugby', standing: 'non-constituent', tile: [6, 3], within: 'Warwickshire' },
  { name: 'Herefordshire', standing: 'observer', tile: [0, 4] },
  { name: 'Redditch', standing: 'non-constituent', tile: [3, 4] },
  { name: 'Stratford-on-Avon', standing: 'non-constituent', tile: [4, 4], within: 'Warwickshire' },
  { name: 'Warwickshire', standing: 'non-constituent', tile: [5, 4] },
] satisfies { name: string; standing: string; tile: [column: number, row: number]; within?: string }[]

/** The answers to "where" that are no authority. */
export const otherPlaces = [
  { name: 'Across the region', kind: 'WHOLE_REGION' },
  { name: 'Somewhere else', kind: 'ELSEWHERE' },
] as const

/** `Stratford-on-Avon` becomes `stratford-on-avon`: the key of a place in addresses. */
export function placeKey(name: string): string {
  return name.toLowerCase().replaceAll(' ', '-')
}
