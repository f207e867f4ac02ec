#!/bin/sh
# Makes the pictures beside this script: one of each way in which a raster picture can be written. Needs ImageMagick and Python.
# The committed pictures are what counts.
set -eu
cd "$(dirname "$0")"
convert -size 48x32 -seed 5 plasma:tomato-steelblue -blur 0x2 -depth 8 -strip png24:base.png
convert base.png -strip -define png:color-type=2 png24:rgb8.png
convert base.png -strip \( -size 48x32 gradient:white-black \) -alpha off -compose CopyOpacity -composite png32:rgba8.png
convert rgba8.png -define png:exclude-chunks=gAMA,cHRM -depth 16 png64:rgba16.png
convert -size 48x32 gradient:navy-gold -depth 16 -define png:exclude-chunks=gAMA,cHRM png48:rgb16.png
convert base.png -strip -colors 16 png8:palette.png
convert base.png -strip -monochrome -define png:color-type=0 -define png:bit-depth=1 grey1.png
convert base.png -strip -colorspace Gray -define png:color-type=0 grey8.png
convert rgba8.png -colorspace Gray -define png:color-type=4 grey-alpha.png
convert rgba8.png -define png:exclude-chunks=gAMA,cHRM -interlace PNG png32:interlaced-alpha.png
convert palette.png -define png:exclude-chunks=gAMA,cHRM -interlace PNG png8:interlaced-palette.png
convert rgb16.png -define png:exclude-chunks=gAMA,cHRM -interlace PNG png48:interlaced-16.png
convert base.png -strip -posterize 3 -transparent "$(convert base.png -strip -posterize 3 -format '%[pixel:p{0,0}]' info:)" -define png:color-type=2 key.png
convert rgba8.png -colors 8 png8:palette-alpha.png
convert base.png -strip -quality 90 rgb.jpg
convert base.png -strip -quality 90 -interlace JPEG progressive.jpg
convert base.png -strip -colorspace Gray grey.jpg
convert base.png -strip -colorspace CMYK -quality 92 cmyk.jpg
convert base.png -strip frame.gif
convert rgba8.png -quality 90 alpha.webp
convert base.png -define webp:lossless=true lossless.webp
python3 - <<'P'
import struct, zlib

def s15(x): return struct.pack('>i', round(x * 65536))
def profile(name, major, columns):
    desc = b'desc' + bytes(4) + struct.pack('>I', len(name) + 1) + name.encode() + bytes(1 + 4 + 4 + 2 + 1 + 67)
    tags = [(b'desc', desc), (b'cprt', b'text' + bytes(4) + b'CC0\0'), (b'wtpt', b'XYZ ' + bytes(4) + s15(.9642) + s15(1) + s15(.8249))]
    tags += [(t, b'XYZ ' + bytes(4) + b''.join(map(s15, c))) for t, c in zip((b'rXYZ', b'gXYZ', b'bXYZ'), columns)]
    tags += [(t, b'curv' + bytes(4) + struct.pack('>IH', 1, int(2.2 * 256))) for t in (b'rTRC', b'gTRC', b'bTRC')]
    table, data, at = struct.pack('>I', len(tags)), b'', 128 + 4 + 12 * len(tags)
    for tag, body in tags:
        table += tag + struct.pack('>II', at + len(data), len(body))
        data += body + bytes(-len(body) % 4)
    head = struct.pack('>I4sBB2x4s4s4s12x4s', 128 + len(table) + len(data), b'none', major, 0x20, b'mntr', b'RGB ', b'XYZ ', b'acsp')
    return (head + bytes(28) + s15(.9642) + s15(1) + s15(.8249) + bytes(48))[:128] + table + data

red, green, blue = (.4361, .2225, .0139), (.3851, .7169, .0971), (.1431, .0606, .7141)
turned = profile('Channels turned', 2, (green, blue, red))
def app(marker, body): return b'\xff' + bytes([marker]) + struct.pack('>H', len(body) + 2) + body
def icc(p): return app(0xE2, b'ICC_PROFILE\0\1\1' + p)
jpeg = open('rgb.jpg', 'rb').read()
def write(name, *parts): open(name, 'wb').write(jpeg[:2] + b''.join(parts) + jpeg[2:])
def exif(o): return app(0xE1, b'Exif\0\0MM\0*\0\0\0\x08\0\1' + struct.pack('>HHIHH', 0x112, 3, 1, o, 0) + bytes(4))
write('turned-profile.jpg', icc(turned))
write('future-profile.jpg', icc(profile('Of a version to come', 5, (green, blue, red))))
write('srgb-profile.jpg', icc(profile('sRGB IEC61966-2.1', 2, (red, green, blue))))
for o in (3, 6, 8): write(f'exif-{o}.jpg', exif(o))
png = open('rgb8.png', 'rb').read()
def chunk(n, d): return struct.pack('>I', len(d)) + n + d + struct.pack('>I', zlib.crc32(n + d))
def bare(p): # without gAMA, cHRM, sRGB
    out, at = p[:8], 8
    while at < len(p):
        n = struct.unpack('>I', p[at:at + 4])[0] + 12
        if p[at + 4:at + 8] in (b'IHDR', b'PLTE', b'IDAT', b'IEND'): out += p[at:at + n]
        at += n
    return out
png = bare(png)
open('turned-profile.png', 'wb').write(png[:33] + chunk(b'iCCP', b'turned\0\0' + zlib.compress(turned)) + png[33:])
open('gamma.png', 'wb').write(png[:33] + chunk(b'gAMA', struct.pack('>I', 100000)) + png[33:])
P
rm base.png
