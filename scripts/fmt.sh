# shellcheck shell=bash

fmt_help() {
  cat <<'TEXT'
./visavis fmt
  Formats the Java sources with the project's formatter, so that nobody has to discuss layout.
TEXT
}

fmt_run() {
  need_java
  need_maven
  with_progress "Formatting" "$logs/fmt.log" "$maven" -B spotless:apply
}
