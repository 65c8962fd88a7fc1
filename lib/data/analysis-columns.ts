import { db } from '@/lib/db'
import type { Crossing } from '@/lib/domain/analysis'
import { organisationTypeNames, organisationTypes } from '@/lib/domain/submission'

/** What a matrix is crossed with: each with its name, in the order of the call. */
export type NamedColumn = { key: string; label: string; retired: boolean }

/** Reads the columns of a crossing. */
export async function readColumns(callId: string, by: Crossing): Promise<NamedColumn[]> {
  const inCall = { where: { callId }, orderBy: { position: 'asc' } } as const
  switch (by) {
    case 'type':
      return organisationTypes.map(type => ({ key: type, label: organisationTypeNames[type], retired: false }))
    case 'theme': {
      const prompts = await db.prompt.findMany({ ...inCall, select: { key: true, theme: true, retiredAt: true } })
      return prompts.map(({ key, theme, retiredAt }) => ({ key, label: theme, retired: retiredAt !== null }))
    }
    case 'team': {
      const teams = await db.team.findMany({ select: { short: true, name: true }, orderBy: { name: 'asc' } })
      return teams.map(({ short, name }) => ({ key: short, label: name, retired: false }))
    }
    case 'place': {
      const select = { key: true, name: true, retiredAt: true, parent: { select: { name: true } } } as const
      const places = await db.place.findMany({ ...inCall, select })
      return places.map(({ key, name, retiredAt, parent }) => ({
        key,
        label: parent ? `${name} (in ${parent.name})` : name,
        retired: retiredAt !== null,
      }))
    }
  }
}
