import { connection } from 'next/server'

/** As little as a page made anew for each request can be. */
export default async function BarePage() {
  await connection()
  return <h1>A bare page</h1>
}
