import createNextIntlPlugin from 'next-intl/plugin'

// Everything else is the public side and lies in app/[locale]. English, so far the only language, has no prefix outside.
const outside = '(?:_next|api|workspace|library|account|sign-in|invite|icon.svg|favicon.ico|robots.txt)(?:/|$)'

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  htmlLimitedBots: /./, // every page has its title in its head from the beginning, also without JavaScript
  typescript: { ignoreBuildErrors: true }, // `npm test` checks types; a build on a small machine need not do it twice
  serverExternalPackages: ['@node-rs/argon2', '@aws-sdk/client-s3', 'pg', 'graphile-worker', 'sharp', 'eld'],
  rewrites: async () => ({
    beforeFiles: [{ source: `/:path((?!${outside}).*)`, destination: '/en/:path' }],
    fallback: [{ source: '/:path*', destination: '/en/:path*' }], // what nobody has is said by the public side
  }),
}

export default createNextIntlPlugin('./lib/i18n/request.ts')(config)
