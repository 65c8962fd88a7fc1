import { db, type Transaction } from '@/lib/db'
import { treeOf } from '@/lib/domain/codebook-tree'

/** The call's codes by their places in the codebook as its tree is read, retired ones last by name. Whose it is to see, the caller asks. */
export async function codePlaces(callId: string, tx: Transaction = db): Promise<Map<string, number>> {
  const codes = await tx.code.findMany({
    where: { callId },
    select: { id: true, parentId: true, position: true, name: true, retiredAt: true },
    orderBy: { id: 'asc' },
  })
  const retired = codes.filter(({ retiredAt }) => retiredAt !== null)
  const inOrder = [
    ...treeOf(codes.filter(({ retiredAt }) => retiredAt === null)),
    ...retired.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
  ]
  return new Map(inOrder.map(({ id }, place) => [id, place]))
}
