import { Filler } from '../../filler'

/** Nothing is known of sizes at build: the first request makes a page, and all later ones get it as it was made. */
export const dynamicParams = true
export const dynamic = 'force-static'
export const revalidate = false
export const generateStaticParams = () => []

export default async function SameSizePage({ params }: { params: Promise<{ bytes: string }> }) {
  return <Filler bytes={Number((await params).bytes)} />
}
