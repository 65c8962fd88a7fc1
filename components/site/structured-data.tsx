import { headers } from 'next/headers'
import type { Graph } from 'schema-dts'

import { jsonInScript } from '@/lib/exchange/structured-data'

/** What a page is about, for search engines, as JSON-LD. */
export async function StructuredData({ graph }: { graph: Graph }) {
  const nonce = /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1]
  return <script type="application/ld+json" nonce={nonce} dangerouslySetInnerHTML={{ __html: jsonInScript(graph) }} />
}
