import type { en } from './en'
import type { routing } from './routing'

/** Lets the type checker know every key: a word that is missing fails it. */
declare module 'next-intl' {
  interface AppConfig {
    Locale: (typeof routing.locales)[number]
    Messages: typeof en
  }
}
