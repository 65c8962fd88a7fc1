import { connection } from 'next/server'

import { Filler } from '../../filler'

/** The same made for each request, so that its scripts carry the nonce of the policy. */
export default async function MadeAnewPage({ params }: { params: Promise<{ bytes: string }> }) {
  await connection()
  return <Filler bytes={Number((await params).bytes)} />
}
