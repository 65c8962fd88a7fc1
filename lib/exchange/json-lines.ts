import type { ExportTable } from '@/lib/domain/export'

/** One object a line, in UTF-8 without a mark: keys are for programs, times ISO 8601, lists stay lists, no value is null. */
export async function* jsonLines({ columns, rows }: Pick<ExportTable, 'columns' | 'rows'>): AsyncGenerator<string> {
  for await (const row of rows)
    yield `${JSON.stringify(Object.fromEntries(columns.map(({ key }, at) => [key, row[at] ?? null])))}\n`
}
