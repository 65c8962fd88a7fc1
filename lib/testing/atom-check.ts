import { XMLParser, XMLValidator } from 'fast-xml-parser'
import * as z from 'zod'

const rfc3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/
const attribute = (name: string) => `@_${name}`

type Node = { name: string; attributes: Record<string, string>; children: Node[]; text: string }

/** Elements of RFC 4287: how often a feed and an entry may have each. */
const feedRules: Record<string, [number, number]> = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  subtitle: [0, 1],
  rights: [0, 1],
  generator: [0, 1],
  icon: [0, 1],
  logo: [0, 1],
}
const entryRules: Record<string, [number, number]> = {
  id: [1, 1],
  title: [1, 1],
  updated: [1, 1],
  published: [0, 1],
  summary: [0, 1],
  content: [0, 1],
  rights: [0, 1],
  source: [0, 1],
}
const repeatable = ['author', 'contributor', 'category', 'link']

/** What is wrong with a feed by RFC 4287, a sentence for each; empty where it is right. */
export function atomFaults(text: string): string[] {
  const wellFormed = XMLValidator.validate(text)
  if (wellFormed !== true) return [`It is not well-formed: ${wellFormed.err.msg}, line ${wellFormed.err.line}.`]
  const root = readTree(text)
  if (root?.name !== 'feed') return ['Its root is no feed.']
  const faults = root.attributes['xmlns'] === 'http://www.w3.org/2005/Atom' ? [] : ['Its namespace is not Atom’s.']
  const entries = root.children.filter(({ name }) => name === 'entry')
  faults.push(...elementFaults(root, { ...feedRules, entry: [0, Infinity] }, 'feed'))
  entries.forEach((entry, at) => faults.push(...elementFaults(entry, entryRules, `entry ${at + 1}`)))
  const hasAuthor = (node: Node) => node.children.some(({ name }) => name === 'author')
  if (!hasAuthor(root) && !entries.every(hasAuthor)) faults.push('Neither the feed nor each entry has an author.')
  const ids = entries.map(entry => childText(entry, 'id'))
  if (new Set(ids).size < ids.length) faults.push('Two entries have one id.')
  if (!linksOf(root, 'self').length) faults.push('The feed has no link to itself.')
  for (const entry of entries)
    if (!linksOf(entry, 'alternate').length && !entry.children.some(({ name }) => name === 'content'))
      faults.push(`${childText(entry, 'id')} has neither content nor a page.`)
  return faults
}

/** The ids of a feed's entries, and the address of the page after it. */
export function readAtom(text: string): { ids: string[]; titles: string[]; next: string | null } {
  const root = readTree(text)
  const entries = root?.children.filter(({ name }) => name === 'entry') ?? []
  return {
    ids: entries.map(entry => childText(entry, 'id')),
    titles: entries.map(entry => childText(entry, 'title')),
    next: (root && linksOf(root, 'next')[0]) ?? null,
  }
}

function elementFaults(node: Node, rules: Record<string, [number, number]>, where: string): string[] {
  const counts = new Map<string, number>()
  for (const { name } of node.children) counts.set(name, (counts.get(name) ?? 0) + 1)
  const faults = Object.entries(rules)
    .filter(([name, [least, most]]) => (counts.get(name) ?? 0) < least || (counts.get(name) ?? 0) > most)
    .map(([name]) => `${where} has ${counts.get(name) ?? 0} of ${name}.`)
  for (const name of counts.keys())
    if (!(name in rules) && !repeatable.includes(name)) faults.push(`${where} may not hold ${name}.`)
  return [...faults, ...node.children.flatMap(child => childFaults(child, where))]
}

function childFaults({ name, attributes, children, text }: Node, where: string): string[] {
  const fault = (words: string) => [`${where}: ${words}`]
  if (name === 'id' && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(text)) return fault(`the id ${text} is no absolute address.`)
  if ((name === 'updated' || name === 'published') && (!rfc3339.test(text) || Number.isNaN(Date.parse(text))))
    return fault(`${name} ${text} is no time of RFC 3339.`)
  if (name === 'title' && text.trim() === '') return fault('the title is empty.')
  if (name === 'link' && !URL.canParse(attributes['href'] ?? '')) return fault('a link is not absolute.')
  if (name === 'category' && !attributes['term']) return fault('a category has no term.')
  if ((name === 'author' || name === 'contributor') && children.filter(child => child.name === 'name').length !== 1)
    return fault(`an ${name} has no one name.`)
  if (attributes['type'] === 'xhtml' && (children.length !== 1 || children[0]?.name !== 'div'))
    return fault(`${name} of type xhtml is not one div.`)
  if (attributes['type'] === 'xhtml' && children[0]?.attributes['xmlns'] !== 'http://www.w3.org/1999/xhtml')
    return fault(`${name} of type xhtml has not the namespace of XHTML.`)
  const hasText = ['title', 'summary', 'subtitle', 'rights'].includes(name)
  if (hasText && !attributes['type'] && children.length > 0) return fault(`${name} holds markup.`)
  return []
}

const childText = (node: Node, name: string) => node.children.find(child => child.name === name)?.text ?? ''

function linksOf(node: Node, rel: string): string[] {
  return node.children
    .filter(({ name, attributes }) => name === 'link' && (attributes['rel'] ?? 'alternate') === rel)
    .map(({ attributes }) => attributes['href'] ?? '')
}

const Ordered: z.ZodType<Record<string, unknown>[]> = z.array(z.record(z.string(), z.unknown()))

function readTree(text: string): Node | null {
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '@_',
    ignoreDeclaration: true,
    parseTagValue: false,
    trimValues: false,
  })
  return nodesOf(parser.parse(text))[0] ?? null
}

function nodesOf(parsed: unknown): Node[] {
  return Ordered.parse(parsed).flatMap(item => {
    const name = Object.keys(item).find(key => key !== ':@' && key !== '#text')
    if (!name) return []
    const inside = Ordered.parse(item[name])
    const given = z.record(z.string(), z.string()).catch({}).parse(item[':@'])
    return {
      name,
      attributes: Object.fromEntries(
        Object.entries(given).map(([key, value]) => [key.replace(attribute(''), ''), value]),
      ),
      children: nodesOf(inside),
      text: inside.map(part => String(part['#text'] ?? '')).join(''),
    }
  })
}
