import { PartLinks } from '@/components/site/part-links'
import type { Viewer } from '@/lib/domain/person'
import { may } from '@/lib/domain/policy'

type Part = 'find' | 'collections' | 'searches'

/** The parts of the library that the viewer has, and which of them this is. */
export function LibraryParts({ viewer, part }: { viewer: Viewer; part: Part }) {
  if (!may(viewer, 'gatherInLibrary')) return null
  const links = [
    { part: 'find', href: '/library', label: 'Find' },
    { part: 'collections', href: '/library/collections', label: 'Collections' },
    { part: 'searches', href: '/library/searches', label: 'Saved searches' },
  ]
  return (
    <div className="no-print">
      <PartLinks
        label="Parts of the library"
        links={links.map(({ part: name, ...link }) => ({ ...link, current: name === part }))}
      />
    </div>
  )
}
