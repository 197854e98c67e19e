/** The settings. */
export const settings = {
  lang: '界面语言',
  langWhy: '文书一律用中文写。',
  backup: '备份和恢复',
  backupWhy: '一个文件装下全部案件和原件，带每个文件的校验值。请存到别的设备或网盘。',
  backupGet: '下载备份',
  restore: '从备份恢复',
  restoreWhy: '先整份核对，有损坏就一件也不收；这里已有的案件不会被覆盖。',
  restored: (cases: number, originals: number, same: number) =>
    `已恢复 ${cases} 个案件、${originals} 件原件${same > 0 ? `；${same} 个案件本来就一样` : ''}`,
  differing: (ids: string) => `这些案件与这里的不同，保留了这里的：${ids}`,
  calendar: {
    title: '日历提醒',
    why: '把所有案件和购物的期限放进手机或电脑的日历；要您办的事提前一天提醒。',
    file: '下载日历文件（.ics）',
    feedWhy:
      '日历应用能连到这里的话，可以订阅一个私密地址，期限变了会自己更新。谁有这个地址，谁就能看到期限和案件名称。',
    make: '生成订阅地址',
    renew: '换一个地址（旧的作废）',
    revoke: '停用地址',
    once: '地址只显示这一次，请现在复制到日历应用的“订阅日历”里。',
  },
  doctor: '检查',
  doctorWhy: '逐件核对：每条记录、每个原件是否还和写入时一模一样。',
  doctorLook: '检查全部',
  doctorFound: (cases: number, originals: number, faults: number) =>
    faults === 0 ? `${cases} 个案件、${originals} 件原件，全部完好` : `发现 ${faults} 处问题`,
  phone: '手机上用',
  phoneOff: '关掉程序，改用 youju serve --phone 启动，就能让同一无线网里的手机扫码使用。',
  phoneWhy: '用手机扫码，就能在手机上拍照、看案件。',
  phoneRisk:
    '连接不加密：同一网络里的人可能看到内容。只在自己信得过的网络里用，用完关掉。没有加密，手机上也不能“安装”成应用。',
  phonePair: '显示配对码',
  phoneCode: '手机扫这个二维码，只能用一次',
  erase: '全部删除',
  eraseWhy: '删除这台设备上的全部案件、原件、快照和草稿。删了就找不回来；请先下载备份。',
  eraseType: (words: string) => `确实要删，请输入：${words}`,
  eraseDo: '删除全部',
  erased: '已全部删除。',
  folder: '数据在：',
  knowledge: '知识库版本：',
}
