import type { Text } from '../../values/text.ts'
import type { Barcode } from '../page.ts'
import type { PageLexicon } from '../page-lexicon.ts'
import type { Candidate } from './candidate.ts'
import { waybillFit } from './waybill-value.ts'

const asShown: Text = { zh: '条码读出', en: 'read from the barcode' }
const plain: Text = {
  zh: '条码是纯数字，也可能是别的编号',
  en: 'the barcode holds digits only, which other numbers do too',
}

/** Waybill numbers in the barcodes of a page. Digits alone count as sure only where the page names a carrier. */
export function waybillsIn(
  barcodes: readonly Barcode[],
  lexicon: PageLexicon,
  namesCarrier: boolean,
): readonly Candidate[] {
  return barcodes.flatMap(({ format, text, box }): Candidate[] => {
    const kind = format.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
    const isLinear = /code128|code39|code93|itf|codabar/.test(kind)
    if (!isLinear && !/qr|datamatrix|pdf417/.test(kind)) return []
    const fit = waybillFit(text.trim(), lexicon)
    if (fit === undefined || fit.shape === 'strange' || !fit.checks) return []
    if (!isLinear && fit.shape !== 'lettered') return []
    const isSure = fit.shape === 'lettered' || (namesCarrier && fit.carrier !== undefined)
    return [
      {
        field: 'waybillNumber',
        strength: isSure ? 'sure' : 'likely',
        value: fit.value,
        score: isSure ? 0.98 : 0.8,
        from: 'barcode',
        notes: isSure ? [asShown] : [asShown, plain],
        ...(box === undefined ? {} : { box }),
      },
    ]
  })
}
