import type { Metadata, Viewport } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { connection } from 'next/server'

import { env } from '@/lib/env'
import { atkinson, atkinsonItalic, newsreader } from './fonts'
import './globals.css'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('site')
  const { publicUrl } = env()
  return {
    ...(publicUrl && { metadataBase: new URL(publicUrl) }),
    title: { default: t('name'), template: `%s · ${t('name')}` },
    description: t('description'),
    formatDetection: { telephone: false, address: false, email: false },
  }
}

export const viewport: Viewport = { colorScheme: 'light dark' }

export default async function RootLayout({ children }: LayoutProps<'/'>) {
  await connection() // rendered for each request: only then do its scripts carry the nonce of the policy
  return (
    <html lang={await getLocale()} className={`${atkinson.variable} ${newsreader.variable} ${atkinsonItalic.variable}`}>
      <body>{children}</body>
    </html>
  )
}
