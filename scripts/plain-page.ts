import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'

const style = `:root{color-scheme:light dark;font:1.125rem/1.5 system-ui,sans-serif}
body{max-width:40rem;margin:0 auto;padding:12vh 1rem;background:oklch(0.972 0.009 85);color:oklch(0.23 0.025 235)}
h1{font:560 2rem/1.15 Georgia,serif}a{color:oklch(0.41 0.078 208)}
a:focus-visible{outline:3px solid oklch(0.88 0.17 96);box-shadow:0 0 0 5px oklch(0.2 0.02 235)}
@media (prefers-color-scheme:dark){body{background:oklch(0.21 0.015 235);color:oklch(0.95 0.008 85)}a{color:oklch(0.84 0.08 204)}}`

const styleHash = createHash('sha256').update(style).digest('base64')
const policy = `default-src 'none'; style-src 'sha256-${styleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`

/** What a page says that is shown where Next cannot show one. None of it comes from the request. */
export type PlainPage = { title: string; sentences: string[]; id?: string; home?: string }

/** The page whole: no script, no file beside it, so that it shows whatever else is broken. */
function plainHtml({ title, sentences, id, home }: PlainPage): string {
  const paragraphs = sentences.map(sentence => `<p>${sentence}</p>`).join('')
  const number = id ? ` <strong>${id}</strong>` : ''
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${paragraphs.replace(/<\/p>$/, `${number}</p>`)}${home ? `<p><a href="/">${home}</a></p>` : ''}</main></body></html>`
}

/** Gives the headers of a plain page and answers its body. Send the head after it. */
export function preparePlainPage(response: ServerResponse, page: PlainPage): Buffer {
  const body = Buffer.from(plainHtml(page))
  for (const name of ['content-encoding', 'transfer-encoding', 'etag']) response.removeHeader(name)
  response.setHeader('content-type', 'text/html; charset=utf-8')
  response.setHeader('content-length', body.length)
  response.setHeader('content-security-policy', policy)
  response.setHeader('cache-control', 'no-store')
  return body
}
