/** Lets at most so many works run at once; the others wait, in order. What heavy work takes in memory is then bounded. */
export function atOnce(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let running = 0
  return async work => {
    if (running < most) running += 1
    else await new Promise<void>(resolve => waiting.push(resolve)) // whoever ended gave its place to us
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
