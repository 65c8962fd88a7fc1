import type { EChartsOption } from 'echarts/types/dist/shared'

import type { AnalysisView } from '@/lib/domain/analysis'
import { countInFigures, shareInWords, shareOf, type AnalysisTable } from '@/lib/domain/analysis-table'

import { light, lightCode } from './chart-colours'

/** A chart ready to be drawn: what the library is told, and its size. */
export type Chart = { option: EChartsOption; width: number; height: number }

/** The family that charts name, and what stands in for it. */
export const chartFont = "'Atkinson Hyperlegible Next', 'DejaVu Sans', sans-serif"

const width = 760
/** What bars and lines show at most: the rest stands in the table. */
const mostBars = 40
const mostLines = 8

const text = { fontFamily: chartFont, fontSize: 13, color: light('ink') }
const names = { ...text, interval: 0, width: 210, overflow: 'truncate' as const }

/** What a view's table looks like. Pure: the same table is the same chart, so that keeping the table keeps the chart. */
export function chartOf(table: AnalysisTable, view: Pick<AnalysisView, 'kind' | 'shares'>): Chart {
  switch (view.kind) {
    case 'frequencies':
    case 'words':
      return bars(table, view)
    case 'matrix':
    case 'together':
      return grid(table, view)
    case 'time':
      return lines(table)
  }
}

/** What a chart leaves to its table, in a sentence; empty where it shows everything. */
export function leftToTable(table: AnalysisTable, { kind }: Pick<AnalysisView, 'kind'>): string {
  const most = kind === 'time' ? mostLines : kind === 'matrix' || kind === 'together' ? Infinity : mostBars
  return table.rows.length > most
    ? `The chart shows the ${most} most frequent of ${table.rows.length}; all stand in the table.`
    : ''
}

function mostFrequent(table: AnalysisTable, most: number) {
  const kept = new Set(table.rows.toSorted((one, other) => other.total - one.total).slice(0, most))
  return table.rows.filter(row => kept.has(row))
}

function indented({ label, depth }: AnalysisTable['rows'][number]): string {
  return `${'\u2003'.repeat(depth)}${label}`
}

function bars(table: AnalysisTable, view: Pick<AnalysisView, 'kind' | 'shares'>): Chart {
  const rows = mostFrequent(table, mostBars)
  const shared = view.shares !== 'none' && table.base > 0 && view.kind === 'frequencies'
  return {
    width,
    height: rows.length * 24 + 40,
    option: {
      textStyle: text,
      grid: { left: 230, right: 90, top: 8, bottom: 28 },
      xAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { ...text, color: light('muted'), hideOverlap: true },
        splitLine: { lineStyle: { color: light('line') } },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: rows.map(indented),
        axisLabel: names,
        axisTick: { show: false },
        axisLine: { lineStyle: { color: light('muted') } },
      },
      series: [
        {
          type: 'bar',
          data: rows.map(({ total }) => total),
          barWidth: 15,
          itemStyle: { color: light('canal') },
          label: {
            ...text,
            show: true,
            position: 'right',
            formatter: ({ dataIndex }) => {
              const total = rows[dataIndex]?.total ?? 0
              return `${countInFigures(total)}${shared ? ` (${shareInWords(total / table.base)})` : ''}`
            },
          },
        },
      ],
    },
  }
}

const tints = ['heard-0', 'heard-1', 'heard-2', 'heard-3', 'canal'] as const

/** How dark a cell is: nothing is the ground, the most is the darkest. */
function stepOf(value: number, most: number): number {
  return value > 0 && most > 0 ? Math.min(4, Math.max(1, Math.ceil((value / most) * 4))) : 0
}

