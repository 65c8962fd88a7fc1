import { databaseOf } from '@/e2e/portal'
import { db } from '@/lib/db'
import { settleDatabase } from '@/lib/env'
import type { Figure } from './figure'
import { publishUpTo } from './gallery/filling'
import { measureLighthouse } from './gallery/lighthouse'
import { measureSearching } from './gallery/searching'
import { measureServing } from './gallery/serving'
import { scriptBytes } from './script-bytes'
import { onStage } from './stage'
import { timed } from './workspace/turns'
import type { WorkspaceChoice } from './workspace'

const usual = 10_000
const parts = ['search', 'serve', 'script', 'lighthouse']

/** The public gallery with 10,000 published case studies: searching them, serving pages, their script, and Lighthouse. */
export async function measureGallery(say: (figure: Figure) => void, chosen: WorkspaceChoice = {}): Promise<void> {
  const size = Number(chosen.sizes ?? usual)
  if (!Number.isInteger(size) || size < 100) throw new Error(`The gallery is measured at one size: --sizes ${usual}.`)
  const wanted = chosen.parts?.split(',') ?? parts
  const unknown = wanted.find(part => !parts.includes(part))
  if (unknown !== undefined) throw new Error(`There is no part "${unknown}". There are: ${parts.join(', ')}.`)
  await onStage(async stage => {
    settleDatabase(databaseOf(stage.portal.dataDir))
    const call = await db.call.findFirstOrThrow({ where: { isCurrent: true }, select: { id: true } })
    try {
      const ms = await timed(() => publishUpTo(stage.database, size))
      say({ name: `gallery/generate-${size}`, value: ms / 1000, unit: 's' })
      if (wanted.includes('search')) await measureSearching(stage, { callId: call.id, size }, say)
      if (wanted.includes('serve')) await measureServing(stage, size, say)
      const pages = { list: '/case-studies', 'case-study': `/case-studies/synthetic-case-study-${size - 1}` }
      if (wanted.includes('script')) {
        const bare = await scriptBytes(stage.bare, ['/'])
        const line = stage.line(2)
        for (const [name, path] of Object.entries(pages)) {
          const script = await scriptBytes(line, [path])
          for (const kind of ['gzip', 'brotli'] as const)
            say({
              name: `gallery/script-${name}-${kind}`,
              value: script[kind] / 1024,
              unit: 'kB',
              floor: bare[kind] / 1024,
            })
        }
      }
      if (wanted.includes('lighthouse')) await measureLighthouse(stage.portal.origin, pages, say)
    } finally {
      await db.$disconnect()
    }
  })
}
