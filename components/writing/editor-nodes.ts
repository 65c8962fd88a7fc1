import { Node, type Extensions } from '@tiptap/core'
import { Document } from '@tiptap/extension-document'
import { BulletList, ListItem, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { UndoRedo } from '@tiptap/extensions'

// What a text can hold: the blocks of lib/domain/prose.ts and nothing else. There are no marks, so whatever is pasted
// comes down to these; lib/domain/editor-document.ts turns them into prose and back.

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map(tag => ({ tag })),
  renderHTML: () => ['h3', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Alt-3': () => this.editor.commands.toggleNode('heading', 'paragraph') }
  },
})

const Quotation = Node.create({
  name: 'quotation',
  group: 'block',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
  addKeyboardShortcuts() {
    return { 'Mod-Shift-b': () => this.editor.commands.toggleNode('quotation', 'paragraph') }
  },
})

const LineBreak = Node.create({
  name: 'lineBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  linebreakReplacement: true,
  parseHTML: () => [{ tag: 'br' }],
  renderHTML: () => ['br'],
  renderText: () => '\n',
  addKeyboardShortcuts() {
    return { 'Shift-Enter': () => this.editor.commands.insertContent({ type: 'lineBreak' }) }
  },
})

// An item is one line: lists do not nest, and Tab goes on to the next control.
const Item = ListItem.extend({
  content: 'paragraph',
  addKeyboardShortcuts() {
    return { Enter: () => this.editor.commands.splitListItem('listItem') }
  },
})

const Cite = Node.create({
  name: 'cite',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ coding: { default: null, parseHTML: element => element.dataset.coding ?? null } }),
  parseHTML: () => [{ tag: 'sup[data-coding]' }],
  renderHTML: ({ node }) => [
    'sup',
    {
      'data-coding': String(node.attrs.coding),
      class: 'mx-0.5 cursor-pointer rounded-sm bg-canal px-1 font-sans text-xs text-on-canal',
      title: 'Cited evidence',
    },
    'note',
  ],
})

/** What every text can hold. A kind of text adds its own blocks. */
export const proseNodes: Extensions = [
  Document,
  Text,
  Paragraph,
  Heading,
  Quotation,
  BulletList,
  OrderedList,
  Item,
  LineBreak,
  Cite,
  UndoRedo,
]
