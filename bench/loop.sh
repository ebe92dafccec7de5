#!/usr/bin/env bash
# The usual loop: reads the images of a NUL-separated list one after the other.
#   loop.sh LIST OUT [TESSERACT OPTIONS...]
list=$1 out=$2
shift 2
while IFS= read -r -d '' image; do
  tesseract "$image" "$out/$image" "$@" </dev/null || exit
done <"$list"
