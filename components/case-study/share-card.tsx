import { ImageResponse } from 'next/og'

import { documentFonts, type EmbeddedFont } from '@/lib/exchange/embedded-font'

import { shareCardSize } from './share-card-size'

/** `here`: whether the tile is coloured. Columns and rows count from 0. */
type CardTile = { column: number; row: number; here: boolean }

export type ShareCard = { kicker: string; title: string; foot: string; site: string; tiles: CardTile[] }

// those of app/tokens.css, which a picture cannot read
const [paper, ink, muted, line, canal, furnace] = ['#f8f5ee', '#13222b', '#46535b', '#d9d2c6', '#075a63', '#91280d']

/** Draws the card as a PNG in the portal's fonts. What they cannot show is left out: nothing is fetched for it. */
export async function drawShareCard({ kicker, title, foot, site, tiles }: ShareCard): Promise<Uint8Array<ArrayBuffer>> {
  const { heading, text } = documentFonts()
  const shownTitle = showable(title, heading)
  const size = shownTitle.length > 90 ? 50 : shownTitle.length > 50 ? 60 : 72
  const picture = new ImageResponse(
    <div
      style={{
        display: 'flex',
        width: '100%',
        height: '100%',
        background: paper,
        color: ink,
        fontFamily: 'text',
        borderTop: `16px solid ${canal}`,
        padding: '48px 56px',
      }}
    >
      <div style={{ display: 'flex', flexDirection: 'column', justifyContent: 'space-between', width: 740 }}>
        <div style={{ display: 'flex', alignItems: 'center', fontSize: 30, color: canal }}>
          <div style={{ width: 22, height: 22, background: furnace, marginRight: 16 }} />
          {showable(kicker, text)}
        </div>
        <div style={{ display: 'block', fontFamily: 'heading', fontSize: size, lineHeight: 1.12, lineClamp: 5 }}>
          {shownTitle}
        </div>
        <div style={{ display: 'flex', flexDirection: 'column', fontSize: 28, lineHeight: 1.3 }}>
          <div style={{ display: 'block', lineClamp: 2 }}>{showable(foot, text)}</div>
          <div style={{ color: muted }}>{showable(site, text)}</div>
        </div>
      </div>
      <div style={{ display: 'flex', position: 'relative', width: 320, marginLeft: 28, marginTop: 120 }}>
        {tiles.map(({ column, row, here }) => (
          <div
            key={`${column} ${row}`}
            style={{
              position: 'absolute',
              left: column * 46,
              top: row * 46,
              width: 42,
              height: 42,
              borderRadius: 4,
              background: here ? canal : line,
            }}
          />
        ))}
      </div>
    </div>,
    { ...shareCardSize, fonts: [embed('heading', heading), embed('text', text)] },
  )
  return new Uint8Array(await picture.arrayBuffer())
}

function embed(name: string, { file }: EmbeddedFont) {
  return { name, data: new Uint8Array(file).buffer, weight: 400 as const, style: 'normal' as const }
}

function showable(words: string, { shows }: EmbeddedFont): string {
  const shown = [...words.normalize('NFC')].filter(sign => shows(sign.codePointAt(0) ?? 0)).join('')
  return shown.replace(/\s+/gu, ' ').trim()
}
