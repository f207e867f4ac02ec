#!/bin/sh
# Draws the pictures of content/images from the SVG files beside this script.
# Needs Chromium, ImageMagick and the fonts Amiri or Noto Naskh Arabic. The committed pictures are what counts.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=$here/../../content/images
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
draw() { # name width height extension
    printf '<!DOCTYPE html><style>body{margin:0}svg{display:block}</style>' > "$work/$1.html"
    cat "$here/$1.svg" >> "$work/$1.html"
    chromium --headless --no-sandbox --hide-scrollbars --window-size="$2,$3" \
        --screenshot="$work/$1.png" "file://$work/$1.html" > "$work/log" 2>&1 || { cat "$work/log"; exit 1; }
    case $4 in
        jpg) convert "$work/$1.png" -strip -interlace none -quality 82 "$out/$1.jpg" ;;
        png) convert "$work/$1.png" -strip -colors 64 "PNG8:$out/$1.png" ;;
    esac
}
draw library-dome 1200 675 jpg
draw night-desert 1200 675 jpg
draw star-chart 900 520 png
