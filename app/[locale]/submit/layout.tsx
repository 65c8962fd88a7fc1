import type { Metadata } from 'next'

import { PublicFrame } from '@/app/[locale]/public-frame'
import { ArrivalFocus } from './arrival-focus'

/** Nobody's answers belong in a search engine. Each page writes its own title, because it changes with its state. */
export const metadata: Metadata = { title: { absolute: '' }, robots: { index: false } }

export default function SubmitLayout({ children }: LayoutProps<'/[locale]/submit'>) {
  return (
    <PublicFrame links={false}>
      <ArrivalFocus />
      {children}
    </PublicFrame>
  )
}
