/** One answer under its label. A line break in the value is one in the copy. */
export type CopyItem = { label: string; value: string }

/**
 * What somebody gave as evidence, as a copy to keep: everything in words already, in the order in which it is read.
 * `unshown` says, below a text of which a document can't show all letters, what stands in their place and where to read it.
 */
export type EvidenceCopy = {
  language: string
  title: string
  lead: string
  sections: { heading: string; items: CopyItem[] }[]
  unshown: string
}

/** The copy as one web page that needs nothing else: no script, no font, no picture. */
export function copyAsHtml(copy: EvidenceCopy): string {
  const sections = copy.sections.map(
    ({ heading, items }) =>
      `<section>\n<h2>${escaped(heading)}</h2>\n<dl>\n${items.map(item).join('\n')}\n</dl>\n</section>`,
  )
  return `<!doctype html>
<html lang="${escaped(copy.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(copy.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escaped(copy.title)}</h1>
<p>${escaped(copy.lead)}</p>
${sections.join('\n')}
</main>
</body>
</html>
`
}

function item({ label, value }: CopyItem): string {
  return `<div>\n<dt>${escaped(label)}</dt>\n<dd dir="auto">${escaped(value)}</dd>\n</div>`
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, character => entities[character] ?? '')
}

const style = `
:root { color-scheme: light dark; }
body { margin: 0 auto; padding: 2rem 1rem; max-width: 42rem; font: 1.05rem/1.55 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.8rem; line-height: 1.25; }
h2 { margin-top: 2.5rem; border-top: 1px solid; padding-top: 1rem; font-size: 1.3rem; }
dl div { margin-top: 1.25rem; }
dt { font-weight: bold; }
dd { margin: 0.25rem 0 0; white-space: pre-line; }
@media print { body { padding: 0; max-width: none; font-size: 11pt; } h2, dt { break-after: avoid; } dl div { break-inside: avoid-page; } }
`
