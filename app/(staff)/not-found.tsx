import { NotFoundPage } from '@/components/site/not-found-page'

/** Says the same for what is not there and for what is not theirs. */
export default function StaffNotFound() {
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
        { href: '/workspace', label: 'Workspace' },
        { href: '/library', label: 'Library' },
        { href: '/account', label: 'Your account' },
      ]}
    />
  )
}
