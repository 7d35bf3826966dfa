# shellcheck shell=bash

bench_help() {
  cat <<'TEXT'
./visavis bench NAME
  Measures Visavis and a peer in the same run on this machine, and prints both sides, the ratio, the bar and the aim.

  start   process start to first page, beside the smallest Spring Boot application with the same database
  join    the click on Admit to the first picture on both sides, beside two bare pages with a peer connection;
          then jitter and loss of visits on one instance, on two, and through a relay
  book    bookings per second over HTTP, beside pgbench running the same SQL
  chat    messages per second and their delay, beside Prosody with its archive
TEXT
}

bench_run() {
  case ${1:-} in
    start | join | book | chat) prove_with health.visavis.proof.bench.Bench "$1" ;;
    *) fail "Which one? './visavis bench start', join, book or chat; see './visavis bench --help'." ;;
  esac
}
