#!/usr/bin/env bash
# Downloads what the published site says of itself, so that the next build can be judged by it.
#
#   fetch.sh URL FOLDER
#
# FOLDER gets the record, and every text, change and linked file that the record holds a digest of. It fails where any
# of them cannot be had or is not what the record says: a build that cannot be judged must not be published. Before the
# very first build there is nothing to fetch; set FIRST_BUILD=yes for that one run, and never again.
set -euo pipefail

url=${1%/} folder=$2
trustpress=${TRUSTPRESS:-trustpress}

rm -rf "$folder"
mkdir -p "$folder"
if [[ ${FIRST_BUILD:-} == yes ]]; then
    echo "The first build: nothing is published at $url yet."
    exit 0
fi

get() { wget --quiet --tries=3 --timeout=30 --directory-prefix="$folder" --force-directories --no-host-directories "$@"; }

if ! get "$url/record/SHA256SUMS" "$url/record/checkpoint" "$url/record/as-of"; then
    echo "The record of $url cannot be had, and without it nothing is published." >&2
    exit 2
fi
cut --characters=67- "$folder/record/SHA256SUMS" | sed "s|^|$url/|" | get --input-file=- || {
    echo "A file that $url/record/SHA256SUMS names cannot be had, and without it nothing is published." >&2
    exit 2
}
"$trustpress" verify "$folder"
