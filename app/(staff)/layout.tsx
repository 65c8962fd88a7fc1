import { getTranslations } from 'next-intl/server'

import { DemonstrationBanner } from '@/components/site/demonstration-banner'
import { StaffShell } from '@/components/site/staff-shell'
import { Button } from '@/components/ui/button'
import { KeepTextFor } from '@/components/ui/kept-text'
import { currentCall } from '@/lib/data/calls'
import { roleNames } from '@/lib/domain/person'
import { homeOf } from '@/lib/domain/sign-in'
import { requireViewer } from '@/lib/session'

import { signOutHere } from './actions'
import { navigationFor } from './navigation'

/** Around everything that signed-in people see. Each page asks again who it is: a layout is not rendered each time. */
export default async function StaffLayout({ children }: LayoutProps<'/'>) {
  const viewer = await requireViewer()
  const [t, call] = await Promise.all([getTranslations('site'), currentCall()])
  return (
    <StaffShell
      name={t('name')}
      home={homeOf(viewer.role)}
      groups={navigationFor(viewer)}
      person={{ name: viewer.name, team: viewer.team?.name ?? '', role: roleNames[viewer.role] }}
      banner={
        call.demonstration ? (
          <DemonstrationBanner full title={t('demonstration')}>
            {t('demonstrationMore')}
          </DemonstrationBanner>
        ) : null
      }
      signOut={
        <form action={signOutHere}>
          <Button variant="quiet">Sign out</Button>
        </form>
      }
    >
      <KeepTextFor person={viewer.id}>{children}</KeepTextFor>
    </StaffShell>
  )
}
