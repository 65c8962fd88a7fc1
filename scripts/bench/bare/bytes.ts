import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** Serves one file's bytes to whatever is asked, at `PORT` on loopback: as fast as node:http can. */
const body = readFileSync(process.env.BYTES ?? '')
createServer((_, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length })
  response.end(body)
}).listen(Number(process.env.PORT), '127.0.0.1')
