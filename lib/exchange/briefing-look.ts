/** What a briefing's PDF and its DOCX share of their look: colours as RRGGBB, lengths in points. */
export const look = {
  ink: '1a1f24',
  muted: '454d54',
  canal: '00545f',
  canalTint: 'e1eff1',
  furnace: '8a2a12',
  furnaceTint: 'f8ebe6',
  line: 'cfc8bb',
  tile: 'e9e4da',
  margin: 60,
  tileSize: 13,
  tileGap: 2,
  pictureHeight: 250,
} as const

/** How wide and high the tiles of the region are together. */
export function pictureSize(tiles: readonly { column: number; row: number }[]): { width: number; height: number } {
  const step = look.tileSize + look.tileGap
  const most = (of: (tile: { column: number; row: number }) => number) => Math.max(0, ...tiles.map(of)) + 1
  return { width: most(t => t.column) * step - look.tileGap, height: most(t => t.row) * step - look.tileGap }
}

/** The size at which a picture of so many pixels stands, in points: at most so many for each of its pixels, and within a room. */
export function fitted(
  pixels: { width: number; height: number },
  room: { width: number; height: number },
  most = 0.5,
): { width: number; height: number } {
  const scale = Math.min(most, room.width / pixels.width, room.height / pixels.height)
  return { width: pixels.width * scale, height: pixels.height * scale }
}
