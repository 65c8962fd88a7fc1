import { describe, expect, test } from 'vitest'

import { readSelection } from './export-filter'

const code = '019341a0-0000-7000-8000-000000000000'
const known = { themes: ['early'], places: ['dudley'], teams: ['bvsc'], coders: [code], codes: [code], communities: [] }

describe('what an export is asked for', () => {
  test.each([
    ['SUBMISSIONS', 'stage=new&place=dudley&q=food&mine=yes&page=3'],
    ['SUBMISSIONS', 'reference=WM-7K3Q-2M9D'],
    ['PASSAGES', `code=${code}&match=all&below=no&by=${code}&which=agreed&after=${code}`],
    ['GRID', `column=title&column=whathappened&codes=${code}&cells=passage&sort=title&order=up`],
    ['FOLLOW_UPS', 'show=due&who=mine&page=2'],
  ] as const)('%s takes %s', (what, query) => {
    expect(readSelection(what, query, known).fault).toBeNull()
  })

  test.each([
    ['SUBMISSIONS', 'stge=new', 'a filter “stge”'],
    ['SUBMISSIONS', 'stage=newish', 'a stage'],
    ['CODINGS', 'place=atlantis&theme=x', 'a theme and a place'],
    ['SUBMISSIONS', `q=${'a'.repeat(201)}`, 'a search of more than 200 characters'],
    ['PASSAGES', 'column=title', 'a filter “column”'],
    ['PASSAGES', 'which=best', 'a kind of coding “best”'],
    ['GRID', 'column=telephone', 'a column “telephone”'],
    ['GRID', 'codes=nothing', 'a code for a column'],
    ['GRID', 'sort=colour', 'a way to sort by “colour”'],
    ['FOLLOW_UPS', 'stage=new', 'a filter “stage”'],
    ['FOLLOW_UPS', 'show=tomorrow', 'a part of the queue “tomorrow”'],
  ] as const)('%s refuses %s and names it', (what, query, named) => {
    expect(readSelection(what, query, known).fault).toBe(
      `The address asks for what cannot be had: ${named}. No file was made.`,
    )
  })
})
