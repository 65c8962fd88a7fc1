import { create } from 'xmlbuilder2'

import { licence, type OpenBlock, type OpenStudy } from '@/lib/domain/open-data'

/** What a feed is of. `sections` are the headings of the four sections, as readers see them. */
export type AtomFeed = {
  /** Never changes: feeds are known by it. */
  id: string
  title: string
  subtitle: string
  updated: string
  /** The people or bodies who speak here, one at least. */
  authors: readonly string[]
  attribution: string
  language: string
  /** Of this page, of the first one, of the one after (null on the last), and of the page for people. */
  links: { self: string; first: string; next: string | null; page: string }
  sections: Record<'whatHappened' | 'whatWasNew' | 'difference' | 'learning', string>
  studies: readonly OpenStudy[]
}

type XMLBuilder = ReturnType<typeof create>

const atom = 'http://www.w3.org/2005/Atom'
const xhtml = 'http://www.w3.org/1999/xhtml'

/** A page of a feed by RFC 4287. Entries are known by the release: a new slug or title makes no new entry. */
export function writeAtom(feed: AtomFeed): string {
  const { links } = feed
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele(atom, 'feed').att('xml:lang', feed.language)
  root.ele('id').txt(feed.id)
  root.ele('title').txt(clean(feed.title))
  root.ele('subtitle').txt(clean(feed.subtitle))
  root.ele('updated').txt(feed.updated)
  for (const name of feed.authors) root.ele('author').ele('name').txt(clean(name))
  root.ele('rights').txt(clean(feed.attribution))
  link(root, 'self', links.self, 'application/atom+xml')
  link(root, 'alternate', links.page, 'text/html')
  link(root, 'license', licence.url)
  link(root, 'first', links.first, 'application/atom+xml')
  if (links.next) link(root, 'next', links.next, 'application/atom+xml')
  for (const study of feed.studies) writeEntry(root, study, feed)
  return root.end({ prettyPrint: false })
}

function writeEntry(root: XMLBuilder, study: OpenStudy, { sections }: AtomFeed): void {
  const entry = root.ele('entry')
  entry.ele('id').txt(`urn:uuid:${study.id}`)
  entry.ele('title').txt(clean(study.title))
  entry.ele('updated').txt(study.publishedAt)
  entry.ele('published').txt(study.publishedAt)
  link(entry, 'alternate', study.url, 'text/html')
  if (study.organisationName) entry.ele('contributor').ele('name').txt(clean(study.organisationName))
  for (const [kind, named] of [
    ['place', study.places],
    ['theme', study.themes],
    ['lens', study.lenses],
  ] as const)
    for (const { key, name } of named) entry.ele('category', { term: `${kind}:${key}`, label: clean(name) })
  entry.ele('summary').txt(clean(study.summary))
  const body = entry.ele('content', { type: 'xhtml' }).ele(xhtml, 'div')
  for (const name of ['whatHappened', 'whatWasNew', 'difference', 'learning'] as const) {
    body.ele('h2').txt(clean(sections[name]))
    writeBlocks(body, study[name].blocks)
  }
  if (!study.quotation) return
  body.ele('blockquote').ele('p').txt(clean(study.quotation))
  if (study.quotationSource) body.ele('p').txt(clean(study.quotationSource))
}

const elements = { paragraph: 'p', heading: 'h3', bullet: 'ul', number: 'ol' } as const

/** Bullets that follow each other are one list, numbers too. */
function writeBlocks(body: XMLBuilder, blocks: readonly OpenBlock[]): void {
  let list = body
  let before = ''
  for (const block of blocks) {
    if (block.kind === 'bullet' || block.kind === 'number') {
      if (before !== block.kind) list = body.ele(elements[block.kind])
      list.ele('li').txt(clean(block.text))
    } else if (block.kind === 'figure') {
      const { url: src, width, height, alt } = block
      body.ele('p').ele('img', { src, alt: clean(alt), width: String(width), height: String(height) })
      if (block.caption) body.ele('p').txt(clean(block.caption))
    } else if (block.kind === 'quotation') body.ele('blockquote').ele('p').txt(clean(block.text))
    else body.ele(elements[block.kind]).txt(clean(block.text))
    before = block.kind
  }
}

function link(parent: XMLBuilder, rel: string, href: string, type?: string): void {
  parent.ele('link', { rel, href, ...(type ? { type } : {}) })
}

/** Without the characters that XML 1.0 has no way to write, and without halves of one. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\p{Cs}]/gu, '')
}
