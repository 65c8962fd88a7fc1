import { BarChart, CustomChart, LineChart } from 'echarts/charts'
import { GridComponent, LegendComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import fs from 'node:fs'
import path from 'node:path'
import sharp, { type OutputInfo, type Region, type Sharp } from 'sharp'

import { projectRoot } from '@/lib/postgres/data-dir'

import { darkRules, light } from './chart-colours'
import type { Chart } from './chart-option'
import { headOf, line, margin, pictureSize } from './picture-frame'

use([BarChart, CustomChart, LineChart, GridComponent, LegendComponent, SVGRenderer])

/** What a picture says of itself to who does not see it, and above itself to who does. */
export type ChartWords = { title: string; description: string; warning: string }

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

/** The same as PNG, light, twice as many dots as its size. */
export function drawPng(chart: Chart, words: ChartWords): Promise<Buffer> {
  return dots(chart, words, light('sheet')).png().toBuffer()
}

const paper = '#ffffff'

/** A chart for a printed page, as PNG: on white, without words around it, cut to what it shows. With its size in dots. */
export async function drawForPaper(chart: Chart): Promise<{ file: Buffer; width: number; height: number }> {
  const drawn = dots(chart, { title: '', description: '', warning: '' }, paper)
  const { data, info } = await drawn.raw().toBuffer({ resolveWithObject: true })
  const { width, height, channels } = info
  const box = inked(data, info)
  const file = await sharp(data, { raw: { width, height, channels } })
    .extract(box)
    // a chart has few colours: named once each, they take half the room
    .png({ palette: true, effort: 1 })
    .toBuffer()
  return { file, width: box.width, height: box.height }
}

function dots(chart: Chart, words: ChartWords, ground: string): Sharp {
  const svg = drawSvg(chart, words).replaceAll(light('sheet'), ground)
  return sharp(Buffer.from(svg), { density: 144 }).flatten({ background: ground })
}

// A dot is white as long as each of its colours is above this.
const nearlyWhite = 245

/** The part of a picture that is not white; all of it where nothing is. The library's own way takes ten times as long. */
function inked(data: Buffer, { width, height, channels }: OutputInfo): Region {
  const inRow = (y: number, from: number, to: number) => {
    for (let at = (y * width + from) * channels; at < (y * width + to) * channels; at += 1)
      if ((data[at] ?? 255) < nearlyWhite) return true
    return false
  }
  const inColumn = (x: number, from: number, to: number) => {
    for (let y = from; y < to; y += 1) if (inRow(y, x, x + 1)) return true
    return false
  }
  let [top, bottom, left, right] = [0, height, 0, width]
  while (top < height && !inRow(top, 0, width)) top += 1
  if (top === height) return { left: 0, top: 0, width, height }
  while (!inRow(bottom - 1, 0, width)) bottom -= 1
  while (!inColumn(left, top, bottom)) left += 1
  while (!inColumn(right - 1, top, bottom)) right -= 1
  return { left, top, width: right - left, height: bottom - top }
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

function framed(inner: string, size: { width: number; height: number }, words: ChartWords): string {
  const warned = words.warning !== ''
  const { width: w, height: h } = pictureSize(size, warned)
  const top = headOf(warned)
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
