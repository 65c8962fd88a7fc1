import type { Frame } from './qdpx-elements'
import { readGuid } from './guid'

/** What is asked of whoever reads the file. */
type Reading = {
  refer(given: Record<string, string>, as: 'code' | 'variable' | 'source' | 'note'): string | null
  lose(what: string): void
}

/** Takes in an element that refers to something: to a code, a note, a variable, a source. */
export function takeReference(
  { name, thing, selection, coding, value }: Frame,
  given: Record<string, string>,
  reading: Reading,
): void {
  switch (name) {
    case 'CodeRef': {
      const guid = reading.refer(given, 'code')
      if (!guid) return
      if (coding) coding.code = guid
      else if (thing?.kind === 'case') thing.codes.push(guid)
      return
    }
    case 'NoteRef': {
      const guid = reading.refer(given, 'note')
      if (!guid) return
      if (coding) coding.notes.push(guid)
      else if (selection) selection.notes.push(guid)
      else if (thing?.kind === 'source' || thing?.kind === 'code') thing.notes.push(guid)
      else reading.lose('Notes on the whole project or on links')
      return
    }
    case 'VariableRef': {
      const guid = reading.refer(given, 'variable')
      if (guid && value) value.variable = guid
      return
    }
    case 'SourceRef': {
      const guid = reading.refer(given, 'source')
      if (guid && thing?.kind === 'case') thing.sources.push(guid)
      return
    }
    case 'SelectionRef': {
      const guid = readGuid(given.targetGUID)
      if (guid && thing?.kind === 'case') thing.selections.push(guid)
      return
    }
    case 'MemberCode':
    case 'MemberSource':
    case 'MemberNote': {
      const as = name === 'MemberCode' ? 'code' : name === 'MemberSource' ? 'source' : 'note'
      const guid = reading.refer(given, as)
      if (guid && thing?.kind === 'set') thing[`${as}s`].push(guid)
    }
  }
}
