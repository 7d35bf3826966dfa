# What a step is written in. In a run each word does what it says; in a dry run it prints the shell that does the same. So
# --dry-run prints a script, and a test executes that script beside a run and compares them call by call.
# shellcheck shell=bash disable=SC2016,SC1003
# Much here is printed and not meant for this shell to expand.

# A value that a dry run does not know stands between these two until it is printed as ${name}.
opening=$'\001'
closing=$'\002'

say() { printf '%s\n' "$*"; }

# One clear sentence, then the end.
fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

dry() { [ "$mode" = dry ]; }

unknown() { printf '%s%s%s' "$opening" "$1" "$closing"; }

# value NAME
value() { printf '%s' "${!1}"; }

# quoted WORD…: as a person would type it.
quoted() {
  local word typed="" apostrophe="'\\''" backslash='\\' quote='\"' dollar='\$' tick='\`' brace='${'
  for word; do
    case $word in
      *"$opening"*)
        word=${word//\\/$backslash}
        word=${word//\"/$quote}
        word=${word//\$/$dollar}
        word=${word//\`/$tick}
        word=${word//$opening/$brace}
        word="\"${word//$closing/\}}\""
        ;;
      "" | *[!A-Za-z0-9_./:=@%+,-]*)
        case $word in
          *[\"\$\`\\!]*) word="'${word//\'/$apostrophe}'" ;;
          *\'*) word="\"$word\"" ;;
          *) word="'$word'" ;;
        esac
        ;;
    esac
    typed="$typed${typed:+ }$word"
  done
  printf '%s' "$typed"
}

# Standard output passes. What a command says when it fails is shown without the secrets that this run has fetched.
call() {
  local status=0
  "$@" 2>"$secrets/said" || status=$?
  [ "$status" -eq 0 ] || without_secrets "$secrets/said" >&2
  return "$status"
}

without_secrets() {
  local text file secret
  text=$(tail -n 12 "$1")
  for file in "$secrets"/* "$pull_secret"; do
    case $file in */said | "") continue ;; esac
    while IFS= read -r secret || [ -n "$secret" ]; do
      [ "${#secret}" -lt 8 ] || text=${text//"$secret"/[REDACTED]}
    done <"$file"
  done
  printf '%s\n' "$text"
}

stop() {
  fail "${otherwise:-"The step '$step' did not work: read what is said above, put it right, and run the same command again; it goes on from there."}"
}

# note SENTENCE…: for the person who reads along.
note() {
  if dry; then printf '# %s\n' "$*"; else say "  $*"; fi
}

# show COMMAND…: what it says is for the person.
show() {
  if dry; then
    printf '%s%s\n' "$(quoted "$@")" "${otherwise:+ || { echo $(quoted "$otherwise") >&2; exit 1; \}}"
  else
    call "$@" || stop
  fi
}

# ask NAME COMMAND…: the answer is kept under the name, and asked once. In front of it, otherwise=SENTENCE says what a failure means.
ask() {
  local ask_name=$1 ask_answer
  shift
  if [ -n "${!ask_name+known}" ]; then return 0; fi
  if dry; then
    printf '%s=$(%s)%s\n' "$ask_name" "$(quoted "$@")" "${otherwise:+ || { echo $(quoted "$otherwise") >&2; exit 1; \}}"
    ask_answer=$(unknown "$ask_name")
  else
    ask_answer=$(call "$@") || stop
  fi
  printf -v "$ask_name" '%s' "$ask_answer"
}

# await NAME COMMAND…: asks until there is an answer.
await() {
  local await_name=$1 await_answer="" tries=0
  shift
  if dry; then
    printf 'until %s=$(%s) && [ -n "${%s}" ]; do sleep 15; done\n' "$await_name" "$(quoted "$@")" "$await_name"
    await_answer=$(unknown "$await_name")
  else
    while :; do
      await_answer=$(call "$@") || stop
      [ -z "$await_answer" ] || break
      tries=$((tries + 1))
      [ "$tries" -lt 240 ] || fail "Azure has not finished what the step '$step' waits for within an hour: look at it in the portal, then run the same command again; it goes on from there."
      sleep 15
    done
  fi
  printf -v "$await_name" '%s' "$await_answer"
}

# change COMMAND…; input=FILE in front feeds it.
change() {
  if dry; then
    printf '%s%s\n' "$(quoted "$@")" "${input:+ <$(quoted "$input")}"
  else
    call "$@" <"${input:-/dev/null}" >/dev/null || stop
  fi
}

# unless NAME COMMAND…: a change that is made only while the name has no value.
unless() {
  local unless_name=$1
  shift
  if dry; then
    printf '[ -n "${%s}" ] || %s\n' "$unless_name" "$(quoted "$@")"
  elif [ -z "${!unless_name}" ]; then
    change "$@"
  fi
}

# make NAME COMMAND…: the same, and its answer becomes the value.
make() {
  local make_name=$1 make_answer
  shift
  if dry; then
    printf '[ -n "${%s}" ] || %s=$(%s)\n' "$make_name" "$make_name" "$(quoted "$@")"
  elif [ -z "${!make_name}" ]; then
    make_answer=$(call "$@") || stop
    printf -v "$make_name" '%s' "$make_answer"
  fi
}

# given NAME: what follows up to `given_end` happens only if the name has a value. Used as: if given NAME; then …; given_end; fi
given() {
  if dry; then
    printf 'if [ -n "${%s}" ]; then\n' "$1"
  else
    [ -n "${!1}" ]
  fi
}

absent() {
  if dry; then
    printf 'if [ -z "${%s}" ]; then\n' "$1"
  else
    [ -z "${!1}" ]
  fi
}

given_end() {
  if dry; then echo 'fi'; fi
}

# each ITEM NAMES COMMAND…: once for every word of the value; ITEM stands in the command as $(unknown ITEM).
each() {
  local item=$1 names=$2 one word command
  shift 2
  if dry; then
    printf 'for %s in ${%s}; do %s; done\n' "$item" "$names" "$(quoted "$@")"
    return 0
  fi
  for one in ${!names}; do
    command=()
    for word; do command+=("${word//"$opening$item$closing"/$one}"); done
    change "${command[@]}"
  done
}

# derive NAME EXPRESSION: the expression is shell, and sees the names that were asked.
derive() {
  if dry; then
    printf '%s=%s\n' "$1" "$2"
    printf -v "$1" '%s' "$(unknown "$1")"
  else
    eval "$1=$2"
  fi
}

# demand NAME SENTENCE: without a value the sentence is said, and nothing has been changed by asking.
demand() {
  if dry; then
    printf '[ -n "${%s}" ] || { echo %s >&2; exit 1; }\n' "$1" "$(quoted "$2")"
  else
    [ -n "${!1}" ] || fail "$2"
  fi
}

# hand_over VARIABLE VALUE: the parameter files read it from the surroundings.
hand_over() {
  if dry; then
    printf 'export %s=%s\n' "$1" "$(quoted "$2")"
  elif [ -n "$2" ]; then
    export "$1=$2"
  else
    unset "$1"
  fi
}

# write FILE: standard input, which holds no secret.
write() {
  local text dollar='\$' backslash='\\' tick='\`' brace='${'
  text=$(cat)
  if dry; then
    text=${text//\\/$backslash}
    text=${text//\$/$dollar}
    text=${text//\`/$tick}
    text=${text//$opening/$brace}
    printf 'cat >%s <<END_OF_FILE\n%s\nEND_OF_FILE\n' "$(quoted "$1")" "${text//$closing/\}}"
  else
    printf '%s\n' "$text" >"$1"
  fi
}

# secretly FILE COMMAND…: what it says goes into a file that only this user can read; input=FILE in front feeds it.
secretly() {
  local file=$1
  shift
  if dry; then
    printf '(umask 077; %s%s >%s)\n' "$(quoted "$@")" "${input:+ <$(quoted "$input")}" "$(quoted "$file")"
  else
    (umask 077 && call "$@" <"${input:-/dev/null}" >"$file") || stop
  fi
}

# refused SENTENCE COMMAND…: the sentence is said if the command works.
refused() {
  local sentence=$1
  shift
  if dry; then
    printf '! %s >/dev/null 2>&1 || { echo %s >&2; exit 1; }\n' "$(quoted "$@")" "$(quoted "$sentence")"
  elif "$@" >/dev/null 2>&1; then
    fail "$sentence"
  fi
}

# where_different CLUSTER ARGUMENTS… -- COMMAND…: the command runs if the cluster differs from the manifests that the arguments name.
where_different() {
  local kubeconfig=$1 manifests=()
  shift
  while [ "$1" != -- ]; do
    manifests+=("$1")
    shift
  done
  shift
  if dry; then
    printf '%s >/dev/null || %s\n' "$(quoted oc --kubeconfig "$kubeconfig" diff "${manifests[@]}")" "$(quoted "$@")"
  elif ! oc --kubeconfig "$kubeconfig" diff "${manifests[@]}" >/dev/null 2>&1; then
    change "$@"
  fi
}

apply() {
  local kubeconfig=$1
  shift
  where_different "$kubeconfig" "$@" -- oc --kubeconfig "$kubeconfig" apply "$@"
}
