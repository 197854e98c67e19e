import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import { type AddressObject, type HeaderLines, simpleParser } from 'mailparser'
import { type Decoded, type DkimFinding, type MailHead, nothingDecoded } from './decoded.ts'
import { textLines } from './text-lines.ts'
import { htmlLines } from './web-page.ts'

/** Public keys of senders by `selector._domainkey.domain`, as a name server would answer. */
export type DkimKeys = Readonly<Record<string, string>>

const LONGEST = 25_000_000
const SHOWN = 300

/** A mail as it was received. Signatures are checked with the keys at hand alone: no name server is asked. */
export async function decodeMail(bytes: Uint8Array, keys: DkimKeys): Promise<Decoded> {
  if (bytes.length > LONGEST) return { ...nothingDecoded, notes: ['too-large'] }
  const mail = await simpleParser(Buffer.from(bytes), {
    skipImageLinks: true,
    skipTextToHtml: true,
    skipHtmlToText: true,
    skipTextLinks: true,
    maxHtmlLengthToParse: 4_000_000,
  })
  const head: MailHead = {
    ...named('from', addresses(mail.from)),
    ...named('to', addresses(mail.to)),
    ...named('subject', mail.subject),
    ...named('messageId', mail.messageId),
    ...named('date', dateOf(mail.headerLines)),
    dkim: await signatures(bytes, keys),
    attachments: mail.attachments.slice(0, 100).map(({ filename, contentType, size }) => ({
      name: shown(filename ?? ''),
      mime: shown(contentType),
      bytes: size,
    })),
  }
  const told = [head.subject, head.from, head.to].filter((part) => part !== undefined)
  const body = mail.text !== undefined && mail.text.trim() !== '' ? textLines(mail.text) : htmlLines(mail.html || '')
  return {
    ...nothingDecoded,
    mail: head,
    dates: head.date === undefined ? [] : [{ at: head.date, from: 'mail', zone: 'stated' }],
    lines: [...told.map((text) => ({ text })), ...body],
  }
}

/** Only a signature over the whole of the mail, whose key is at hand and fits, counts as verified. */
async function signatures(bytes: Uint8Array, keys: DkimKeys): Promise<readonly DkimFinding[]> {
  try {
    const { results } = await dkimVerify(Buffer.from(bytes), {
      resolver: async (name: string, type: string) => {
        const key = type === 'TXT' ? keys[name.toLowerCase()] : undefined
        if (key !== undefined) return [[key]]
        throw Object.assign(new Error(`no key at hand: ${name}`), { code: 'ENOTFOUND' })
      },
    })
    return results.flatMap(({ signingDomain, selector, status }): readonly DkimFinding[] => {
      if (signingDomain === undefined || selector === undefined) return []
      const known = `${selector}._domainkey.${signingDomain}`.toLowerCase() in keys
      const result = status.result === 'pass' ? 'pass' : known ? 'not-verified' : 'no-key'
      return [{ domain: shown(signingDomain), selector: shown(selector), result }]
    })
  } catch {
    return []
  }
}

/** From the header itself: the parser answers with the present moment when it cannot read one. */
function dateOf(lines: HeaderLines): string | undefined {
  const line = lines.find(({ key }) => key === 'date')?.line ?? ''
  const ms = Date.parse(
    line
      .replace(/^date:/i, '')
      .replace(/\([^)]*\)/g, '')
      .trim(),
  )
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString()
}

function addresses(found: AddressObject | AddressObject[] | undefined): string | undefined {
  return (
    [found ?? []]
      .flat()
      .map(({ text }) => text)
      .join(', ') || undefined
  )
}

function named<Key extends string>(key: Key, value: string | undefined): { readonly [K in Key]?: string } {
  return value === undefined ? {} : ({ [key]: shown(value) } as { readonly [K in Key]?: string })
}

function shown(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach a terminal or a screen
  return text.replaceAll(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]+/g, ' ').slice(0, SHOWN)
}
