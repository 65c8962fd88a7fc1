import type { Block, Prose, WordBlock } from '@/lib/domain/prose'

/** Prose as readers get it. Items that follow each other make one list. */
export function ProseText({ prose, level: Heading = 'h3' }: { prose: Prose; level?: 'h3' | 'h4' }) {
  return groupsOf(prose).map((group, index) => {
    if (group.kind !== 'one') {
      const List = group.kind === 'bullet' ? 'ul' : 'ol'
      return (
        <List key={index}>
          {group.items.map(({ text }, item) => (
            <li key={item} dir="auto" className="whitespace-pre-line">
              {text}
            </li>
          ))}
        </List>
      )
    }
    const { block } = group
    if (block.kind === 'figure') return null
    if (block.kind === 'heading')
      return (
        <Heading key={index} dir="auto">
          {block.text}
        </Heading>
      )
    if (block.kind === 'quotation')
      return (
        <blockquote key={index} dir="auto" className="whitespace-pre-line">
          {block.text}
        </blockquote>
      )
    return (
      <p key={index} dir="auto" className="whitespace-pre-line">
        {block.text}
      </p>
    )
  })
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
