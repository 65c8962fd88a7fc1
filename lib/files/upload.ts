import type { FileFault } from '@/lib/domain/material'
import { receiveFile } from './receive'
import { takeIn, type TakenFile } from './take-in'

/** Takes in the file of a form that is arriving, with what was said of it. */
export async function takeUpload(
  request: Request,
): Promise<{ ok: true; file: TakenFile; alt: string } | { ok: false; message: FileFault }> {
  const received = await receiveFile(request)
  if (!received.ok) return { ok: false, message: received.fault }
  const taking = await takeIn(received.part, received.name)
  if (!taking.ok) return { ok: false, message: taking.fault }
  return { ok: true, file: taking.file, alt: received.fields.alt ?? '' }
}
