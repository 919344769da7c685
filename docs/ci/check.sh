#!/usr/bin/env bash
# Checks a pull request: everything that build checks, and that nothing published is altered.
#
#   check.sh URL
#
# It needs no secret. Findings are annotations on standard error (FORMAT=github, the default), lines there (text), or JSON
# on standard output (json). The file changes.md says what merging publishes, for a comment. AS_OF speaks for another
# moment than now.
set -euo pipefail

url=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
trustpress=${TRUSTPRESS:-trustpress}
as_of=() previous=()
[[ -z ${AS_OF:-} ]] || as_of=(--as-of "$AS_OF")

rm -f changes.md
"$here/fetch.sh" "$url" previous
[[ ! -d previous/record ]] || previous=(--previous previous)

if ((${#previous[@]})); then
    # With errors it still says what it can, and the check below has the last word.
    "$trustpress" changes "${previous[@]}" "${as_of[@]}" > changes.md 2> /dev/null || {
        [[ ! -s changes.md ]] || printf '\n**It is not published so: the check found errors.**\n' >> changes.md
    }
    [[ -s changes.md ]] || rm -f changes.md
fi
"$trustpress" check --format "${FORMAT:-github}" "${previous[@]}" "${as_of[@]}"
