// Decodes one HEIC photograph and ends. A thread of its own, started by its path, so that a photograph made to
// exhaust the decoder takes nothing else with it.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

const { part, mostPixels, mostMemory } = workerData
const page = 65_536

// The limits of a thread do not count the memory of WebAssembly: it is asked for here.
const grow = WebAssembly.Memory.prototype.grow
WebAssembly.Memory.prototype.grow = function (pages) {
  if (this.buffer.byteLength + pages * page > mostMemory) throw new RangeError('The decoder asked for too much memory.')
  return grow.call(this, pages)
}

async function decode() {
  const heic = createRequire(import.meta.url)('heic-decode')
  const [picture] = await heic.all({ buffer: new Uint8Array(readFileSync(part)) })
  if (!picture) return { fault: 'damaged' }
  if (picture.width * picture.height > mostPixels) return { fault: 'pixels' }
  return picture.decode()
}

try {
  const answer = await decode()
  if (answer.data) {
    const { buffer } = answer.data
    parentPort.postMessage({ width: answer.width, height: answer.height, pixels: buffer }, [buffer])
  } else parentPort.postMessage(answer)
} catch {
  parentPort.postMessage({ fault: 'damaged' })
}
