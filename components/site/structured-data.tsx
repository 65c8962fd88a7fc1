import type { Graph, Thing, WithContext } from 'schema-dts'

/** What a page is about, in the words of schema.org, for programs that read it. Shows nothing. */
export function StructuredData({ data }: { data: WithContext<Thing> | Graph }) {
  // No text of a person may end the element.
  const json = JSON.stringify(data).replaceAll('<', '\\u003c')
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />
}
