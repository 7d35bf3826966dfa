#!/usr/bin/env bash
# fill.sh FILE: lines NAME=value of standard input take the place of those in the file, or come after them; a name without a value is
# left out, and everything else stays.
set -euo pipefail
filled=$(awk -F= '
  NR == FNR { if ($0 ~ /^[A-Z0-9_]+=/) { value[$1] = $0; order[++count] = $1 }; next }
  $1 in value { if (value[$1] != $1 "=") print value[$1]; delete value[$1]; next }
  { print }
  END { for (i = 1; i <= count; i++) if (order[i] in value && value[order[i]] != order[i] "=") print value[order[i]] }' - "$1")
printf '%s\n' "$filled" >"$1"
