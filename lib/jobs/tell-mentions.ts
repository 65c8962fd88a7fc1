import type { Task } from 'graphile-worker'
import * as z from 'zod/mini'

import { tellOfMentions } from '@/lib/data/mention-digests'

const Payload = z.object({ id: z.uuid() })

/** Tells a person, in one mail, of what colleagues wrote that names them. Safe to run twice. */
export const tellMentions: Task = payload => tellOfMentions(Payload.parse(payload).id)
