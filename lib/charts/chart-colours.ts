import { codeHex } from '@/lib/exchange/codebook-colours'

/**
 * What a chart is drawn with: colours of app/tokens.css as sRGB, light and dark. A picture takes no colours from its page,
 * so they stand in it; lib/charts/chart.test.ts compares them with the tokens. Each light one is unlike all others, for a
 * chart is drawn light and its style turns each into its dark one.
 */
export const chartColours = {
  sheet: ['#fffdfa', '#172227'],
  ink: ['#111f27', '#efede7'],
  muted: ['#3f4d55', '#bcc8cc'],
  line: ['#d6d0c5', '#354248'],
  canal: ['#005660', '#89dddf'],
  'heard-0': ['#f3f1eb', '#1a252a'],
  'heard-1': ['#d2eef0', '#173239'],
  'heard-2': ['#abdbdf', '#193f47'],
  'heard-3': ['#85c8cf', '#1c4b53'],
  'on-heard': ['#0a1820', '#f7f5f1'],
  'on-heard-most': ['#fcfaf6', '#041118'],
} as const

/** The twelve colours of codes in the dark scheme; the light ones are `codeHex`. */
export const darkCodes = [
  ...(['#988ff7', '#c0877e', '#65d0a3', '#ffa365', '#118bc0', '#d9bbfe'] as const),
  ...(['#ffe39c', '#e62321', '#d04fa0', '#aef7f3', '#6a5ce1', '#777362'] as const),
] as const

type Name = keyof typeof chartColours

/** A colour of the light scheme. */
export const light = (name: Name): string => chartColours[name][0]

/** A code's colour (1 to 12) in the light scheme. */
export const lightCode = (colour: number): string => (codeHex[(colour - 1) % 12] ?? codeHex[0]).toLowerCase()

/** Style rules that turn everything drawn in the light colours dark. */
export function darkRules(): string {
  const pairs = [
    ...Object.values(chartColours),
    ...codeHex.map((hex, index) => [hex.toLowerCase(), darkCodes[index] ?? hex] as const),
  ]
  return pairs.map(([from, to]) => `[fill="${from}"]{fill:${to}}[stroke="${from}"]{stroke:${to}}`).join('')
}
