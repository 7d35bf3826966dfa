#!/usr/bin/env bash
# fill.sh FILE: lines NAME=value of standard input take the place of those in the file; the others stay, and empty ones are left out.
set -euo pipefail
filled=$(awk -F= '
  NR == FNR { if ($0 ~ /^[A-Z0-9_]+=./) { value[$1] = $0; order[++count] = $1 }; next }
  $1 in value { print value[$1]; delete value[$1]; next }
  { print }
  END { for (i = 1; i <= count; i++) if (order[i] in value) print value[order[i]] }' - "$1")
printf '%s\n' "$filled" >"$1"
