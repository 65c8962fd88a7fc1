import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

import { Table } from '@/components/ui/table'
import type { EditionBlock, EditionSection, EditionTable, EditionWords, Part } from '@/lib/domain/report-edition'
import { endsOpen } from '@/lib/domain/report-sentence'

import { blockId, type EditionAddresses } from './edition-addresses'
import { EditionFigure } from './edition-figure'

type EditionBlocksProps = {
  section: EditionSection
  addresses: EditionAddresses
  /** It stands on one page with all others. */
  whole?: boolean
  level: 'h2' | 'h3' | 'h4'
}

/** All of a section: what is written, with a link to each paragraph, its figures and its tables. */
export async function EditionBlocks({ section, addresses, whole = false, level }: EditionBlocksProps) {
  const t = await getTranslations('report')
  const place = t(section.appendix ? 'section.appendix' : 'section.section', { number: section.number })
  const wordsOf = (block: EditionWords) => (
    <WordsBlock
      key={block.id}
      block={block}
      id={blockId(section.slug, block.id, whole)}
      level={level}
      link={t('section.paragraph', { paragraph: block.id.slice(1), place })}
    >
      <Parts parts={block.parts} addresses={addresses} nameOf={n => t('section.note', { n })} />
    </WordsBlock>
  )
  return (
    <div className="flex flex-col gap-4">
      {listed(section.blocks).map(block => {
        if ('items' in block) {
          const List = block.kind === 'bullet' ? 'ul' : 'ol'
          const look = block.kind === 'bullet' ? 'list-disc' : 'list-decimal'
          return (
            <List key={block.id} className={`${look} flex flex-col gap-2 pl-6`}>
              {block.items.map(wordsOf)}
            </List>
          )
        }
        if (block.kind === 'chart')
          return (
            <EditionFigure key={block.id} figure={block} fileOf={ending => addresses.figure(block.number, ending)} />
          )
        if (block.kind === 'table')
          return <MadeTable key={block.id} table={block} name={t('figure.table', { number: block.number })} />
        return wordsOf(block)
      })}
    </div>
  )
}

type List = { id: string; kind: 'bullet' | 'number'; items: EditionWords[] }

/** Points that follow each other are one list. */
function listed(blocks: readonly EditionBlock[]): (EditionBlock | List)[] {
  return blocks.reduce<(EditionBlock | List)[]>((before, block) => {
    if (block.kind !== 'bullet' && block.kind !== 'number') return [...before, block]
    const last = before.at(-1)
    if (last && 'items' in last && last.kind === block.kind)
      return [...before.slice(0, -1), { ...last, items: [...last.items, block] }]
    return [...before, { id: block.id, kind: block.kind, items: [block] }]
  }, [])
}

type WordsBlockProps = {
  block: EditionWords
  id: string
  level: EditionBlocksProps['level']
  link: string
  children: ReactNode
}

function WordsBlock({ block: { kind, id: own }, id, level: Heading, link, children }: WordsBlockProps) {
  if (kind === 'heading')
    return (
      <Heading id={id} dir="auto" className="mt-4 max-w-[66ch] scroll-mt-4 text-lg">
        {children}
      </Heading>
    )
  const Block = kind === 'bullet' || kind === 'number' ? 'li' : kind === 'quotation' ? 'blockquote' : 'div'
  return (
    <Block id={id} className="group scroll-mt-4 target:bg-canal-tint">
      <p
        dir="auto"
        className={`max-w-[66ch] whitespace-pre-line ${kind === 'quotation' ? 'border-l-4 border-line pl-4 font-serif' : ''}`}
      >
        {children}{' '}
        <a
          href={`#${id}`}
          aria-label={link}
          className="no-print inline-flex min-h-6 min-w-6 items-center justify-center font-sans text-sm text-muted no-underline opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:opacity-100"
        >
          ¶{own.slice(1)}
        </a>
      </p>
    </Block>
  )
}

type PartsProps = { parts: readonly Part[]; addresses: EditionAddresses; nameOf: (n: number) => string }

/** Words with the signs of their notes, and references as links. */
function Parts({ parts, addresses, nameOf }: PartsProps) {
  return parts.map((part, index) => {
    if (typeof part === 'string') return part
    if ('note' in part)
      return (
        <sup key={index} className="ml-0.5 text-[0.7em]">
          <a href={addresses.note(part.note)} aria-label={nameOf(part.note)} className="px-0.5">
            {part.note}
          </a>
        </sup>
      )
    const before = endsWithSpace(parts[index - 1]) ? '' : ' '
    const href = 'work' in part ? addresses.work(part.work) : addresses.section(part.section, part.at)
    return (
      <span key={index}>
        {before}
        <a href={href}>{part.words}</a>
      </span>
    )
  })
}

function endsWithSpace(part: Part | undefined): boolean {
  return part === undefined || (typeof part === 'string' && endsOpen(part))
}

function MadeTable({ table, name }: { table: EditionTable; name: string }) {
  const [first, ...rest] = table.head
  return (
    <div id={table.id} className="scroll-mt-4">
      <Table caption={`${name}: ${table.title}`} wide={table.head.length > 3}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {rest.map(head => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(([label, ...cells], row) => (
            <tr key={row}>
              <th scope="row" className="text-left font-normal">
                {label}
              </th>
              {cells.map((cell, index) => (
                <td key={index} className="whitespace-pre-line">
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {table.note ? <p className="mt-2 max-w-[66ch] text-sm text-muted">{table.note}</p> : null}
    </div>
  )
}
