import type { Task } from 'graphile-worker'
import * as z from 'zod/mini'

import { tellOfFinds } from '@/lib/data/search-mails'

const Payload = z.object({ id: z.uuid() })

/** Tells a person, in one mail, what their saved searches of the library have found. Safe to run twice. */
export const tellFinds: Task = payload => tellOfFinds(Payload.parse(payload).id)
