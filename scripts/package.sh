# shellcheck shell=bash

package_help() {
  cat <<'TEXT'
./visavis package [FOLDER]
  Packs what somebody needs who deploys Visavis on Azure, without its sources, into TelehealthPlatform_AzureDeployment.zip in FOLDER
  (here, if none is given): templates, parameters, scripts, manifests, documents, slides and a README. Made twice of the same
  commit it is the same bytes; SHA256SUMS inside names every file. Files that git does not know stay out, and a file that looks
  like a secret ends it.
  Where there is a Chromium, the slides are put beside it as TelehealthPlatform_AzureDeployment-slides.pdf.
  Needs Node.js and git, and nothing built.
TEXT
}

package_run() {
  local folder archive browser
  [ $# -le 1 ] || fail "Into which folder? One, or none for here: see './visavis package --help'."
  case ${1:-} in --*) fail "'./visavis package' does not know '$1': see './visavis package --help'." ;; esac
  need_node
  folder=$(from_caller "${1:-.}")
  [ -d "$folder" ] || fail "There is no folder $folder: make it, then run this again."
  archive=$folder/TelehealthPlatform_AzureDeployment.zip
  node scripts/package/package.mjs "$archive" || exit
  say "$archive"
  browser=$(chromium_here)
  if [ -z "$browser" ]; then
    say "There is no Chromium here, so the slides are in it as HTML only."
    return
  fi
  mkdir -p "$work/slides" "$logs"
  node scripts/package/slides.mjs "$work/slides/deck.html"
  with_progress "Printing the slides" "$logs/slides.log" "$browser" --headless --no-sandbox --disable-gpu --no-first-run \
    --user-data-dir="$PWD/$work/slides/browser" --no-pdf-header-footer \
    --print-to-pdf="${archive%.zip}-slides.pdf" "file://$PWD/$work/slides/deck.html"
  say "${archive%.zip}-slides.pdf"
}
