import type { Text } from '../../core/values/text.ts'
import type { NoteCode } from './decode/decoded.ts'

/** What a note means to the person who owns the file. */
export const noteWords: Readonly<Record<NoteCode, Text>> = {
  'unknown-type': {
    zh: '认不出这是什么文件；原件已照样保存，内容没有读取',
    en: 'the kind of file is not known; it is kept as it is and was not read',
  },
  'empty-file': {
    zh: '文件是空的（0 字节）；请重新导出或拍摄',
    en: 'the file is empty (0 bytes); export or take it again',
  },
  unreadable: {
    zh: '文件打不开，可能已损坏；原件已照样保存，请换一份再试',
    en: 'the file cannot be opened and may be damaged; it is kept as it is; try another copy',
  },
  'cut-short': {
    zh: '图片不完整（可能没有传完）；只读到了能显示的部分，请重新传一份',
    en: 'the picture is not whole (perhaps an unfinished transfer); only what can be shown was read; send it again',
  },
  'needs-password': {
    zh: '文件有密码；请先用密码打开，另存一份没有密码的再添加',
    en: 'the file has a password; open it, save a copy without one and add that',
  },
  'too-many-pixels': {
    zh: '图片超过 1.2 亿像素，没有打开；请缩小后另存一份',
    en: 'the picture has more than 120 million pixels and was not opened; save a smaller copy',
  },
  'too-large': {
    zh: '文件太大，没有读取内容；原件已照样保存',
    en: 'the file is too large to be read; it is kept as it is',
  },
  'too-many-pages': { zh: '只读了前 30 页', en: 'only the first 30 pages were read' },
  'too-slow': {
    zh: '读取用时过长，已停止；原件已照样保存',
    en: 'reading took too long and was stopped; the file is kept as it is',
  },
  'too-much-memory': {
    zh: '读取占用内存过多，已停止；原件已照样保存',
    en: 'reading took too much memory and was stopped; the file is kept as it is',
  },
  'reader-stopped': {
    zh: '读取程序中途停止，文件可能有问题；原件已照样保存',
    en: 'the reading program stopped midway, the file may be faulty; it is kept as it is',
  },
}
