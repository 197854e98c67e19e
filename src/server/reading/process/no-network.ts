import dgram from 'node:dgram'
import dns from 'node:dns'
import net from 'node:net'

/** Imported first by a process that reads strangers' files: from here on it can reach nobody. */
const owners: readonly (readonly [object, readonly string[]])[] = [
  [net.Socket.prototype, ['connect']],
  [dgram.Socket.prototype, ['connect', 'send', 'bind']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'resolveAny']],
  [dns.promises, ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveTxt', 'resolveAny']],
]
for (const [owner, names] of owners)
  for (const name of names)
    Object.defineProperty(owner, name, {
      value() {
        throw new Error('reading a file never reaches out')
      },
    })
