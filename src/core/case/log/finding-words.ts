import type { Text } from '../../values/text.ts'

/** Something found amiss in what is kept: `what` is a stable code, `item` where. */
export type Finding = {
  readonly what: string
  readonly item: string
  readonly expected?: string
  readonly found?: string
}

/** A finding in plain words, one line: what is wrong, where, what should be there and what is. */
export function findingWords({ what, item, expected, found }: Finding): Text {
  const named = names[what] ?? { zh: what, en: what }
  if (expected === undefined && found === undefined) return { zh: `${named.zh}：${item}`, en: `${named.en}: ${item}` }
  const [was, is] = [short(expected), short(found)]
  const zh = [was === '' ? '' : `应为 ${was}`, is === '' ? '' : `现为 ${is}`].filter((part) => part !== '').join('，')
  const en = [was === '' ? '' : `expected ${was}`, is === '' ? '' : `found ${is}`]
    .filter((part) => part !== '')
    .join(', ')
  return { zh: `${named.zh}：${item}（${zh}）`, en: `${named.en}: ${item} (${en})` }
}

/** A digest is told apart by its beginning. */
function short(value: string | undefined): string {
  return (value ?? '').replaceAll(/\b([0-9a-f]{12})[0-9a-f]{52}\b/g, '$1…')
}

