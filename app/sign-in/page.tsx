import type { Metadata } from 'next'
import { headers } from 'next/headers'
import { redirect } from 'next/navigation'

import { PublicFrame } from '@/app/[locale]/public-frame'
import { Main, PageTitle } from '@/components/site/page'
import { Notice } from '@/components/ui/notice'
import { homeOf, localPath } from '@/lib/domain/sign-in'
import { getViewer } from '@/lib/session'

import { SignInForm } from './sign-in-form'

/** Without script, a refused form comes back as the answer to its own post. */
export async function generateMetadata(): Promise<Metadata> {
  const refused = (await headers()).get('content-type')?.startsWith('multipart/form-data')
  return { title: refused ? 'Error: Sign in' : 'Sign in' }
}

export default async function SignInPage({ searchParams }: PageProps<'/sign-in'>) {
  const [viewer, { to, left }] = await Promise.all([getViewer(), searchParams])
  const path = localPath(typeof to === 'string' ? to : null)
  if (viewer) redirect(path ?? homeOf(viewer.role))
  return (
    <PublicFrame links={false}>
      <Main>
        <PageTitle
          title="Sign in"
          lead="For researchers, WMCA staff and administrators. To give evidence, you need no account."
        />
        {left === 'yes' ? (
          <div className="mb-8">
            <Notice tone="moss" title="You have signed out." />
          </div>
        ) : null}
        <SignInForm to={path} />
        <p className="mt-8 max-w-[60ch] text-muted">
          If you have forgotten your password, or have no account yet, ask the administrator of the portal.
        </p>
      </Main>
    </PublicFrame>
  )
}
