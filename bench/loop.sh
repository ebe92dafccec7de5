#!/usr/bin/env bash
# Reads each image of a NUL-separated list, one after the other, in the usual way:
#   loop.sh LIST OUT [TESSERACT'S OPTIONS...]
list=$1 out=$2
shift 2
while IFS= read -r -d '' image; do
  tesseract "$image" "$out/$image" "$@" </dev/null || exit
done <"$list"
