const lineFeed = 0x0a
const longestLine = 64 * 1024
const begin = Symbol('begin')

/** Whether a file that begins so is an mbox rather than one message. */
export function isMbox(firstBytes: Uint8Array): boolean {
  return isSeparator(Buffer.from(firstBytes))
}

/**
 * Parts an mbox (mboxrd or mboxo) into its messages, whatever its size: nothing of it is kept longer than a line. Each
 * message is read before the next is asked for; what of it was not read is passed over.
 */
export async function* splitMbox(source: AsyncIterable<Uint8Array>): AsyncGenerator<AsyncIterable<Buffer>> {
  const pieces = piecesOf(source)
  let next = await pieces.next()
  async function* body() {
    for (;;) {
      next = await pieces.next()
      if (next.done || next.value === begin) return
      yield next.value
    }
  }
  while (!next.done) {
    yield body()
    while (!next.done && next.value !== begin) next = await pieces.next()
    if (next.done) return
  }
}

async function* piecesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer | typeof begin> {
  let heldBack: Buffer | null = null // an empty line that may stand before a separator, which it then belongs to
  let afterEmpty = true
  let begun = false
  for await (const { bytes, atStart } of linesOf(source)) {
    if (atStart && afterEmpty && isSeparator(bytes)) {
      begun = true
      heldBack = null
      afterEmpty = false
      yield begin
      continue
    }
    if (!begun) continue // nothing is a message before the first separator
    if (heldBack) yield heldBack
    heldBack = null
    afterEmpty = atStart && isEmptyLine(bytes)
    if (afterEmpty) heldBack = bytes
    else yield atStart ? unquoted(bytes) : bytes
  }
}

/** Lines with their ends; one that is too long comes in several pieces. */
async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<{ bytes: Buffer; atStart: boolean }> {
  let rest = Buffer.alloc(0)
  let atStart = true
  for await (const chunk of source) {
    let bytes = rest.length > 0 ? Buffer.concat([rest, chunk]) : Buffer.from(chunk)
    for (let end = bytes.indexOf(lineFeed); end >= 0; end = bytes.indexOf(lineFeed)) {
      yield { bytes: bytes.subarray(0, end + 1), atStart }
      atStart = true
      bytes = bytes.subarray(end + 1)
    }
    if (bytes.length > longestLine) {
      yield { bytes, atStart }
      atStart = false
      bytes = Buffer.alloc(0)
    }
    rest = bytes
  }
  if (rest.length > 0) yield { bytes: rest, atStart }
}

/** `From ` with a sender and a time; a sentence that begins so has none. */
function isSeparator(line: Buffer): boolean {
  return (
    line.subarray(0, 5).toString('latin1') === 'From ' &&
    /^From \S.*\d\d:\d\d/.test(line.subarray(0, 300).toString('latin1'))
  )
}

function isEmptyLine(line: Buffer): boolean {
  return line.length === 1 || (line.length === 2 && line[0] === 0x0d)
}

function unquoted(line: Buffer): Buffer {
  return /^>+From /.test(line.subarray(0, 80).toString('latin1')) ? line.subarray(1) : line
}