const names: Readonly<Record<string, Text>> = {
  database: { zh: '数据库文件损坏', en: 'the database file is damaged' },
  events: { zh: '案件的记录少了', en: 'records of a case are gone' },
  tally: { zh: '案件计数不符', en: 'the count of cases is off' },
  'chain-version': { zh: '记录缺失或顺序不对', en: 'a record is gone or out of place' },
  'chain-hash': { zh: '记录被改动', en: 'a record was changed' },
  'chain-previous': { zh: '记录接不上前一条', en: 'a record does not follow the one before' },
  'chain-payload': { zh: '记录的内容被改动', en: 'the content of a record was changed' },
  'chain-erasure': {
    zh: '记录的内容不见了，却没有删除的记录',
    en: 'the content of a record is gone without an erasure',
  },
  'chain-end': { zh: '案件的记录到不了应有的最后一条', en: 'the records of a case do not reach their end' },
  'head-missing': { zh: '导出或备份过的记录现在没有了', en: 'a record that was exported or backed up is gone' },
  'head-differs': { zh: '记录与导出或备份时的不一样', en: 'a record is not what it was when exported or backed up' },
  'stamp-changed': { zh: '时间戳凭据被改动', en: 'a time stamp was changed' },
  'stamp-of-nothing': {
    zh: '盖过时间戳的记录或原件现在没有了',
    en: 'what a time stamp is about is no longer there',
  },
  'anchor-cut': { zh: '锚里有的记录现在没有了', en: 'a record that was anchored is gone' },
  'anchor-differs': { zh: '记录与锚里的不一样', en: 'a record is not the one that was anchored' },
  'anchor-stamp-gone': {
    zh: '锚里记着的时间戳凭据不见了或被换掉',
    en: 'a time stamp that was anchored is gone or another',
  },
  'anchor-seal': { zh: '封存清单与锚里的不一样', en: 'the seal is not the one that was anchored' },
  'anchor-stamp': {
    zh: '锚自己的时间戳对不上，锚被改动过',
    en: 'the time stamp of an anchor does not fit it: it was changed',
  },
  'original-gone': { zh: '证据原件不见了', en: 'an original is gone' },
  'original-changed': { zh: '证据原件被改动', en: 'an original was changed' },
  'original-unspoken': { zh: '没有案件提到的原件', en: 'an original that no case speaks of' },
  'vault-stray': { zh: '原件库里多出来的文件', en: 'a file among the originals that is none' },
  'heads-unreadable': { zh: '链头记录里读不懂的一行', en: 'a line of noted heads that says nothing' },
  snapshot: { zh: '数据库快照没有做成', en: 'the snapshot of the database failed' },
  'entry-name': { zh: 'ZIP 里有不该有的文件名', en: 'a name that does not belong in the ZIP' },
  'entry-twice': { zh: 'ZIP 里同名的文件有两个', en: 'a name that stands twice in the ZIP' },
  'entry-link': { zh: 'ZIP 里有链接或特殊文件', en: 'a link or special file in the ZIP' },
  'entry-unknown': { zh: '备份清单里没有的文件', en: 'a file that the backup does not list' },
  'entry-unlisted': { zh: '备份清单里漏了这个案件的文件', en: 'the file of a case is not in the list of the backup' },
  'case-unlisted': { zh: '备份清单里没有这个案件', en: 'a case that the backup does not list' },
  'entry-gone': { zh: '备份里缺了文件', en: 'a file is gone from the backup' },
  'entry-too-big': { zh: '备份里的文件大得不合理', en: 'a file of the backup is too big to be true' },
  'entry-changed': { zh: '备份里的文件被改动或损坏', en: 'a file of the backup was changed or damaged' },
  'entry-unreadable': { zh: '备份里的文件读不出来', en: 'a file of the backup cannot be read' },
  'manifest-unreadable': { zh: '备份清单读不懂', en: 'the list of the backup cannot be read' },
  'case-unreadable': { zh: '备份里的案件读不懂', en: 'a case of the backup cannot be read' },
  missing: { zh: '清单里有、包里却没有的文件', en: 'a file that is listed and not there' },
  changed: { zh: '文件被改动或损坏', en: 'a file was changed or damaged' },
  unreadable: { zh: '文件读不出来', en: 'a file cannot be read' },
  'not-listed': { zh: '清单里没有的文件', en: 'a file that is not listed' },
  'no-case': { zh: '里面没有案件文件，也不是证据包', en: 'there is no case file in it, and it is no bag' },
  'file-and-folder': { zh: 'ZIP 里的一个名字既是文件又是文件夹', en: 'a name in the ZIP that is a file and a folder' },
  'manifest-twice': { zh: '同一种校验值有两份清单', en: 'a second manifest of the same kind of digest' },
  'zip-unreadable': {
    zh: '不是完整的 ZIP（没有复制完，或已损坏）',
    en: 'not a whole ZIP (copied in part, or damaged)',
  },
  'zip-too-many': { zh: 'ZIP 里的文件多得不合理', en: 'a ZIP with too many files to be true' },
  'not-fetched': { zh: '只写了下载地址、没有放进包里的文件', en: 'a file named by its address only, not in the bag' },
  'listed-twice': { zh: '清单里写了两次的文件', en: 'a file listed twice' },
  'unsafe-path': { zh: '清单里指向包外的路径', en: 'a listed path that leads out of the bag' },
  'manifest-line': { zh: '清单里读不懂的一行', en: 'a line of a manifest that cannot be read' },
  'fetch-line': { zh: '下载清单里读不懂的一行', en: 'a line of fetch.txt that cannot be read' },
  'no-manifest': { zh: '没有校验清单', en: 'there is no manifest' },
  declaration: { zh: '包的声明文件不对', en: 'the declaration of the bag is off' },
  encoding: { zh: '文字编码与声明的不符', en: 'text is not in the encoding declared' },
  'info-line': { zh: '包的说明里读不懂的一行', en: 'a line of bag-info.txt that cannot be read' },
  'payload-size': { zh: '文件的个数或大小与说明不符', en: 'number or size of files is not as told' },
  'tag-file-too-large': { zh: '清单文件大得不合理', en: 'a tag file is too big to be true' },
  'too-many-files': { zh: '文件太多或文件夹太深', en: 'too many files or folders too deep' },
  link: { zh: '链接（不会跟随）', en: 'a link (not followed)' },
  'special-file': { zh: '特殊文件', en: 'a special file' },
  'entries-overlap': { zh: 'ZIP 里互相重叠的文件', en: 'files that lie over one another in the ZIP' },
  'packed-too-tight': { zh: 'ZIP 里压缩得不合理的文件（可能用来撑满磁盘）', en: 'a file packed too tight to be true' },
  encrypted: { zh: 'ZIP 里加了密码的文件', en: 'a file with a password in the ZIP' },
  'beside-the-bag': { zh: 'ZIP 里放在证据包之外的文件', en: 'a file beside the bag in the ZIP' },
  'evidence-changed': { zh: '封存之后被改动的证据', en: 'evidence changed after sealing' },
  'evidence-gone': { zh: '封存过、现在不见了的证据', en: 'sealed evidence that is gone' },
  unsealed: { zh: '没有封存（没有 evidence.sha256）', en: 'not sealed (there is no evidence.sha256)' },
  'seal-unreadable': { zh: '封存清单里读不懂的一行', en: 'a line of the seal that cannot be read' },
  'symbolic-link': { zh: '该放文件的地方是链接（不会跟随）', en: 'a link in place of a file (not followed)' },
  'file-name-off': { zh: '有一个文件名不是 UTF-8', en: 'a file name that is not UTF-8' },
  'not-a-folder': { zh: '该是文件夹的地方是文件', en: 'a file in place of a folder' },
  'not-allowed': { zh: '没有权限读取', en: 'no permission to read' },
  'evidence-too-many': { zh: '证据文件太多或文件夹太深', en: 'too many exhibits or folders too deep' },
  'case-file': { zh: '案件文件读不懂', en: 'the case file cannot be read' },
  'case-id': { zh: '备份里的案件不是它名字所说的那个', en: 'a case of the backup is not the one its name says' },
}
