import { filesOf, picturePath, plainFileOf, type PictureFormat } from '@/lib/domain/picture'
import type { FigureBlock } from '@/lib/domain/prose'

/** As wide as a column of text, or as the screen without its margins. */
const sizes = '(min-width: 44rem) 40rem, calc(100vw - 2rem)'

/** A picture of a text in the size and the format that fit the reader's screen, fetched when it comes near. */
export function Picture({ figure, at }: { figure: FigureBlock; at: string | undefined }) {
  const { image, width, height, alt, caption } = figure
  const source = (format: PictureFormat) =>
    filesOf(width)
      .filter(file => file.format === format)
      .map(file => `${picturePath(image, file, at)} ${file.width}w`)
      .join(', ')
  return (
    <figure>
      <picture>
        <source type="image/avif" srcSet={source('avif')} sizes={sizes} />
        <source type="image/webp" srcSet={source('webp')} sizes={sizes} />
        {/* the portal makes the sizes itself, once, when a picture comes */}
        <img
          src={picturePath(image, plainFileOf(figure), at)}
          width={width}
          height={height}
          alt={alt}
          loading="lazy"
          decoding="async"
          className="h-auto max-w-full rounded-sm bg-line"
        />
      </picture>
      {caption ? (
        <figcaption dir="auto" className="mt-2 text-base text-muted">
          {caption}
        </figcaption>
      ) : null}
    </figure>
  )
}
