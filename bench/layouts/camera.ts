// What becomes of a screen between the phone and the evidence: photographed, turned, faded.
import type { Browser } from '@playwright/test'
import sharp from 'sharp'
import type { Chance } from './chance.ts'
import type { Camera } from './drawing.ts'

export type Shot = { readonly bytes: Buffer; readonly ending: 'png' | 'jpg' }

export async function take(browser: Browser, png: Buffer, camera: Camera, chance: Chance): Promise<Shot> {
  const quality = chance.int(60, 80)
  switch (camera) {
    case 'angle':
      return { bytes: await photograph(browser, png, chance, 1, quality), ending: 'jpg' }
    case 'goods':
      return { bytes: await overlaid(await photograph(browser, png, chance, 0.6, 85), 0.4, quality), ending: 'jpg' }
    case 'goods-blurred':
      return { bytes: await overlaid(await photograph(browser, png, chance, 0.6, 90), 2.2, quality), ending: 'jpg' }
    case 'goods-small': {
      const small = await sharp(png).resize({ width: 620 }).toBuffer()
      return { bytes: await overlaid(small, 0.5, quality), ending: 'jpg' }
    }
    case 'turned':
      return {
        bytes: await sharp(png)
          .rotate(chance.pick([90, 270]))
          .png()
          .toBuffer(),
        ending: 'png',
      }
    case 'upside-down':
      return { bytes: await sharp(png).rotate(180).jpeg({ quality }).toBuffer(), ending: 'jpg' }
    case 'turned-exif':
      // Stored lying on its side; the tag says how to hold it (6: turn right).
      return {
        bytes: await sharp(png).rotate(270).jpeg({ quality }).withMetadata({ orientation: 6 }).toBuffer(),
        ending: 'jpg',
      }
    case 'faint':
      return { bytes: await sharp(png).linear(0.3, 150).jpeg({ quality }).toBuffer(), ending: 'jpg' }
    default:
      return camera satisfies never
  }
}

function overlaid(bytes: Buffer, blur: number, quality: number): Promise<Buffer> {
  return sharp(bytes).blur(blur).jpeg({ quality }).toBuffer()
}

/** The picture lies on a desk, seen from an angle, with glare and the noise of a small sensor. */
async function photograph(browser: Browser, png: Buffer, chance: Chance, how: number, quality: number) {
  const { width = 1080, height = 2000 } = await sharp(png).metadata()
  const scale = Math.min(1300 / width, 2300 / height)
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)]
  const [W, H] = [Math.round(w * 1.22), Math.round(h * 1.16)]
  const turn = (most: number) => ((chance.share() * 2 - 1) * most * how).toFixed(2)
  const hue = chance.int(15, 45)
  const html = `<!doctype html><style>*{margin:0}body{width:${W}px;height:${H}px;overflow:hidden;position:relative;background:repeating-linear-gradient(${chance.int(80, 100)}deg,hsl(${hue} 28% 34%) 0 11px,hsl(${hue} 26% 38%) 11px 27px,hsl(${hue} 30% 31%) 27px 31px)}
div{position:absolute}img{position:absolute;left:${(W - w) / 2}px;top:${(H - h) / 2}px;width:${w}px;height:${h}px;transform:perspective(2600px) rotateX(${turn(9)}deg) rotateY(${turn(11)}deg) rotate(${turn(4)}deg);box-shadow:0 0 0 12px #161616,0 18px 50px #000a;filter:blur(.6px) brightness(.93) contrast(.94)}
.glare{inset:0;background:radial-gradient(ellipse 42% 20% at ${chance.int(20, 80)}% ${chance.int(15, 85)}%,#ffffff6e,#fff0 75%),linear-gradient(${chance.int(100, 160)}deg,#0000 55%,#00000030)}svg{position:absolute;inset:0;opacity:.16;mix-blend-mode:overlay}</style><body><img src="data:image/png;base64,${png.toString('base64')}"><div class="glare"></div><svg width="${W}" height="${H}"><filter id="n"><feTurbulence type="fractalNoise" baseFrequency=".8" numOctaves="2" seed="${chance.int(1, 99)}"/></filter><rect width="100%" height="100%" filter="url(#n)"/></svg></body>`
  const page = await browser.newPage({ viewport: { width: W, height: H } })
  await page.setContent(html)
  const bytes = await page.screenshot({ type: 'jpeg', quality })
  await page.close()
  return bytes
}
