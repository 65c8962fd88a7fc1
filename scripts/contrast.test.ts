import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

type Triple = [number, number, number]

/** The custom properties that hold a colour, of the light scheme and of the dark one, as linear sRGB. */
function readScheme(css: string): Map<string, Triple> {
  const found = new Map<string, Triple>()
  for (const [, name = '', l, c, h] of css.matchAll(/^ +--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/gm)) {
    found.set(name, toLinear(Number(l), Number(c), Number(h)))
  }
  return found
}

/** Björn Ottosson, "A perceptual color space for image processing", 2020. */
function toLinear(lightness: number, chroma: number, hue: number): Triple {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return clamp([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ])
}

function toLab([r, g, b]: Triple): Triple {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function clamp([r, g, b]: Triple): Triple {
  const within = (part: number) => Math.min(1, Math.max(0, part))
  return [within(r), within(g), within(b)]
}

/** WCAG 2.2, contrast ratio. */
function contrast(one: Triple, other: Triple): number {
  const luminance = ([r, g, b]: Triple) => 0.2126 * r + 0.7152 * g + 0.0722 * b
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** Machado, Oliveira and Fernandes, 2009, at full severity. */
const sights: Record<string, [Triple, Triple, Triple]> = {
  'all colours': [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
}

function seenWith(sight: [Triple, Triple, Triple], [r, g, b]: Triple): Triple {
  const part = ([x, y, z]: Triple) => x * r + y * g + z * b
  return clamp([part(sight[0]), part(sight[1]), part(sight[2])])
}

const css = readFileSync(new URL('../app/tokens.css', import.meta.url), 'utf8')
const [lightCss = '', rest = ''] = css.split('prefers-color-scheme: dark')
const light = readScheme(lightCss)
const dark = new Map([...light, ...readScheme(rest.split('@theme')[0] ?? '')])

const grounds = ['paper', 'sheet']
const tinted = ['canal-tint', 'furnace-tint', 'moss-tint']
const codes = Array.from({ length: 12 }, (_, index) => `code-${index + 1}`)

/** Text and the grounds it stands on: 7:1. */
const texts: [string, string[]][] = [
  ['ink', [...grounds, ...tinted]],
  ['muted', [...grounds, 'canal-tint']],
  ['canal', [...grounds, 'canal-tint']],
  ['canal-strong', [...grounds, 'canal-tint']],
  ['furnace', grounds],
  ['furnace-strong', grounds],
  ['moss', grounds],
  ['on-canal', ['canal', 'canal-strong']],
  ['on-furnace', ['furnace', 'furnace-strong']],
  ['on-heard', ['heard-0', 'heard-1', 'heard-2', 'heard-3']],
  ['on-heard-most', ['heard-4']],
  ['paper', ['ink']],
  ['focus-edge', ['focus']],
]

/** Marks that carry meaning, and what they stand on: 3:1. */
const marks: [string, string[]][] = [
  ['edge', [...grounds, 'canal-tint']],
  ['canal', [...grounds, ...tinted]],
  ['furnace', ['furnace-tint', 'heard-0', 'heard-3']],
  ['moss', ['moss-tint']],
  ['focus-edge', ['focus']],
  ...codes.map((code): [string, string[]] => [code, grounds]),
]

describe.each([
  ['light', light],
  ['dark', dark],
])('colours of the %s scheme', (_, scheme) => {
  const colour = (name: string) => scheme.get(name) ?? expect.fail(`There is no colour ${name}.`)

  it.each(texts.flatMap(([text, on]) => on.map(ground => [text, ground] as const)))(
    '%s can be read on %s',
    (text, ground) => {
      expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(7)
    },
  )

  it.each(marks.flatMap(([mark, on]) => on.map(ground => [mark, ground] as const)))(
    '%s can be seen on %s',
    (mark, ground) => {
      expect(contrast(colour(mark), colour(ground))).toBeGreaterThanOrEqual(3)
    },
  )

  // The yellow ring or its dark edge: one of the two stands out from any ground.
  it.each([...grounds, ...tinted, 'canal', 'furnace', 'heard-4'])('the focus can be seen on %s', ground => {
    const best = Math.max(contrast(colour('focus'), colour(ground)), contrast(colour('focus-edge'), colour(ground)))
    expect(best).toBeGreaterThanOrEqual(3)
  })

  it.each(Object.entries(sights))('the twelve code colours differ for %s', (_sight, sight) => {
    const seen = codes.map(code => toLab(seenWith(sight, colour(code))))
    for (const [index, one] of seen.entries()) {
      for (const other of seen.slice(0, index)) {
        expect(Math.hypot(one[0] - other[0], one[1] - other[1], one[2] - other[2])).toBeGreaterThan(leastDifference)
      }
    }
  })
})

/** In OKLab, where 0.02 is about the least that an eye tells apart side by side. */
const leastDifference = 0.07
