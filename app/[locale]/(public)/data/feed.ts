import { getLocale, getTranslations } from 'next-intl/server'

import { etagOf, type Version } from '@/lib/conditional'
import { cached } from '@/lib/data/cached'
import type { CallView } from '@/lib/data/calls'
import { listOpenWhole, openState } from '@/lib/data/open-data'
import { galleryTag } from '@/lib/data/releases'
import { addressWith } from '@/lib/domain/address'
import { openPaths } from '@/lib/domain/open-data'
import { writeAtom, type AtomFeed } from '@/lib/exchange/atom'

import { openWords } from './open-words'

type Around = Omit<AtomFeed, 'links' | 'studies' | 'updated'>
export type WrittenFeed = { body: string; version: Version }

const perPage = 50

/** A page of the feed of a call: the newest, or those after where the page before ended. */
export async function feedOf(
  call: CallView,
  address: { origin: string; call: string; after: string },
): Promise<WrittenFeed> {
  const [t, study, locale, words] = await Promise.all([
    getTranslations('data.feed'),
    getTranslations('gallery.study'),
    getLocale(),
    openWords(call),
  ])
  const around: Around = {
    id: `urn:uuid:${call.id}`,
    title: t('title', { call: call.name }),
    subtitle: t('subtitle'),
    authors: call.partners.length > 0 ? call.partners.map(partner => partner.name) : [words.by],
    attribution: words.attribution,
    language: locale,
    sections: {
      whatHappened: study('whatHappened'),
      whatWasNew: study('whatWasNew'),
      difference: study('difference'),
      learning: study('learning'),
    },
  }
  // Pages after the first are asked for in too many ways to be kept.
  return address.after ? write(call.id, address, around) : kept(call.id, address, around)
}

async function write(
  callId: string,
  { origin, call, after }: { origin: string; call: string; after: string },
  around: Around,
): Promise<WrittenFeed> {
  const [page, { changedAt }] = await Promise.all([
    listOpenWhole(callId, { after, limit: perPage }, origin),
    openState(callId),
  ])
  const at = (after: string | null) => origin + addressWith(openPaths.feed, { call, after })
  const body = writeAtom({
    ...around,
    updated: changedAt ?? new Date(0).toISOString(),
    links: {
      self: at(after),
      first: at(null),
      next: page.next ? at(page.next) : null,
      page: `${origin}/case-studies`,
    },
    studies: page.caseStudies,
  })
  return { body, version: { etag: etagOf(body), lastModified: changedAt ? new Date(changedAt) : null } }
}

const kept = cached(write, 'open-feed', galleryTag)
