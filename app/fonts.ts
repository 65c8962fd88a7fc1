import localFont from 'next/font/local'

/** Body and interface: made for low vision. */
export const atkinson = localFont({
  src: [
    {
      path: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
      weight: '200 800',
      style: 'normal',
    },
  ],
  variable: '--atkinson',
  display: 'swap',
  adjustFontFallback: 'Arial',
})

/** Headings of public pages and quotations. */
export const newsreader = localFont({
  src: '../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2',
  weight: '200 800',
  variable: '--newsreader',
  display: 'swap',
  adjustFontFallback: 'Times New Roman',
})

/** The slanted cuts, seldom used: fetched only where a page has them. */
export const atkinsonItalic = localFont({
  src: '../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-italic.woff2',
  weight: '200 800',
  style: 'italic',
  variable: '--atkinson-italic',
  display: 'swap',
  preload: false,
})
