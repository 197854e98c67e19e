// Loaded before the server under test: every connection it tries to make is written down, and none is let through.
import dgram from 'node:dgram'
import dns from 'node:dns'
import { appendFileSync } from 'node:fs'
import net from 'node:net'

const log = process.env.YOUJU_SOCKET_LOG ?? ''

function forbid(owner, name) {
  owner[name] = (...args) => {
    appendFileSync(log, `${name} ${JSON.stringify(args.filter((arg) => typeof arg !== 'function'))}\n`)
    throw new Error(`the server tried to reach out: ${name}`)
  }
}

forbid(net.Socket.prototype, 'connect')
forbid(dgram.Socket.prototype, 'send')
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6']) {
  if (name !== 'lookup') forbid(dns, name)
  forbid(dns.promises, name)
}
const { lookup } = dns
dns.lookup = (host, ...rest) => {
  // Listening on an address asks for it by name.
  if (['127.0.0.1', 'localhost', '0.0.0.0', '::1'].includes(host)) return lookup(host, ...rest)
  appendFileSync(log, `lookup ${host}\n`)
  throw new Error(`the server tried to look up ${host}`)
}
