import type { EditionWork } from '@/lib/domain/report-edition'

/** The works that an edition refers to. */
export function EditionWorks({ works }: { works: readonly EditionWork[] }) {
  return (
    <ul className="flex flex-col gap-3">
      {works.map(({ id, before, title, after, url }) => (
        <li key={id} id={`work-${id}`} className="max-w-[66ch] wrap-break-word target:bg-canal-tint">
          {before}
          <cite>{title}</cite>
          {after}
          {url ? (
            <>
              {' '}
              <a href={url} rel="noreferrer">
                {url}
              </a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
