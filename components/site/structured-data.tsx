import type { Graph, Thing, WithContext } from 'schema-dts'

import { jsonInScript } from '@/lib/exchange/structured-data'

/** What a page is about, in the words of schema.org, for programs that read it. Shows nothing, and runs nothing. */
export function StructuredData({ graph }: { graph: WithContext<Thing> | Graph }) {
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: jsonInScript(graph) }} />
}
