import sharp from 'sharp'

/** Drawings for the demonstration, 1,600 by 1,000, made on the spot: no photograph could be of what never was. */
export const pictures = {
  larder: () => drawn(wall),
  milkRound: () => drawn(valley),
}
export type PictureName = keyof typeof pictures

function drawn(content: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1000" viewBox="0 0 1600 1000">${content}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 92 }).toBuffer()
}

const row = (count: number, draw: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => draw(index)).join('')

const bricks = row(6, line =>
  row(
    12,
    at =>
      `<rect x="${at * 150 - (line % 2) * 75}" y="${560 + line * 62}" width="142" height="54" rx="4" fill="${(at + line) % 3 ? '#b4552d' : '#a44a26'}"/>`,
  ),
)
const crate = `<g transform="translate(620 372)"><rect width="360" height="170" rx="8" fill="#c98f4e"/>${row(3, slat => `<rect y="${12 + slat * 54}" width="360" height="38" fill="#b67b3c"/>`)}<rect x="-14" y="-26" width="388" height="32" rx="6" fill="#8a5a2a"/><circle cx="80" cy="-60" r="42" fill="#c8412f"/><circle cx="160" cy="-56" r="36" fill="#e2a233"/><path d="M214 -28c-10-70 8-112 20-112s30 42 20 112z" fill="#6f9a4c"/><rect x="272" y="-104" width="62" height="78" rx="8" fill="#f1ead7"/></g>`
const wall = `<rect width="1600" height="1000" fill="#dbe9ea"/><rect y="0" width="1600" height="420" fill="#c9dfe2"/><g fill="#f4efe2"><rect x="90" y="90" width="420" height="480"/><rect x="1090" y="60" width="430" height="510"/></g><g fill="#47626b"><rect x="160" y="170" width="120" height="150" rx="6"/><rect x="330" y="170" width="120" height="150" rx="6"/><rect x="1180" y="150" width="130" height="160" rx="6"/><rect x="1360" y="150" width="110" height="420" rx="6"/></g><rect y="532" width="1600" height="36" fill="#8d3d1f"/>${bricks}<rect y="930" width="1600" height="70" fill="#9aa39b"/>${crate}`

const hill = (y: number, rise: number, fill: string) =>
  `<path d="M0 ${y}C300 ${y - rise} 520 ${y + rise / 2} 820 ${y - rise / 2}S1300 ${y - rise} 1600 ${y}V1000H0z" fill="${fill}"/>`
const van = `<g transform="translate(930 640)"><rect width="250" height="120" rx="14" fill="#f4efe2"/><path d="M250 30h70l44 50v40H250z" fill="#f4efe2"/><path d="M262 42h52l30 36h-82z" fill="#47626b"/><rect x="26" y="26" width="96" height="66" rx="6" fill="#0b5c63"/><path d="M68 38h12v14h14v12H80v14H68V64H54V52h14z" fill="#ffffff"/><circle cx="70" cy="124" r="30" fill="#2c2c2c"/><circle cx="286" cy="124" r="30" fill="#2c2c2c"/><circle cx="70" cy="124" r="12" fill="#9aa39b"/><circle cx="286" cy="124" r="12" fill="#9aa39b"/></g>`
const farm = `<g transform="translate(240 420)"><rect y="60" width="210" height="120" fill="#f1ead7"/><path d="M-16 60L105 -24 226 60z" fill="#8d3d1f"/><rect x="88" y="112" width="40" height="68" fill="#47626b"/><rect x="26" y="88" width="40" height="40" fill="#47626b"/><rect x="150" y="88" width="40" height="40" fill="#47626b"/></g>`
const sheep = [
  [520, 700],
  [600, 742],
  [700, 690],
]
  .map(
    ([x, y]) =>
      `<g transform="translate(${x} ${y})"><ellipse rx="34" ry="22" fill="#fbf8ef"/><circle cx="34" cy="-10" r="12" fill="#3b3b3b"/></g>`,
  )
  .join('')
const valley = `<rect width="1600" height="1000" fill="#f3dcb2"/><circle cx="1260" cy="210" r="90" fill="#eda93b"/>${hill(470, 150, '#9dbb9a')}${farm}${hill(640, 120, '#7da27a')}${hill(780, 60, '#5f8a64')}<path d="M0 860C420 790 760 812 1060 786S1460 742 1600 752" fill="none" stroke="#e8dcc0" stroke-width="44"/>${sheep}${van}`
