/** Writes an EXIF orientation into a JPEG, like a camera that was rotated. */

/**
 * Returns the JPEG with an EXIF segment that has only its orientation (1 to 8). Orientation 6 means that the pixels must
 * be rotated by 90° clockwise.
 */
export function withOrientation(jpeg: Buffer, orientation: number): Buffer {
  const start = jpeg.subarray(0, 2)
  if (start.toString('hex') !== 'ffd8') {
    throw new Error('Not a JPEG: the file does not start with FF D8')
  }
  return Buffer.concat([start, exifSegment(orientation), jpeg.subarray(2)])
}

function exifSegment(orientation: number): Buffer {
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiffWithOrientation(orientation)])
  const head = Buffer.alloc(4)
  head.writeUInt16BE(0xffe1, 0)
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** A TIFF with one directory and one entry: tag 0x0112, one SHORT, left-justified. */
function tiffWithOrientation(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(0x0112, 10)
  tiff.writeUInt16BE(3, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return tiff
}
