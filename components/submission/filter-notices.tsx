import { Notice } from '@/components/ui/notice'

const listed = new Intl.ListFormat('en-GB')

/** What an address asked for and nobody knows. */
export function LeftOut({ ignored }: { ignored: string[] }) {
  if (ignored.length === 0) return null
  const names = listed.format(ignored.map(name => `a ${name}`))
  return (
    <Notice tone="furnace" className="mb-4">
      {ignored.length === 1
        ? `The address names ${names} that is not known. It was left out.`
        : `The address names ${names} that are not known. They were left out.`}
    </Notice>
  )
}

/** "1 submission", "2,000+ submissions". */
export function countInWords(count: number, what: string, capped = false): string {
  return `${count.toLocaleString('en-GB')}${capped ? '+' : ''} ${count === 1 && !capped ? what : `${what}s`}`
}
