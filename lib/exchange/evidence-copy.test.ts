import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

import { documentFonts } from './embedded-font'
import { copyAsHtml, type EvidenceCopy } from './evidence-copy'
import { copyAsPdf, showable } from './evidence-pdf'

const copy: EvidenceCopy = {
  language: 'en',
  title: 'Your evidence: WM-7K3Q-2M9D',
  lead: 'Sent on 7 August 2026.',
  unshown: 'This document cannot show some letters, marked […]. The web page copy has them all.',
  sections: [
    {
      heading: 'Organisation',
      items: [
        { label: 'Name', value: '<script>alert("canary")</script> & \'Łódź’s Pantry\'' },
        { label: 'What happened?', value: 'Żółć, gęślą jaźń.\nZweite Zeile: Größe.\n\nA “third” – with €5.' },
        { label: 'In Urdu', value: 'We cooked: ہم نے کھانا پکایا، together 🍲👩‍🍳.' },
      ],
    },
    { heading: 'Long', items: [{ label: 'All of it', value: 'Forty volunteers cooked a meal. '.repeat(400) }] },
  ],
}

describe('a web page', () => {
  const html = copyAsHtml(copy)

  test('holds everything that was written, and nothing of it is markup', () => {
    expect(html).toContain('&lt;script&gt;alert(&quot;canary&quot;)&lt;/script&gt; &amp; &#39;Łódź’s Pantry&#39;')
    expect(html).not.toMatch(/<script|onerror=|alert\("/)
    expect(html).toContain('ہم نے کھانا پکایا، together 🍲👩‍🍳')
  })

  test('stands alone', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="en">/)
    expect(html).not.toMatch(/(?:src|href)=|@import|url\(|http/)
  })
})

describe('a PDF', () => {
  const whole = copyAsPdf(copy)
  const hasReader = spawnSync('pdftotext', ['-v']).error === undefined

  test('has a title, a language, tags and an order', async () => {
    const raw = (await whole).toString('latin1')
    expect(raw).toMatch(/^%PDF-1\.7/)
    for (const sign of ['/MarkInfo', '/StructTreeRoot', '/Lang (en)', '/DisplayDocTitle true'])
      expect(raw).toContain(sign)
    const inside = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, stream]) => {
      try {
        return inflateSync(Buffer.from(stream ?? '', 'latin1')).toString('latin1')
      } catch {
        return ''
      }
    })
    expect(raw + inside.join('')).toMatch(/\/S \/H1[\s\S]*\/S \/H2[\s\S]*\/S \/H3/)
    expect(raw).toContain('/FontFile2')
  })

  test.runIf(hasReader)('is read as it was written, by another program', async () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'copy-')), 'copy.pdf')
    fs.writeFileSync(file, await whole)
    const text = execFileSync('pdftotext', ['-enc', 'UTF-8', file, '-'], { encoding: 'utf8' })
    fs.rmSync(path.dirname(file), { recursive: true })
    const plain = text.replace(/\s+/g, ' ')
    expect(plain).toContain('<script>alert("canary")</script> & \'Łódź’s Pantry\'')
    expect(plain).toContain('Żółć, gęślą jaźń. Zweite Zeile: Größe. A “third” – with €5.')
    expect(plain).toContain('We cooked: […] together […]. This document cannot show some letters')
    expect(plain.indexOf('What happened?')).toBeLessThan(plain.indexOf('In Urdu'))
    expect(plain.match(/Forty volunteers/g)).toHaveLength(400)
  })
})

test.each([
  ['plain', 'plain', true],
  ['Łódź', 'Łódź', true],
  ['Привет, мир', '[…]', false],
  ['see 食べ物 here', 'see […] here', false],
  ['👩‍🍳', '[…]', false],
  ['one\ntwo\tthree', 'one\ntwo three', true],
])('of %j a document shows %j', (text, shown, complete) => {
  expect(showable(text, documentFonts().text)).toEqual({ text: shown, whole: complete })
})
