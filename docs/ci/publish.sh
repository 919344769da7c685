#!/usr/bin/env bash
# Publishes main as of now: on every merge, and every night, as moments pass without commits.
#
#   publish.sh URL TARGET
#
# TARGET is where the web server reads from, as rsync takes it: a folder, or host:folder. It holds nothing else: what no
# build made is deleted there. The published record is fetched first and judges the build. Where main's newest commit does
# not pass, the newest one that does is published in its place, so that nobody's notice waits for another's mistake, and
# this ends with status 1 so that somebody looks. The first build is of the newest commit or of none: before it may lie
# the starter with its blanks, and nothing is published yet that would refuse it.
#
# SIGN_KEY names a file with the key that signs the checkpoint (trustpress new key), MINISIGN_KEY one of minisign's and
# SSH_KEY one of ssh-keygen's, which sign the digests. AS_OF speaks for another moment than now.
set -euo pipefail

# Without a name the target would be the root of this machine, or that of the server.
url=${1:?URL is empty} target=${2:?TARGET is empty}
if [[ $target =~ (^|:)/*$ ]]; then
    echo "::error::TARGET, $target, names no folder, and what no build made is deleted there. Write one behind it, as in \
${target%%/*}/srv/trust." >&2
    exit 2
fi
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
trustpress=${TRUSTPRESS:-trustpress}
options=()
[[ -z ${AS_OF:-} ]] || options+=(--as-of "$AS_OF")
[[ -z ${SIGN_KEY:-} ]] || options+=(--sign-key "$SIGN_KEY")

"$here/fetch.sh" "$url" previous
most=100
if [[ -d previous/record ]]; then
    options+=(--previous "$PWD/previous")
else
    most=1
    # The first build, says the server. Where the address is wrong and the folder right, the folder knows better.
    status=0
    found=$(rsync --list-only "$target/record/checkpoint" 2>&1) || status=$?
    if ((status == 0)); then
        echo "::error::There is a record in $target, so this is not the first build. Is $url its address?" >&2
        exit 2
    fi
    # 23: it is not there.
    if ((status != 23)); then
        printf '%s\n::error::Whether there is a record in %s cannot be told, so nothing is published.\n' "$found" "$target" >&2
        exit 2
    fi
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# build COMMIT: builds a commit into Public; what it says of it goes to standard error. It is checked out as the check job
# has it, so that what was checked is what is published: `git archive` leaves files out, and writes into them, where
# .gitattributes says so.
build() {
    local site=source${below:+/$below}
    rm -rf source "$scratch/index" && mkdir source || return 2
    GIT_INDEX_FILE="$scratch/index" git --work-tree="$PWD/source" read-tree --reset -u "$1" || return 2
    # To the program this is a wrong folder, as one that is not there is; here it is what the commit says.
    [[ -d $site/Content ]] || { echo "Commit $1 has no folder ${below:+$below/}Content." >&2 && return 1; }
    "$trustpress" build --site "$site" --output Public "${options[@]}" >&2
}

# Where the site stands in its repository.
below=$(git rev-parse --show-prefix) below=${below%/}
head=$(git rev-parse HEAD) published=
for commit in $(git rev-list --first-parent --max-count="$most" HEAD); do
    status=0
    build "$commit" || status=$?
    # 1 is what is wrong with a commit. Anything else is wrong with this run, a key or a full disk, and an older commit
    # would not mend it.
    ((status <= 1)) || exit "$status"
    if ((status == 0)); then published=$commit && break; fi
    echo "Commit $commit does not pass." >&2
done
rm -rf source
if [[ -z $published ]]; then
    none="None of the newest 100 commits passes"
    ((most > 1)) || none="Commit $head does not pass, and the first build is of no older one"
    echo "::error::$none, so nothing is published." >&2
    exit 1
fi

sums=Public/record/SHA256SUMS
rm -f "$sums.minisig" "$sums.sig"
[[ -z ${MINISIGN_KEY:-} ]] || minisign -S -s "$MINISIGN_KEY" -m "$sums" > /dev/null
[[ -z ${SSH_KEY:-} ]] || ssh-keygen -q -Y sign -f "$SSH_KEY" -n file "$sums"

# What pages need is there before them, and the record, which promises all of it, comes after all, together with what an
# erasure left of texts that the old one holds digests of. Only then goes what is no longer made. A run that stops half-way
# leaves pages of either build, and a record that is whole with all that it promises, or one of which next.tar makes a whole
# one (fetch.sh): files take their places one by one, however fast, so before they do all of them are there in one file.
# What is the same keeps its time there, so that readers of feeds are told that nothing is new. A disk of its own has a
# folder lost+found, which only its system may look into.
send() {
    rsync --recursive --checksum --chmod=D755,F644 --exclude=/.trustpress --exclude=/lost+found "$@" Public/ "$target/"
}
held=$scratch/held next=$scratch/next.tar
touch "$held"
[[ ! -d previous/record ]] || cut --characters=67- previous/record/SHA256SUMS | sed 's|^|/|' > "$held"
send --exclude-from="$held" --include='/assets/***' --include='/files/***' --exclude='*'
send --exclude-from="$held" --exclude='/feeds/***' --exclude='/record/***'
send --exclude-from="$held" --exclude='/record/***'
# altered: what the record holds that was fetched and is another in this build.
altered() {
    (cd previous && find . -type f ! -path ./sitemap.xml -exec sha256sum {} +) | (cd Public && LC_ALL=C sha256sum --check --quiet 2> /dev/null) |
        sed -n 's/: FAILED$//p'
}
altered=$(altered) || true
# Where fetch.sh made whole what a run had left, the server may not have what that one altered.
if [[ -f previous/.next ]]; then
    while read -r name; do [[ ! -f Public/$name ]] || altered+=${altered:+$'\n'}$name; done < previous/.next
fi
if [[ -n $altered || ! -d previous/record ]]; then
    { (cd Public && find ./record -maxdepth 1 -type f ! -name '*.html') && printf '%s' "${altered:+$altered$'\n'}"; } |
        sort --unique |
        tar --create --file "$next" --directory Public --no-recursion --verbatim-files-from --files-from=-
    rsync --chmod=F644 "$next" "$target/"
fi
send --delay-updates
send --delete-after

if [[ $published != "$head" ]]; then
    echo "::error::Commit $head does not pass; $published is published in its place." >&2
    exit 1
fi
