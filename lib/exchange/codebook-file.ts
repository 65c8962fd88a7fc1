import { mostBytes, mostCodes, type CodebookFile } from '@/lib/domain/codebook-import'

import { readCodebookCsv } from './codebook-csv'
import { readCodebookQdc } from './codebook-qdc'

/** Reads a codebook from a file of either kind, which it knows by what it holds. Whatever is wrong becomes a sentence. */
export function readCodebookFile(bytes: Uint8Array): CodebookFile {
  const none = (fault: string): CodebookFile => ({ codes: [], faults: [fault], notes: [] })
  if (bytes.length === 0) return none('This file is empty.')
  if (bytes.length > mostBytes) return none('This file is larger than 2 MB. A codebook is a short text.')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return none('This is a spreadsheet or a project. Save its codebook as CSV or as REFI-QDA (.qdc), and choose that.')
  const { text, guessed } = textOf(bytes)
  if (text.includes('\0')) return none('This is not a text. Choose a CSV file or a REFI-QDA codebook (.qdc).')
  const file = text
    .replace(/^\ufeff/, '')
    .trimStart()
    .startsWith('<')
    ? readCodebookQdc(text.replace(/^\ufeff/, '').trimStart())
    : readCodebookCsv(text)
  if (file.codes.length > mostCodes) return none(`This file has more than ${mostCodes.toLocaleString('en-GB')} codes.`)
  return guessed ? { ...file, notes: [...file.notes, guessed] } : file
}

/** UTF-8, UTF-16 with its mark, else what Excel on Windows writes. */
function textOf(bytes: Uint8Array): { text: string; guessed?: string } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) }
  } catch {
    return {
      text: new TextDecoder('windows-1252').decode(bytes),
      guessed:
        'This file is not UTF-8. It was read as Windows-1252, as Excel saves it: look at its accents and quotation marks.',
    }
  }
}
