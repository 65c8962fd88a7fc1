import { Picture } from '@/components/site/picture'
import { stretchesOf, type Block, type Prose, type WordBlock } from '@/lib/domain/prose'

type ProseTextProps = {
  prose: Prose
  level?: 'h3' | 'h4'
  /** What a note's number is called for those who hear it. */
  nameOf?: (number: number) => string
  /** Where its pictures are, where that is not the usual place. */
  picturesAt?: string | undefined
}

/** Prose as readers get it. Items that follow each other make one list. */
export function ProseText({
  prose,
  level: Heading = 'h3',
  nameOf = number => `Note ${number}`,
  picturesAt,
}: ProseTextProps) {
  const words = (block: WordBlock) => <Words block={block} nameOf={nameOf} />
  return groupsOf(prose).map((group, index) => {
    if (group.kind !== 'one') {
      const List = group.kind === 'bullet' ? 'ul' : 'ol'
      return (
        <List key={index}>
          {group.items.map((block, item) => (
            <li key={item} dir="auto" className="whitespace-pre-line">
              {words(block)}
            </li>
          ))}
        </List>
      )
    }
    const { block } = group
    if (block.kind === 'figure') return <Picture key={index} figure={block} at={picturesAt} />
    if (block.kind === 'heading')
      return (
        <Heading key={index} dir="auto">
          {words(block)}
        </Heading>
      )
    if (block.kind === 'quotation')
      return (
        <blockquote key={index} dir="auto" className="whitespace-pre-line">
          {words(block)}
        </blockquote>
      )
    return (
      <p key={index} dir="auto" className="whitespace-pre-line">
        {words(block)}
      </p>
    )
  })
}

/** The words of a block, with small numbers that lead to their notes. */
function Words({ block, nameOf }: { block: WordBlock; nameOf: (number: number) => string }) {
  return stretchesOf(block).map((part, index) =>
    typeof part === 'string' ? (
      part
    ) : (
      <sup key={index} className="ml-0.5 text-[0.7em]">
        <a href={`#note-${part.n}`} aria-label={nameOf(part.n)} className="px-0.5">
          {part.n}
        </a>
      </sup>
    ),
  )
}

type Group = { kind: 'one'; block: Block } | { kind: 'bullet' | 'number'; items: WordBlock[] }

function groupsOf(prose: Prose): Group[] {
  const groups: Group[] = []
  for (const block of prose) {
    const last = groups.at(-1)
    if (block.kind !== 'bullet' && block.kind !== 'number') groups.push({ kind: 'one', block })
    else if (last?.kind === block.kind) last.items.push(block)
    else groups.push({ kind: block.kind, items: [block] })
  }
  return groups
}
