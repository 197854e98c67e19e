import type { Text } from '../../../core/values/text.ts'

/**
 * What became of a time stamp. Only `stamped` says that this very digest was there at `time`, by an authority that a
 * given root vouches for; every other word is a no, and says which.
 */
export type StampStatus =
  | 'stamped'
  /** Whole in itself, but no given root vouches for who signed it. */
  | 'untrusted-root'
  /** It is about other bytes. */
  | 'wrong-digest'
  /** It answers another question than ours: an old answer sent again. */
  | 'wrong-nonce'
  /** A certificate was not valid at the time it states. */
  | 'expired'
  /** Its certificate is not one for time stamps alone. */
  | 'wrong-purpose'
  /** It rests on an algorithm that no longer proves anything. */
  | 'weak'
  /** It rests on an algorithm that cannot be checked here. */
  | 'unsupported'
  /** It is no time stamp, or one that was changed. */
  | 'damaged'
  /** The authority answered that it does not give one. */
  | 'rejected'
  /** No usable answer came. */
  | 'no-answer'

export type StampReason = keyof typeof reasons

export type Verdict = {
  readonly status: StampStatus
  /** The moment it states, once its signature was found right. */
  readonly time?: string
  /** Who signed, by the name in the certificate. */
  readonly authority?: string
  /** Why it is not `stamped`. */
  readonly reason?: StampReason
  /** What the authority itself said when it refused. */
  readonly said?: string
  /** The rules the authority says it follows, an object identifier. */
  readonly policy?: string
  /** When the first of the certificates it rests on ends. */
  readonly certificateUntil?: string
}

/** What is known of a token beside why it is none. */
export type Known = Omit<Verdict, 'status' | 'reason'>

export function fault(reason: StampReason, known: Known = {}): Verdict {
  return { status: reasons[reason].status, ...known, reason }
}

/** Why, in plain words with the next step. */
export function reasonWords(reason: StampReason): Text {
  return reasons[reason].text
}

const reasons = {
  'not-a-token': of('damaged', '不是时间戳，或者已损坏', 'it is no time stamp, or a damaged one'),
  'too-large': of('damaged', '比任何时间戳都大，没有读', 'it is larger than any time stamp; it was not read'),
  'content-type': of('damaged', '签名的内容不是时间戳', 'what is signed is not a time stamp'),
  'token-version': of('damaged', '时间戳的版本不对', 'its version is not that of a time stamp'),
  signers: of('damaged', '应当恰好有一个签名', 'it must have exactly one signature'),
  attributes: of(
    'damaged',
    '签名所附的说明缺失或与内容不符，时间戳被改动过',
    'what was signed along is missing or does not fit the content: it was changed',
  ),
  'no-certificate': of('damaged', '没有附上签名机构的证书', 'the certificate of the authority is not in it'),
  'other-certificate': of(
    'damaged',
    '附上的证书不是签名时认定的那一张',
    'the certificate in it is not the one that was signed for',
  ),
  'other-name': of(
    'damaged',
    '写明的机构与证书上的不是同一个',
    'the authority it names is not that of the certificate',
  ),
  signature: of('damaged', '签名不对，时间戳被改动过', 'the signature is wrong: it was changed'),
  refused: of('rejected', '机构拒绝给出时间戳', 'the authority refused to give a time stamp'),
  'weak-algorithm': of(
    'weak',
    '用了已不安全的算法（如 SHA-1），证明不了什么',
    'it rests on an algorithm that is no longer safe (such as SHA-1)',
  ),
  'algorithm-unknown': of(
    'unsupported',
    '用了本机核对不了的算法（如国密 SM2）；请用该机构自己的工具核对',
    'it uses an algorithm that cannot be checked here (such as SM2); check it with the tool of the authority',
  ),
  purpose: of(
    'wrong-purpose',
    '签名证书不是专用于时间戳的',
    'the certificate it is signed with is not for time stamps alone',
  ),
  'certificate-expired': of(
    'expired',
    '盖时间戳那一刻，证书已过期或尚未生效',
    'a certificate was not valid, or not yet, at the time it states',
  ),
  'no-root-given': of(
    'untrusted-root',
    '本身完好，但没有给出根证书，证明不了是谁签的；用 --ca 给出该机构的根证书再核对',
    'it is whole in itself, but without a root certificate nothing shows who signed it; give that of the authority with --ca',
  ),
  'self-signed': of(
    'untrusted-root',
    '签名证书是自己给自己签发的，谁都可以做一张',
    'the certificate is signed by itself: anyone can make one',
  ),
  'root-unknown': of(
    'untrusted-root',
    '签名证书追溯不到给出的根证书',
    'its certificate does not lead to a root certificate that was given',
  ),
  'chain-broken': of(
    'untrusted-root',
    '到根证书的途中，有一张证书无权签发证书',
    'on the way to the root stands a certificate that may not issue others',
  ),
  digest: of('wrong-digest', '时间戳是给别的内容盖的', 'it is about other content'),
  'digest-algorithm': of(
    'unsupported',
    '时间戳用的摘要算法这里核对不了',
    'the digest in it is of a kind that cannot be checked here',
  ),
  nonce: of(
    'wrong-nonce',
    '答的不是这一次的请求（旧的回答又发了一遍）',
    'it does not answer this request: an old answer sent again',
  ),
  'not-reached': of('no-answer', '连不上', 'it could not be reached'),
  'too-slow': of('no-answer', '在时限内没有答完', 'it did not answer in time'),
  'answer-too-large': of('no-answer', '回答大得不合理，已中断', 'its answer is too large to be true; it was cut off'),
  redirected: of(
    'no-answer',
    '把请求转去了别的地址；没有跟过去，请核实后直接写那个地址',
    'it points to another address, which was not followed; make sure of it and name that one',
  ),
  'http-status': of('no-answer', '没有正常回答（HTTP 状态）', 'it did not answer as it should (HTTP status)'),
  'not-an-address': of(
    'no-answer',
    '不是 http:// 或 https:// 开头的地址',
    'this is no address that begins with http:// or https://',
  ),
} as const satisfies Record<string, { readonly status: StampStatus; readonly text: Text }>

function of<S extends StampStatus>(status: S, zh: string, en: string) {
  return { status, text: { zh, en } }
}
