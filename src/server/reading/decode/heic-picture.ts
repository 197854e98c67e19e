import decodeHeic from 'heic-decode'
import sharp, { type Sharp } from 'sharp'

/** The main picture of a HEIC file, turned as the file asks for. */
export async function heicPicture(bytes: Uint8Array): Promise<Sharp> {
  const { width, height, data } = await decodeHeic({ buffer: bytes })
  return sharp(data, { raw: { width, height, channels: 4 } })
}
