/** The twelve colours of codes for other programs: `--code-1` to `--code-12` of the light scheme in app/tokens.css, as sRGB. */
export const codeHex = [
  '#161CF0',
  '#632B08',
  '#28634F',
  '#A03904',
  '#043A5D',
  '#6E05A0',
  '#8A7C12',
  '#D26B66',
  '#CA0067',
  '#4193A2',
  '#805BF5',
  '#232016',
] as const

/** The colour (1 to 12) that looks most like one of another program (`#RRGGBB` or `#RGB`); null where it is none. */
export function nearestColour(hex: string): number | null {
  const wanted = labOf(hex)
  if (!wanted) return null
  const distances = codeHex.map(own => {
    const lab = labOf(own) ?? wanted
    return Math.hypot(lab[0] - wanted[0], lab[1] - wanted[1], lab[2] - wanted[2])
  })
  return distances.indexOf(Math.min(...distances)) + 1
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020. */
function labOf(hex: string): [number, number, number] | null {
  const [, short, long] = /^#(?:([0-9a-f]{3})|([0-9a-f]{6}))$/i.exec(hex.trim()) ?? []
  const six = long ?? short?.replace(/./g, '$&$&')
  if (!six) return null
  const channel = (at: number) => {
    const value = parseInt(six.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  const [r, g, b] = [channel(0), channel(2), channel(4)]
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
