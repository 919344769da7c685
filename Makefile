# The two commands: `make` builds the site, `make test` runs every test. `make help` lists the rest.

SHELL := /bin/bash
.DEFAULT_GOAL := site
.PHONY: site example test bench release build-tools test-tools format clean help

# What must be there: a Debian package, or COMMAND=PACKAGE where any program of that name will do.
BUILD_TOOLS := make=make git=git pkg-config=pkg-config libcmark-gfm-dev libcmark-gfm-extensions-dev libsodium-dev
TEST_TOOLS := python3=python3 java=default-jre-headless jing=jing htmlproofer=ruby-html-proofer \
	chromium=chromium xmllint=libxml2-utils taskset=util-linux strace=strace newsboat=newsboat r2e=rss2email nginx-light jq=jq xxh64sum=xxhash \
	minisign=minisign ssh-keygen=openssh-client wget=wget rsync=rsync shellcheck=shellcheck \
	go=golang-go golang-golang-x-mod-dev
BENCH_TOOLS := python3=python3 cmark-gfm=cmark-gfm

TRUSTPRESS := .build/release/trustpress

site: release ## Build the site into Public/ (what plain `make` does)
	@$(TRUSTPRESS) build
	@Tests/Tools/count Public

example: release ## Build the example company's site into example/
	@$(TRUSTPRESS) build --site Tests/Example --output example
	@Tests/Tools/count example

test: build-tools test-tools ## Run every test: format, units, and real programs on built sites
	@Tests/Tools/test

bench: release ## Time the release beside Hugo, cmark-gfm and cp; REAL=FOLDER takes real histories too
	@Tests/Tools/debian $(BENCH_TOOLS)
	@Tests/Tools/python .venv-bench Tests/Bench/requirements.txt
	@swift build -c release --product EditBench
	@.venv-bench/bin/python Tests/Bench/bench $(TRUSTPRESS) $(if $(REAL),--real $(REAL))

release: build-tools ## Build the release of trustpress
	@swift build -c release --product trustpress

build-tools:
	@Tests/Tools/debian $(BUILD_TOOLS)
	@Tests/Tools/swift-version

test-tools:
	@Tests/Tools/debian $(TEST_TOOLS)
	@Tests/Tools/python .venv Tests/Tools/requirements.txt

format: ## Format the Swift sources in place
	@swift format --in-place --recursive Package.swift Plugins Sources Tests

clean: ## Remove everything that was built, installed Debian packages apart
	@rm -rf .build .venv .venv-bench example
	@find Public -mindepth 1 ! -name .gitignore -delete

help: ## Show this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/make \1|\2/p' Makefile | column -t -s '|'
