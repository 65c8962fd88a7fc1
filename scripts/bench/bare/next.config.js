/** The floor of the benchmarks: the settings of the portal's own next.config.js that concern speed, and nothing of the portal. */

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['pg'],
}

export default config
