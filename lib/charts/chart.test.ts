import { readFileSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'

import { analysisKinds, plainView } from '@/lib/domain/analysis'
import type { AnalysisTable } from '@/lib/domain/analysis-table'
import { codeHex } from '@/lib/exchange/codebook-colours'

import { chartColours, darkCodes } from './chart-colours'
import { chartOf } from './chart-option'
import { drawPng, drawSvg } from './draw'

const table: AnalysisTable = {
  rowHead: 'Code',
  unit: 'submissions',
  soFar: false,
  base: 10,
  notes: [],
  columns: [
    { key: 'a', label: 'A & <b>', base: 6 },
    { key: 'b', label: 'B', base: 4 },
  ],
  rows: [
    { key: 'x', label: 'Food <script>', depth: 0, colour: 1, total: 8, cells: [5, 3] },
    { key: 'y', label: 'Meals', depth: 1, colour: 8, total: 2, cells: [2, null] },
  ],
}
const words = { title: 'Codes & "places"', description: 'Most frequent: Food 8.', warning: 'Not settled' }

/** The tokens of a scheme as sRGB. Björn Ottosson, "A perceptual color space for image processing", 2020. */
function tokens(scheme: 'light' | 'dark'): Map<string, string> {
  const [light = '', dark = ''] = readFileSync('app/tokens.css', 'utf8').split('@media screen')
  const css = scheme === 'light' ? light : (dark.split('@theme')[0] ?? '')
  const found = css.matchAll(/^ +--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/gm)
  return new Map([...found].map(([, name = '', l, c, h]) => [name, hexOf(Number(l), Number(c), Number(h))]))
}

function hexOf(lightness: number, chroma: number, hue: number): string {
  const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)]
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const channels = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
  const written = channels.map(value => {
    const kept = Math.max(0, Math.min(1, value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055))
    return Math.round(kept * 255)
      .toString(16)
      .padStart(2, '0')
  })
  return `#${written.join('')}`
}

/** How far two colours lie apart at most, of 255. */
function apart(one: string, other: string): number {
  const channels = (hex: string) => [1, 3, 5].map(at => parseInt(hex.slice(at, at + 2), 16))
  return Math.max(...channels(one).map((value, at) => Math.abs(value - (channels(other)[at] ?? 0))))
}

test('the colours of charts are the tokens', () => {
  const [light, dark] = [tokens('light'), tokens('dark')]
  for (const [name, [inLight, inDark]] of Object.entries(chartColours)) {
    expect(apart(inLight, light.get(name) ?? '#000000'), name).toBeLessThanOrEqual(2)
    expect(apart(inDark, dark.get(name) ?? '#000000'), name).toBeLessThanOrEqual(2)
  }
  darkCodes.forEach((hex, index) =>
    expect(apart(hex, dark.get(`code-${index + 1}`) ?? '#000000'), `code ${index + 1}`).toBeLessThanOrEqual(2),
  )
  const all = [...Object.values(chartColours).map(([inLight]) => inLight), ...codeHex.map(hex => hex.toLowerCase())]
  expect(new Set(all).size).toBe(all.length)
})

describe.each(analysisKinds)('the chart of %s', kind => {
  const view = { ...plainView(kind), shares: 'column' as const }
  const svg = drawSvg(chartOf(table, view), words)

  test('stands by itself, says what it is, and runs nothing', async () => {
    expect(svg).toContain('<title id="title">Codes &amp; &quot;places&quot;</title>')
    expect(svg).toContain('Not settled')
    expect(svg).toContain('prefers-color-scheme:dark')
    expect(svg).not.toMatch(/<script|onload=|href="(?!data:)|<!\[CDATA|undefined|NaN/)
    expect((await sharp(Buffer.from(svg)).metadata()).format).toBe('svg')
  })

  test('is drawn in colours that turn dark', () => {
    const known = new Set([
      ...Object.values(chartColours).map(([light]) => light),
      ...codeHex.map(hex => hex.toLowerCase()),
    ])
    const used = [...svg.replace(/<style[\s\S]*?<\/style>/, '').matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(
      ([, colour]) => colour,
    )
    expect(used.filter(colour => colour !== 'none' && !known.has(colour as never))).toEqual([])
  })

  test('is the same each time, and a light PNG too', async () => {
    expect(drawSvg(chartOf(table, view), words).replaceAll(/zr\d+/g, '')).toBe(svg.replaceAll(/zr\d+/g, ''))
    const { data, info } = await sharp(await drawPng(chartOf(table, view), words))
      .raw()
      .toBuffer({ resolveWithObject: true })
    expect(info.width).toBeGreaterThan(600)
    expect([...data.subarray(0, 3)]).toEqual([255, 253, 250])
  })
})
