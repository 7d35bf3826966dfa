# shellcheck shell=bash

bench_help() {
  cat <<'TEXT'
./visavis bench NAME
  Measures Visavis and a peer in the same run on this machine, and prints both sides, the ratio, the bar and the aim.

  start   process start to first page, beside the smallest Spring Boot application with the same database
  join    the click on Admit to the first picture on both sides, beside two bare pages with a peer connection;
          then jitter and loss of visits on one instance, on two, and through a relay
  book    bookings per second over HTTP, beside pgbench running the same SQL
  trust   what trust adds to a chart and to a message, by part (sessions, decision, second wall, audit, encryption), at eight
          clients; then the log over the audit trail: rows sequenced per second, the time from a commit to a signature over it, and a
          million rows verified; no peer, but the bars that were promised. One of the two alone: trust-parts, trust-log
  chat    messages per second and their delay, beside Prosody with its archive
TEXT
}

bench_run() {
  case ${1:-} in
    chat)
      need_prosody
      prove_with health.visavis.proof.bench.Bench chat
      ;;
    start | join | book | trust | trust-parts | trust-log) prove_with health.visavis.proof.bench.Bench "$1" ;;
    *) fail "Which one? './visavis bench start', join, book, chat or trust; see './visavis bench --help'." ;;
  esac
}

need_prosody() {
  if ! command -v prosody >/dev/null && is_root_on_debian; then install_packages prosody || true; fi
  command -v prosody >/dev/null || fail "Prosody is what chat is measured beside, and it is not here: install the package 'prosody'."
}
