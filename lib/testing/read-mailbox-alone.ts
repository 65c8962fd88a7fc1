import { startMailboxReader } from '@/lib/jobs/read-mailbox'
import { env } from '@/lib/env'

// A process of its own that reads a mailbox, to be killed in the middle of it.
const { databaseUrl, imapUrl } = env()
if (databaseUrl && imapUrl) startMailboxReader(databaseUrl, imapUrl)
