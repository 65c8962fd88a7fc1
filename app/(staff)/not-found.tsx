import { NotFoundPage } from '@/components/site/not-found-page'
import { requireViewer } from '@/lib/session'

import { navigationFor } from './navigation'

/** Says the same for what is not there and for what is not theirs. */
export default async function StaffNotFound() {
  const viewer = await requireViewer()
  return (
    <NotFoundPage
      words={{
        title: 'Page not found',
        hints: [
          'If you typed or pasted the address, check that it is complete.',
          'It may also have been moved or taken away, or it belongs to work that your account does not open.',
        ],
        elsewhere: 'You can go on from here:',
      }}
      links={[
        ...navigationFor(viewer).flatMap(group => group.links.map(({ href, label }) => ({ href, label }))),
        { href: '/account', label: 'Your account' },
      ]}
    />
  )
}
