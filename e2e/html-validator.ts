import { execFile, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

const jar = 'node_modules/vnu-jar/build/dist/vnu.jar'

/** Whether the validator of HTML can run here: it needs Java. */
export function hasJava(): boolean {
  return spawnSync('java', ['-version']).status === 0
}

type Message = { type: string; message: string; url?: string; extract?: string }

/**
 * What comes from Next itself, and cannot be mended by us. Each is one message, exactly.
 */
const notOurs: readonly RegExp[] = [
  /^Bad value “” for attribute “action” on element “form”: Must be non-empty\.$/, // how React writes a form whose action is on the server
]

/** The errors of some pages by the checker of the W3C, each with its page; empty where all are valid. One run for all. */
export async function htmlFaults(pages: Record<string, string>): Promise<string[]> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pages-'))
  try {
    const files = Object.entries(pages).map(([address, html], at) => {
      const file = path.join(folder, `${at}.html`)
      fs.writeFileSync(file, html)
      return { address, file }
    })
    const messages = await check(files.map(({ file }) => file))
    return messages
      .filter(({ type, message }) => type !== 'info' && !notOurs.some(known => known.test(message)))
      .map(({ url = '', message, extract = '' }) => {
        const page = files.find(({ file }) => url.endsWith(file))?.address ?? url
        return `${page}: ${message} ${extract.replaceAll('\n', ' ').slice(0, 160)}`
      })
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

function check(files: string[]): Promise<Message[]> {
  const given = ['-Xmx256m', '-XX:+UseSerialGC', '-jar', jar, '--format', 'json', '--exit-zero-always', ...files]
  return new Promise((resolve, reject) => {
    execFile('java', given, { maxBuffer: 67_108_864 }, (fault, _out, said) => {
      if (fault) return reject(fault)
      try {
        resolve((JSON.parse(said) as { messages: Message[] }).messages)
      } catch {
        reject(new Error(`The validator said nothing that can be read: ${said.slice(0, 300)}`))
      }
    })
  })
}
