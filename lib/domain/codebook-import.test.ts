import { describe, expect, test } from 'vitest'

import { planImport, readWords, type ExistingCode, type FileCode } from './codebook-import'

const here = (id: string, parentId: string | null = null, more: Partial<ExistingCode> = {}): ExistingCode => ({
  id,
  parentId,
  name: id.toUpperCase(),
  colour: 1,
  definition: '',
  whenToUse: '',
  whenNot: '',
  example: '',
  retired: false,
  ...more,
})
const row = (name: string, more: Partial<FileCode> = {}): FileCode => ({
  at: `Row of ${name}`,
  id: null,
  path: null,
  retired: false,
  words: { name },
  ...more,
})
const existing = [here('a'), here('b', 'a'), here('old', null, { retired: true })]

describe('an import', () => {
  test('leaves what says the same, changes what has the same name, adds the rest', () => {
    const { codes, faults } = planImport(existing, [
      row('b'),
      row('A', { words: { name: 'A', definition: 'New.' } }),
      row('C', { path: ['A', 'B'] }),
      row('D', { path: ['C'] }),
    ])
    expect(faults).toEqual([])
    expect(codes.map(({ kind, ref, parentRef }) => [kind, ref, parentRef])).toEqual([
      ['change', 'b', 'a'],
      ['change', 'a', null],
      ['add', 'row:2', 'b'],
      ['add', 'row:3', 'row:2'],
    ])
    expect(codes.map(code => code.parentName)).toEqual(['A', null, 'b', 'C'])
    expect(codes[0]?.fields).toEqual({ name: { before: 'B', after: 'b' } })
    expect(planImport(existing, [row('A'), row('B', { path: ['A'] })]).codes.map(code => code.kind)).toEqual([
      'same',
      'same',
    ])
  })

  test('knows a code by its id, also under another name, and moves it where the file has it', () => {
    const { codes, faults } = planImport(existing, [row('Bee', { id: 'b', path: [] })])
    expect(faults).toEqual([])
    expect(codes[0]).toMatchObject({ kind: 'change', codeId: 'b', moved: true, parentRef: null })
  })

  test('neither retires nor brings back what is there', () => {
    const { codes } = planImport(existing, [
      row('OLD', { retired: true }),
      row('A', { retired: true }),
      row('old', { id: 'x' }),
    ])
    expect(codes.map(({ kind, codeId, retired }) => [kind, codeId, retired])).toEqual([
      ['same', 'old', true],
      ['same', 'a', false],
      ['add', null, false],
    ])
  })

  test.each<[string, FileCode[], RegExp]>([
    ['two of a name', [row('X'), row('x')], /Row of x: “x” has the name of another code of the file \(Row of X\)/],
    ['a parent that is not there', [row('X', { path: ['Nobody'] })], /Row of X: there is no code “Nobody”/],
    ['a circle', [row('A', { path: ['B'] })], /would stand under itself/],
    ['a name that another has', [row('B', { id: 'a' })], /Row of B: another code is named “B” already/],
    [
      'too deep a tree',
      [row('C', { path: ['B'] }), row('D', { path: ['C'] }), row('E', { path: ['D'] }), row('F', { path: ['E'] })],
      /Row of F: “F” would stand 6 deep/,
    ],
  ])('with %s is refused', (_, rows, fault) => expect(planImport(existing, rows).faults.join('\n')).toMatch(fault))
})

test('what a file says is kept as a form would, or is a sentence', () => {
  expect(readWords('Row 2', { name: ' Food  aid', colour: 3, definition: null })).toEqual({
    words: { name: 'Food aid', colour: 3 },
    faults: [],
  })
  expect(readWords('Row 2', { name: '', colour: 'mauve' }).faults).toEqual([
    'Row 2: Enter a name.',
    'Row 2: Select a colour.',
  ])
})
