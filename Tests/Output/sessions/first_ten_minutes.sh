#!/usr/bin/env bash
# What a new customer does in the first ten minutes, in an empty folder and with the program alone. Days come from
# SOURCE_DATE_EPOCH, so that it is the same on every day.
set -euo pipefail

on() { export SOURCE_DATE_EPOCH; SOURCE_DATE_EPOCH=$(date --utc --date "$1" +%s); }

# refused STATUS COMMAND…: it must end with that status; what it says is shown.
refused() {
    local expected=$1 status=0
    shift
    "$@" || status=$?
    ((status == expected)) || { echo "status $status in the place of $expected: $*"; exit 1; }
}

echo "# From nothing: a site that builds, and the list of what to fill in"
on 2026-11-27T09:00
trustpress new site trust --organization "Heron Ltd" --domain heron.example
cd trust
trustpress build --quiet
trustpress check 2> ../blanks
refused 64 trustpress new site nested extra
refused 2 trustpress new site .

echo "# Fill in, as one does in an editor"
mv Content/subprocessors/providers/hosting.yaml Content/subprocessors/providers/crane-cloud.yaml
sed -i -e 's/\[NAME\]/Crane Cloud/; s/\[LEGAL NAME\]/Crane Cloud Ltd/; s/\[Insert what it does for you\]/Runs the servers/' \
    -e 's/\[Insert the kinds of data\]/account data/; s/^announced:/locations: [DE]\nannounced:/' \
    -e 's/^kind:/address: 2 Quay, Emden\ncontact: Jo Roe, counsel, jo@crane.example\nduration: As long as the contract\n&/' \
    Content/subprocessors/providers/crane-cloud.yaml
sed -i -e 's/\[LEGAL NAME\]/Heron Limited/; s/\[ADDRESS\]/1 Quay, Dublin/; /^# While there are words/,$d' Content/site.yaml
find Content -name '*.md' -exec sed -i -e 's/\[Insert how many days\]/30 days/g; s/\[Insert [^]]*\]/what we agreed/g' {} +
trustpress check

echo "# The preview"
trustpress serve > ../preview &
server=$!
trap 'kill "$server" 2> /dev/null || true' EXIT
until address=$(grep --only-matching 'http://[^ ]*' ../preview); do sleep 0.1; done
wget --quiet --output-document - "${address}privacy/" | grep 'Heron Ltd' > /dev/null
kill "$server"

echo "# Commit, and publish for the first time"
git init --quiet --initial-branch main
git add --all
git commit --quiet --message "Begin"
trustpress build
trustpress verify Public
cp --recursive Public ../published

echo "# The next day: an edition, a provider, a change"
on 2026-11-28T09:00
refused 64 trustpress new edition privacy --effective 2026-12-01
trustpress new edition privacy --effective 2027-01-30 --summary "How long data of billing is kept."
sed -i 's/^## 5 How long it is kept$/&\n\nData of billing is kept for ten years./' Content/privacy/2027-01-30.md
trustpress new provider "Kelp Mail" --set 'entity=Kelp Mail GmbH' --set 'purpose=Sends mails' --set 'data=[mail addresses]' \
    --set 'locations=[DE]' --set 'address=3 Quay, Kiel' --set 'contact=Al Poe, counsel, al@kelp.example' \
    --set 'duration=As long as the contract' --note "It sends what customers ask for."
trustpress new change crane-cloud --set 'locations=[DE, IE]' --note "A second data centre."
trustpress check --previous ../published

echo "# An edit of a published text is refused"
sed -i "s/^The customer's data stays the customer's\./All data is ours./" Content/terms/2026-11-27.md
refused 1 trustpress check --previous ../published
git checkout --quiet Content/terms

echo "# What the change publishes"
trustpress diff privacy
trustpress changes --previous ../published
git add --all
git commit --quiet --message "A new edition, a provider, a second data centre"
trustpress build --previous ../published
trustpress verify Public --checkpoint ../published/record/checkpoint
trustpress status

echo "# It takes effect"
on 2027-01-30T09:00
cp --recursive Public/. ../published
trustpress build --previous ../published --quiet
trustpress verify Public
grep --quiet 'Kelp Mail' Public/subprocessors.csv
grep --quiet 'kept for ten years' Public/privacy/index.html
