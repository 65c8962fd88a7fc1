import { brotliCompressSync, gzipSync } from 'node:zlib'

import type { Line } from '@/e2e/http-line'

/** Bytes of all script files that the last of these pages names, each file compressed by itself. */
export async function scriptBytes(line: Line, paths: readonly string[]): Promise<{ gzip: number; brotli: number }> {
  let page = ''
  for (const path of paths) page = (await line.ask({ path, headers: { accept: 'text/html' } })).body
  // also what the page's data names: Next loads the parts of client components from there
  const files = new Set(page.match(/\/_next\/static\/[^"'\\\s<>]+?\.js\b/g))
  const withoutOldBrowsers = [...files].filter(
    file => !new RegExp(`noModule[^>]*${escaped(file)}|${escaped(file)}[^>]*noModule`, 'i').test(page),
  )
  let gzip = 0
  let brotli = 0
  for (const path of withoutOldBrowsers) {
    const { body, status } = await line.ask({ path })
    if (status !== 200) throw new Error(`${path} answered ${status}.`)
    gzip += gzipSync(body).length
    brotli += brotliCompressSync(body).length
  }
  return { gzip, brotli }
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
