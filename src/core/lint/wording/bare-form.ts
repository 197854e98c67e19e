/** A text with every unit's place in the text it was made of: `starts[i]` to `ends[i]`, its end exclusive. */
export type BareForm = { readonly text: string; readonly starts: Uint32Array; readonly ends: Uint32Array }

/**
 * A text in plain form without what hides a word: blanks, dots and signs between characters are left out, letters in
 * circles and of other alphabets made plain, traditional characters simplified where a word of abuse is written in them.
 * Marks that end a clause stay.
 */
export function bareForm(plain: string): BareForm {
  const units = new Uint16Array(plain.length)
  const starts = new Uint32Array(plain.length)
  const ends = new Uint32Array(plain.length)
  let count = 0
  const keep = (unit: number, start: number, end: number) => {
    units[count] = unit
    starts[count] = start
    ends[count] = end
    count += 1
  }
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt(at)
    const letter = code === 0xd835 || code === 0xd83c ? letterOf(plain.slice(at, at + 2)) : undefined
    if (letter !== undefined) {
      keep(letter, at, at + 2)
      at += 1
    } else if (folded[code] !== 0) keep(folded[code] ?? code, at, at + 1)
  }
  return { text: textOf(units.subarray(0, count)), starts, ends }
}

const between = ' .·•・*_~^|\\/\'"“”‘’`+#@&$%=-\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0e\ufe0f'
const traditional = '媽嗎罵騙賤豬腦殘廢惡爛貨無恥壞黨蕩婦賊滾馬靈龜縮長頭個給還賠錢曝發帖刪撤訴關門'
const simplified = '妈吗骂骗贱猪脑残废恶烂货无耻坏党荡妇贼滚马灵龟缩长头个给还赔钱曝发帖删撤诉关门'
const alike = 'аеорсухѕіјһԁ'
const latin = 'aeopcyxsijhd'

/** What stands for each unit; 0: it is left out. */
const folded = foldedUnits()

function foldedUnits(): Uint16Array {
  const units = Uint16Array.from({ length: 0x10000 }, (_, code) => code)
  for (const mark of between) units[mark.charCodeAt(0)] = 0
  for (const [from, to] of [
    [traditional, simplified],
    [alike, latin],
  ] as const)
    for (let i = 0; i < from.length; i += 1) units[from.charCodeAt(i)] = to.charCodeAt(i)
  for (let code = 0x2460; code < 0x2500; code += 1) units[code] = letterOf(String.fromCharCode(code)) ?? code
  return units
}

/** The letter or digit that a character is a fancy form of. */
function letterOf(character: string): number | undefined {
  const plain = character.normalize('NFKC').toLowerCase()
  return /^[a-z0-9]$/.test(plain) ? plain.charCodeAt(0) : undefined
}

/** As many units at once as a call may take. */
const CHUNK = 8192

function textOf(units: Uint16Array): string {
  let text = ''
  for (let at = 0; at < units.length; at += CHUNK) text += String.fromCharCode(...units.subarray(at, at + CHUNK))
  return text
}
