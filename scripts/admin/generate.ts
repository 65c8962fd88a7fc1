import { env } from '@/lib/env'
import { withClient } from '@/lib/postgres/client'
import { firstContents } from '@/scripts/first-contents'
import { type Verb } from './verb'

const most = 200_000

/** A whole number within bounds. Throws the sentence otherwise. */
function numberOf(given: string | boolean | undefined, least: number, most: number, sentence: string): number {
  const number = typeof given === 'string' && /^\d+$/.test(given) ? Number(given) : NaN
  if (!(number >= least && number <= most)) throw new Error(sentence)
  return number
}

/** Fills the current call with synthetic evidence and the work on it. Refuses, unless it is named, a call that holds what people sent. */
export const generate: Verb = {
  usage: `--submissions 1000 [--seed 1] [--into <address of a real call>]`,
  says: 'fills the demonstration, or an empty call, with made-up evidence, codings and comments; the same for the same seed',
  async run(given, database) {
    const submissions = numberOf(
      given.submissions,
      1,
      most,
      `Say how many: --submissions and a whole number from 1 to ${most}.`,
    )
    const seed = numberOf(given.seed ?? '1', 0, 32_767, 'Give a seed: --seed and a whole number from 0 to 32767.')
    const now = new Date()
    const { db } = await import('@/lib/db')
    await firstContents({ embedded: database?.embedded ?? false, now })
    const call = await db.call.findFirstOrThrow({
      where: { isCurrent: true },
      select: { slug: true, name: true, demonstration: true, _count: { select: { submissions: true } } },
    })
    if (!call.demonstration && call._count.submissions > 0 && given.into !== call.slug)
      throw new Error(
        `“${call.name}” is a real call and holds ${call._count.submissions} submissions: what is made up would stand among them for good. Nothing was changed. If you mean it, say so with --into ${call.slug}.`,
      )
    console.log(
      `Writing ${submissions} made-up submissions, and about ${submissions * 10} codings, into “${call.name}”. Nobody is mailed.`,
    )
    const { writeSynthetic } = await import('@/prisma/seed/synthetic/synthetic')
    const began = Date.now()
    const made = await writeSynthetic({ submissions, seed, now, progress: teller(submissions) })
    await tidy()
    const seconds = Math.round((Date.now() - began) / 1000)
    return [
      `Made in ${seconds} s: ${made.submissions} submissions (${made.doubleCoded} coded by two), ${made.codings} codings, ${made.comments} comments.`,
      'Each organisation ends in “(example)”. A portal that runs shows them at the next request.',
    ]
  },
}

/** Says each tenth. */
function teller(all: number): (written: number) => void {
  let said = 0
  return written => {
    const tenth = Math.floor((written * 10) / all)
    if (tenth > said && tenth < 10) console.log(`  ${written} of ${all}`)
    said = tenth
  }
}

/** Gives the planner what it knows of tables that grew at once, as PostgreSQL would by itself within minutes. */
async function tidy(): Promise<void> {
  const { databaseUrl } = env()
  if (databaseUrl) await withClient(databaseUrl, client => client.query('VACUUM (ANALYZE)'))
}
