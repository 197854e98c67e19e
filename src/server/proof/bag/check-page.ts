/** What the page tells of this bag. */
export type CheckPageFacts = {
  readonly caseId: string
  /** The day the bag was made, on the Shanghai calendar. */
  readonly day: string
  readonly exhibits: number
  /** Paths of time stamp tokens with the path of what each stamps, below the bag. */
  readonly tokens: readonly { readonly token: string; readonly stamped: string }[]
}

/**
 * The page in a bag that tells a clerk how to check it with what every computer has. It names what a check shows and what it does not: a
 * digest tells that a file is the one that was packed, not that what it shows is true.
 */
export function checkPage({ caseId, day, exhibits, tokens }: CheckPageFacts): string {
  return `<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>怎样核对这个证据包 · How to check this bag</title>
<style>
body { font: 16px/1.7 "Noto Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif; max-width: 46em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; }
pre { background: #f3f3f3; padding: .7em 1em; overflow-x: auto; font-size: 14px; white-space: pre-wrap; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; } h2 { font-size: 1.15em; margin-top: 1.8em; } li { margin: .3em 0; } hr { margin: 3em 0; border: 0; border-top: 1px solid #ccc; }
</style>
</head>
<body>
<h1>怎样核对这个证据包</h1>
<p>案件 ${escaped(caseId)}，打包日期 ${escaped(day)}，证据原件 ${exhibits} 件。包里的每个文件都记有校验值（SHA-256 和 SHA-512）。
按下面任一种方法核对，不需要安装专门的软件，也不需要联网。</p>
<h2>一、先把 ZIP 解开，进入解开的文件夹</h2>
<p>文件夹里应有 <code>bagit.txt</code>、<code>manifest-sha256.txt</code> 和 <code>data</code> 文件夹。</p>
<h2>二、核对校验值</h2>
<p>Linux（在该文件夹打开终端）：</p>
<pre>sha256sum -c tagmanifest-sha256.txt
sha256sum -c manifest-sha256.txt</pre>
<p>macOS：</p>
<pre>shasum -a 256 -c tagmanifest-sha256.txt
shasum -a 256 -c manifest-sha256.txt</pre>
<p>Windows（在该文件夹打开 PowerShell）：</p>
<pre>Get-Content -Encoding UTF8 manifest-sha256.txt | ForEach-Object {
  $hash, $path = $_ -split '  ', 2
  $ok = (Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash -eq $hash
  "$path : $(if ($ok) { 'OK' } else { 'FAILED' })"
}</pre>
<p>也可以单独核对一个文件：<code>certutil -hashfile 文件名 SHA256</code>，把结果与 <code>manifest-sha256.txt</code> 里的一行相比。</p>
<h2>三、结果是什么意思</h2>
<ul>
<li>全部 OK：这些文件与打包时完全相同，一个字节也没有变。</li>
<li>有一行 FAILED：那个文件在打包之后变了，或没有复制完整；其余文件不受影响。</li>
<li>提示找不到文件：那个文件缺失。</li>
<li>校验值只说明文件与打包时一致，不说明文件内容本身真实，也不说明打包之前有没有改动。内容请结合原始载体（手机、账号当庭登录）核对。</li>
</ul>
${tokens.length === 0 ? '<p>这个包里没有第三方时间戳。</p>' : stampsZh(tokens)}
<h2>${tokens.length === 0 ? '四' : '五'}、包里有什么</h2>
<ul>
<li><code>data/case.yaml</code>：案件情况，文本文件，可直接打开阅读。</li>
<li><code>data/evidence/</code>：证据原件，未作任何改动；<code>data/evidence.sha256</code> 是封存时的校验值。</li>
<li><code>data/events.jsonl</code>（如有）：全部记录，每行一条，各条之间以校验值相连：只改动其中一条，其后的就对不上。</li>
</ul>
<hr>
<div lang="en">
<h1>How to check this bag</h1>
<p>Case ${escaped(caseId)}, packed on ${escaped(day)}, ${exhibits} originals. Every file in it has a SHA-256 and a SHA-512 digest. No special program and no
network are needed.</p>
<p>Unpack the ZIP, open a terminal in the folder that holds <code>bagit.txt</code>, and run:</p>
<pre>sha256sum -c tagmanifest-sha256.txt
sha256sum -c manifest-sha256.txt</pre>
<p>On macOS: <code>shasum -a 256 -c manifest-sha256.txt</code>. On Windows: the PowerShell lines above, or <code>certutil -hashfile FILE SHA256</code> for one
file.</p>
<ul>
<li>All OK: the files are, byte for byte, those that were packed.</li>
<li>FAILED: that file changed afterwards or was not copied whole; the others are not concerned.</li>
<li>A digest shows that a file is the one that was packed. It does not show that its content is true, nor what was done to it before.</li>
</ul>
${tokens.length === 0 ? '<p>This bag holds no time stamps of a third party.</p>' : stampsEn(tokens)}
</div>
</body>
</html>
`
}

function stampsZh(tokens: CheckPageFacts['tokens']): string {
  return `<h2>四、核对时间戳</h2>
<p>时间戳（RFC 3161）由第三方机构签发，说明某个文件在那个时间之前已经存在。核对需要 openssl 和该机构的根证书（向该机构索取，存为 ca.pem）：</p>
<pre>${stampLines(tokens)}</pre>
<p>显示 <code>Verification: OK</code> 即为通过。时间戳不说明文件内容真实，也不说明文件由谁制作。</p>`
}

function stampsEn(tokens: CheckPageFacts['tokens']): string {
  return `<p>Time stamps (RFC 3161) show that a file existed before a moment. With openssl and the root certificate of the authority (ca.pem):</p>
<pre>${stampLines(tokens)}</pre>`
}

function stampLines(tokens: CheckPageFacts['tokens']): string {
  return tokens
    .map(({ token, stamped }) => escaped(`openssl ts -verify -data "${stamped}" -in "${token}" -CAfile ca.pem`))
    .join('\n')
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
