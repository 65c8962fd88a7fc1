import type { NextRequest } from 'next/server'

import { answerAuth } from '@/lib/session'

// What next-auth offers besides has no use here: each address that answers is one more to guard.
const offered = ['GET csrf', 'POST callback/credentials', 'POST signout']

async function answer(request: NextRequest, { params }: RouteContext<'/api/auth/[...nextauth]'>) {
  const { nextauth } = await params
  if (!offered.includes(`${request.method} ${nextauth.join('/')}`)) return new Response('Not found', { status: 404 })
  // A form is all that is taken: next-auth would fail at anything else that it cannot read.
  if (
    request.method === 'POST' &&
    !request.headers.get('content-type')?.startsWith('application/x-www-form-urlencoded')
  )
    return new Response('Unsupported media type', { status: 415 })
  return answerAuth(request, nextauth)
}

export { answer as GET, answer as POST }
