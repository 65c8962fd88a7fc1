import { answerDeed } from '@/app/api/workspace/answer'
import { coinCode } from '@/lib/data/coin-code'
import { NewCode } from '@/lib/domain/coding'

/** A new code, made on the spot. */
export function POST(request: Request): Promise<Response> {
  return answerDeed(request, NewCode, coinCode)
}
