import { notFound } from 'next/navigation'

import { may } from '@/lib/domain/policy'
import { requireViewer } from '@/lib/session'

/** For researchers, leads and administrators: to everyone else the workspace is not there. */
export default async function WorkspaceLayout({ children }: LayoutProps<'/workspace'>) {
  if (!may(await requireViewer(), 'enterWorkspace')) notFound()
  return children
}
