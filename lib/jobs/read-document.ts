import type { Task } from 'graphile-worker'
import * as z from 'zod/mini'

import { readDocument } from '@/lib/data/document-texts'

const Payload = z.object({ id: z.uuid() })

/** Reads the text of one document. A file that cannot be fetched is tried again later; one without text is done. */
export const readDocumentJob: Task = async payload => {
  await readDocument(Payload.parse(payload).id)
}
