import { Node, type Extensions } from '@tiptap/core'

import { proseNodes } from '@/components/writing/editor-nodes'
import { isLinkTarget } from '@/lib/domain/prose'

import { wordsFor, type SectionReferences } from './section-references'

const missing = 'leads nowhere'

/** What a section of the report can hold: prose, notes, references and figures of the analysis. */
export function sectionNodes(references: SectionReferences): Extensions {
  return [...proseNodes, referNode(references), chartNode(references)]
}

function referNode(references: SectionReferences) {
  return Node.create({
    name: 'refer',
    group: 'inline',
    inline: true,
    atom: true,
    addAttributes: () => ({
      to: { default: null, parseHTML: element => element.dataset.refer ?? null },
      id: { default: null, parseHTML: element => element.dataset.id ?? null },
    }),
    parseHTML: () => [{ tag: 'span[data-refer]' }],
    renderHTML: ({ node }) => {
      const { to, id } = node.attrs
      const words = isLinkTarget(to) ? wordsFor(references, to, String(id)) : null
      return [
        'span',
        {
          'data-refer': String(to),
          'data-id': String(id),
          class: 'mx-0.5 cursor-pointer rounded-sm border border-canal bg-canal-tint px-1 font-sans text-sm',
          title: words ? 'Reference' : 'Take this reference out: what it led to is not there',
        },
        words ?? missing,
      ]
    },
  })
}

function chartNode(references: SectionReferences) {
  return Node.create({
    name: 'chart',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      chart: { default: null, parseHTML: element => element.dataset.chart ?? null },
      caption: { default: '', parseHTML: element => element.dataset.caption ?? '' },
    }),
    parseHTML: () => [{ tag: 'figure[data-chart]' }],
    renderHTML: ({ node }) => {
      const [chart, caption] = [String(node.attrs.chart), String(node.attrs.caption)]
      const known = references.charts.find(({ id }) => id === chart)
      const kept = { 'data-chart': chart, 'data-caption': caption }
      const look = 'max-w-full cursor-pointer rounded-sm border border-line p-2'
      if (!known) return ['figure', { ...kept, class: look }, ['figcaption', {}, 'This figure has been deleted.']]
      return [
        'figure',
        { ...kept, class: look },
        ['img', { src: known.picture, alt: '', draggable: 'false', class: 'h-auto max-h-80 w-auto max-w-full' }],
        ['figcaption', { class: 'mt-1 text-muted' }, caption ? `${known.words}: ${caption}` : known.words],
      ]
    },
  })
}
