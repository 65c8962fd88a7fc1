/** What fits: files to a response, bytes of each, characters of a description and of a name, pixels of a picture. */
export const fileLimits = {
  files: 5,
  bytes: 10_485_760,
  alt: 300,
  name: 120,
  pixels: 60_000_000,
} as const

/** The kinds of files that are taken, with the endings that stand for them; the first is given to what is kept. */
export const fileKinds = {
  'application/pdf': { name: 'PDF', endings: ['pdf'] },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': { name: 'DOCX', endings: ['docx'] },
  'application/vnd.oasis.opendocument.text': { name: 'ODT', endings: ['odt'] },
  'image/jpeg': { name: 'JPEG', endings: ['jpg', 'jpeg'] },
  'image/png': { name: 'PNG', endings: ['png'] },
  'image/heic': { name: 'HEIC', endings: ['heic', 'heif'] },
  'image/webp': { name: 'WebP', endings: ['webp'] },
} as const
export type FileType = keyof typeof fileKinds

/** Of the text that is read from a document at most so many characters (Unicode code points) are kept. */
export const documentTextLimit = 1_000_000

/** Which reader a document needs: the text of pictures is not read. */
export function documentKind(type: string): 'pdf' | 'docx' | 'odt' | null {
  const ending = Object.entries(fileKinds).find(([known]) => known === type)?.[1].endings[0]
  return ending === 'pdf' || ending === 'docx' || ending === 'odt' ? ending : null
}

/** The types whose text is read. */
export const documentTypes: readonly string[] = Object.keys(fileKinds).filter(type => documentKind(type) !== null)

/** What a file field lets people choose: types and endings, because not every phone knows both. */
export const acceptedFiles = Object.entries(fileKinds)
  .flatMap(([type, { endings }]) => [type, ...endings.map(ending => `.${ending}`)])
  .join(',')

/** Why a file was not taken, by itself: a key of the catalogue, `submit.files.errors.<fault>`. */
export const fileFaults = [
  'large',
  'type',
  'macros',
  'empty',
  'infected',
  'pixels',
  'damaged',
  'cut',
  'missing',
  'several',
  'long',
] as const
export type FileFault = (typeof fileFaults)[number]

/** Why no file is taken now, whatever it is; keys as above. */
export const fileRefusals = ['many', 'often', 'notOpen', 'closed', 'sent', 'noDraft', 'gone', 'unreachable'] as const
export type FileRefusal = (typeof fileRefusals)[number]

/** Whether people see a file as a picture: it has a description. */
export function isPicture(type: string): boolean {
  return type.startsWith('image/')
}

/** The kind of a file as people call it, such as “PDF”. */
export function kindName(type: string): string {
  return Object.entries(fileKinds).find(([known]) => known === type)?.[1].name ?? 'File'
}

/** A length as people read it: “640 KB”, “2.4 MB”. A kilobyte has 1,024 bytes, as the limit of 10 MB is counted. */
export function sizeInWords(bytes: number): string {
  if (bytes < 1024) return bytes === 1 ? '1 byte' : `${bytes} bytes`
  const kilobytes = bytes / 1024
  if (Math.round(kilobytes) < 1024) return `${Math.round(kilobytes)} KB`
  return `${(kilobytes / 1024).toFixed(1).replace(/\.0$/, '')} MB`
}

// What no name of a file may hold on any system, what cannot be seen, and what turns the direction of reading.
const unsafe = /[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i

/**
 * A name that is safe to show, to put into a header and to save as: no path, nothing invisible, NFC, at most
 * `fileLimits.name` characters, with an ending that fits the type. `file` where nothing is left.
 */
export function safeFileName(given: string, type: FileType): string {
  const last = given.split(/[/\\]/).at(-1) ?? ''
  const clean = last.normalize('NFC').replace(unsafe, '').replace(/\s+/gu, ' ')
  const endings: readonly string[] = fileKinds[type].endings
  const [, stem = clean, ending = ''] = /^(.*)\.([a-z0-9]{1,8})$/i.exec(clean) ?? []
  const fits = endings.includes(ending.toLowerCase())
  const kept = fits ? ending.toLowerCase() : (endings[0] ?? '')
  // the ending of another kind of file goes; what only looks like an ending, as in “v1.2”, stays
  const body = fits || isEnding(ending) ? stem : clean
  const bare = body.replace(/^[.\s]+|[.\s]+$/gu, '')
  const room = fileLimits.name - kept.length - 1
  const cut = [...bare].slice(0, room).join('').trimEnd()
  return `${cut === '' || reserved.test(cut) ? 'file' : cut}.${kept}`
}

function isEnding(ending: string): boolean {
  const known = Object.values(fileKinds).some(({ endings }) =>
    (endings as readonly string[]).includes(ending.toLowerCase()),
  )
  return known || /^(?:[a-z]{2,5}|[a-z]+\d|\d[a-z]+)$/i.test(ending)
}
