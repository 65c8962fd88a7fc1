/**
 * The languages of the public side. The default one has no prefix in its addresses, so that an address given out today
 * stays when another language comes. A visitor's language is never guessed, and no cookie is set for it.
 */
export const routing = { locales: ['en'], defaultLocale: 'en' } as const
