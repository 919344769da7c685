#!/usr/bin/env bash
# Downloads what the published site says of itself, so that the next build can be judged by it.
#
#   fetch.sh URL FOLDER
#
# FOLDER gets the record, and every text, change and linked file that the record holds a digest of. It fails where any
# of them cannot be had or is not what the record says: a build that cannot be judged must not be published. Before the
# very first build there is nothing to fetch; set FIRST_BUILD=yes for that one run. It is refused where there is a record,
# and where the server does not say (404) that there is none. If it can be had, FOLDER gets the sitemap too, which says
# what pages there were.
#
# CHECKPOINT names a checkpoint that was kept from an earlier run, elsewhere than on the server: with it a server that
# gives an older copy, or another history, is told. It may be the one that an earlier run left in FOLDER.
set -euo pipefail

url=${1:?URL is empty} folder=$2
url=${url%/}
trustpress=${TRUSTPRESS:-trustpress}

# The folders of the host that the site stands below are none of the copy's.
above=${url#*://} above=${above//[^\/]/}
get() {
    wget --quiet --tries=3 --timeout=30 --directory-prefix="$folder" --force-directories --no-host-directories \
        --cut-dirs="${#above}" "$@"
}

# shout WORDS: an error in the log of the run, and its end.
shout() {
    echo "::error::$1" >&2
    exit 2
}

# isCheckpoint: whether what came as the checkpoint is one, whose second line is a number, and no page of the server's own.
isCheckpoint() {
    local lines
    lines=$(LC_ALL=C tr --complement --delete '[:print:]\n' < "$folder/record/checkpoint") 2> /dev/null
    [[ $lines =~ ^[^$'\n']+$'\n'[0-9]+$'\n' ]]
}

kept=()
if [[ -n ${CHECKPOINT:-} ]]; then
    # What an earlier run left in the folder goes with it, and the one that comes in its place would be held against itself.
    kept=(--checkpoint "$(mktemp)")
    trap 'rm -f "${kept[1]}"' EXIT
    { cat "$CHECKPOINT" > "${kept[1]}" && [[ -s ${kept[1]} ]]; } ||
        shout "$CHECKPOINT, which CHECKPOINT names, is empty or cannot be read, and without it nothing is published."
fi
rm -rf "$folder"
mkdir -p "$folder"
if [[ ${FIRST_BUILD:-} == yes ]]; then
    ((${#kept[@]} == 0)) ||
        shout "A checkpoint was kept, so this is not the first build. Run it without FIRST_BUILD, or without CHECKPOINT."
    # The server's last answer, behind those that led elsewhere.
    answer=$(get --server-response "$url/record/checkpoint" 2>&1 |
        sed -n 's|^ *HTTP/[0-9.]* \([0-9]*\).*|\1|p' | tail -n 1) || true
    case $answer in
        404) ;;
        2*)
            isCheckpoint || shout "Whether something is published at $url cannot be told: the server answers $answer with \
something that is no checkpoint, and only 404 says that there is no record. Let it answer 404 where there is no file; some hosts \
give their start page in its place until there is a 404.html."
            shout "There is a record at $url, so this is not the first build. Run it without FIRST_BUILD."
            ;;
        *) shout "Whether something is published at $url cannot be told: the server answers ${answer:-nothing}, and only \
404 says that there is no record. Is the address right, and the server up?" ;;
    esac
    echo "The first build: nothing is published at $url yet." >&2
    exit 0
fi

get "$url/record/SHA256SUMS" "$url/record/checkpoint" "$url/record/as-of" ||
    shout "The record of $url cannot be had, and without it nothing is published. Is the address right, and the server up? \
If nothing was ever published there, set FIRST_BUILD=yes for this one run."

# whole: gets what the digests name and is not in the folder yet, and verifies all of it; 3 where something cannot be had.
whole() {
    cut --characters=67- "$folder/record/SHA256SUMS" | sed "s|^|$url/|" | get --no-clobber --input-file=- || return 3
    "$trustpress" verify "$folder" "${kept[@]}"
}

# next: takes over what publish.sh laid beside the record before it put it in its place. Files alone, so that nothing is
# written through a link. Their names stay in .next: on the server some of them are not in their places yet.
next() {
    local tar=$folder/next.tar listed
    get "$url/next.tar" && listed=$(tar --list --verbose --file "$tar") && ! grep --quiet '^[^-]' <<< "$listed" &&
        tar --extract --no-same-owner --file "$tar" --directory "$folder" && tar --list --file "$tar" > "$folder/.next" &&
        rm "$tar"
}

# missing: the addresses of what the digests name and is not in the folder, a hundred of them at the most.
missing() {
    cut --characters=67- "$folder/record/SHA256SUMS" | LC_ALL=C tr --complement --delete '[:print:]\n' |
        while read -r name; do [[ -f $folder/$name ]] || printf '%s\n' "$url/$name cannot be had"; done | sed --quiet 1,100p
}

status=0
said=$(whole 2>&1) || status=$?
if ((status == 1 || status == 3)) && next 2> /dev/null && again=$(whole 2>&1); then
    echo "The record there is of two builds: a run was stopped while it put its own in place, or does so just now. What it was \
about to publish counts as published." >&2
    status=0 said=$again
fi
((status != 3)) || said=$(missing)
((status == 0)) || isCheckpoint || shout "What the server gives as $url/record/checkpoint is no checkpoint, so nothing is \
published. Where nothing was ever published there, let it answer 404 for what is not there, and set FIRST_BUILD=yes for this one \
run. Else ci/README.md says how it is mended, under \"When the server was tampered with\"."
[[ -z $said ]] || printf '%s\n' "$said" >&2
case $status in
    0) ;;
    1) shout "What is published at $url is not what its record says. See above; nothing is published until it is mended. \
ci/README.md says how, under \"When the server was tampered with\"." ;;
    3) shout "A file that $url/record/SHA256SUMS names cannot be had, and without it nothing is published. See above." ;;
    *) shout "What is published at $url could not be verified, and without that nothing is published. See above." ;;
esac
# No record holds it, so it is none of what was verified.
get "$url/sitemap.xml" || true
