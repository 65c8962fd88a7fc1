import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import fs from 'node:fs'
import path from 'node:path'
import sharp from 'sharp'

import { projectRoot } from '@/lib/postgres/data-dir'

import { darkRules, light } from './chart-colours'
import type { Chart } from './chart-option'

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** What a picture says of itself to who does not see it, and above itself to who does. */
export type ChartWords = { title: string; description: string; warning: string }

const margin = 16
const line = 19

/**
 * A chart as SVG that stands by itself: with its font, dark where the system is, light in print, read out by its title and
 * description. It runs no script and loads nothing.
 */
export function drawSvg({ option, width, height }: Chart, words: ChartWords): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height })
  try {
    chart.setOption({ ...option, animation: false })
    return framed(plain(chart.renderToSVGString()), { width, height }, words)
  } finally {
    chart.dispose()
  }
}

/** The same as PNG, light, twice as many dots as its size. `ground` is the colour of what it lies on. */
export function drawPng(chart: Chart, words: ChartWords, ground = light('sheet')): Promise<Buffer> {
  return sharp(Buffer.from(drawSvg(chart, words).replaceAll(light('sheet'), ground)), { density: 144 })
    .flatten({ background: ground })
    .png()
    .toBuffer()
}

/** What the library adds for pointers and its own script goes. */
function plain(svg: string): string {
  return svg
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, '')
    .replaceAll('fill="#000"', 'fill="none"')
    .replace(/ (?:class|pointer-events|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<\/svg>\s*$/, '')
}

function framed(inner: string, { width, height }: { width: number; height: number }, words: ChartWords): string {
  const [w, top] = [width + margin * 2, margin + line * (words.warning ? 2 : 1) + 8]
  const h = top + height + margin
  const heading = (said: string, y: number, more: string) =>
    `<text x="${margin}" y="${y}" font-family="'Atkinson Hyperlegible Next','DejaVu Sans',sans-serif" ${more}>${escaped(said)}</text>`
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${w}" height="${h}" ` +
    `viewBox="0 0 ${w} ${h}" role="img" aria-labelledby="title description">` +
    `<title id="title">${escaped(words.title)}</title><desc id="description">${escaped(words.description)}</desc>` +
    `<style>@font-face{font-family:'Atkinson Hyperlegible Next';font-weight:200 800;src:url(data:font/woff2;base64,${font()})}` +
    `@media screen and (prefers-color-scheme:dark){${darkRules()}}</style>` +
    `<rect width="${w}" height="${h}" fill="${light('sheet')}"/>` +
    heading(words.title, margin + 12, `font-size="15" font-weight="680" fill="${light('ink')}"`) +
    (words.warning ? heading(words.warning, margin + 12 + line, `font-size="13" fill="${light('muted')}"`) : '') +
    `<g transform="translate(${margin} ${top})">${inner}</g></svg>`
  )
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign] ?? sign)
}

let kept: string | undefined

/** The page's own font: a picture in a page may load none. */
function font(): string {
  const name = 'atkinson-hyperlegible-next'
  kept ??= fs
    .readFileSync(
      path.join(
        /* turbopackIgnore: true */ projectRoot(),
        `node_modules/@fontsource-variable/${name}/files/${name}-latin-wght-normal.woff2`,
      ),
    )
    .toString('base64')
  return kept
}
