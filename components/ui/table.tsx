import { useId, type ComponentProps, type ReactNode } from 'react'

import { classNames } from './class-names'

type TableProps = ComponentProps<'table'> & { caption: ReactNode; captionHidden?: boolean; wide?: boolean }

/**
 * A table that scrolls in its own box when the screen is narrow. Give `thead` and `tbody` with plain `th` and `td`;
 * figures take `className="number"`. `wide` keeps room for many columns.
 */
export function Table({ caption, captionHidden, wide, children, className, ...rest }: TableProps) {
  const captionId = useId()
  return (
    <div role="region" aria-labelledby={captionId} tabIndex={0} className="relative max-w-full overflow-x-auto">
      <table
        className={classNames('table-look w-full border-collapse text-left', wide && 'min-w-160', className)}
        {...rest}
      >
        <caption id={captionId} className={captionHidden ? 'sr-only' : 'pb-2 text-left font-semibold'}>
          {caption}
        </caption>
        {children}
      </table>
    </div>
  )
}
