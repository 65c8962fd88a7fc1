import type { Metadata } from 'next'

import { PublicFrame } from '@/app/[locale]/public-frame'

/** Nobody's evidence belongs in a search engine. */
export const metadata: Metadata = { robots: { index: false, follow: false } }

export default function EvidenceLayout({ children }: LayoutProps<'/[locale]/evidence'>) {
  return <PublicFrame>{children}</PublicFrame>
}