/** A cell for each row and column, its figure written in it: the tint only helps. */
function grid(table: AnalysisTable, { shares }: Pick<AnalysisView, 'shares'>): Chart {
  const shown = table.rows.flatMap(({ cells }, row) =>
    cells.map((cell, column) => {
      const share = shares === 'none' ? null : shareOf(table, shares, { row, column })
      const value = shares === 'none' ? cell : share
      return { row, column, value, said: shares === 'none' ? countInFigures(cell ?? 0) : shareInWords(share ?? 0) }
    }),
  )
  const most = Math.max(0, ...shown.map(({ value }) => value ?? 0))
  const [cellWidth, cellHeight] = [Math.min(96, Math.max(shares === 'none' ? 34 : 48, 520 / table.columns.length)), 26]
  return {
    width: Math.round(240 + cellWidth * table.columns.length + 100),
    height: 170 + cellHeight * table.rows.length,
    option: {
      textStyle: text,
      grid: { left: 230, right: 110, top: 160, bottom: 8 },
      xAxis: {
        type: 'category',
        position: 'top',
        data: table.columns.map(({ label }) => label),
        axisLabel: { ...text, interval: 0, rotate: -55, width: 170, overflow: 'truncate' },
        axisTick: { show: false },
        axisLine: { show: false },
      },
      yAxis: {
        type: 'category',
        inverse: true,
        data: table.rows.map(indented),
        axisLabel: names,
        axisTick: { show: false },
        axisLine: { show: false },
      },
      series: [
        {
          type: 'custom',
          data: shown.map(({ row, column }) => [column, row]),
          renderItem: (params, api) => {
            const cell = shown[params.dataIndex]
            const [x = 0, y = 0] = api.coord([cell?.column ?? 0, cell?.row ?? 0])
            const [w = 0, h = 0] = api.size?.([1, 1]) as number[]
            const step = stepOf(cell?.value ?? 0, most)
            const shape = { x: x - w / 2 + 1, y: y - h / 2 + 1, width: w - 2, height: h - 2 }
            const fill = cell?.value === null ? 'none' : light(tints[step] ?? 'heard-0')
            const label = {
              x,
              y,
              text: cell?.value === null ? '–' : (cell?.said ?? ''),
              fill: light(step === 4 ? 'on-heard-most' : 'on-heard'),
              font: `12px ${chartFont}`,
              align: 'center' as const,
              verticalAlign: 'middle' as const,
            }
            return {
              type: 'group',
              children: [
                { type: 'rect', shape, style: { fill } },
                { type: 'text', style: label },
              ],
            }
          },
        },
      ],
    },
  }
}

const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle', 'emptyRect', 'emptyTriangle', 'emptyDiamond']
const dashes = ['solid', [8, 4], [2, 3], [8, 3, 2, 3], [12, 4], [4, 4], [1, 4], [12, 3, 2, 3, 2, 3]] as const

/** A line for each code, told apart by its name at the end, its sign and its dashes; the colour only helps. */
function lines(table: AnalysisTable): Chart {
  const rows = mostFrequent(table, mostLines).toSorted((one, other) => other.total - one.total)
  return {
    width,
    height: 420,
    option: {
      textStyle: text,
      legend: {
        data: rows.map(({ label }) => label),
        textStyle: text,
        itemWidth: 44,
        left: 0,
        top: 0,
        backgroundColor: light('sheet'),
        borderColor: light('sheet'),
        itemStyle: { borderWidth: 0 },
      },
      grid: { left: 46, right: 24, top: 30 + 24 * Math.ceil(rows.length / 3), bottom: 54 },
      xAxis: {
        type: 'category',
        data: table.columns.map(({ label }) => label),
        axisLabel: { ...text, color: light('muted'), hideOverlap: true, rotate: table.columns.length > 8 ? 45 : 0 },
        axisLine: { lineStyle: { color: light('muted') } },
      },
      yAxis: {
        type: 'value',
        minInterval: 1,
        axisLabel: { ...text, color: light('muted') },
        splitLine: { lineStyle: { color: light('line') } },
      },
      series: rows.map(({ label, colour, cells }, index) => {
        const dash = dashes[index % dashes.length] ?? 'solid'
        return {
          type: 'line' as const,
          name: label,
          data: cells,
          symbol: symbols[index % symbols.length] ?? 'circle',
          symbolSize: 9,
          itemStyle: { color: lightCode(colour ?? 1) },
          lineStyle: { color: lightCode(colour ?? 1), width: 2, type: dash === 'solid' ? dash : [...dash] },
        }
      }),
    },
  }
}
