import { Node } from '@tiptap/core'

import { picturePath, plainFileOf } from '@/lib/domain/picture'

/** A picture as the editor of a case study shows it. */
export const PictureNode = Node.create({
  name: 'figure',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({
    image: { default: null, parseHTML: element => element.dataset.image ?? null },
    width: { default: 0, parseHTML: element => Number(element.dataset.width) },
    height: { default: 0, parseHTML: element => Number(element.dataset.height) },
    alt: { default: '', parseHTML: element => element.dataset.alt ?? '' },
    caption: { default: '', parseHTML: element => element.dataset.caption ?? '' },
  }),
  parseHTML: () => [{ tag: 'figure[data-image]' }],
  renderHTML: ({ node }) => {
    const [image, alt, caption] = [String(node.attrs.image), String(node.attrs.alt), String(node.attrs.caption)]
    const [width, height] = [Number(node.attrs.width), Number(node.attrs.height)]
    const kept = { 'data-image': image, 'data-width': width, 'data-height': height }
    const src = picturePath(image, plainFileOf({ width, height }))
    return [
      'figure',
      { ...kept, 'data-alt': alt, 'data-caption': caption, class: 'w-fit max-w-full cursor-pointer rounded-sm p-1' },
      ['img', { src, width, height, alt, draggable: 'false', class: 'h-auto max-h-96 w-auto max-w-full rounded-sm' }],
      ['figcaption', { class: 'mt-1 text-muted' }, caption],
      alt
        ? ['p', { class: 'text-sm text-muted' }, `Described as: ${alt}`]
        : [
            'p',
            { class: 'text-sm font-semibold text-furnace' },
            'Not described yet: press the picture to describe it.',
          ],
    ]
  },
})
