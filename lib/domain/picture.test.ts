import { describe, expect, test } from 'vitest'

import { filesOf, picturePath, plainFileOf, readPictureName, widthsOf } from './picture'

const id = '0190a2c4-0000-7000-8000-000000000001'

describe('the sizes that are made of a picture', () => {
  test.each([
    [3_000, [480, 960, 1_600]],
    [1_600, [480, 960, 1_600]],
    [1_200, [480, 960, 1_200]],
    [960, [480, 960]],
    [500, [480, 500]],
    [480, [480]],
    [3, [3]],
  ])('a width of %i makes %j', (width, made) => {
    expect(widthsOf(width)).toEqual(made)
    expect(Math.max(...widthsOf(width), plainFileOf({ width, height: 1 }).width)).toBeLessThanOrEqual(width)
  })

  test('each width has both modern formats, and one file is for everything', () => {
    expect(filesOf(700).map(({ width, format }) => `${width}.${format}`)).toEqual([
      '480.avif',
      '480.webp',
      '700.avif',
      '700.webp',
      '700.jpeg',
    ])
  })
})

describe('the address of a file', () => {
  test('is read as it was written', () => {
    for (const file of filesOf(1_300)) {
      const [, , , image = '', name = ''] = picturePath(id, file).split('/')
      expect(readPictureName(image, name)).toEqual({ id, ...file })
    }
  })

  test.each([
    ['x', '480.avif'],
    [id, '480.svg'],
    [id, '0480.avif'],
    [id, '0.avif'],
    [id, '-1.avif'],
    [id, '4e2.avif'],
    [id, '999999.avif'],
    [id, '../480.avif'],
    [id, '480'],
    [id, ''],
  ])('%s/%s is none', (image, name) => {
    expect(readPictureName(image, name)).toBeNull()
  })
})
