/** Alive: the process answers, whatever the database does. */
export function GET() {
  return Response.json({ alive: true }, { headers: { 'cache-control': 'no-store' } })
}
