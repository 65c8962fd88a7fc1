import os from 'node:os'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'

/** One measured figure. `name` begins with the suite's; `floor` is what bare means of the same server do, in the same unit. */
export type Figure = { name: string; value: number; unit: string; floor?: number }

/** How far the portal stays behind its floor: 1 where it is as fast. For what should be small, the floor over the value. */
export function ratioOf({ value, unit, floor }: Figure): number | null {
  if (floor === undefined || value === 0 || floor === 0) return null
  return unit.endsWith('/s') ? value / floor : floor / value
}

const short = (value: number | null | undefined) =>
  value === null || value === undefined ? '' : Number(value.toPrecision(4)).toString()

/** Name, value, unit, floor and ratio, parted by tabs. */
export function lineOf(figure: Figure): string {
  return [figure.name, short(figure.value), figure.unit, short(figure.floor), short(ratioOf(figure))].join('\t')
}

/** Keeps the figures of a suite, with what they were taken on. Answers the file. */
export function keepFigures(suite: string, figures: readonly Figure[]): string {
  const file = path.join('docs', 'figures', `${suite}.json`)
  const taken = {
    date: new Date().toISOString(),
    commit: execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim(),
    node: process.version,
    processors: os.cpus().length,
    processor: os.cpus()[0]?.model ?? '',
  }
  const rounded = figures.map(figure => ({
    name: figure.name,
    value: Number(short(figure.value)),
    unit: figure.unit,
    ...(figure.floor === undefined
      ? {}
      : { floor: Number(short(figure.floor)), ratio: Number(short(ratioOf(figure))) }),
  }))
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, `${JSON.stringify({ ...taken, figures: rounded }, null, 2)}\n`)
  return file
}

/** The value that so many of a hundred do not exceed; 0 of none. */
export function percentile(values: readonly number[], hundredths: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.max(0, Math.ceil((sorted.length * hundredths) / 100) - 1)] ?? 0
}
