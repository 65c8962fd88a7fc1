import { Tag } from '@/components/ui/tag'
import type { MailStatus } from '@/lib/data/mail'

export const mailStatusNames: Record<MailStatus, string> = { WAITING: 'Waiting', SENT: 'Sent', FAILED: 'Failed' }
const tones = { WAITING: 'canal', SENT: 'moss', FAILED: 'furnace' } as const

export function MailStatusTag({ status }: { status: MailStatus }) {
  return <Tag tone={tones[status]}>{mailStatusNames[status]}</Tag>
}
