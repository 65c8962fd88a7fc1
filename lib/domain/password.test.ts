import { expect, test } from 'vitest'

import { passwordProblem } from './password'

const owner = { name: 'Lesley Hart-Johnson', email: 'lesley.hart.j@wolverhampton.example' }
const own = 'Password must not be the name or email address of the account'

test.each([
  ['elevenchars', 'Password must be 12 characters or more'],
  ['twelve chars', null],
  ['🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱', 'Password must be 12 characters or more'],
  ['🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱🌱', null],
  ['a'.repeat(200), null],
  ['a'.repeat(201), 'Password must be 200 characters or less'],
  ['lesley hart-johnson', own],
  ['LesleyHart-Johnson', own],
  ['Lesley.Hart.J@Wolverhampton.example', own],
  ['lesley.hart.j', own],
  ['wolverhampton.example', own],
  ['lesley hart-johnson likes canals', null],
])('%j', (password, problem) => expect(passwordProblem(password, owner)).toBe(problem))
