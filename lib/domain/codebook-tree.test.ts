import { describe, expect, test } from 'vitest'

import { dropPlace, placeFault, readMove, siblingsOf, stepPlace, treeOf, type Drop, type Step } from './codebook-tree'

const code = (id: string, parentId: string | null, position: number) => ({ id, parentId, position, name: id })
// A(B(C, D), E), F
const codes = [
  code('F', null, 2),
  code('A', null, 1),
  code('E', 'A', 2),
  code('B', 'A', 1),
  code('D', 'B', 2),
  code('C', 'B', 1),
]

test('a tree is read from the top, each code followed by those under it', () => {
  expect(treeOf(codes).map(({ id, depth, path }) => `${id}${depth}${path.join('')}`)).toEqual([
    'A1',
    'B2A',
    'C3AB',
    'D3AB',
    'E2A',
    'F1',
  ])
  expect(treeOf([code('X', 'gone', 1)]).map(({ id, depth }) => [id, depth])).toEqual([['X', 1]])
  expect(siblingsOf(codes, 'A', 'B').map(({ id }) => id)).toEqual(['E'])
})

describe('one step', () => {
  test.each<[string, Step, string | null, number]>([
    ['F', 'up', null, 0],
    ['A', 'down', null, 1],
    ['F', 'in', 'A', 2],
    ['E', 'in', 'B', 2],
    ['D', 'out', 'A', 1],
    ['B', 'out', null, 1],
  ])('of %s %s', (id, step, parentId, index) => expect(stepPlace(codes, id, step)).toEqual({ parentId, index }))

  test.each<[string, Step]>([
    ['A', 'up'],
    ['F', 'down'],
    ['A', 'in'],
    ['C', 'in'],
    ['F', 'out'],
    ['nobody', 'up'],
  ])('of %s %s leads nowhere', (id, step) => expect(stepPlace(codes, id, step)).toBeNull())
})

describe('a drop', () => {
  test.each<[string, Drop, string | null, number]>([
    ['F', { side: 'before', targetId: 'A' }, null, 0],
    ['A', { side: 'after', targetId: 'F' }, null, 1],
    ['F', { side: 'after', targetId: 'C' }, 'B', 1],
    ['D', { side: 'before', targetId: 'C' }, 'B', 0],
    ['F', { side: 'under', targetId: 'E' }, 'E', 0],
    ['C', { side: 'under', targetId: 'B' }, 'B', 1],
  ])('of %s %o', (id, drop, parentId, index) => expect(dropPlace(codes, id, drop)).toEqual({ parentId, index }))

  test('on itself or on what is gone leads nowhere', () => {
    expect(dropPlace(codes, 'A', { side: 'under', targetId: 'A' })).toBeNull()
    expect(dropPlace(codes, 'A', { side: 'after', targetId: 'gone' })).toBeNull()
  })
})

describe('a code may not stand', () => {
  const deep = [1, 2, 3, 4, 5].map(n => code(`d${n}`, n === 1 ? null : `d${n - 1}`, 1))
  test.each([
    ['A', 'A', 'circle'],
    ['A', 'D', 'circle'],
    ['A', 'gone', 'gone'],
    ['F', 'd5', 'deep'],
    ['B', 'd4', 'deep'],
    ['B', 'd3', null],
    ['F', 'd4', null],
    ['A', null, null],
  ])('%s under %s: %s', (id, parentId, fault) => expect(placeFault([...codes, ...deep], id, parentId)).toBe(fault))
})

test('what a button or a drop sends is read, and nothing else', () => {
  const [a, b] = ['0199a1b2-0000-7000-8000-000000000001', '0199a1b2-0000-7000-8000-000000000002']
  expect(readMove(`${a}:in`)).toEqual({ codeId: a, move: 'in' })
  expect(readMove(`${a}:under:${b}`)).toEqual({ codeId: a, move: { side: 'under', targetId: b } })
  for (const text of [
    '',
    a,
    `${a}:`,
    `${a}:under`,
    `${a}:in:${b}`,
    `${a}:sideways`,
    `x:up`,
    `${a}:up\n`,
    `${a}:after:x`,
  ])
    expect(readMove(text), text).toBeNull()
})
