import { expect, test } from 'vitest'

import { maskAddress, maskText } from './mask'

test.each([
  ['jane@example.org', 'j•••@example.org'],
  ['j@example.org', 'j•••@example.org'],
  ['@example.org', '•••'],
  ['nobody', '•••'],
])('%j is shown as %j', (address, shown) => expect(maskAddress(address)).toBe(shown))

test.each([
  ['Write to jane@example.org.', 'Write to j•••@example.org.'],
  ['https://portal.example/evidence/abc', 'https://portal.example/evidence/•••'],
  ['see http://localhost:3000/resume/x7?y=1#z now', 'see http://localhost:3000/resume/•••?••• now'],
  ['https://portal.example/invite/0123456789abcdef0123', 'https://portal.example/invite/•••'],
  ['https://portal.example/e/Zm9vYmFyYmF6cXV4eHl6', 'https://portal.example/e/•••'],
  ['https://portal.example/case-studies', 'https://portal.example/case-studies'],
  ['https://me:secret@portal.example/', 'https://portal.example/'],
  ['Reference WM-7K3Q-2M9D', 'Reference WM-7K3Q-2M9D'],
])('%j becomes %j', (text, shown) => expect(maskText(text)).toBe(shown))
